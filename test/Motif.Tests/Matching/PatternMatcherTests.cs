using System.Text.Json;
using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
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
    public async Task The_pattern_for_the_intent_comes_first_with_all_its_steps_in_order_and_those_near_a_requirement_marked()
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
        first.Steps.ShouldBe([
            new MatchedStep("wait longer each time", Near: false),
            new MatchedStep("give up after five tries", Near: false),
            new MatchedStep("log every failure", Near: true),
        ]);
        first.Recommendations.ShouldBe(first.Steps.Select(s => s.Text));
        response.ConfidenceBasis.ShouldBe("prior");
        response.LabelsUsed.ShouldBe(0);
        response.Degraded.ShouldBeFalse();
        response.QueryMetadata.EmbeddingModel.ShouldStartWith("motif-lexicon");
    }

    [Fact]
    public async Task Where_nothing_is_required_no_step_is_marked_and_none_is_left_out()
    {
        Save(
            "Ten steps",
            """{"intent": "walk the long way", "steps": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]}"""
        );

        var response = await MatchAsync(new MatchRequest { Intent = "walk the long way" });

        var steps = response.MatchedPatterns[0].Steps;
        steps.Select(s => s.Text).ShouldBe(Enumerable.Range(1, 10).Select(i => $"{i}"));
        steps.ShouldAllBe(s => !s.Near);
    }

    [Fact]
    public async Task A_code_match_gives_something_to_reuse()
    {
        var lines = string.Join("\\n", Enumerable.Range(1, 12).Select(i => $"line {i}"));
        Save(
            "Loop that tries again",
            $$"""
            {
              "purpose": "Tries again what failed.", "language": "python", "repository": "shop", "file_path": "net/client.py",
              "line_range": [12, 23], "qualified_name": "Client.fetch", "occurrence_count": 7, "implementation": "{{lines}}\n"
            }
            """
        );

        var response = await MatchAsync(new MatchRequest { Intent = "try again what failed" });

        var match = response.MatchedPatterns.Single(m => m.Name == "Loop that tries again");
        match.Purpose.ShouldBe("Tries again what failed.");
        match.Exemplar.ShouldBe(
            new CodeExemplar(
                "python",
                "shop",
                "net/client.py",
                12,
                "Client.fetch",
                7,
                string.Join('\n', Enumerable.Range(1, 8).Select(i => $"line {i}")),
                4
            )
        );
        response.MatchedPatterns.Where(m => m != match).ShouldAllBe(m => m.Exemplar == null);
    }

    [Fact]
    public async Task A_language_lets_through_code_of_that_language_alone()
    {
        Save("Tries again in Python", """{"intent": "try again", "language": "python"}""");
        Save("Tries again in C#", """{"intent": "try again", "language": "csharp"}""");

        var response = await MatchAsync(
            new MatchRequest
            {
                Intent = "try again",
                Filters = new MatchFilters { Languages = ["Python"] },
                Explain = true,
            }
        );

        response.MatchedPatterns.Select(m => m.Name).ShouldBe(["Tries again in Python"]);
        // What passed one filter must not be taken for what passes another.
        var other = await MatchAsync(
            new MatchRequest
            {
                Intent = "try again",
                Filters = new MatchFilters { Languages = ["csharp"] },
            }
        );
        other.MatchedPatterns.Select(m => m.Name).ShouldBe(["Tries again in C#"]);
        response.Explain!.Filters.Single(f => f.Filter == "languages").Removed.ShouldBe(4);
    }

    [Theory]
    [InlineData("""{"file_path": 7, "implementation": "x"}""")]
    [InlineData("""{"file_path": "a.py"}""")]
    [InlineData("""{"file_path": "a.py", "implementation": ["x"]}""")]
    public void A_body_without_code_and_place_has_no_exemplar(string body) =>
        CodeExemplar.Of(JsonElement.Parse(body)).ShouldBeNull();

    [Theory]
    [InlineData("""{"file_path": "a.py", "implementation": "x", "line_range": []}""")]
    [InlineData(
        """{"file_path": "a.py", "implementation": "x", "line_range": ["1"], "occurrence_count": 1e99}"""
    )]
    public void What_a_body_says_in_another_form_is_left_open(string body)
    {
        var exemplar = CodeExemplar.Of(JsonElement.Parse(body)).ShouldNotBeNull();

        exemplar.Line.ShouldBeNull();
        exemplar.Places.ShouldBe(0);
        exemplar.Source.ShouldBe("x");
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

    [Fact]
    public async Task Pages_of_a_match_follow_each_other_without_a_gap_or_a_repeat()
    {
        for (var i = 0; i < 7; i++)
            Save($"Retry number {i}", $$"""{"intent": "retry a flaky call, the {{i}}th way"}""");
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        var request = new MatchRequest { Intent = "retry a flaky call", Limit = 3 };
        var whole = await MatchAsync(request with { Limit = 100 });

        var paged = new List<string>();
        for (int? offset = 0; offset is { } from; )
        {
            var page = await MatchAsync(request with { Offset = from });
            page.Offset.ShouldBe(from);
            paged.AddRange(page.MatchedPatterns.Select(m => m.Name));
            offset = page.NextOffset;
        }

        paged.ShouldBe(whole.MatchedPatterns.Select(m => m.Name));
        whole.NextOffset.ShouldBeNull();
        var beyond = await MatchAsync(request with { Offset = 400 });
        beyond.MatchedPatterns.ShouldBeEmpty();
        (beyond.NextOffset, beyond.NothingFits).ShouldBe((null, false));
        (request with { Offset = 401 }).Problems().Keys.ShouldBe(["offset"]);
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
        var inputs = new ConfidenceInputs(0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5);
        var labels = Enumerable
            .Range(0, 60)
            .Select(i => new ConfidenceLabel(inputs, i % 2 == 0))
            .ToList();
        matcher.Use(ConfidenceCalibrator.Fit(matcher.CalibratorKey(), labels));

        var response = await matcher.MatchAsync(new MatchRequest { Intent = "retry" }, default);

        response.ConfidenceBasis.ShouldBe("platt");
        response.LabelsUsed.ShouldBe(60);
    }

    private PatternMatcher Matcher() =>
        new(
            new NamespaceIndexes(_catalogue, _ => _catalogue),
            _store,
            _analyzer,
            Lexicon.Default,
            _clock
        );

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
