namespace Motif.Matching.Tuning;

/// <summary>
/// Keeps the offline vectors tuned on the catalogue that is matched (<see cref="CatalogueTuner"/>): once it is loaded, again when
/// it has grown or shrunk by a fifth, and every day for what outcomes taught. Thread-safe; one tuning at a time.
/// </summary>
public sealed class CatalogueTuning(
    CatalogueIndex catalogue,
    CatalogueTuner tuner,
    TimeProvider time
) : IDisposable
{
    private const double StaleShare = 0.2;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _gate = new(1);
    private (int Documents, long At)? _last;

    /// <summary>Whether a tuning would have something new to learn.</summary>
    public bool IsDue =>
        catalogue.IsLoaded
        && (
            _last is not { } last
            || Math.Abs(catalogue.Index.Count - last.Documents) > last.Documents * StaleShare
            || time.GetElapsedTime(last.At) > LongestPause
        );

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
            if (tuned is not null)
                await Task.Run(() => catalogue.Index.Use(tuned, isTuned: true), cancellationToken);
            _last = (documents.Count, time.GetTimestamp());
            return report;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
