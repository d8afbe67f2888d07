namespace Motif.Matching.Calibration;

/// <summary>
/// What a confidence is computed from. All grow with fitness; S alone says nothing absolute, because the best document of any
/// request, however foreign, has an S near 1.
/// </summary>
/// <param name="Score">S, 0..1.</param>
/// <param name="Coverage">Share of the request's idf mass whose terms stand in the document, 0..1.</param>
/// <param name="Cosine">VEC cosine of the document times the known share of the request, 0..1.</param>
/// <param name="BestCoverage">Largest coverage among the first three results.</param>
/// <param name="BestCosine">Largest VEC cosine among the first three results.</param>
/// <param name="Prominence">How far the best S stands above the mean of the first fifty, in standard deviations, over 5, at most 1.</param>
/// <param name="BestEvidence">1 - exp(-m/20), m the mass (background idf, in nats) of those words of the request that stand in one of the first three results: a foreign request shares few and common ones.</param>
/// <param name="BestCharacters">Largest CHAR cosine among the first three results, 0..1.</param>
/// <param name="BestDensity">1 - exp(-n/√(1 + l)), n the number of different words of the request that stand in one of the first three results and l its length in words times field weights: a long text shares a word with anything.</param>
public sealed record ConfidenceInputs(
    double Score,
    double Coverage,
    double Cosine,
    double BestCoverage,
    double BestCosine,
    double Prominence,
    double BestEvidence,
    double BestCharacters,
    double BestDensity
);
