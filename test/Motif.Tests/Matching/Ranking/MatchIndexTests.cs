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
        found.Filters.ShouldBe([new("statuses", 1), new("tags", 2), new("min_quality_score", 1)]);
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
        var rest = 1 - SignalWeights.Untuned.Lsi;
        Search("retry").Weights.Bm25.ShouldBe(SignalWeights.Untuned.Bm25 / rest, 1e-9);

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
        Search("retry").Weights.ShouldBe(SignalWeights.Untuned);
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
            Prior
        );

        found.Space.ShouldBe("model");
        found.Matches[0].Id.ShouldBe("hash");
        found.Matches[0].Score.ShouldBe(found.Weights.Neural, 1e-6);
        found.Weights.Neural.ShouldBe(0.4);
        // Others are named by nobody: what is least near stands for the median.
        found.Maxima.Neural.ShouldBe(0.7, 1e-6);
    }

    [Fact]
    public void A_models_cosines_count_from_their_median_on()
    {
        _index.Upsert(MatchCatalogue.Documents);
        var words = Search("retry failed calls");
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
        found.Matches.Select(match => match.Id).ShouldBe(words.Matches.Select(match => match.Id));
        found.Matches[0].Confidence.ShouldBe(words.Matches[0].Confidence, 1e-6);
    }

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
