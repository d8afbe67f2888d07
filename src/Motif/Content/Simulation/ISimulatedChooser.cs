namespace Motif.Content.Simulation;

/// <summary>What chooses in a simulated world. One object for one run; decisions come in order.</summary>
internal interface ISimulatedChooser
{
    /// <summary>The variants of the slate, in order of their slots.</summary>
    IReadOnlyList<int> Choose(int decision, int[] candidates);

    /// <summary>A family was used, by the slate or by somebody else.</summary>
    void Used(int decision, int family);

    /// <summary>What came of a slot of an earlier decision, or a piece of it.</summary>
    void Learn(int decision, int usedAt, int variant, int successes, int impressions);
}
