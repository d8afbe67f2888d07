using Motif.Catalog;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>Which pattern shall stand for another.</summary>
/// <param name="Into">The one that stays, with its words.</param>
[WireRequest]
public sealed record MergePattern(Guid Into);

/// <summary>
/// Makes one of two patterns that mean the same: the one that stays gets the other's examples, evidence and open conflicts, and
/// whatever was decided for the other counts for it from then on. The other is taken out of use and keeps its history. What broke
/// off is done again by asking again. Thread-safe.
/// </summary>
public sealed class PatternMerge(IDecisionStore store, DecisionPatterns patterns, TimeProvider time)
{
    private const int LessonsAtOnce = 1_000;

    public async Task<CatalogueAnswer<DecisionPattern>> MergeAsync(
        Guid patternId,
        MergePattern merge,
        int? version,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (patternId == merge.Into)
            return CatalogueProblem.Invalid("into", "must be another pattern");
        var (one, other) = (
            await patterns.FindAsync(patternId, cancellationToken),
            await patterns.FindAsync(merge.Into, cancellationToken)
        );
        if ((one.Problem ?? other.Problem) is { } problem)
            return problem;
        if (Refusal(one.Value!, other.Value!) is { } refusal)
            return refusal;
        var archived = await ArchiveAsync(
            one.Value!,
            other.Value!,
            version,
            actor,
            cancellationToken
        );
        if (archived.Problem is { } stands)
            return stands;
        var moved = await MoveAsync(one.Value!, other.Value!, actor, cancellationToken);
        await MoveLessonsAsync(patternId, merge.Into, cancellationToken);
        return moved
            ? await patterns.FindAsync(merge.Into, cancellationToken)
            : new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"{one.Value!.Name} was merged into another pattern already"
            );
    }

    private static CatalogueProblem? Refusal(DecisionPattern one, DecisionPattern other) =>
        other.Status is PatternStatus.Archived
            ? new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"{other.Name} is out of use: nothing can be merged into it"
            )
        : one.Reply.Risk != other.Reply.Risk
            ? new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"{one.Name} is {one.Reply.Risk} and {other.Name} {other.Reply.Risk}: say first which class of risk they are"
            )
        : null;

    /// <summary>First of all, so that nothing is answered by it while its examples go over.</summary>
    private async Task<CatalogueAnswer<DecisionPattern>> ArchiveAsync(
        DecisionPattern one,
        DecisionPattern other,
        int? version,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        one.Status is PatternStatus.Archived
            ? one
            : await patterns.ChangeAsync(
                one.PatternId,
                new DecisionPatternPatch
                {
                    Status = PatternStatus.Archived,
                    Note = $"merged into {other.Name} ({other.PatternId})",
                },
                version,
                actor,
                cancellationToken
            );

    /// <returns>False where it stands for a third already.</returns>
    private async Task<bool> MoveAsync(
        DecisionPattern one,
        DecisionPattern other,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var conflicts = await store.DocumentsAsync(DocumentKind.Conflict, cancellationToken);
        var now = Moment.Now(time);
        return await store.ChangeAsync(
            new DecisionScope { Patterns = [one.PatternId, other.PatternId] },
            ledger =>
            {
                var (from, into) = (
                    ledger.Evidence(one.PatternId),
                    ledger.Evidence(other.PatternId)
                );
                if (from.MergedInto is not null || into.MergedInto is not null)
                    return from.MergedInto == other.PatternId;
                ledger.Put(new PatternEvidence(one.PatternId) { MergedInto = other.PatternId });
                Evidence.Change(
                    ledger,
                    other.PatternId,
                    old => old.With(from, now),
                    mayBeAutomatic: false,
                    "merged",
                    actor.Name,
                    now,
                    null
                );
                foreach (var conflict in conflicts)
                    Follow(ledger, conflict, one.PatternId, other.PatternId);
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        "pattern_merged",
                        PatternId: other.PatternId,
                        Detail: $"with pattern {one.PatternId}, version {one.Version}"
                    )
                );
                return true;
            },
            cancellationToken
        );
    }

    /// <summary>Two answers that are one now contradict each other no longer.</summary>
    private static void Follow(DecisionLedger ledger, DecisionDocument kept, Guid one, Guid other)
    {
        var conflict = kept.Read<AnswerConflict>();
        if (conflict.Standing != one && conflict.Other != one)
            return;
        var followed = conflict with
        {
            Standing = conflict.Standing == one ? other : conflict.Standing,
            Other = conflict.Other == one ? other : conflict.Other,
        };
        if (followed.Standing == followed.Other)
            ledger.Drop(kept);
        else
            ledger.Put(DecisionDocument.Of(DocumentKind.Conflict, kept.Name, kept.At, followed));
    }

    private async Task MoveLessonsAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        while (
            await store.LessonsOfAsync(one.ToString("D"), LessonsAtOnce, cancellationToken)
                is { Count: > 0 } lessons
        )
            await store.ChangeAsync(
                new DecisionScope(),
                ledger =>
                {
                    foreach (var lesson in lessons)
                        ledger.Relabel(lesson with { Label = other.ToString("D") });
                    return true;
                },
                cancellationToken
            );
    }
}
