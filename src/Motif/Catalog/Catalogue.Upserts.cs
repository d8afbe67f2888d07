using Motif.Storage;

namespace Motif.Catalog;

/// <summary>What an upsert came to.</summary>
public enum UpsertResult
{
    Created,
    Updated,
    Unchanged,
    Refused,
}

/// <summary>One draft's way into the catalogue.</summary>
/// <param name="Problem">Why it was refused; null otherwise.</param>
public sealed record UpsertedDraft(UpsertResult Result, CatalogueProblem? Problem = null);

public sealed partial class Catalogue
{
    /// <summary>
    /// Upserts many drafts with one read and one write. A draft that is refused keeps no other from being written; one
    /// whose (kind, key) stands twice in the list is written in order. Quality that a draft does not give, or gives as it
    /// stands, stays: an import of an export changes nothing.
    /// </summary>
    /// <returns>One result per draft, in order.</returns>
    public async Task<IReadOnlyList<UpsertedDraft>> UpsertManyAsync(
        IReadOnlyList<PatternDraft> drafts,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(actor);
        var results = new UpsertedDraft[drafts.Count];
        var valid = new List<(int Index, Pattern Wanted)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (Errors(drafts[i]) is { Count: > 0 } errors)
                results[i] = Refused(CatalogueProblem.Invalid(errors));
            else
                valid.Add((i, Build(drafts[i])));
        }
        foreach (var distinct in WithoutRepeats(valid))
            await UpsertDistinctAsync(distinct, drafts, actor, results, cancellationToken);
        return results;
    }

    /// <summary>
    /// The same for drafts of strangers: should a store refuse one of them that had passed every check, that one is refused
    /// and all others are written.
    /// </summary>
    internal async Task<IReadOnlyList<UpsertedDraft>> UpsertEachAsync(
        IReadOnlyList<PatternDraft> drafts,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await UpsertManyAsync(drafts, actor, cancellationToken);
        }
        catch (UnstorableException exception) when (drafts.Count == 1)
        {
            return [Refused(CatalogueProblem.Invalid(exception.Member, exception.Mistake))];
        }
        catch (UnstorableException)
        {
            // One by one the culprit shows.
            var results = new List<UpsertedDraft>(drafts.Count);
            foreach (var draft in drafts)
                results.AddRange(await UpsertEachAsync([draft], actor, cancellationToken));
            return results;
        }
    }

    /// <summary>Runs in which no pattern stands twice, so that each can be one transaction.</summary>
    private static IEnumerable<List<(int Index, Pattern Wanted)>> WithoutRepeats(
        List<(int Index, Pattern Wanted)> drafts
    )
    {
        var run = new List<(int Index, Pattern Wanted)>();
        var seen = new HashSet<Guid>();
        foreach (var draft in drafts)
        {
            if (!seen.Add(draft.Wanted.PatternId))
            {
                yield return run;
                run = [];
                seen = [draft.Wanted.PatternId];
            }
            run.Add(draft);
        }
        if (run.Count > 0)
            yield return run;
    }

    private async Task UpsertDistinctAsync(
        List<(int Index, Pattern Wanted)> wanted,
        IReadOnlyList<PatternDraft> drafts,
        Actor actor,
        UpsertedDraft[] results,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var standing = await StandingAsync(wanted, drafts, cancellationToken);
            var writes = new List<PatternWrite>();
            foreach (var (index, pattern) in wanted)
                results[index] = Plan(drafts[index], pattern, standing, actor, writes);
            if (writes.Count == 0)
                return;
            var conflicts = await patterns.SaveAsync(writes, cancellationToken);
            if (conflicts.Count == 0)
                return;
            if (attempt == MaxAttempts)
            {
                foreach (var (index, pattern) in wanted)
                    results[index] = Refused(Stale(pattern.PatternId));
                return;
            }
        }
    }

    private async Task<Dictionary<Guid, Pattern>> StandingAsync(
        List<(int Index, Pattern Wanted)> wanted,
        IReadOnlyList<PatternDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var ids = wanted.Select(w => w.Wanted.PatternId).ToHashSet();
        foreach (var (index, _) in wanted)
            ids.UnionWith(drafts[index].DerivedFrom);
        var found = await patterns.FindManyAsync(ids, cancellationToken);
        return found.ToDictionary(p => p.PatternId);
    }

    private UpsertedDraft Plan(
        PatternDraft draft,
        Pattern wanted,
        Dictionary<Guid, Pattern> standing,
        Actor actor,
        List<PatternWrite> writes
    )
    {
        foreach (var parent in draft.DerivedFrom)
        {
            if (!standing.ContainsKey(parent))
                return Refused(
                    CatalogueProblem.Invalid("derived_from", $"no pattern has the id {parent}")
                );
        }
        if (!standing.TryGetValue(wanted.PatternId, out var current))
        {
            writes.Add(Insertion(wanted, draft, actor));
            return new UpsertedDraft(UpsertResult.Created);
        }
        if (Lifecycle.Refusal(current.Status, wanted.Status, actor.IsAdministrator) is { } refusal)
            return Refused(new CatalogueProblem(CatalogueRefusal.NotAllowed, refusal));
        if (Update(current, KeepQuality(current, wanted, draft), actor) is not { } write)
            return new UpsertedDraft(UpsertResult.Unchanged);
        writes.Add(write);
        return new UpsertedDraft(UpsertResult.Updated);
    }

    /// <summary>A draft has no weights: components equal to the measured ones must not replace their profile.</summary>
    private static Pattern KeepQuality(Pattern current, Pattern wanted, PatternDraft draft) =>
        (draft.Quality is null && !wanted.Quality.Components.Any())
        || SameComponents(current.Quality, wanted.Quality.Components)
            ? wanted with
            {
                Quality = current.Quality,
            }
            : wanted;

    private static bool SameComponents(
        Quality quality,
        IReadOnlyDictionary<string, double?> components
    ) =>
        quality.Components.Count == components.Count
        && quality.Components.All(c =>
            components.TryGetValue(c.Key, out var value) && value.Equals(c.Value)
        );

    private static UpsertedDraft Refused(CatalogueProblem problem) =>
        new(UpsertResult.Refused, problem);
}
