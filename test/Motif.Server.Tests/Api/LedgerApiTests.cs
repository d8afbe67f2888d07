using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Api;

public sealed class LedgerApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_use_and_its_outcome_move_the_counters()
    {
        var (id, _) = await Server.CreateAsync("counted");
        var use = await UseAsync(id, """{"actor": "agent", "context": "a test"}""");
        use.Status.ShouldBe(201, use.Text);
        var useId = use.Json["use_id"]!.GetValue<Guid>();
        var outcome = await OutcomeAsync(
            id,
            $$$"""{"outcome": "success", "use_id": "{{{useId}}}", "metrics": {"ms": 12}}"""
        );
        outcome.Status.ShouldBe(201, outcome.Text);
        var pattern = (await Server.GetAsync($"/api/v1/patterns/{id}")).Json;
        pattern["usage"]!["uses"]!.GetValue<long>().ShouldBe(1);
        pattern["success"]!["successes"]!.GetValue<int>().ShouldBe(1);
        pattern["success"]!["rate"]!.GetValue<double>().ShouldBe(1);
        var entry = (await Server.GetAsync($"/api/v1/patterns/{id}/uses")).Json["items"]![0]!;
        entry["outcome"]!.GetValue<string>().ShouldBe("success");
        entry["metrics"]!["ms"]!.GetValue<int>().ShouldBe(12);
    }

    [Fact]
    public async Task A_use_with_a_key_is_counted_once()
    {
        var (id, _) = await Server.CreateAsync("keyed");
        const string Use = """{"actor": "agent", "idempotency_key": "k1"}""";
        var first = await UseAsync(id, Use);
        var second = await UseAsync(id, Use);
        (first.Status, second.Status).ShouldBe((201, 200));
        second.Json["use_id"]!.GetValue<Guid>().ShouldBe(first.Json["use_id"]!.GetValue<Guid>());
        (await Server.GetAsync($"/api/v1/patterns/{id}")).Json["usage"]!["uses"]!
            .GetValue<long>()
            .ShouldBe(1);
    }

    [Fact]
    public async Task An_outcome_is_final_and_counts_once()
    {
        var (id, _) = await Server.CreateAsync("final");
        var useId = (await UseAsync(id, """{"actor": "agent"}""")).Json["use_id"]!.GetValue<Guid>();
        var failed = $$"""{"outcome": "failure", "use_id": "{{useId}}"}""";
        (await OutcomeAsync(id, failed)).Status.ShouldBe(201);
        (await OutcomeAsync(id, failed)).Status.ShouldBe(200);
        (
            await OutcomeAsync(id, $$"""{"outcome": "success", "use_id": "{{useId}}"}""")
        ).ShouldBeProblem(409, "not-allowed");
        (await Server.GetAsync($"/api/v1/patterns/{id}")).Json["success"]!["failures"]!
            .GetValue<int>()
            .ShouldBe(1);
    }

    [Fact]
    public async Task An_outcome_without_a_use_records_one()
    {
        var (id, _) = await Server.CreateAsync("at once");
        const string Report =
            """{"outcome": "success", "actor": "agent", "idempotency_key": "once"}""";
        (await OutcomeAsync(id, Report)).Status.ShouldBe(201);
        (await OutcomeAsync(id, Report)).Status.ShouldBe(200);
        var pattern = (await Server.GetAsync($"/api/v1/patterns/{id}")).Json;
        (
            pattern["usage"]!["uses"]!.GetValue<long>(),
            pattern["success"]!["successes"]!.GetValue<int>()
        ).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_exposure_is_taken_at_once_and_is_no_use()
    {
        var (id, _) = await Server.CreateAsync("exposed");
        var exposed = await UseAsync(id, """{"actor": "agent", "action": "exposed"}""");
        exposed.Status.ShouldBe(202, exposed.Text);
        await Eventually.HoldsAsync(async () =>
            (await Server.GetAsync($"/api/v1/patterns/{id}")).Json["usage"]![
                "exposures"
            ]!.GetValue<long>() == 1
        );
        (await Server.GetAsync($"/api/v1/patterns/{id}")).Json["usage"]!["uses"]!
            .GetValue<long>()
            .ShouldBe(0);
        var entry = (await Server.GetAsync($"/api/v1/patterns/{id}/uses")).Json["items"]![0]!;
        entry["use_id"]!.GetValue<Guid>().ShouldBe(exposed.Json["use_id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Stopping_appends_the_exposures_that_wait()
    {
        var server = await RunningServer.StartAsync();
        var (id, _) = await server.CreateAsync("exposed to the last");
        for (var i = 0; i < 50; i++)
            (
                await server.PostAsync(
                    $"/api/v1/patterns/{id}/uses",
                    """{"actor": "a", "action": "exposed"}"""
                )
            ).Status.ShouldBe(202);
        await server.App.StopAsync();
        var pattern = await server
            .App.Services.GetRequiredService<Motif.Catalog.Catalogue>()
            .FindAsync(id, default);
        pattern!.Usage.Exposures.ShouldBe(50);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_report_has_every_day_and_every_actor()
    {
        var (id, _) = await Server.CreateAsync("reported");
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("O");
        await UseAsync(id, """{"actor": "one"}""");
        await UseAsync(id, $$"""{"actor": "two", "at": "{{yesterday}}"}""");
        var report = (await Server.GetAsync($"/api/v1/patterns/{id}/usage?days=7")).Json;
        var days = report["days"]!.AsArray();
        days.Count.ShouldBe(7);
        days.Sum(d => d!["uses"]!.GetValue<long>()).ShouldBe(2);
        report["actors"]!
            .AsArray()
            .Select(a => a!["actor"]!.GetValue<string>())
            .ShouldBe(["one", "two"], ignoreOrder: true);
        report["last7_days"]!.GetValue<long>().ShouldBe(2);
    }

    [Fact]
    public async Task The_ledger_is_paged()
    {
        var (id, _) = await Server.CreateAsync("long ledger");
        var start = TimeProvider.System.GetUtcNow().AddHours(-1);
        for (var i = 0; i < 5; i++)
            await UseAsync(id, $$"""{"actor": "a{{i}}", "at": "{{start.AddMinutes(i):O}}"}""");
        var actors = new List<string>();
        var address = $"/api/v1/patterns/{id}/uses?limit=2";
        for (string? cursor = ""; cursor is not null; )
        {
            var page = (await Server.GetAsync(address + cursor)).Json;
            actors.AddRange(page["items"]!.AsArray().Select(u => u!["actor"]!.GetValue<string>()));
            cursor = page["next_cursor"] is { } next
                ? $"&cursor={Uri.EscapeDataString(next.GetValue<string>())}"
                : null;
        }
        actors.ShouldBe(["a4", "a3", "a2", "a1", "a0"]);
    }

    [Fact]
    public async Task Wrong_entries_are_refused()
    {
        var (id, _) = await Server.CreateAsync("wrong entries");
        var none = Guid.Empty;
        (await UseAsync(id, "{}")).ShouldBeProblem(400, "invalid-request")["detail"]!
            .GetValue<string>()
            .ShouldContain("actor");
        (await UseAsync(id, """{"actor": " "}""")).ShouldBlame("actor");
        (await UseAsync(id, """{"actor": "a", "at": "2999-01-01T00:00:00Z"}"""))
            .ShouldBlame("at")
            .ShouldContain("future");
        (await UseAsync(id, """{"actor": "a", "action": "eaten"}"""))
            .ShouldBlame("action")
            .ShouldContain("applied");
        (await UseAsync(none, """{"actor": "a"}""")).ShouldBeProblem(404, "not-found");
        (await UseAsync(none, """{"actor": "a", "action": "exposed"}""")).ShouldBeProblem(
            404,
            "not-found"
        );
        (await OutcomeAsync(id, """{"outcome": "success"}""")).ShouldBlame("use_id");
        (
            await OutcomeAsync(id, $$"""{"outcome": "success", "use_id": "{{none}}"}""")
        ).ShouldBeProblem(404, "not-found");
        (
            await OutcomeAsync(id, """{"outcome": "success", "actor": "a", "metrics": [1]}""")
        ).ShouldBlame("metrics");
        (await Server.GetAsync($"/api/v1/patterns/{id}/usage?days=0")).ShouldBlame("days");
        (await Server.GetAsync($"/api/v1/patterns/{id}/uses?cursor=soon")).ShouldBlame("cursor");
        (await Server.GetAsync($"/api/v1/patterns/{none}/usage")).ShouldBeProblem(404, "not-found");
    }

    private Task<Answer> UseAsync(Guid id, string json) =>
        Server.PostAsync($"/api/v1/patterns/{id}/uses", json);

    private Task<Answer> OutcomeAsync(Guid id, string json) =>
        Server.PostAsync($"/api/v1/patterns/{id}/outcomes", json);
}
