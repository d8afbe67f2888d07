using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Matching;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Api;

/// <summary>The guide's way of a success pattern: created, matched, used, judged, found better.</summary>
public sealed class SuccessPatternsApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Pooling = """
        {
          "pattern_type": "api_optimization",
          "name": "Connection pooling with read replicas",
          "description": "Optimize database queries using connection pooling and read replicas",
          "intent": "optimize API performance",
          "environment": {"web": "FastAPI", "database": "PostgreSQL"},
          "execution_trace": {"steps": ["Configure the connection pool", "Set up read replicas", "Route reads to replicas"]},
          "success_criteria": {"metric": "p99_latency_ms", "threshold": 50, "operator": "<"},
          "quality_metrics": {"accuracy": 0.95, "latency_p99_ms": 45, "reliability": 0.99},
          "performance_data": {"avg_runtime_ms": 38, "memory_mb": 128},
          "tags": ["postgresql", "optimization"]
        }
        """;

    /// <summary>What its request is known to reach; the guide shows .89.</summary>
    private const double GuideLeast = 0.3;

    private RunningServer Server => shared.Server;

    private static string GuideRequest(string least) =>
        $$"""
            {
              "intent": "optimize API performance under high load",
              "context": "FastAPI application, 1000 req/sec",
              "requirements": ["low latency", "horizontal scaling"],
              "filters": {"pattern_types": ["api_optimization"], "min_quality_score": 0.8, "tags": ["fastapi", "postgresql"]},
              "limit": 5,
              "min_confidence": {{least}}
            }
            """;

    [Fact]
    public async Task The_guides_pattern_is_created_and_matched_with_the_guides_fields()
    {
        await using var server = await RunningServer.StartAsync();
        var created = await server.PostAsync("/api/v1/patterns", Pooling);
        created.Status.ShouldBe(201, created.Text);
        created.Json["body"]!["context_hash"]!.GetValue<string>().Length.ShouldBe(64);

        var match = await server.PostAsync(
            "/api/v1/patterns/match",
            """
            {
              "intent": "optimize API performance under high load",
              "context": "FastAPI application, 1000 req/sec",
              "requirements": ["route reads"],
              "filters": {"pattern_types": ["api_optimization"], "min_quality_score": 0.8, "tags": ["postgresql"]},
              "limit": 5
            }
            """
        );

        var first = match.Json["matched_patterns"]![0]!;
        first["metadata"]!["quality_metrics"]!["latency_p99_ms"]!.GetValue<int>().ShouldBe(45);
        first["metadata"]!["quality"]!["score"]!.GetValue<double>().ShouldBe(.97);
        first["metadata"]!["version"]!.GetValue<int>().ShouldBe(1);
        var steps = first["steps"]!.AsArray();
        steps
            .Select(s => s!["text"]!.GetValue<string>())
            .ShouldBe(first["recommendations"]!.AsArray().Select(r => r!.GetValue<string>()));
        steps
            .Where(s => s!["near"]!.GetValue<bool>())
            .Select(s => s!["text"]!.GetValue<string>())
            .ShouldContain("Route reads to replicas");
        match.Json["query_metadata"]!["embedding_model"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    /// <summary>What the guide shows: its example request, and its example pattern in the catalogue.</summary>
    [Fact]
    public async Task The_guides_own_request_finds_its_own_pattern()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));

        var match = await server.PostAsync("/api/v1/patterns/match", GuideRequest("0"));

        match.Status.ShouldBe(200, match.Text);
        FirstId(match.Json).ShouldBe(id);
        match.Json["nothing_fits"]!.GetValue<bool>().ShouldBeFalse();
        match.Json["matched_patterns"]![0]!["confidence_score"]!
            .GetValue<double>()
            .ShouldBeGreaterThan(GuideLeast);
    }

    [Fact]
    public async Task An_answer_without_results_says_why()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));

        var sure = (await server.PostAsync("/api/v1/patterns/match", GuideRequest("1"))).Json;
        sure["nothing_fits"]!.GetValue<bool>().ShouldBeTrue();
        sure["nearest_below"]!["pattern_id"]!.GetValue<Guid>().ShouldBe(id);
        sure["nearest_below"]!["name"]!
            .GetValue<string>()
            .ShouldBe("Connection pooling with read replicas");
        sure["nearest_below"]!["confidence_score"]!
            .GetValue<double>()
            .ShouldBe(sure["best_below"]!.GetValue<double>());

        var filtered = await server.PostAsync(
            "/api/v1/patterns/match",
            """{"intent": "optimize API performance", "filters": {"tags": ["postgresqll"], "min_success_rate": 0.5}}"""
        );
        filtered.Json["nothing_fits"]!.GetValue<bool>().ShouldBeTrue();
        filtered.Json["nearest_below"].ShouldBeNull();
        var tags = filtered.Json["filters"]!
            .AsArray()
            .Single(f => f!["filter"]!.GetValue<string>() == "tags")!;
        tags["removed"]!.GetValue<int>().ShouldBe(1);
        tags["unknown_values"]!.AsArray().Single()!.GetValue<string>().ShouldBe("postgresqll");
    }

    [Theory]
    [InlineData(
        """{"intent": "optimize API performance", "filters": null, "requirements": null}"""
    )]
    [InlineData(
        """{"intent": "optimize API performance", "context": null, "filters": {"tags": null, "min_quality_score": null}}"""
    )]
    public async Task Null_is_as_good_as_absent(string request)
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));

        var match = await server.PostAsync("/api/v1/patterns/match", request);

        match.Status.ShouldBe(200, match.Text);
        FirstId(match.Json).ShouldBe(id);
    }

    [Fact]
    public async Task The_same_intent_in_the_same_environment_is_refused_with_its_id()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));
        var again = await server.PostAsync("/api/v1/patterns", Pooling);
        again.ShouldBeProblem(409, "duplicate")["existing_id"]!.GetValue<Guid>().ShouldBe(id);

        var renamed = JsonNode.Parse(Pooling)!;
        renamed["key"] = "pooling-again";
        var other = await server.PostAsync("/api/v1/patterns", renamed.ToJsonString());
        other.ShouldBeProblem(409, "duplicate")["existing_id"]!.GetValue<Guid>().ShouldBe(id);
    }

    [Fact]
    public async Task A_near_copy_is_refused_and_can_be_forced()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));
        var copy = JsonNode.Parse(Pooling)!;
        copy["environment"] = "Django";
        copy["name"] = "Connection pooling with read replicas!";

        var refused = await server.PostAsync("/api/v1/patterns", copy.ToJsonString());

        var problem = refused.ShouldBeProblem(409, "duplicate");
        problem["existing_id"]!.GetValue<Guid>().ShouldBe(id);
        problem["detail"]!.GetValue<string>().ShouldContain("allow_duplicate");
        var forced = await server.PostAsync(
            "/api/v1/patterns?allow_duplicate=true",
            copy.ToJsonString()
        );
        forced.Status.ShouldBe(201, forced.Text);
        forced.Header("Link").ShouldBe($"</api/v1/patterns/{id}>; rel=\"similar\"");
    }

    [Fact]
    public async Task A_success_makes_its_request_find_the_pattern_at_once()
    {
        await using var server = await RunningServer.StartAsync();
        var right = Id(
            await server.PostAsync(
                "/api/v1/patterns",
                """{"pattern_type": "t", "name": "Bulkhead", "intent": "isolate resources"}"""
            )
        );
        await server.PostAsync(
            "/api/v1/patterns",
            """{"pattern_type": "t", "name": "Tenant billing", "intent": "charge one tenant by use"}"""
        );
        const string Request = "leak of one tenant sinks the ship";
        var before = await MatchAsync(server, Request);
        FirstId(before).ShouldNotBe(right);

        for (var i = 0; i < 3; i++)
        {
            var outcome = await server.PostAsync(
                $"/api/v1/patterns/{right}/outcomes",
                $$"""{"outcome": "success", "actor": "agent-{{i}}", "intent": "{{Request}}"}"""
            );
            outcome.Status.ShouldBe(201, outcome.Text);
        }
        await Task.Delay(TimeSpan.FromMilliseconds(50));

        FirstId(await MatchAsync(server, Request)).ShouldBe(right);
    }

    [Fact]
    public async Task An_outcome_of_a_match_teaches_its_intent_and_counts_once()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));
        var match = await MatchAsync(server, "make the list endpoint quick");
        var report =
            $$"""{"match_id": {{match["match_id"]!.ToJsonString()}}, "outcome": "success"}""";

        (await server.PostAsync($"/api/v1/patterns/{id}/outcomes", report)).Status.ShouldBe(201);
        (await server.PostAsync($"/api/v1/patterns/{id}/outcomes", report)).Status.ShouldBe(200);

        var pattern = (await server.GetAsync($"/api/v1/patterns/{id}")).Json;
        pattern["success"]!["successes"]!.GetValue<int>().ShouldBe(1);
        pattern["usage"]!["uses"]!.GetValue<int>().ShouldBe(1);
        // Exposures are appended in the background; the intent of the match is then a field of the pattern.
        await Eventually.ReadAsync(
            async () => await MatchAsync(server, "list endpoint", explain: true),
            m =>
                m["matched_patterns"]![0]!["explain"]!["terms"]!
                    .AsArray()
                    .Any(t => t!["field"]!.GetValue<string>() == "past_intents")
        );
    }

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("01900000-0000-7000-8000-000000000000")]
    public async Task A_match_that_did_not_show_the_pattern_is_refused(string madeUp)
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));
        var other = await server.CreateAsync("shown in no match");
        var real = (await MatchAsync(server, "optimize API performance"))["match_id"]!;
        // Whoever records an exposure by hand has shown nothing.
        var byHand =
            $$"""{"action": "exposed", "actor": "me", "context": "anything", "idempotency_key": "{{madeUp}}"}""";
        (await server.PostAsync($"/api/v1/patterns/{id}/uses", byHand)).Status.ShouldBe(202);

        foreach (var (pattern, match) in new[] { (id, madeUp), (other.Id, $"{real}") })
        {
            var outcome = $$"""{"outcome": "success", "match_id": "{{match}}"}""";
            var use = $$"""{"actor": "me", "match_id": "{{match}}"}""";
            foreach (var (end, body) in new[] { ("outcomes", outcome), ("uses", use) })
                (await server.PostAsync($"/api/v1/patterns/{pattern}/{end}", body)).ShouldBeProblem(
                    422,
                    "not-shown"
                );
        }
        var success = (await server.GetAsync($"/api/v1/patterns/{id}")).Json["success"]!;
        success["successes"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_thousand_outcomes_at_six_in_ten_give_a_rate_of_six_in_ten()
    {
        var (id, _) = await Server.CreateAsync("judged a thousand times");
        for (var i = 0; i < 1000; i++)
        {
            var outcome = i % 10 < 6 ? "success" : "failure";
            var answer = await Server.PostAsync(
                $"/api/v1/patterns/{id}/outcomes",
                $$"""{"outcome": "{{outcome}}", "actor": "load", "idempotency_key": "{{i.ToString(CultureInfo.InvariantCulture)}}"}"""
            );
            answer.Status.ShouldBe(201, answer.Text);
        }

        var success = (await Server.GetAsync($"/api/v1/patterns/{id}")).Json["success"]!;

        success["rate"]!.GetValue<double>().ShouldBe(.6, 1e-9);
        success["mean"]!.GetValue<double>().ShouldBeInRange(.55, .65);
    }

    [Fact]
    public async Task Reliability_is_null_without_outcomes_and_measured_with_them()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Id(await server.PostAsync("/api/v1/patterns", Pooling));
        var empty = (await server.GetAsync("/api/v1/matching/confidence")).Json;
        empty["basis"]!.GetValue<string>().ShouldBe("prior");
        empty["labels_to_next"]!.GetValue<int>().ShouldBe(50);
        empty["diagram"]!["expected_calibration_error"].ShouldBeNull();
        empty["diagram"]!["bins"]!.AsArray().ShouldAllBe(b => b!["useful"] == null);

        for (var i = 0; i < 50; i++)
        {
            var match = await MatchAsync(server, $"optimize API performance {i}");
            var report =
                $$"""{"match_id": {{match["match_id"]!.ToJsonString()}}, "outcome": "{{(i % 2 == 0 ? "success" : "failure")}}"}""";
            (await server.PostAsync($"/api/v1/patterns/{id}/outcomes", report)).Status.ShouldBe(
                201
            );
        }
        var measured = await Eventually.ReadAsync(
            async () => (await server.GetAsync("/api/v1/matching/confidence")).Json,
            r => r["diagram"]!["count"]!.GetValue<int>() == 50
        );
        measured["diagram"]!["expected_calibration_error"]!
            .GetValue<double>()
            .ShouldBeInRange(0, 1);

        (
            await server.App.Services.GetRequiredService<ConfidenceLearning>().RefitAsync(default)
        ).ShouldBeTrue();
        var calibrated = await MatchAsync(server, "optimize API performance");
        calibrated["confidence_basis"]!.GetValue<string>().ShouldBe("platt");
        calibrated["labels_used"]!.GetValue<int>().ShouldBe(50);
    }

    [Theory]
    [InlineData("""{"intent": "", "limit": 5}""", "intent")]
    [InlineData("""{"intent": "x", "limit": 0}""", "limit")]
    [InlineData("""{"intent": "x", "limit": 101}""", "limit")]
    public async Task A_wrong_request_is_refused(string request, string field)
    {
        var answer = await Server.PostAsync("/api/v1/patterns/match", request);

        answer.ShouldBeProblem(400, "invalid-request");
        answer.ShouldBlame(field).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_foreign_request_gets_no_confident_answer()
    {
        await using var server = await RunningServer.StartAsync();
        await server.PostAsync("/api/v1/patterns", Pooling);

        var match = await MatchAsync(server, "renew my passport before the holidays");

        match["matched_patterns"]!
            .AsArray()
            .ShouldAllBe(m => m!["confidence_score"]!.GetValue<double>() < .2);
    }

    private static async Task<JsonNode> MatchAsync(
        RunningServer server,
        string intent,
        bool explain = false
    )
    {
        var answer = await server.PostAsync(
            "/api/v1/patterns/match",
            $$"""{"intent": "{{intent}}", "explain": {{(explain ? "true" : "false")}}}"""
        );
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private static Guid Id(Answer created)
    {
        created.Status.ShouldBe(201, created.Text);
        return created.Json["pattern_id"]!.GetValue<Guid>();
    }

    private static Guid FirstId(JsonNode match) =>
        match["matched_patterns"]![0]!["pattern_id"]!.GetValue<Guid>();

    [Fact]
    public async Task An_archived_pattern_does_not_hold_its_context_against_a_new_one()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await server.PostAsync("/api/v1/patterns", Pooling);
        var id = first.Json["pattern_id"]!.GetValue<string>();
        (await server.PostAsync("/api/v1/patterns", Pooling)).ShouldBeProblem(409, "duplicate");
        (await server.SendAsync(HttpMethod.Delete, $"/api/v1/patterns/{id}", null)).Status.ShouldBe(
            200
        );

        var second = await server.PostAsync("/api/v1/patterns", Pooling);

        second.Status.ShouldBe(201, second.Text);
        second.Json["pattern_id"]!.GetValue<string>().ShouldNotBe(id);
        second.Json["key"]!.GetValue<string>().ShouldEndWith("-2");
        second.Json["body"]!["context_hash"]!
            .GetValue<string>()
            .ShouldBe(first.Json["body"]!["context_hash"]!.GetValue<string>());
        (await server.PostAsync("/api/v1/patterns", Pooling)).ShouldBeProblem(409, "duplicate");
    }

    [Fact]
    public async Task What_is_near_in_meaning_is_listed_without_the_pattern_itself()
    {
        await using var server = await RunningServer.StartAsync();
        var id = (await server.PostAsync("/api/v1/patterns", Pooling)).Json["pattern_id"]!;
        var near = await server.PostAsync(
            "/api/v1/patterns",
            """
            {"pattern_type": "api_optimization", "name": "Pool database connections", "kind": "success",
             "description": "Reuse open database connections and read from replicas", "intent": "faster API reads"}
            """
        );
        near.Status.ShouldBe(201, near.Text);
        await server.PostAsync(
            "/api/v1/patterns",
            """{"pattern_type": "t", "name": "Blameless review", "kind": "success", "description": "Talk after an incident"}"""
        );

        var similar = await server.GetAsync($"/api/v1/patterns/{id}/similar?limit=5");

        similar.Status.ShouldBe(200, similar.Text);
        var items = similar.Json["items"]!.AsArray();
        items[0]!["pattern_id"]!
            .GetValue<string>()
            .ShouldBe(near.Json["pattern_id"]!.GetValue<string>());
        items
            .Select(i => i!["pattern_id"]!.GetValue<string>())
            .ShouldNotContain(id.GetValue<string>());
        items
            .Select(i => i!["cosine"]!.GetValue<double>())
            .ShouldBeInOrder(SortDirection.Descending);
        similar.Json["embedding_model"]!.GetValue<string>().ShouldNotBeEmpty();
        (await server.GetAsync($"/api/v1/patterns/{id}/similar?limit=0")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        (
            await server.GetAsync(
                $"/api/v1/patterns/{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}/similar"
            )
        ).ShouldBeProblem(404, "not-found");
    }
}
