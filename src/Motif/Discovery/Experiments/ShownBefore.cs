namespace Motif.Discovery.Experiments;

/// <summary>
/// Holds a result to what was shown of it before. Outcomes that come in later for earlier days could undo a verdict that
/// somebody has acted on; it stays, and the reader is told that the data say otherwise by now.
/// </summary>
internal static class ShownBefore
{
    public static ExperimentResult In(ExperimentResult result, IReadOnlyList<ShownVerdict> shown)
    {
        var remarks = new List<string>(result.Remarks);
        MetricComparison Held(MetricComparison one)
        {
            var before = shown.FirstOrDefault(s => s.Metric == one.Metric && s.Arm == one.Arm);
            if (before is null || before.Verdict == one.Verdict)
                return before is null ? one : one with { DecidedOn = before.DecidedOn };
            remarks.Add(
                $"{one.Metric}, {one.Arm}: {WireName.Of(before.Verdict)} was shown of {before.DecidedOn:O}; the data that came later for earlier days do not say so any more"
            );
            return one with
            {
                Verdict = before.Verdict,
                DecidedOn = before.DecidedOn,
                Interval = null,
            };
        }
        return result with
        {
            Decisions = [.. result.Decisions.Select(Held)],
            Guardrails = [.. result.Guardrails.Select(Held)],
            Remarks = remarks,
        };
    }
}
