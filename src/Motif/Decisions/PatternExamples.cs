using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>The messages that patterns were taught by. Thread-safe.</summary>
public sealed class PatternExamples(
    IDecisionStore store,
    ModelShelf shelf,
    DecisionConfig config,
    TimeProvider time
)
{
    /// <summary>The messages from which it was learned, the newest first.</summary>
    public async Task<IReadOnlyList<PatternExample>> ListAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await store.LessonsOfAsync(patternId.ToString("D"), limit, cancellationToken)
            ).Select(l => new PatternExample(l.LessonId, l.Text, l.Weight, l.At, l.Actor)),
        ];

    /// <summary>Those examples that no pattern has.</summary>
    internal async Task<IReadOnlyList<string>> FreeAsync(
        IReadOnlyList<string> examples,
        CancellationToken cancellationToken
    )
    {
        var settings = await config.CurrentAsync(cancellationToken);
        var free = new List<string>();
        foreach (var example in examples)
            if (
                !Guid.TryParseExact(
                    await shelf.LabelOfAsync(example, settings, cancellationToken),
                    "D",
                    out _
                )
            )
                free.Add(example);
        return free;
    }

    /// <summary>An example that already belongs to a pattern would make two answers to one question.</summary>
    internal async Task<CatalogueProblem?> TakenAsync(
        DecisionPatternDraft draft,
        CancellationToken cancellationToken
    )
    {
        var settings = await config.CurrentAsync(cancellationToken);
        foreach (var example in draft.Examples)
        {
            var label = await shelf.LabelOfAsync(
                PersonalData.Redact(example),
                settings,
                cancellationToken
            );
            if (Guid.TryParseExact(label, "D", out var existing))
                return new CatalogueProblem(
                    CatalogueRefusal.Duplicate,
                    $"an example is one of the pattern {existing} already; change that, or leave the example out",
                    ExistingId: existing
                );
        }
        return null;
    }

    internal async Task TeachAsync(
        Pattern pattern,
        DecisionPatternDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                for (var i = 0; i < draft.Examples.Count; i++)
                    ledger.Add(
                        new StoredLesson(
                            PatternId.Of(
                                FormattableString.Invariant($"example\n{pattern.PatternId}\n{i}")
                            ),
                            pattern.PatternId.ToString("D"),
                            PersonalData.Redact(draft.Examples[i]),
                            [],
                            null,
                            draft.Reply.Risk,
                            Weight: 0,
                            now,
                            actor.Name,
                            null,
                            null
                        )
                    );
                ledger.Add(
                    new AuditEvent(now, actor.Name, "pattern_created", PatternId: pattern.PatternId)
                );
                return true;
            },
            cancellationToken
        );
    }
}
