using Motif.Numerics;

namespace Motif.Content.Selection;

/// <summary>
/// Scores the variants of a decision by one draw from what is believed. A slate takes the highest score of those that may be
/// drawn. Implementations hold no state between decisions and are thread-safe.
/// </summary>
public interface ISelectionPolicy
{
    string Name { get; }

    /// <summary>Families of a slate shall differ.</summary>
    bool IsDistinct { get; }

    /// <summary>Families beyond their cap shall not be drawn.</summary>
    bool IsCapped { get; }

    /// <summary>One draw, for all variants of the inputs in their order.</summary>
    IScoreDraw Draw(SelectionInputs inputs, SeededRandom random);
}

/// <summary>One draw from what is believed.</summary>
public interface IScoreDraw
{
    /// <summary>The score of a variant after so many uses of its family in earlier slots of the slate.</summary>
    double Score(int variant, int earlierUses);
}
