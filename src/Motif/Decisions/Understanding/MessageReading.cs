namespace Motif.Decisions.Understanding;

/// <summary>One answer that a message may want.</summary>
/// <param name="Label">The pattern, or <see cref="DecisionModel.Custom"/> for what only a person can answer.</param>
/// <param name="Score">Higher is better; comparable inside one reading alone.</param>
public sealed record Candidate(string Label, double Score);

/// <summary>What the matcher makes of a message.</summary>
/// <param name="Position">How many lessons the matcher had learned: with the same lessons it reads the same, bit for bit.</param>
/// <param name="Candidates">At most three, the best first; none while nothing was learned.</param>
/// <param name="Confidence">P̂ that the first candidate is right, 0 to 1; 0 where it is none, where too little was learned to tell, or where only a person can answer.</param>
/// <param name="Signals">What the confidence was computed of, by name.</param>
/// <param name="IsWhole">False where the matcher knows vectors and this message got none: no confidence is then claimed.</param>
public sealed record MessageReading(
    int Position,
    IReadOnlyList<Candidate> Candidates,
    double Confidence,
    IReadOnlyDictionary<string, double> Signals,
    bool IsWhole
)
{
    internal double[] Values { get; init; } = [];

    internal int Best { get; init; } = -1;

    internal IReadOnlyList<int> Top { get; init; } = [];
}
