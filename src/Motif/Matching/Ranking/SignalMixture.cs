using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>
/// How words and meaning share the ranking. Words are BM25F, LSI and CHAR in fixed proportions; meaning is one signal, the
/// model's (NEURAL) or without a model the lexicon's (VEC). Its share grows where words give little evidence:
/// base + reach·(1 − e), e = max(c², min(1, m/12)), where m is the mass of the request's words that one of the first documents by
/// BM25F has (how rare each is in the language, in nats) and c that mass as a share of the request's: a short request is believed
/// to mean its words where a document has them all, a long one where a document has a few of them, and neither where they share
/// one word of everyday. Chosen on development queries of five sets.
/// </summary>
public sealed record SignalMixture
{
    /// <summary>Nats of shared words from which on meaning has its least share: a rare word and a common one.</summary>
    private const double EnoughMass = 12;

    /// <summary>Proportions of the words' share.</summary>
    public double Bm25 { get; init; } = 0.47;
    public double Lsi { get; init; } = 0.40;
    public double Char { get; init; } = 0.13;

    /// <summary>Least share of meaning, 0..1.</summary>
    public double MeaningBase { get; init; } = 0.3;

    /// <summary>What is added where no document shares a word with the request; base and reach together are at most 1.</summary>
    public double MeaningReach { get; init; } = 0.15;

    /// <summary>See <see cref="SignalWeights.PriorReach"/>.</summary>
    public double PriorReach { get; init; } = 0.15;

    /// <summary>With the offline vectors, which know less of meaning than a model does.</summary>
    public static SignalMixture WithLexicon { get; } = new();

    public static SignalMixture WithModel { get; } =
        new() { MeaningBase = 0.35, MeaningReach = 0.65 };

    /// <summary>Names the mixture in a calibrator's key.</summary>
    public string Key =>
        FormattableString.Invariant(
            $"{Bm25:0.0#}/{Lsi:0.0#}/{Char:0.0#}/{MeaningBase:0.0#}+{MeaningReach:0.0#}"
        );

    /// <summary>What the words of a request say of what stands in the catalogue, 0..1.</summary>
    /// <param name="shared">Mass of the words that one document has, in nats.</param>
    /// <param name="total">Mass of all words of the request.</param>
    internal static double Evidence(double shared, double total) =>
        total > 0 ? Math.Max(Math.Pow(shared / total, 2), Math.Min(1, shared / EnoughMass)) : 0;

    /// <summary>The shares of a request.</summary>
    /// <param name="evidence">Of its words, 0..1.</param>
    /// <param name="isModel">Whether a model gives the meaning.</param>
    /// <param name="hasLsi">Whether there is LSI; its share goes to the other words' signals in proportion.</param>
    internal SignalWeights For(double evidence, bool isModel, bool hasLsi)
    {
        var meaning = MeaningBase + (MeaningReach * (1 - evidence));
        var words = (1 - meaning) / (Bm25 + Char + (hasLsi ? Lsi : 0));
        return new SignalWeights
        {
            Bm25 = words * Bm25,
            Lsi = hasLsi ? words * Lsi : 0,
            Char = words * Char,
            Vec = isModel ? 0 : meaning,
            Neural = isModel ? meaning : 0,
            PriorReach = PriorReach,
        };
    }
}
