namespace Motif.Vectors;

/// <summary>How far a search looks so as to find the wanted share of the true neighbours.</summary>
/// <param name="Recall">The wanted share, above 0, below 1.</param>
/// <param name="MeasuredRecall">The share found on the held-out queries, 0..1; null before calibration.</param>
/// <param name="Groups">Groups of centroids looked into.</param>
/// <param name="Probes">Lists scanned at most.</param>
/// <param name="Slack">
/// Scanning ends at the first list whose centroid scores this much below the worst candidate kept; infinity
/// never ends early. In the metric's inner unit (cosine; dot per unit of the query's length; −|q−x|²/2).
/// </param>
/// <param name="Candidates">Rows reranked in float at most when ten neighbours are asked for.</param>
/// <param name="Margin">
/// By how much a row's true score may exceed that of its code; the rerank ends at the first row whose code
/// cannot reach the worst hit even so. In the unit of <paramref name="Slack"/>.
/// </param>
public sealed record ProbePlan(
    double Recall,
    double? MeasuredRecall,
    int Groups,
    int Probes,
    float Slack,
    int Candidates,
    float Margin
)
{
    private const int CalibratedLimit = 10;

    /// <summary>
    /// Rows reranked for another limit. Fewer neighbours keep the calibrated number, since the scan's end
    /// depends on it; more need a reserve that grows with them, as codes confuse more rows at greater depth.
    /// </summary>
    public int CandidatesFor(int limit)
    {
        if (limit <= CalibratedLimit)
            return Candidates;
        var reserve = Math.Max(Candidates - CalibratedLimit, CalibratedLimit);
        return limit + (int)(reserve * Math.Pow(limit / (double)CalibratedLimit, 0.75));
    }

    /// <summary>Lists for another limit: more neighbours lie in more lists.</summary>
    public int ProbesFor(int limit) =>
        limit <= CalibratedLimit
            ? Probes
            : (int)Math.Min(1 << 20, Probes * (limit / (double)CalibratedLimit));
}
