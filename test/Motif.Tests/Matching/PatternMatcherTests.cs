using System.Text.Json;
using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Tests.Matching;

public sealed class PatternMatcherTests : IDisposable
{
    private readonly RecentPatterns _store = new();
    private readonly ManualClock _clock = new();
    private readonly TextAnalyzer _analyzer = new();
    private readonly MatchIndex _index;
    private readonly CatalogueIndex _catalogue;

    public PatternMatcherTests()
    {
        _index = new MatchIndex(_analyzer, Lexicon.Default);
        _catalogue = new CatalogueIndex(_store, _index, _clock);
        Save(
            "Retry with backoff",
            """{"intent": "repeat failed calls", "steps": ["wait longer each time", "give up after five tries", "log every failure"]}"""
        );
        Save(
            "Cache aside",
            """{"intent": "keep hot data in memory", "execution_trace": [{"action": "read the cache"}]}"""
        );
        Save("Password hashing", """{"intent": "store passwords safely"}""");
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        _index.Dispose();
    }

    [Fact]
    public async Task The_pattern_for_the_intent_comes_first_with_its_steps_by_the_requirements()
    {
        var response = await MatchAsync(
            new MatchRequest
            {
                Intent = "repeat calls that failed",
                Requirements = ["log failures"],
            }
        );

        var first = response.MatchedPatterns[0];
        first.Name.ShouldBe("Retry with backoff");
        first.Recommendations.ShouldBe(
            ["log every failure", "wait longer each time", "give up after five tries"],
            ignoreOrder: true
        );
        first.Recommendations[0].ShouldBe("log every failure");
        response.ConfidenceBasis.ShouldBe("prior");
        response.LabelsUsed.ShouldBe(0);
        response.Degraded.ShouldBeFalse();
        response.QueryMetadata.EmbeddingModel.ShouldStartWith("motif-lexicon");
    }

    [Fact]
    public async Task The_answer_has_the_wire_names_of_the_guide()
    {
        var response = await MatchAsync(new MatchRequest { Intent = "retry" });

        var json = JsonSerializer.SerializeToElement(response, MotifJson.Options);

        json.GetProperty("matched_patterns")[0]
            .GetProperty("confidence_score")
            .GetDouble()
            .ShouldBeInRange(0, 1);
        json.GetProperty("matched_patterns")[0]
            .GetProperty("metadata")
            .GetProperty("match_count")
            .GetInt64()
            .ShouldBe(0);
        json.GetProperty("query_metadata")
            .GetProperty("query_time_ms")
            .GetDouble()
            .ShouldBeGreaterThanOrEqualTo(0);
        json.GetProperty("below_threshold_count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData(0, "limit")]
    [InlineData(101, "limit")]
    public async Task A_limit_out_of_range_is_refused(int limit, string field)
    {
        var request = new MatchRequest { Intent = "retry", Limit = limit };

        request.Problems().Keys.ShouldBe([field]);
        await Should.ThrowAsync<ArgumentException>(() => MatchAsync(request));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_intent_is_refused(string intent) =>
        new MatchRequest { Intent = intent }
            .Problems()
            .Keys.ShouldBe(["intent"]);

    [Fact]
    public async Task A_write_is_found_by_the_next_match_and_a_purged_pattern_is_dropped()
    {
        await MatchAsync(new MatchRequest { Intent = "retry" });

        Save("Circuit breaker", """{"intent": "stop calling a broken service"}""");
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        var found = await MatchAsync(new MatchRequest { Intent = "stop calling a broken service" });
        found.MatchedPatterns[0].Name.ShouldBe("Circuit breaker");

        _store.Purge("Circuit breaker");
        var after = await MatchAsync(new MatchRequest { Intent = "stop calling a broken service" });
        after.MatchedPatterns.ShouldNotContain(match => match.Name == "Circuit breaker");
        _index.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Explained_parts_add_up()
    {
        var response = await MatchAsync(
            new MatchRequest { Intent = "retry failed calls", Explain = true }
        );

        var why = response.MatchedPatterns[0].Explain.ShouldNotBeNull();
        why.Terms.Sum(term => term.Contribution).ShouldBe(why.Raw.Bm25, 1e-4);
        var (weighted, prior) = (why.Weighted, why.Prior.Value);
        (weighted.Bm25 + weighted.Lsi + weighted.Vec + weighted.Char).ShouldBe(why.Score, 1e-5);
        why.Rank.ShouldBe(why.Score * (0.85 + (0.15 * prior)), 1e-5);
        response.Explain!.Filters.ShouldContain(effect => effect.Filter == "statuses");
    }

    [Fact]
    public async Task Results_below_the_wanted_confidence_are_counted()
    {
        var response = await MatchAsync(
            new MatchRequest { Intent = "passport renewal in Lisbon", MinConfidence = 0.2 }
        );

        response.MatchedPatterns.ShouldBeEmpty();
        response.TotalMatches.ShouldBe(0);
        if (response.BelowThresholdCount > 0)
            response.BestBelow!.Value.ShouldBeLessThan(0.2);
    }

    [Fact]
    public async Task A_calibrator_is_used_where_its_key_fits()
    {
        var matcher = Matcher();
        var inputs = new ConfidenceInputs(0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
        var labels = Enumerable
            .Range(0, 60)
            .Select(i => new ConfidenceLabel(inputs, i % 2 == 0))
            .ToList();
        matcher.Use(ConfidenceCalibrator.Fit(matcher.CalibratorKey(), labels));

        var response = await matcher.MatchAsync(new MatchRequest { Intent = "retry" }, default);

        response.ConfidenceBasis.ShouldBe("platt");
        response.LabelsUsed.ShouldBe(60);
    }

    private PatternMatcher Matcher() => new(_catalogue, _store, _analyzer, Lexicon.Default, _clock);

    private Task<MatchResponse> MatchAsync(MatchRequest request) =>
        Matcher().MatchAsync(request, default);

    private void Save(string name, string body) =>
        _store.Save(
            new Pattern
            {
                PatternId = PatternId.For(PatternKind.Success, name),
                Kind = PatternKind.Success,
                PatternType = "practice",
                Key = name,
                Name = name,
                Body = JsonElement.Parse(body),
                CreatedAt = _clock.GetUtcNow(),
                UpdatedAt = _clock.GetUtcNow(),
            }
        );
}
