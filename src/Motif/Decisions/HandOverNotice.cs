using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>
/// Tells a customer who asked for a person that one will answer: once in a conversation, until it is closed. It leaves as replies
/// do, without the hold, is no answer to anybody's question and teaches nothing.
/// </summary>
internal static class HandOverNotice
{
    public const string Reason = "hand_over_message";

    /// <param name="before">The conversation as it was before the message.</param>
    public static void Announce(
        DecisionLedger ledger,
        Conversation? before,
        DecisionExecution decision,
        IReadOnlyDictionary<string, string> variables,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        var id = PatternId.Of($"hand over\n{decision.ExecutionId}");
        if (
            settings is { ShadowMode: true } or { HandOverText: null or "" }
            || before is { IsHuman: true }
            || !IsAskedFor(decision)
            || ledger.Find(id) is not null
            || ReplyTemplate.Parse(settings.HandOverText).Template is not { } template
        )
            return;
        var form = decision.ChannelKind is ChannelKind.Email ? TextForm.Html : TextForm.Plain;
        var words = template.Render(variables, form);
        ledger.Put(
            decision with
            {
                ExecutionId = id,
                State = ExecutionState.Held,
                Reasons = [Reason],
                Reply = words.Text,
                Missing = words.Missing,
                DueAt = now,
                Version = 1,
                Events = [new ExecutionEvent(now, DecisionEngine.Machine, Reason)],
            }
        );
    }

    public static bool IsAskedFor(DecisionExecution decision) =>
        decision.Action is DecisionAction.HandOver
        && decision.Reasons[0].StartsWith("wants_person", StringComparison.Ordinal);
}
