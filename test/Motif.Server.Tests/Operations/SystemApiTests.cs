namespace Motif.Server.Tests.Operations;

public sealed class SystemApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task The_system_says_what_runs_and_how_it_is_set()
    {
        var system = (await Server.GetAsync("/api/v1/system")).Json;
        system["version"]!.GetValue<string>().ShouldMatch("^[0-9]+[.][0-9]+");
        system["database"]!["system"]!.GetValue<string>().ShouldStartWith("sqlite 3.");
        system["database"]!["pending"]!.AsArray().ShouldBeEmpty();
        system["settings"]!["MOTIF_CODE_ROOTS"]!.GetValue<string>().ShouldBe(Server.CodeRoot);
        system["api_key_required"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_overview_counts_what_is_there()
    {
        var before = (await Server.GetAsync("/api/v1/overview")).Json;
        var (id, _) = await Server.CreateAsync("overviewed", """, "quality": {"x": 0.95} """);
        await Server.PostAsync($"/api/v1/patterns/{id}/uses", """{"actor": "a"}""");
        var after = (await Server.GetAsync("/api/v1/overview")).Json;
        Patterns(after).ShouldBe(Patterns(before) + 1);
        after["counts"]!["quality_histogram"]![9]!
            .GetValue<long>()
            .ShouldBe(before["counts"]!["quality_histogram"]![9]!.GetValue<long>() + 1);
        after["recent"]![0]!["pattern_id"]!.GetValue<Guid>().ShouldBe(id);
        after["usage"]!["days"]!.AsArray().Count.ShouldBe(30);
        after["usage"]!["days"]![29]!["uses"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Health_tells_each_part()
    {
        (await Server.GetAsync("/health/live")).Status.ShouldBe(200);
        var ready = await Server.GetAsync("/health/ready");
        ready.Status.ShouldBe(200);
        ready.Json["ready"]!.GetValue<bool>().ShouldBeTrue();
        ready.Json["checks"]!
            .AsArray()
            .Select(c => c!["name"]!.GetValue<string>())
            .ShouldBe(["server", "database", "vectors", "sync", "embedding", "jobs"]);
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_explanation()
    {
        var problem = (await Server.GetAsync("/api/v1/none")).ShouldBeProblem(404, "not-found");
        var kind = await Server.GetAsync(problem["type"]!.GetValue<string>());
        kind.Status.ShouldBe(200);
        kind.Json["advice"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
    }

    private static long Patterns(System.Text.Json.Nodes.JsonNode overview) =>
        overview["counts"]!["patterns"]!.GetValue<long>();
}
