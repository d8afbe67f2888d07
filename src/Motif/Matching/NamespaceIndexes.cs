using System.Collections.Concurrent;
using Motif.Catalog;
using Motif.Matching.Calibration;

namespace Motif.Matching;

/// <summary>
/// The index of every namespace that matches ask for (<see cref="LearningNamespace"/>), read when it is asked for first, beside
/// that of all. Each holds the whole catalogue: at most <see cref="Most"/> stay, those that were asked for last. Namespaces in
/// which nothing was reported yet share one, so that made-up names cost nothing. Thread-safe.
/// </summary>
/// <param name="whole">The index by the outcomes of all.</param>
/// <param name="open">Makes the index of a namespace.</param>
/// <param name="feedback">Where outcomes are; null where nothing is learned.</param>
public sealed class NamespaceIndexes(
    CatalogueIndex whole,
    Func<string, CatalogueIndex> open,
    IFeedbackStore? feedback = null
) : IDisposable
{
    /// <summary>Indexes of namespaces in memory at once.</summary>
    public const int Most = 8;

    /// <summary>Stands for all namespaces without an outcome; none can be called so.</summary>
    private const string Unlearned = "(new)";

    private readonly ConcurrentDictionary<string, bool> _learned = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Name, CatalogueIndex Index)> _recent = [];

    /// <summary>The index by the outcomes of all.</summary>
    public CatalogueIndex Whole => whole;

    /// <summary>The index of a namespace; that of all for null.</summary>
    public async Task<CatalogueIndex> OfAsync(string? name, CancellationToken cancellationToken) =>
        name is null ? whole
        : await IsLearnedInAsync(name, cancellationToken) ? Of(name)
        : Of(Unlearned);

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, index) in _recent)
            {
                index.Dispose();
                index.Index.Dispose();
            }
            _recent.Clear();
        }
    }

    private async Task<bool> IsLearnedInAsync(string name, CancellationToken cancellationToken)
    {
        if (_learned.ContainsKey(name))
            return true;
        if (feedback is null || !await feedback.IsLearnedInAsync(name, cancellationToken))
            return false;
        _learned.TryAdd(name, true);
        return true;
    }

    private CatalogueIndex Of(string name)
    {
        lock (_gate)
        {
            var found = _recent.First;
            while (found is not null && found.Value.Name != name)
                found = found.Next;
            if (found is not null)
                _recent.Remove(found);
            found ??= new((name, open(name)));
            _recent.AddFirst(found);
            // Not disposed: a match that still reads it keeps it alive until it is answered.
            if (_recent.Count > Most)
                _recent.RemoveLast();
            return found.Value.Index;
        }
    }
}
