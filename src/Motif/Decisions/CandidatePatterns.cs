using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>Proposes a pattern where three people wrote the same by hand: a draft that answers nothing until somebody takes it up.</summary>
public sealed class CandidatePatterns(
    Catalogue catalogue,
    DecisionPatterns patterns,
    IDecisionStore store,
    TimeProvider time
)
{
    private const int Enough = 3;
    private const int MostCompared = 2000;

    /// <returns>The draft's id; null where nothing is proposed.</returns>
    internal async Task<Guid?> ProposeAsync(
        StoredLesson lesson,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (lesson.Reply is not { } reply)
            return null;
        var custom = await store.LessonsOfAsync(
            DecisionModel.Custom,
            MostCompared,
            cancellationToken
        );
        var alike = custom
            .Where(l =>
                l.Reply is { } other && ReplySimilarity.Of(reply, other) >= ReplySimilarity.Same
            )
            .DistinctBy(l => l.LessonId)
            .ToList();
        if (
            alike.Count < Enough
            || TemplateDraft.Of([.. alike.Select(l => l.Reply!)]) is not { } template
        )
            return null;
        // What was proposed before and still waits gets more examples, and no twin.
        var id =
            (await patterns.MostSimilarAsync(template, cancellationToken))?.PatternId
            ?? await DraftAsync(template, alike, actor, cancellationToken);
        if (id is { } draft)
            await RelabelAsync(draft, alike, cancellationToken);
        return id;
    }

    private async Task<Guid?> DraftAsync(
        string template,
        List<StoredLesson> alike,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var key =
            "proposed-"
            + Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(template)).AsSpan(0, 8)
            );
        var created = await catalogue.CreateAsync(
            new PatternDraft
            {
                Kind = PatternKind.Decision,
                PatternType = "reply_template",
                Key = key,
                Name = Name(template),
                Description = FormattableString.Invariant(
                    $"Proposed from {alike.Count} replies that say the same."
                ),
                Status = PatternStatus.Draft,
                Body = PatternBody.From(new ReplyBody { Template = template }),
            },
            actor,
            cancellationToken
        );
        return created.Value?.PatternId ?? created.Problem?.ExistingId;
    }

    private Task<bool> RelabelAsync(
        Guid id,
        List<StoredLesson> alike,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        return store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                foreach (var lesson in alike)
                    ledger.Relabel(lesson with { Label = id.ToString("D") });
                ledger.Add(
                    new AuditEvent(
                        now,
                        DecisionEngine.Machine,
                        "pattern_proposed",
                        PatternId: id,
                        Detail: FormattableString.Invariant($"of {alike.Count} replies")
                    )
                );
                return true;
            },
            cancellationToken
        );
    }

    private static string Name(string template)
    {
        const int Most = 60;
        var end = Math.Min(template.Length, Most);
        if (end < template.Length && char.IsHighSurrogate(template[end - 1]))
            end--;
        return template[..end];
    }
}
