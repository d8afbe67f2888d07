using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Tests.Matching.Ranking;

public sealed class MatchIndexTests : IDisposable
{
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    private readonly MatchIndex _index = new(new TextAnalyzer(), Lexicon.Default);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Match_with_no_candidates_returns_empty()
    {
        var found = Search("retry transient failures");

        found.Matches.ShouldBeEmpty();
        found.Total.ShouldBe(0);
    }

    [Fact]
    public void A_written_document_is_found_at_once_and_a_removed_one_no_more()
    {
        _index.Upsert(MatchCatalogue.Documents);
        Best("invalidate stale cache entries").ShouldBe("cache");

        _index.Upsert([
            new MatchDocument
            {
                Id = "new",
                Name = "Invalidate stale cache entries",
                Intent = "invalidate stale cache entries",
            },
        ]);
        Best("invalidate stale cache entries").ShouldBe("new");

        _index.Remove("new").ShouldBeTrue();
        _index.Remove("new").ShouldBeFalse();
        Best("invalidate stale cache entries").ShouldBe("cache");
    }

    [Fact]
    public void Replacing_a_document_forgets_its_old_text()
    {
        _index.Upsert(MatchCatalogue.Documents);
        _index.Upsert([
            new MatchDocument
            {
                Id = "cache",
                Name = "Feature flags",
                Description = "switch behaviour at run time",
            },
        ]);

        _index.Count.ShouldBe(MatchCatalogue.Documents.Count);
        Best("switch behaviour with feature flags").ShouldBe("cache");
        Search("stale entries")
            .Matches.ShouldNotContain(match => match.Id == "cache" && match.Raw.Bm25 > 0);
    }

    [Fact]
    public void Sweeping_removed_documents_out_changes_no_ranking()
    {
        var filler = Enumerable
            .Range(0, 300)
            .Select(number => new MatchDocument
            {
                Id = $"filler{number}",
                Name = $"Filler {number}",
                Description = "nothing of note",
            })
            .ToList();
        _index.Upsert(filler);
        _index.Upsert(MatchCatalogue.Documents);
        foreach (var document in filler)
            _index.Remove(document.Id);
        using var fresh = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        fresh.Upsert(MatchCatalogue.Documents);

        foreach (var text in (string[])["retry failed calls", "limit requests", "passwords"])
        {
            var expected = fresh.Search(Request(text), Prior).Matches.Select(match => match.Id);
            Search(text).Matches.Select(match => match.Id).ShouldBe(expected);
        }
    }

    [Fact]
    public void Filters_say_what_they_removed_and_status_defaults_to_active()
    {
        _index.Upsert(MatchCatalogue.Documents);
        _index.Upsert([
            new MatchDocument
            {
                Id = "old",
                Name = "Retry",
                Status = "archived",
            },
        ]);

        var found = _index.Search(
            Request("retry") with
            {
                Filters = new MatchFilters { Tags = ["resilience"], MinQualityScore = 0.5 },
            },
            Prior
        );

        found.Matches.Select(match => match.Id).ShouldBe(["retry"]);
        found
            .Filters.Select(filter => (filter.Filter, filter.Removed))
            .ShouldBe([("statuses", 1), ("tags", 2), ("min_quality_score", 1)]);
        found.Filters.ShouldAllBe(filter => filter.UnknownValues.Count == 0);
    }

    [Fact]
    public void A_value_that_no_pattern_has_is_named_and_a_filter_that_was_not_given_is_not()
    {
        _index.Upsert(MatchCatalogue.Documents);

        var found = _index.Search(
            Request("retry") with
            {
                Filters = new MatchFilters { Tags = ["Resilience", "reslience"], Kinds = ["cod"] },
            },
            Prior
        );

        found.Matches.ShouldBeEmpty();
        found
            .Filters.Select(filter => (filter.Filter, string.Join(' ', filter.UnknownValues)))
            .ShouldBe([("statuses", ""), ("kinds", "cod"), ("tags", "reslience")]);
        found.Filters.Sum(filter => filter.Removed).ShouldBe(MatchCatalogue.Documents.Count);
    }

    [Fact]
    public void The_order_of_writing_does_not_change_the_ranking()
    {
        using var other = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        _index.Upsert(MatchCatalogue.Documents);
        other.Upsert([.. MatchCatalogue.Documents.Reverse()]);

        foreach (
            var text in (string[])["retry failed calls", "store passwords safely", "limit requests"]
        )
        {
            var expected = Search(text).Matches.Select(match => match.Id);
            other.Search(Request(text), Prior).Matches.Select(match => match.Id).ShouldBe(expected);
        }
    }

    [Fact]
    public void A_misspelt_word_is_read_as_its_neighbour_and_reported()
    {
        _index.Upsert(MatchCatalogue.Documents);

        var found = Search("pasword hashing");

        found.Matches[0].Id.ShouldBe("hash");
        found.Query.Corrections.ShouldContain(
            new MatchCorrection("pasword", "password", "spelling")
        );
    }

    [Theory]
    [InlineData("index", "indices")]
    [InlineData("indices", "index")]
    [InlineData("vertex", "vertices")]
    [InlineData("matrix", "matrices")]
    [InlineData("analysis", "analyses")]
    [InlineData("analyses", "analysis")]
    [InlineData("criterion", "criteria")]
    [InlineData("phenomenon", "phenomena")]
    [InlineData("schema", "schemata")]
    [InlineData("radius", "radii")]
    [InlineData("spectrum", "spectra")]
    public void A_latin_plural_finds_the_singular_that_stands_there(string written, string asked)
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            new MatchDocument { Id = "latin", Name = $"Rebuild every {written} at night" },
        ]);

        var found = Search($"rebuild {asked} at night");

        found.Matches[0].Id.ShouldBe("latin");
        found.Matches[0].Inputs.Named.ShouldBeGreaterThan(0.7);
        found.Query.Corrections.ShouldContain(new MatchCorrection(asked, written, "plural"));
    }

    [Theory]
    [InlineData("services", "servex")]
    [InlineData("matrices", "matrix")]
    public void A_word_that_documents_have_is_looked_for_as_it_was_written(
        string written,
        string other
    )
    {
        _index.Upsert([
            new MatchDocument { Id = "written", Name = $"Pool of {written}" },
            new MatchDocument { Id = "other", Name = $"Pool of {other}" },
        ]);

        var found = Search(written);

        found.Matches[0].Id.ShouldBe("written");
        found.Query.Corrections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("C", "c")]
    [InlineData("c", "c")]
    [InlineData("C++", "cpp")]
    [InlineData("C#", "csharp")]
    [InlineData(".NET", "dotnet")]
    [InlineData("retry in C", "c")]
    [InlineData("retry in C++", "cpp")]
    [InlineData("retry in .NET", "dotnet")]
    public void A_language_of_one_letter_or_of_signs_is_found_by_its_name_or_tag(
        string asked,
        string expected
    )
    {
        MatchDocument Retry(string id, string name, string tag) =>
            new()
            {
                Id = id,
                Name = name,
                Tags = [tag],
            };
        _index.Upsert([
            .. MatchCatalogue.Documents,
            Retry("c", "Retry in C", "c"),
            Retry("cpp", "Retry in C++", "c++"),
            Retry("csharp", "Retry in C#", "c#"),
            Retry("dotnet", "Retry in .NET", ".net"),
        ]);

        Best(asked).ShouldBe(expected);
    }

    [Fact]
    public void A_tag_of_one_letter_is_enough()
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            new MatchDocument
            {
                Id = "arena",
                Name = "Arena allocation",
                Tags = ["C"],
            },
        ]);

        Best("C").ShouldBe("arena");
    }

    [Fact]
    public void Tags_are_alternatives_unless_all_are_asked_for()
    {
        MatchDocument Tagged(string id, params string[] tags) =>
            new()
            {
                Id = id,
                Name = "Retry",
                Tags = tags,
            };
        _index.Upsert([Tagged("one", "Http"), Tagged("both", "http", "Async")]);
        int Count(TagMode mode) =>
            _index
                .Search(
                    new MatchSearch(
                        [new QueryPart("retry", 1)],
                        new MatchFilters { Tags = ["HTTP", "async"], TagMode = mode },
                        10
                    ),
                    Prior
                )
                .Matches.Count;

        Count(TagMode.Any).ShouldBe(2);
        Count(TagMode.All).ShouldBe(1);
    }

    [Fact]
    public void A_joined_word_finds_the_hyphenated_one()
    {
        _index.Upsert(MatchCatalogue.Documents);

        var found = Search("ratelimiter");

        found.Matches[0].Id.ShouldBe("limit");
        found.Query.Corrections.ShouldContain(correction => correction.Reason == "split");
    }

    [Fact]
    public void A_synonym_is_looked_for_beside_the_word_written()
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            new MatchDocument { Id = "probe", Name = "Kubernetes probes" },
        ]);

        Search("k8s").Matches[0].Id.ShouldBe("probe");
        Search("k8s")
            .Query.Corrections.ShouldContain(new MatchCorrection("k8s", "kubernet", "synonym"));
    }

    [Fact]
    public void A_better_prior_decides_between_equal_texts_only()
    {
        _index.Upsert([
            new MatchDocument
            {
                Id = "a",
                Name = "Retry calls",
                SuccessPosterior = 0.2,
            },
            new MatchDocument
            {
                Id = "b",
                Name = "Retry calls",
                SuccessPosterior = 0.9,
            },
            new MatchDocument
            {
                Id = "c",
                Name = "Cache calls",
                SuccessPosterior = 1,
            },
        ]);

        Search("retry").Matches.Select(match => match.Id).Take(2).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Diversity_puts_something_else_second()
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            new MatchDocument
            {
                Id = "retry2",
                Name = "Retry again",
                Intent = "repeat failed calls with growing delays",
            },
        ]);
        var request = Request("repeat failed calls with growing delays, limit");

        var diverse = _index.Search(request with { Diversity = 0.7 }, Prior).Matches;

        Search(request.Parts[0].Text)
            .Matches.Take(2)
            .Select(match => match.Id)
            .ShouldBe(["retry", "retry2"], ignoreOrder: true);
        diverse
            .Take(2)
            .Count(match => match.Id.StartsWith("retry", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public void A_broad_request_also_finds_what_shares_words_with_the_best_results()
    {
        _index.Upsert([
            new MatchDocument
            {
                Id = "1",
                Name = "Zubrowka",
                Description = "qwertz",
            },
            new MatchDocument { Id = "2", Name = "Qwertz" },
        ]);

        Search("zubrowka").Matches.Single(match => match.Id == "1").Raw.Bm25.ShouldBeGreaterThan(0);
        var broad = _index.Search(Request("zubrowka") with { Broad = true }, Prior);

        broad.Matches.Single(match => match.Id == "2").Raw.Bm25.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Latent_semantics_begin_at_fifty_documents()
    {
        _index.Upsert(MatchCatalogue.Documents);
        _index.Refit();
        Search("retry").Weights.Lsi.ShouldBe(0);
        Shares(Search("retry").Weights).ShouldBe(1, 1e-9);

        _index.Upsert([
            .. Enumerable
                .Range(0, 60)
                .Select(number => new MatchDocument
                {
                    Id = $"x{number}",
                    Description = $"retry call word{number % 7} part{number % 5}",
                }),
        ]);
        _index.IsStale.ShouldBeTrue();
        _index.Refit();

        _index.IsStale.ShouldBeFalse();
        Search("retry").Weights.Lsi.ShouldBeGreaterThan(0);
        Shares(Search("retry").Weights).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_model_joins_the_other_signals_and_finds_what_shares_no_word()
    {
        _index.Upsert(MatchCatalogue.Documents);
        var found = _index.Search(
            Request("zzz") with
            {
                Vectors = Model(("hash", 0.9f), ("cache", 0.2f), ("purged", 1f)),
            },
            ConfidenceCalibrator.Prior(new CalibratorKey("", "", PriorConfidence.Model.Name))
        );

        found.Space.ShouldBe("model");
        found.Matches[0].Id.ShouldBe("hash");
        found.Matches[0].Score.ShouldBe(found.Weights.Neural, 1e-6);
        // No word says anything: meaning has its largest share.
        var mixture = SignalMixture.WithModel;
        found.Weights.Neural.ShouldBe(mixture.MeaningBase + mixture.MeaningReach, 1e-9);
        // Others are named by nobody: what is least near stands for the median.
        found.Maxima.Neural.ShouldBe(0.7, 1e-6);
    }

    [Fact]
    public void A_models_cosines_count_from_their_median_on()
    {
        _index.Upsert(MatchCatalogue.Documents);
        var ids = MatchCatalogue.Documents.Select(document => document.Id).ToList();
        // A model that finds everything equally near says nothing.
        var found = _index.Search(
            Request("retry failed calls") with
            {
                Vectors = Model([.. ids.Select(id => (id, 0.8f))]),
            },
            Prior
        );

        found.Maxima.Neural.ShouldBe(0);
        found.Matches.ShouldAllBe(match => match.Raw.Neural == 0);
        found.Matches[0].Id.ShouldBe("retry");
    }

    [Fact]
    public void Meaning_counts_more_where_words_give_less_evidence()
    {
        _index.Upsert(MatchCatalogue.Documents);
        var much = _index.Search(
            Request("retry failed calls with exponential backoff and jitter") with
            {
                Vectors = Model(("hash", 0.9f)),
            },
            Prior
        );
        var little = _index.Search(
            Request("calls of gannets over the harbour") with
            {
                Vectors = Model(("hash", 0.9f)),
            },
            Prior
        );
        var whole = _index.Search(Request("calls") with { Vectors = Model(("hash", 0.9f)) }, Prior);

        // Few words are all that is meant where a document has each of them.
        whole.Weights.Neural.ShouldBe(SignalMixture.WithModel.MeaningBase, 1e-9);
        little.Weights.Neural.ShouldBeGreaterThan(much.Weights.Neural);
        much.Weights.Neural.ShouldBeGreaterThanOrEqualTo(SignalMixture.WithModel.MeaningBase);
        much.Weights.Vec.ShouldBe(0);
        Shares(much.Weights).ShouldBe(1, 1e-9);
    }

    private static double Shares(SignalWeights weights) =>
        weights.Bm25 + weights.Lsi + weights.Vec + weights.Char + weights.Neural;

    private static VectorSignal Model(params (string Id, float Cosine)[] near) =>
        new(
            new EmbeddingSpace("remote", "model", 2),
            near.ToDictionary(pair => pair.Id, pair => pair.Cosine, StringComparer.Ordinal)
        );

    [Fact]
    public async Task Readers_and_a_writer_go_on_together()
    {
        _index.Upsert(MatchCatalogue.Documents);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    var searches = 0;
                    do
                    {
                        Search("retry failed calls").Matches.ShouldNotBeEmpty();
                        searches++;
                    } while (!stop.IsCancellationRequested);
                    return searches;
                })
            )
            .ToArray();
        for (var i = 0; i < 200; i++)
        {
            _index.Upsert([
                new MatchDocument
                {
                    Id = $"w{i % 10}",
                    Name = $"Write {i}",
                    Description = "retry",
                },
            ]);
            if (i % 50 == 0)
                _index.Refit();
        }
        await stop.CancelAsync();

        (await Task.WhenAll(readers)).ShouldAllBe(searches => searches > 0);
    }

    private RankedMatches Search(string text) => _index.Search(Request(text), Prior);

    private string Best(string text) => Search(text).Matches[0].Id;

    private static MatchSearch Request(string text) =>
        new([new QueryPart(text, 1)], new MatchFilters(), 10);
}
