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
/// <param name="Candidates">Rows reranked in float when ten neighbours are asked for.</param>
public sealed record ProbePlan(
    double Recall,
    double? MeasuredRecall,
    int Groups,
    int Probes,
    float Slack,
    int Candidates
)
{
    private const int CalibratedLimit = 10;

    /// <summary>Rows reranked for another limit: the reserve grows with its square root, as the coding error's share falls.</summary>
    public int CandidatesFor(int limit)
    {
        var reserve = Math.Max(Candidates - CalibratedLimit, CalibratedLimit);
        var growth = Math.Max(1, Math.Sqrt(limit / (double)CalibratedLimit));
        return limit + (int)(reserve * growth);
    }

    /// <summary>Lists for another limit: more neighbours lie in more lists.</summary>
    public int ProbesFor(int limit) =>
        limit <= CalibratedLimit
            ? Probes
            : (int)Math.Min(1 << 20, Probes * (limit / (double)CalibratedLimit));
}
