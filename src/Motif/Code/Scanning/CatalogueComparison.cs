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
    private readonly Actor _actor = new("code scan");

    /// <returns>What has to be written, and the groups that stand afterwards.</returns>
    public async Task<PatternChanges> CompareAsync(
        ScanInProgress scan,
        Analysis analysis,
        CancellationToken cancellationToken
    )
    {
        var stored = (await store.PatternsAsync(scan.Repository, cancellationToken)).ToDictionary(
            s => s.Pattern.PatternId
        );
        var before = await store.OccurrencesInAsync(scan.Repository, cancellationToken);
        var known = stored.Values.Select(s => s.Pattern).ToList();
        var groups = analysis.Faults.Survive(
            "carrying identities over",
            AnalysisFaults.WholeTree,
            null,
            analysis.Groups,
            () => CarriedIdentity.Carry(analysis.Groups, known, before)
        );
        var ids = groups.Select(g => g.PatternId).Where(id => !stored.ContainsKey(id)).ToList();
        var others = ids.Count == 0 ? [] : await patterns.FindManyAsync(ids, cancellationToken);
        foreach (var other in others)
            stored[other.PatternId] = new StoredCodePattern(other, []);
        var elsewhere = new Dictionary<Guid, IReadOnlyList<Occurrence>>();
        foreach (var group in groups)
            elsewhere[group.PatternId] = await ElsewhereAsync(
                scan,
                stored.GetValueOrDefault(group.PatternId),
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
            await RetireAsync(scan, gone, changes, cancellationToken);
        return changes;
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
            changes.Add(Catalogue.Insertion(wanted, _actor, []));
        else if (Update(known.Pattern, wanted) is { } write)
            changes.Change(write);
    }

    private PatternWrite? Update(Pattern known, Pattern wanted)
    {
        var move = PatternComposer.Move(known, wanted);
        return catalogue.Update(
            known,
            wanted,
            _actor,
            move is null ? VersionEvent.Edited : VersionEvent.Moved,
            move
        );
    }

    /// <summary>What a group in use elsewhere needs; one that is new has nothing to be asked for.</summary>
    private async Task<IReadOnlyList<Occurrence>> ElsewhereAsync(
        ScanInProgress scan,
        StoredCodePattern? known,
        CancellationToken cancellationToken
    )
    {
        if (known is null || known.Repositories is [var only] && only == scan.Repository)
            return [];
        var all = await store.OccurrencesAsync(
            known.Pattern.PatternId,
            int.MaxValue,
            cancellationToken
        );
        return [.. all.Where(o => o.Repository != scan.Repository)];
    }

    private async Task RetireAsync(
        ScanInProgress scan,
        StoredCodePattern known,
        PatternChanges changes,
        CancellationToken cancellationToken
    )
    {
        var elsewhere = await ElsewhereAsync(scan, known, cancellationToken);
        var wanted = PatternComposer.Without(known.Pattern, elsewhere);
        var isRetired = wanted.Status != known.Pattern.Status;
        var write = catalogue.Update(
            known.Pattern,
            wanted,
            _actor,
            isRetired ? VersionEvent.StatusChanged : VersionEvent.Edited,
            isRetired ? $"no longer in {scan.Repository} nor anywhere else" : null
        );
        if (write is not null)
            changes.Retire(write, isRetired);
    }
}
