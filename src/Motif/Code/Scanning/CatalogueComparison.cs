using Motif.Catalog;
using Motif.Code.Patterns;
using Motif.Storage;

namespace Motif.Code.Scanning;

/// <summary>Holds what a scan found against what the catalogue has.</summary>
internal sealed class CatalogueComparison(
    ICodeStore store,
    IPatternStore patterns,
    Catalogue catalogue,
    TimeProvider time
)
{
    private static readonly Actor Scanner = new("code scan");

    private readonly PatternRetirement _retirement = new(store, catalogue, Scanner);

    /// <returns>What has to be written, and the groups that stand afterwards.</returns>
    public async Task<PatternChanges> CompareAsync(
        ScanInProgress scan,
        Analysis analysis,
        IReadOnlyList<RepositoryFile> takenOver,
        CancellationToken cancellationToken
    )
    {
        var taken = takenOver.ToHashSet();
        bool Stays(Occurrence o) =>
            o.Repository != scan.Repository && !taken.Contains(new(o.Repository, o.File));
        var stored = (await store.PatternsAsync(scan.Repository, cancellationToken)).ToDictionary(
            s => s.Pattern.PatternId
        );
        var before = await store.OccurrencesInAsync(scan.Repository, cancellationToken);
        var known = stored.Values.Select(s => s.Pattern).ToList();
        var continued = await ContinueAsync(analysis.Groups, stored, before, cancellationToken);
        var groups = analysis.Faults.Survive(
            "carrying identities over",
            AnalysisFaults.WholeTree,
            null,
            continued,
            () => CarriedIdentity.Carry(continued, known, before)
        );
        foreach (var other in takenOver.Select(f => f.Repository).Distinct(StringComparer.Ordinal))
        {
            foreach (var pattern in await store.PatternsAsync(other, cancellationToken))
                stored.TryAdd(pattern.Pattern.PatternId, pattern);
        }
        var ids = groups.Select(g => g.PatternId).Where(id => !stored.ContainsKey(id)).ToList();
        var others = ids.Count == 0 ? [] : await patterns.FindManyAsync(ids, cancellationToken);
        foreach (var other in others)
            stored[other.PatternId] = new StoredCodePattern(other, []);
        var elsewhere = new Dictionary<Guid, IReadOnlyList<Occurrence>>();
        foreach (var group in groups)
            elsewhere[group.PatternId] = await ElsewhereAsync(
                scan,
                stored.GetValueOrDefault(group.PatternId),
                Stays,
                cancellationToken
            );
        var changes = new PatternChanges();
        foreach (
            var (group, wanted) in Compose(
                scan,
                analysis.Faults,
                groups,
                stored,
                elsewhere,
                cancellationToken
            )
        )
            Take(scan, group, wanted, stored.GetValueOrDefault(group.PatternId), changes);
        foreach (var gone in stored.Values.Where(s => !changes.IsKept(s.Pattern.PatternId)))
        {
            var rest = await ElsewhereAsync(scan, gone, Stays, cancellationToken);
            var (write, isRetired) = _retirement.Without(gone.Pattern, rest, scan.Repository);
            if (write is not null)
                changes.Retire(write, isRetired);
        }
        return changes;
    }

    /// <summary>The groups under the keys that their patterns have in a catalogue from before domains were no patterns.</summary>
    private async Task<IReadOnlyList<PatternGroup>> ContinueAsync(
        IReadOnlyList<PatternGroup> groups,
        Dictionary<Guid, StoredCodePattern> stored,
        IReadOnlyList<Occurrence> before,
        CancellationToken cancellationToken
    )
    {
        var unknown = groups.Where(g => !stored.ContainsKey(g.PatternId)).ToList();
        var ids = unknown
            .SelectMany(g => FormerDomains.KeysOf(g.Traits.Key))
            .Select(k => PatternId.For(PatternKind.Code, k))
            .Concat(unknown.Select(g => g.PatternId))
            .ToList();
        if (ids.Count == 0)
            return groups;
        var found = await patterns.FindManyAsync(ids, cancellationToken);
        var own = groups.Select(g => g.PatternId).ToHashSet();
        var known = found.Select(p => p.PatternId).Where(own.Contains).ToHashSet();
        return FormerDomains.Continue(
            groups,
            id => known.Contains(id) || stored.ContainsKey(id),
            [.. found.Where(p => !own.Contains(p.PatternId))],
            before
        );
    }

    /// <summary>In the order of the groups; null where a pattern could not be made.</summary>
    private List<(PatternGroup Group, Pattern? Wanted)> Compose(
        ScanInProgress scan,
        AnalysisFaults faults,
        IReadOnlyList<PatternGroup> groups,
        Dictionary<Guid, StoredCodePattern> stored,
        Dictionary<Guid, IReadOnlyList<Occurrence>> elsewhere,
        CancellationToken cancellationToken
    )
    {
        var composer = new PatternComposer(scan.Repository, scan.SourceOf, time.GetUtcNow());
        return groups
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(scan.Parallelism)
            .WithCancellation(cancellationToken)
            .Select(g =>
                (
                    g,
                    faults.Survive<Pattern?>(
                        "describing its pattern",
                        g.Exemplar.Unit.File,
                        g.Exemplar.Unit.Unit.StartLine,
                        null,
                        () =>
                            composer.Compose(
                                g,
                                stored.GetValueOrDefault(g.PatternId)?.Pattern,
                                elsewhere[g.PatternId]
                            )
                    )
                )
            )
            .ToList();
    }

    private void Take(
        ScanInProgress scan,
        PatternGroup group,
        Pattern? wanted,
        StoredCodePattern? known,
        PatternChanges changes
    )
    {
        // What cannot be described anew stays as it is known, and is left out where it is not.
        if (wanted is null ? known is null : scan.IsTooPoor(wanted))
            return;
        changes.Keep(group);
        if (wanted is null)
            return;
        if (known is null)
            changes.Add(Catalogue.Insertion(wanted, Scanner, []));
        else if (Update(known.Pattern, wanted) is { } write)
            changes.Change(write, known.Pattern);
    }

    private PatternWrite? Update(Pattern known, Pattern wanted)
    {
        var move = PatternComposer.Move(known, wanted);
        return catalogue.Update(
            known,
            wanted,
            Scanner,
            move is null ? VersionEvent.Edited : VersionEvent.Moved,
            move
        );
    }

    /// <summary>What a group in use elsewhere needs; one that is new has nothing to be asked for.</summary>
    private async Task<IReadOnlyList<Occurrence>> ElsewhereAsync(
        ScanInProgress scan,
        StoredCodePattern? known,
        Func<Occurrence, bool> stays,
        CancellationToken cancellationToken
    ) =>
        known is null || (known.Repositories is [var only] && only == scan.Repository)
            ? []
            : await _retirement.RestAsync(known.Pattern.PatternId, stays, cancellationToken);
}
