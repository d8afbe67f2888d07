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
/// <param name="Width">
/// How far a row's score may lie above what its signs foretell, per unit of the query's part orthogonal to the centroid and of
/// the row's spread (see SignCode): rows that stay below the threshold even so are left out, the codes of the others are scored.
/// Infinity scores all codes.
/// </param>
public sealed record ProbePlan(
    double Recall,
    double? MeasuredRecall,
    int Groups,
    int Probes,
    float Slack,
    int Candidates,
    float Margin,
    float Width
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

    /// <summary>
    /// Lists for another limit k and where only a share s of the rows passes a filter: the k nearest of those
    /// reach about as far as the k/s nearest of all, so the lists grow by k/10 and by 1/s.
    /// </summary>
    public long ProbesFor(int limit, double passing)
    {
        var growth = Math.Max(1, limit / (double)CalibratedLimit) / passing;
        return (long)Math.Ceiling(Math.Min(1e9, Probes * growth));
    }

    /// <summary>
    /// Slack is calibrated on ten neighbours among all rows. More neighbours lie beyond the cluster whose
    /// edge it marks, so only the number of lists ends their scan; sparse ones need at least a slack of 0.
    /// </summary>
    public float SlackFor(int limit, double passing)
    {
        if (passing < 1)
            return Math.Max(Slack, 0);
        return limit <= CalibratedLimit ? Slack : float.PositiveInfinity;
    }
}
