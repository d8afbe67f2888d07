using MathNet.Numerics.Distributions;

namespace Motif.Decisions.Records;

/// <summary>How far a pattern may go; it climbs one step at a time and falls at once.</summary>
public enum PatternMode
{
    Shadow,
    Queue,
    Suggest,
    Auto,
}

/// <summary>What people made of a pattern's answers: a Beta posterior that forgets.</summary>
/// <param name="Right">Decayed: answers sent as they were, or nearly.</param>
/// <param name="Wrong">Decayed: answers that were rejected, rewritten or undone.</param>
public sealed record PatternEvidence(Guid PatternId, double Right = 0, double Wrong = 0)
{
    public const double Decay = 0.995;
    private const int Remembered = 50;
    private const double LowQuantile = 0.10;
    private const double MostImported = 10;

    /// <summary>Labelled decisions in which it was the candidate.</summary>
    public int Trials { get; init; }

    public int Successes { get; init; }
    public int Modifications { get; init; }
    public int Failures { get; init; }
    public int Overrides { get; init; }

    /// <summary>Its last uses, the newest last: whether a person overrode it.</summary>
    public IReadOnlyList<bool> Overridden { get; init; } = [];

    public PatternMode Mode { get; init; } = PatternMode.Shadow;
    public DateTimeOffset? ModeSince { get; init; }

    /// <summary>Mean of the posterior from a flat prior, 0 to 1.</summary>
    public double Confidence => (Right + 1) / (Right + Wrong + 2);

    /// <summary>Nine in ten that it is better than that.</summary>
    public double LowConfidence => Beta.InvCDF(Right + 1, Wrong + 1, LowQuantile);

    public double? SuccessRate => Trials == 0 ? null : (double)(Successes + Modifications) / Trials;

    public bool IsCleanFor(int uses) => !Overridden.TakeLast(uses).Any(o => o);

    /// <summary>
    /// Begins with what an import says, as no more than <see cref="MostImported"/> decisions: an import is no fair sample of what
    /// comes. Trials stay at none, so that nothing climbs by it.
    /// </summary>
    internal PatternEvidence Seeded(double right, double wrong)
    {
        var share = Math.Min(1, MostImported / Math.Max(right + wrong, 1));
        return this with { Right = Right + (share * right), Wrong = Wrong + (share * wrong) };
    }

    /// <summary>As if one that counted for it had not; what was forgotten since stays forgotten.</summary>
    internal PatternEvidence Without(bool isEdited) =>
        this with
        {
            Right = Math.Max(0, Right - 1),
            Trials = Math.Max(0, Trials - 1),
            Successes = Math.Max(0, Successes - (isEdited ? 0 : 1)),
            Modifications = Math.Max(0, Modifications - (isEdited ? 1 : 0)),
        };

    internal PatternEvidence After(
        bool isRight,
        bool isEdited,
        bool isOverride,
        double weight = 1
    ) =>
        this with
        {
            Right = (Right * Decay) + (isRight ? weight : 0),
            Wrong = (Wrong * Decay) + (isRight ? 0 : weight),
            Trials = Trials + 1,
            Successes = Successes + (isRight && !isEdited ? 1 : 0),
            Modifications = Modifications + (isRight && isEdited ? 1 : 0),
            Failures = Failures + (isRight ? 0 : 1),
            Overrides = Overrides + (isOverride ? 1 : 0),
            Overridden = [.. Overridden.Append(isOverride).TakeLast(Remembered)],
        };
}

/// <summary>A change of a pattern's confidence.</summary>
public sealed record ConfidenceChange(
    Guid PatternId,
    DateTimeOffset At,
    double Old,
    double New,
    string Reason,
    string Actor,
    Guid? ExecutionId
);
