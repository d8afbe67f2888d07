namespace Motif.Content.Evaluation;

/// <summary>One logged choice.</summary>
/// <param name="Probability">That with which it was made.</param>
/// <param name="TargetProbability">That with which the policy under evaluation would have made it.</param>
/// <param name="Reward">What came of it.</param>
/// <param name="Predicted">A model's guess of the reward of what was chosen; null for none.</param>
/// <param name="TargetPredicted">The model's guess of what the policy under evaluation would have got here.</param>
public sealed record LoggedChoice(
    double? Probability,
    double? TargetProbability,
    double? Reward,
    double? Predicted = null,
    double? TargetPredicted = null
);

/// <summary>An estimate with its 95 % interval.</summary>
public sealed record Estimate(double Value, double Low, double High);

/// <summary>What a policy would have got, of choices that another one made.</summary>
/// <param name="Ips">Inverse propensity scoring.</param>
/// <param name="Snips">The same, normalised by the weights.</param>
/// <param name="Dr">Doubly robust; null where there are no predictions.</param>
/// <param name="EffectiveSamples">(Σw)²/Σw².</param>
/// <param name="MeanWeight">1 if the probabilities are what they claim to be.</param>
/// <param name="Refusal">Why there are no estimates; null when there are.</param>
/// <param name="Refused">Rows that could not be used, by what is wrong with them; never replaced by a guess.</param>
public sealed record OffPolicyEstimate(
    int Choices,
    Estimate? Ips,
    Estimate? Snips,
    Estimate? Dr,
    double EffectiveSamples,
    double MeanWeight,
    string? Refusal,
    IReadOnlyDictionary<string, int> Refused
);
