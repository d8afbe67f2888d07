using Motif.Matching.Tuning;

namespace Motif.Matching;

/// <summary>
/// Keeps the offline vectors tuned on the catalogue that is matched (<see cref="CatalogueTuner"/>): once it is loaded, again when
/// it has grown or shrunk by a fifth, and every day for what outcomes taught. Thread-safe; one tuning at a time.
/// </summary>
public sealed class CatalogueTuning(
    CatalogueIndex catalogue,
    CatalogueTuner tuner,
    TuningShelf shelf,
    TimeProvider time
) : IDisposable
{
    private const double StaleShare = 0.2;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whether a tuning would have something new to learn that no other server has learned meanwhile.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        if (!catalogue.IsLoaded)
            return false;
        await shelf.AdoptAsync(cancellationToken);
        return shelf.Last is not { } last
            || Math.Abs(catalogue.Index.Count - last.Patterns) > last.Patterns * StaleShare
            || time.GetUtcNow() - last.TunedAt > LongestPause;
    }

    /// <summary>
    /// Tunes, and ranks with the result from then on where held-out pairs rank no worse; takes seconds on all cores, while
    /// matches go on. A failure of the store is thrown as <see cref="Storage.BackendException"/>.
    /// </summary>
    public async Task<TuningReport> TuneAsync(
        CancellationToken cancellationToken,
        IProgress<int>? progress = null
    )
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await catalogue.SynchronizeAsync(cancellationToken);
            var documents = await catalogue.ReadAllAsync(cancellationToken);
            var (tuned, report) = await Task.Run(
                () => tuner.Tune(catalogue.Index, documents, progress, cancellationToken),
                cancellationToken
            );
            await shelf.PutAsync(tuned, documents.Count, time.GetUtcNow(), cancellationToken);
            return report;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Ranks with the vectors as they came with the program, here and wherever the catalogue is read, until the next tuning.
    /// </summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await catalogue.SynchronizeAsync(cancellationToken);
        await shelf.PutAsync(null, catalogue.Index.Count, time.GetUtcNow(), cancellationToken);
    }

    public void Dispose() => _gate.Dispose();
}
