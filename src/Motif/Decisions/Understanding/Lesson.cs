namespace Motif.Decisions.Understanding;

/// <summary>What a person did with a message, as the matcher learns it.</summary>
/// <param name="Label">The pattern that was the answer, or <see cref="DecisionModel.Custom"/>.</param>
/// <param name="Vector">Of length 1, by the sentence model; null without one.</param>
/// <param name="Risk">The class of the pattern.</param>
/// <param name="Weight">
/// How many decisions it stands for in calibration: 1; 10 for one that was audited out of the automatic ones; 0 for what came
/// to light only because an automatic answer was wrong, and for imports, which are no fair sample.
/// </param>
public sealed record Lesson(
    MessageFeatures Features,
    string Label,
    float[]? Vector = null,
    RiskClass Risk = RiskClass.R0,
    double Weight = 1
);
