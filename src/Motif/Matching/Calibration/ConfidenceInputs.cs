namespace Motif.Matching.Calibration;

/// <summary>
/// What a confidence is computed from. All grow with fitness; S alone says nothing absolute, because the best document of any
/// request, however foreign, has an S near 1. A result that was shown with inputs of another shape is no label any more.
/// </summary>
/// <param name="Score">S·(.85 + .15·P), S as a share of what the signals that say anything of the request could give, 0..1.</param>
/// <param name="Named">How far the request names the document, p²·√r: p is the share of the request that stands in its name, an alias, its intent or one that it learned, r the share of that name that stands in the request, by how rare words are in the language, function words counted; 0..1, 1 for the very name.</param>
/// <param name="Nearness">How near it is in meaning, 0..1: by a model its cosine from the median document's to 1, by the lexicon the cosine times the known share of the request.</param>
/// <param name="Trust">How far it works where it fits, by its own outcomes: <see cref="SuccessPosterior.Trust"/>; 1 before any.</param>
/// <param name="BestNamed">Largest Named among the first three results.</param>
/// <param name="BestNearness">Largest Nearness among the first three results.</param>
/// <param name="BestEvidence">1 - exp(-m·m/t/10), t the mass (background idf, in nats) of all words of the request, function words too, and m of those that stand in one of the first three results: a foreign sentence shares few, common ones, and of many.</param>
/// <param name="BestDensity">1 - exp(-n/√(1 + l)), n the number of different words of the request that stand in one of the first three results and l its length in words times field weights: a long text shares a word with anything.</param>
public sealed record ConfidenceInputs(
    double Score,
    double Named,
    double Nearness,
    double Trust,
    double BestNamed,
    double BestNearness,
    double BestEvidence,
    double BestDensity
);
