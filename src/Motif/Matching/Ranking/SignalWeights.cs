namespace Motif.Matching.Ranking;

/// <summary>
/// Shares of the signals of one request in S = Σ wᵢ·sᵢ/max(sᵢ), the convex combination of signals each divided by its maximum
/// over the filtered set; reciprocal rank fusion was worse on every set. <see cref="SignalMixture"/> chooses them.
/// </summary>
public sealed record SignalWeights
{
    public double Bm25 { get; init; }
    public double Lsi { get; init; }

    /// <summary>Of the offline vectors; 0 beside a model, which says more of the same.</summary>
    public double Vec { get; init; }

    public double Char { get; init; }

    /// <summary>Of a sentence model or an embedding endpoint; 0 without one.</summary>
    public double Neural { get; init; }

    /// <summary>How far the prior can lower a score: rank = S·(1 − reach + reach·P).</summary>
    public double PriorReach { get; init; } = 0.15;

    /// <summary>The shares, for people.</summary>
    public string Key =>
        FormattableString.Invariant(
            $"{Bm25:0.00#}/{Lsi:0.00#}/{Vec:0.00#}/{Char:0.00#}{(Neural > 0 ? $"/{Neural:0.00#}" : "")}"
        );
}

/// <summary>One value for each signal.</summary>
/// <param name="Neural">A cosine in excess of the median's over what passes the filters, so that one share serves different models.</param>
public sealed record SignalValues(double Bm25, double Lsi, double Vec, double Char, double Neural);

/// <summary>
/// What is known of a pattern before any request: P = .6·success posterior + .3·quality + .1·freshness, weights renormalised
/// over the parts that are known; ½ where none is.
/// </summary>
public sealed record PriorParts(double? SuccessPosterior, double? Quality, double? Freshness)
{
    private const double SuccessWeight = 0.6;
    private const double QualityWeight = 0.3;
    private const double FreshnessWeight = 0.1;
    private const double Unknown = 0.5;

    /// <summary>How far it works where it fits, 0..1 (<see cref="SuccessPosterior.Trust"/>): no part of P, but of its confidence.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>P, 0..1.</summary>
    public double Value
    {
        get
        {
            var sum = 0.0;
            var weight = 0.0;
            Take(SuccessPosterior, SuccessWeight);
            Take(Quality, QualityWeight);
            Take(Freshness, FreshnessWeight);
            return weight > 0 ? sum / weight : Unknown;

            void Take(double? part, double share)
            {
                if (part is not { } value)
                    return;
                sum += value * share;
                weight += share;
            }
        }
    }
}
