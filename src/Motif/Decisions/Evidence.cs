using Motif.Decisions.Learning;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>Turns what a person did into evidence for the pattern that had been decided.</summary>
internal static class Evidence
{
    public static void Record(
        DecisionLedger ledger,
        DecisionExecution decision,
        string outcome,
        NamedReply named,
        string actor,
        DateTimeOffset now
    )
    {
        if (decision.PatternId is not { } pattern)
            return;
        var wasOffered = decision.State is not (ExecutionState.Shadow or ExecutionState.Logged);
        var isRight = outcome is "right" or "edited";
        Change(
            ledger,
            pattern,
            old => old.After(isRight, outcome == "edited", isOverride: !isRight && wasOffered),
            named.Pattern?.PatternId == ledger.Standing(pattern) && named.Body?.Auto == true,
            outcome,
            actor,
            now,
            decision.ExecutionId
        );
    }

    public static void Change(
        DecisionLedger ledger,
        Guid pattern,
        Func<PatternEvidence, PatternEvidence> change,
        bool mayBeAutomatic,
        string reason,
        string actor,
        DateTimeOffset now,
        Guid? executionId
    )
    {
        pattern = ledger.Standing(pattern);
        var old = ledger.Evidence(pattern);
        var changed = Ladder.Place(
            change(old),
            mayBeAutomatic || old.Mode is PatternMode.Auto,
            ledger.Learning,
            now
        );
        ledger.Put(changed);
        ledger.Add(
            new ConfidenceChange(
                pattern,
                now,
                old.ConfidenceBy(ledger.Learning.Learning),
                changed.ConfidenceBy(ledger.Learning.Learning),
                reason,
                actor,
                executionId
            )
        );
    }
}
