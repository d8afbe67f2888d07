using System.Text.Json;
using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Starter;
using Motif.Matching.Tuning;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Tests.Matching.Tuning;

public sealed class CatalogueTuningTests : IDisposable
{
    private static readonly TextAnalyzer Analyzer = new();

    private readonly RecentPatterns _store = new();
    private readonly ManualClock _clock = new();
    private readonly MatchIndex _index = new(Analyzer, Lexicon.Default);
    private readonly CatalogueIndex _catalogue;
    private readonly TuningShelf _shelf;
    private readonly CatalogueTuning _tuning;

    public CatalogueTuningTests()
    {
        _shelf = new TuningShelf(_index);
        _catalogue = new CatalogueIndex(_store, _index, _clock, tuning: _shelf);
        _tuning = new CatalogueTuning(
            _catalogue,
            new CatalogueTuner(Analyzer, new CatalogueTuningOptions { Epochs = 1 }),
            _shelf,
            _clock
        );
    }

    public void Dispose()
    {
        _tuning.Dispose();
        _catalogue.Dispose();
        _shelf.Dispose();
        _index.Dispose();
    }

    [Fact]
    public async Task Too_few_pairs_are_not_tuned_on()
    {
        Save(StarterCatalogue.Read().Take(3));

        var report = await _tuning.TuneAsync(default);

        report.Promoted.ShouldBeFalse();
        report.Reason.ShouldContain("64");
        _index.IsTuned.ShouldBeFalse();
        _index.Weights(null).ShouldBe(SignalWeights.Untuned);
    }

    [Fact]
    public async Task Tuned_vectors_rank_held_out_pairs_no_worse_and_get_their_own_share()
    {
        Save(StarterCatalogue.Read());

        var report = await _tuning.TuneAsync(default);

        report.Promoted.ShouldBeTrue();
        report.After!.Value.ShouldBeGreaterThanOrEqualTo(report.Before!.Value);
        _index.IsTuned.ShouldBeTrue();
        _index.LexiconName.ShouldContain("tuned");
        _index.Weights(null).ShouldBe(new SignalWeights());
        _index
            .Weights(new EmbeddingSpace(EmbeddingSpace.Offline, "m", 3))
            .ShouldBe(SignalWeights.Untuned);
    }

    [Fact]
    public async Task The_same_catalogue_gives_the_same_vectors_again()
    {
        Save(StarterCatalogue.Read());

        await _tuning.TuneAsync(default);
        var first = _index.LexiconName;
        await _tuning.TuneAsync(default);

        _index.LexiconName.ShouldBe(first);
    }

    [Fact]
    public async Task A_reset_ranks_with_the_vectors_as_they_came_until_the_next_tuning()
    {
        Save(StarterCatalogue.Read());
        await _tuning.TuneAsync(default);

        await _tuning.ResetAsync(default);

        _index.IsTuned.ShouldBeFalse();
        _index.LexiconName.ShouldStartWith(Lexicon.Default.Name);
        _index.LexiconName.ShouldNotContain("tuned");
        (await _tuning.IsDueAsync(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Words_that_come_after_a_tuning_get_vectors_at_the_next_fit()
    {
        Save(StarterCatalogue.Read());
        await _tuning.TuneAsync(default);
        var before = _index.LexiconName;

        _index.Upsert([
            new MatchDocument { Id = "1", Name = "Qwertzing a database index" },
            new MatchDocument { Id = "2", Name = "Qwertzing a slow query" },
        ]);
        _index.Refit();

        _index.LexiconName.ShouldBe($"{before}+1");
        _index.IsTuned.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_due_once_loaded_when_a_fifth_came_and_after_a_day()
    {
        Save(StarterCatalogue.Read().Take(10));
        (await _tuning.IsDueAsync(default)).ShouldBeFalse();
        await _catalogue.SynchronizeAsync(default);
        (await _tuning.IsDueAsync(default)).ShouldBeTrue();

        await _tuning.TuneAsync(default);
        (await _tuning.IsDueAsync(default)).ShouldBeFalse();
        Save(StarterCatalogue.Read().Skip(10).Take(3));
        await _catalogue.SynchronizeAsync(default, atOnce: true);
        (await _tuning.IsDueAsync(default)).ShouldBeTrue();

        await _tuning.TuneAsync(default);
        _clock.Advance(TimeSpan.FromHours(25));
        (await _tuning.IsDueAsync(default)).ShouldBeTrue();
    }

    private void Save(IEnumerable<PatternDraft> practices)
    {
        foreach (var practice in practices)
            _store.Save(
                new Pattern
                {
                    PatternId = PatternId.For(PatternKind.Success, practice.Key!),
                    Kind = PatternKind.Success,
                    PatternType = "practice",
                    Key = practice.Key!,
                    Name = practice.Name!,
                    Description = practice.Description ?? "",
                    Tags = practice.Tags,
                    Body = practice.Body ?? JsonElement.Parse("{}"),
                    CreatedAt = _clock.GetUtcNow(),
                    UpdatedAt = _clock.GetUtcNow(),
                }
            );
    }
}
