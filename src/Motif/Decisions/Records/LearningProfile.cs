namespace Motif.Decisions.Records;

/// <summary>How what people made of its answers becomes the confidence of a pattern.</summary>
public enum LearningProfile
{
    /// <summary>A Beta posterior that forgets: <see cref="PatternEvidence.Confidence"/>.</summary>
    Evidence,

    /// <summary>Fixed steps, and a step back every day: <see cref="PatternEvidence.Steps"/>.</summary>
    Increments,
}
