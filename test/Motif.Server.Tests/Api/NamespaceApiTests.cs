using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Matching;

namespace Motif.Server.Tests.Api;

/// <summary>Teams share a catalogue and learn apart.</summary>
public sealed class NamespaceApiTests
{
    private const string Request = "my colleague waits forever for the nightly numbers";

    [Fact]
    public async Task What_one_team_reports_moves_its_own_matches_and_those_of_all_but_no_other_teams()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await CreateAsync(server);
        var before = await SureAsync(server, id, "billing");

        await TeachAsync(server, id, "search", 3);

        (await SureAsync(server, id, "search")).ShouldBeGreaterThan(before + .1);
        (await SureAsync(server, id, null)).ShouldBeGreaterThan(before + .1);
        (await SureAsync(server, id, "billing")).ShouldBe(before, 1e-9);
        (await RateAsync(server, id, "search")).ShouldBe(1);
        (await RateAsync(server, id, "billing")).ShouldBeNull();
    }

    [Fact]
    public async Task A_team_has_a_calibration_of_its_own()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await CreateAsync(server);
        await TeachAsync(server, id, "search", 50);

        (
            await server.App.Services.GetRequiredService<ConfidenceLearning>().RefitAsync(default)
        ).ShouldBeTrue();

        (await BasisAsync(server, "search")).ShouldBe("platt");
        (await BasisAsync(server, "billing")).ShouldBe("prior");
        (await BasisAsync(server, null)).ShouldBe("platt");
        var reliability = await server.GetAsync("/api/v1/matching/confidence?namespace=billing");
        reliability.Json["labels_used"]!.GetValue<int>().ShouldBe(0);
        reliability.Json["diagram"]!["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task An_outcome_without_a_match_names_its_team_and_one_of_a_match_may_not()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await CreateAsync(server);
        var reported = await server.PostAsync(
            $"/api/v1/patterns/{id}/outcomes",
            $$"""{"outcome": "success", "actor": "ann", "intent": "{{Request}}", "namespace": "search"}"""
        );
        reported.Status.ShouldBe(201, reported.Text);
        (await RateAsync(server, id, "search")).ShouldBe(1);
        (await RateAsync(server, id, "billing")).ShouldBeNull();

        var match = await MatchAsync(server, "search");
        var answer = await server.PostAsync(
            $"/api/v1/patterns/{id}/outcomes",
            $$"""{"outcome": "success", "match_id": "{{match["match_id"]}}", "namespace": "billing"}"""
        );

        answer.ShouldBeProblem(400, "invalid-request");
        answer.ShouldBlame("namespace").ShouldContain("the match has its namespace already");
    }

    [Theory]
    [InlineData("Search")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("'; DROP TABLE patterns; --")]
    public async Task A_name_that_is_none_is_refused_everywhere(string name)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await CreateAsync(server);
        var quoted = JsonValue.Create(name)!.ToJsonString();

        foreach (
            var answer in new[]
            {
                await server.PostAsync(
                    "/api/v1/patterns/match",
                    $$"""{"intent": "x", "namespace": {{quoted}}}"""
                ),
                await server.PostAsync(
                    $"/api/v1/patterns/{id}/outcomes",
                    $$"""{"outcome": "success", "actor": "ann", "namespace": {{quoted}}}"""
                ),
                await server.GetAsync(
                    $"/api/v1/matching/confidence?namespace={Uri.EscapeDataString(name)}"
                ),
            }
        )
        {
            answer.ShouldBeProblem(400, "invalid-request");
            answer.ShouldBlame("namespace").ShouldNotBeEmpty();
        }
    }

    private static async Task<string> CreateAsync(RunningServer server)
    {
        var created = await server.PostAsync(
            "/api/v1/patterns",
            """
            {
              "pattern_type": "reporting",
              "name": "Materialized view for reports",
              "description": "Compute totals once and refresh them on a schedule.",
              "intent": "make a slow report fast",
              "execution_trace": {"steps": ["Create the view", "Refresh it by the hour"]}
            }
            """
        );
        created.Status.ShouldBe(201, created.Text);
        return created.Json["pattern_id"]!.GetValue<string>();
    }

    private static async Task TeachAsync(
        RunningServer server,
        string id,
        string learnedIn,
        int times
    )
    {
        for (var i = 0; i < times; i++)
        {
            var match = await MatchAsync(server, learnedIn);
            var reported = await server.PostAsync(
                $"/api/v1/patterns/{id}/outcomes",
                $$"""{"outcome": "success", "match_id": "{{match["match_id"]}}", "actor": "ann {{i}}"}"""
            );
            reported.Status.ShouldBe(201, reported.Text);
        }
    }

    private static async Task<JsonNode> MatchAsync(RunningServer server, string? learnedIn)
    {
        var answer = await server.PostAsync(
            "/api/v1/patterns/match",
            new JsonObject
            {
                ["intent"] = $"{Request}; make a report fast",
                ["namespace"] = learnedIn,
            }.ToJsonString()
        );
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private static async Task<JsonNode> FoundAsync(
        RunningServer server,
        string id,
        string? learnedIn
    ) =>
        (await MatchAsync(server, learnedIn))["matched_patterns"]!
            .AsArray()
            .Single(m => m!["pattern_id"]!.GetValue<string>() == id)!;

    private static async Task<double> SureAsync(
        RunningServer server,
        string id,
        string? learnedIn
    ) => (await FoundAsync(server, id, learnedIn))["confidence_score"]!.GetValue<double>();

    private static async Task<double?> RateAsync(
        RunningServer server,
        string id,
        string? learnedIn
    ) => (await FoundAsync(server, id, learnedIn))["metadata"]!["success_rate"]?.GetValue<double>();

    private static async Task<string> BasisAsync(RunningServer server, string? learnedIn) =>
        (await MatchAsync(server, learnedIn))["confidence_basis"]!.GetValue<string>();
}
