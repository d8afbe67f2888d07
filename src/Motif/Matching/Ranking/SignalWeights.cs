namespace Motif.Matching.Ranking;

/// <summary>
/// Shares of the signals in S = Σ wᵢ·sᵢ/max(sᵢ), the convex combination of signals each divided by its maximum over the
/// filtered set. Chosen on development queries of five sets; reciprocal rank fusion was worse on all of them.
/// </summary>
public sealed record SignalWeights
{
    public double Bm25 { get; init; } = 0.40;
    public double Lsi { get; init; } = 0.20;
    public double Vec { get; init; } = 0.30;
    public double Char { get; init; } = 0.10;

    /// <summary>Of a sentence model or an embedding endpoint, beside which the others share the rest; 0 without one.</summary>
    public double Neural { get; init; }

    /// <summary>
    /// For vectors that never saw the catalogue: latent semantics, which are made of it, know more of its words and take some of
    /// their share. Chosen on the same queries, which chose the shares above for vectors tuned on each set.
    /// </summary>
    public static SignalWeights Untuned { get; } =
        new()
        {
            Bm25 = 0.35,
            Lsi = 0.30,
            Vec = 0.275,
            Char = 0.075,
        };

    /// <summary>How far the prior can lower a score: rank = S·(1 − reach + reach·P).</summary>
    public double PriorReach { get; init; } = 0.15;

    /// <summary>Names the weights in a calibrator's key.</summary>
    public string Key =>
        FormattableString.Invariant(
            $"{Bm25:0.00#}/{Lsi:0.00#}/{Vec:0.00#}/{Char:0.00#}{(Neural > 0 ? $"/{Neural:0.00#}" : "")}"
        );

    /// <summary>Chosen on development queries of five sets with a sentence model; shares chosen on four of them cost the fifth at most .005.</summary>
    private const double NeuralShare = 0.4;

    /// <summary>The shares with what is switched off spread over the rest in proportion.</summary>
    internal SignalWeights Without(bool lsi)
    {
        var rest = 1 - (lsi ? Lsi : 0);
        return !lsi || rest <= 0
            ? this
            : this with
            {
                Bm25 = Bm25 / rest,
                Lsi = 0,
                Vec = Vec / rest,
                Char = Char / rest,
            };
    }

    /// <summary>S = .6·(these shares) + .4·NEURAL.</summary>
    internal SignalWeights WithNeural() =>
        this with
        {
            Bm25 = Bm25 * (1 - NeuralShare),
            Lsi = Lsi * (1 - NeuralShare),
            Vec = Vec * (1 - NeuralShare),
            Char = Char * (1 - NeuralShare),
            Neural = NeuralShare,
        };
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
