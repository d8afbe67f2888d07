using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>Words that were answered in two ways.</summary>
/// <param name="Name">To resolve it by.</param>
/// <param name="Text">The customer's words without personal data.</param>
/// <param name="Standing">The pattern that the words were learned for.</param>
/// <param name="Other">The pattern that they were answered with since.</param>
/// <param name="Reply">What was answered since, without personal data.</param>
/// <param name="Actor">Who answered so.</param>
public sealed record AnswerConflict(
    string Name,
    string Text,
    Guid? Standing,
    Guid Other,
    string Reply,
    string Actor,
    DateTimeOffset At
)
{
    /// <summary>Whose words they are; null where that is not known.</summary>
    public string? CustomerId { get; init; }
}

/// <summary>Which answer stands.</summary>
[WireRequest]
public sealed record ResolveConflict(Guid PatternId);

/// <summary>Keeps one item for each wording that was answered in two ways, until a person says which answer stands. Thread-safe.</summary>
public sealed class AnswerConflicts(
    IDecisionStore store,
    DecisionPatterns patterns,
    ModelShelf shelf,
    DecisionConfig config,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<AnswerConflict>> ListAsync(
        CancellationToken cancellationToken
    ) =>
        [
            .. (await store.DocumentsAsync(DocumentKind.Conflict, cancellationToken)).Select(d =>
                d.Read<AnswerConflict>()
            ),
        ];

    public async Task<CatalogueAnswer<AnswerConflict>> ResolveAsync(
        string name,
        ResolveConflict resolution,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(resolution);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (
            await store.FindDocumentAsync(DocumentKind.Conflict, name, cancellationToken)
            is not { } kept
        )
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"there is no conflict '{name}'"
            );
        var conflict = kept.Read<AnswerConflict>();
        var found = await patterns.FindAsync(resolution.PatternId, cancellationToken);
        if (found.Value is not { } chosen)
            return found.Problem!;
        if (chosen.PatternId != conflict.Standing && chosen.PatternId != conflict.Other)
            return CatalogueProblem.Invalid(
                "pattern_id",
                "must be one of the two that contradict each other"
            );
        var settings = await config.CurrentAsync(cancellationToken);
        var others = (await shelf.LessonsOfWordsAsync(conflict.Text, settings, cancellationToken))
            .Where(l => l.Label != chosen.PatternId.ToString("D"))
            .Select(l => l.LessonId)
            .ToList();
        var now = Moment.Now(time);
        return await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Drop(kept);
                foreach (var other in others)
                    ledger.Forget(other);
                ledger.Add(Lesson(conflict, chosen, actor, now));
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        "conflict_resolved",
                        PatternId: chosen.PatternId,
                        Detail: $"conflict {name}"
                    )
                );
                return conflict;
            },
            cancellationToken
        );
    }

    internal static DecisionDocument Item(
        string text,
        string? standing,
        DecisionPattern other,
        string reply,
        string actor,
        string? customerId,
        DateTimeOffset now
    )
    {
        var name = PatternId.Of($"conflict\n{MessageTokens.Signature(text)}").ToString("D");
        Guid? before = Guid.TryParseExact(standing, "D", out var id) ? id : null;
        return DecisionDocument.Of(
            DocumentKind.Conflict,
            name,
            now,
            new AnswerConflict(name, text, before, other.PatternId, reply, actor, now)
            {
                CustomerId = customerId,
            }
        );
    }

    /// <summary>What is about, not how sure: nobody decided on it.</summary>
    private static StoredLesson Lesson(
        AnswerConflict conflict,
        DecisionPattern chosen,
        Actor actor,
        DateTimeOffset now
    ) =>
        new(
            PatternId.Of(FormattableString.Invariant($"resolved\n{conflict.Name}\n{now.UtcTicks}")),
            chosen.PatternId.ToString("D"),
            conflict.Text,
            [],
            null,
            chosen.Reply.Risk,
            Weight: 0,
            now,
            actor.Name,
            null,
            conflict.CustomerId
        );
}
