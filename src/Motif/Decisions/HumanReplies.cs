using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>
/// Learns from what people really answer. Personal data is taken out before anything is learned; a second reply adds evidence
/// and overwrites nothing. Thread-safe.
/// </summary>
public sealed class HumanReplies(
    IDecisionStore store,
    DecisionPatterns patterns,
    CandidatePatterns candidates,
    ModelShelf shelf,
    DecisionConfig config,
    TimeProvider time
)
{
    /// <summary>An audited decision stands for the nine that were not.</summary>
    internal const double AuditWeight = 10;

    public async Task<CatalogueAnswer<LearnedReply>> LearnAsync(
        HumanReply reply,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(actor);
        if (reply.Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(mistakes);
        var settings = await config.CurrentAsync(cancellationToken);
        if (settings is { Enabled: false, LearnWhileDisabled: false })
            return new LearnedReply(null, "disabled");
        if (reply.Kind is not ReplyKind.Reply)
            return new LearnedReply(null, "not_a_reply");
        if (!actor.May(ApiRights.Teach))
            return await AnsweredAsync(reply, actor, cancellationToken);
        var executionId = DecisionExecution.IdOf(reply.Channel, reply.MessageId);
        var decided = await store.FindAsync(executionId, cancellationToken);
        var text = decided?.Text ?? (reply.Text is null ? null : PersonalData.Redact(reply.Text));
        if (text is null)
            return CatalogueProblem.Invalid("text", "is needed: the message was not decided here");
        var named = await NameAsync(reply, decided, cancellationToken);
        if (named.Problem is { } problem)
            return problem;
        if (MessageTokens.Signature(text) is null)
            return new LearnedReply(null, "no_text", named.Pattern?.PatternId, named.Similarity);
        if (await ConflictAsync(text, named, settings, cancellationToken) is { } standing)
            return await ConflictedAsync(
                reply,
                text,
                standing,
                decided,
                named,
                actor,
                cancellationToken
            );
        return await KeepAsync(reply, text, decided, named, actor, cancellationToken);
    }

    /// <summary>Takes a lesson back: the matcher is built anew without it, and is as if it had never been learned.</summary>
    public async Task<CatalogueAnswer<StoredLesson>> ForgetAsync(
        Guid lessonId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (await store.FindLessonAsync(lessonId, cancellationToken) is not { } lesson)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no lesson has the id {lessonId}"
            );
        var now = Moment.Now(time);
        await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Forget(lessonId);
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        "forgot",
                        lesson.ExecutionId,
                        Detail: $"lesson {lessonId}"
                    )
                );
                return true;
            },
            cancellationToken
        );
        return lesson;
    }

    /// <summary>Whoever may not teach silences the machine like anybody, and that is all.</summary>
    private Task<LearnedReply> AnsweredAsync(
        HumanReply reply,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        return store.ChangeAsync(
            new DecisionScope(reply.ConversationId),
            ledger =>
            {
                Conversations.OperatorWrote(ledger, now, reply.Topic, actor.Name);
                return new LearnedReply(null, "may_not_teach");
            },
            cancellationToken
        );
    }

    private async Task<CatalogueAnswer<LearnedReply>> KeepAsync(
        HumanReply reply,
        string text,
        DecisionExecution? decided,
        NamedReply named,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var lesson = Lesson(reply, text, decided, named, actor);
        var touched = new[] { decided?.PatternId, named.Pattern?.PatternId };
        var known = false;
        var agrees = await store.ChangeAsync(
            new DecisionScope(reply.ConversationId)
            {
                ExecutionId = DecisionExecution.IdOf(reply.Channel, reply.MessageId),
                Patterns = [.. touched.OfType<Guid>().Distinct()],
                LessonId = lesson.LessonId,
            },
            ledger =>
            {
                known = ledger.IsLessonKnown;
                return known ? null : Learn(ledger, lesson, named, reply.Topic, actor);
            },
            cancellationToken
        );
        if (known)
            return new LearnedReply(
                lesson.LessonId,
                "known",
                named.Pattern?.PatternId,
                named.Similarity
            );
        var candidate = named.Pattern is null
            ? await candidates.ProposeAsync(lesson, actor, cancellationToken)
            : null;
        return new LearnedReply(
            lesson.LessonId,
            "learned",
            named.Pattern?.PatternId,
            named.Similarity,
            agrees,
            candidate
        );
    }

    private bool? Learn(
        DecisionLedger ledger,
        StoredLesson lesson,
        NamedReply named,
        string? topic,
        Actor actor
    )
    {
        var now = Moment.Now(time);
        ledger.Add(lesson);
        var decision = lesson.ExecutionId is { } id ? ledger.Find(id) : null;
        var agrees = decision is null
            ? (bool?)null
            : decision.PatternId is { } decided
                && named.Pattern?.PatternId == ledger.Standing(decided);
        if (decision is { Outcome: null })
        {
            var outcome = Outcome(named, agrees == true);
            Evidence.Record(ledger, decision, outcome, named, actor.Name, now);
            ledger.Put(
                decision with
                {
                    Outcome = outcome,
                    Agrees = agrees,
                    LessonId = lesson.LessonId,
                    Version = decision.Version + 1,
                }
            );
        }
        Conversations.OperatorWrote(
            ledger,
            now,
            topic ?? named.Body?.Topic,
            actor.Name,
            lesson.Label
        );
        ledger.Add(
            new AuditEvent(
                now,
                actor.Name,
                "learned",
                lesson.ExecutionId,
                named.Pattern?.PatternId,
                $"lesson {lesson.LessonId}"
            )
        );
        return agrees;
    }

    private static string Outcome(NamedReply named, bool agrees) =>
        named.Pattern is null ? "custom"
        : !agrees ? "other"
        : named.Similarity >= 1 ? "right"
        : "edited";

    private StoredLesson Lesson(
        HumanReply reply,
        string text,
        DecisionExecution? decided,
        NamedReply named,
        Actor actor
    ) =>
        new(
            PatternId.Of($"lesson\n{reply.Channel}\n{reply.MessageId}\n{reply.Reply}"),
            named.Pattern?.PatternId.ToString("D") ?? DecisionModel.Custom,
            text,
            decided?.History ?? [],
            PersonalData.Redact(reply.Reply),
            named.Body?.Risk ?? RiskClass.R1,
            decided?.Reasons is ["audited", ..] ? AuditWeight : 1,
            Moment.Now(time),
            actor.Name,
            decided?.ExecutionId,
            reply.CustomerId ?? decided?.CustomerId
        );

    /// <summary>Which pattern a reply is: the one that was chosen, the one that was offered, or any whose template it fits.</summary>
    private async Task<NamedReply> NameAsync(
        HumanReply reply,
        DecisionExecution? decided,
        CancellationToken cancellationToken
    )
    {
        if (reply.PatternId is { } chosen)
        {
            var found = await patterns.FindAsync(chosen, cancellationToken);
            return found.Value is { } known
                ? new NamedReply(
                    known,
                    known.Reply,
                    ReplySimilarity.ToTemplate(reply.Reply, known.Reply.Template)
                )
                : new NamedReply(null, null, 0) { Problem = found.Problem };
        }
        NamedReply best = new(null, null, 0);
        foreach (var pattern in await patterns.ListAsync(cancellationToken))
        {
            var isOffered = pattern.PatternId == decided?.PatternId && decided.Reply is not null;
            var similarity = isOffered
                ? ReplySimilarity.Of(reply.Reply, decided!.Reply!)
                : ReplySimilarity.ToTemplate(reply.Reply, pattern.Reply.Template);
            if (
                pattern.Status is not PatternStatus.Draft
                && similarity >= ReplySimilarity.Same
                && similarity > best.Similarity
            )
                best = new NamedReply(pattern, pattern.Reply, similarity);
        }
        return best;
    }

    /// <summary>The label that the same words were learned for; null where they contradict nothing.</summary>
    private async Task<string?> ConflictAsync(
        string text,
        NamedReply named,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (named.Pattern is null)
            return null;
        var label = await shelf.LabelOfAsync(text, settings, cancellationToken);
        return
            label is not null
            && label != DecisionModel.Custom
            && label != named.Pattern.PatternId.ToString("D")
            ? label
            : null;
    }

    /// <summary>Two answers to the same words: nobody is taught either until a person has said which.</summary>
    private async Task<LearnedReply> ConflictedAsync(
        HumanReply reply,
        string text,
        string standing,
        DecisionExecution? decided,
        NamedReply named,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        await store.ChangeAsync(
            new DecisionScope(reply.ConversationId),
            ledger =>
            {
                ledger.Put(
                    AnswerConflicts.Item(
                        text,
                        standing,
                        named.Pattern!,
                        PersonalData.Redact(reply.Reply),
                        actor.Name,
                        decided?.CustomerId ?? reply.CustomerId,
                        now
                    )
                );
                Conversations.OperatorWrote(
                    ledger,
                    now,
                    reply.Topic ?? named.Body?.Topic,
                    actor.Name,
                    named.Pattern!.PatternId.ToString("D")
                );
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        "conflict",
                        PatternId: named.Pattern.PatternId,
                        Detail: "the same words were answered with another pattern before"
                    )
                );
                return true;
            },
            cancellationToken
        );
        return new LearnedReply(null, "conflict", named.Pattern!.PatternId, named.Similarity);
    }
}
