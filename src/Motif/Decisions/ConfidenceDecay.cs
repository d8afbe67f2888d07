using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>
/// Takes the day's step back from every pattern's steps, once a day (UTC) however often it is run and however many servers run
/// it; days that were missed are made up for. Off is silence: then nothing moves. Thread-safe.
/// </summary>
public sealed class ConfidenceDecay(IDecisionStore store, DecisionConfig config, TimeProvider time)
{
    /// <returns>How many patterns were taken a step back.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!(await config.CurrentAsync(cancellationToken)).Enabled)
            return 0;
        var now = Moment.Now(time);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var moved = 0;
        foreach (var evidence in await store.EvidenceAsync(cancellationToken))
            if (evidence.SteppedBackOn is not { } last || last < today)
                moved += await StepBackAsync(evidence.PatternId, today, now, cancellationToken)
                    ? 1
                    : 0;
        return moved;
    }

    private Task<bool> StepBackAsync(
        Guid pattern,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            new DecisionScope { Patterns = [pattern] },
            ledger =>
            {
                var settings = config.On(ledger.Settings);
                var old = ledger.Evidence(pattern);
                var next = old.SteppedBack(today, settings.DecayFloor);
                if (!settings.Enabled || next == old)
                    return false;
                if (next.Steps.Equals(old.Steps))
                {
                    ledger.Put(next);
                    return false;
                }
                if (settings.Learning is LearningProfile.Increments)
                    Evidence.Change(
                        ledger,
                        pattern,
                        _ => next,
                        mayBeAutomatic: false,
                        "decayed",
                        DecisionEngine.Machine,
                        now,
                        null
                    );
                else
                    ledger.Put(next);
                return true;
            },
            cancellationToken
        );
}
