using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;
using Motif.Numerics;

namespace Motif.Discovery.Advice;

/// <summary>What the last run left, in memory: where items belong, and what is confirmed there.</summary>
internal sealed record Discovered(
    Guid RunId,
    int Revision,
    string Space,
    Places Places,
    IReadOnlyList<Cluster> Macros,
    IReadOnlyList<Cluster> Mesos,
    IReadOnlyList<Cluster> Micros,
    IReadOnlyList<Finding> Confirmed,
    WordLists Lists,
    MiningNumbers? Numbers
)
{
    /// <summary>Places one vector; null where it has no direction.</summary>
    public Place? PlaceOf(float[] vector)
    {
        if (Places.Micros.Rows == 0)
            return null;
        var row = new FloatMatrix(1, vector.Length);
        vector.CopyTo(row.Row(0));
        CentredVectors.Normalize(row.Row(0));
        return Places.Of(row)[0];
    }
}

/// <summary>
/// Keeps the last run's result in memory and looks now and then whether a newer one stands. Thread-safe; a read waits for the
/// database only when something changed.
/// </summary>
public sealed class DiscoveredShelf(IDiscoveryStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Discovered? _kept;
    private long? _lookedAt;

    public void Dispose() => _gate.Dispose();

    /// <summary>Null before the first run finished.</summary>
    internal async ValueTask<Discovered?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (IsTrusted())
            return _kept;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsTrusted())
            {
                await LookAsync(cancellationToken);
                _lookedAt = time.GetTimestamp();
            }
            return _kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>As it stands now, whenever it was last looked at.</summary>
    internal async Task<Discovered?> NewestAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await LookAsync(cancellationToken);
            _lookedAt = time.GetTimestamp();
            return _kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var revision = await store.RevisionAsync(cancellationToken);
        if (revision == 0 || revision == _kept?.Revision)
            return;
        var newest = (await store.ListRunsAsync(50, cancellationToken)).FirstOrDefault(r =>
            r.State is RunState.Finished && !r.Request.TestMode
        );
        if (newest is not null)
            _kept = await LoadAsync(newest, cancellationToken);
    }

    private bool IsTrusted() =>
        _kept is not null && _lookedAt is { } at && time.GetElapsedTime(at) < Trust;

    private async Task<Discovered?> LoadAsync(DiscoveryRun run, CancellationToken cancellationToken)
    {
        if (await store.HierarchyAsync(cancellationToken) is not { } stored)
            return null;
        var standing = StandingHierarchy.Of(stored);
        var findings = await store.ListFindingsAsync(cancellationToken);
        return new Discovered(
            run.RunId,
            stored.Frame.Revision,
            stored.Frame.Space,
            standing.Places,
            standing.Macros,
            standing.Mesos,
            standing.Micros,
            [.. findings.Where(f => f.State is FindingState.Confirmed)],
            WordLists.Of(run.Request.WordLists),
            run.Report?.Numbers
        );
    }
}
