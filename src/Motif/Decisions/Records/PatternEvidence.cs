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

    /// <summary>Of the profile increments: where a pattern begins, and what an answer sent as it was, an edited, and a wrong one add.</summary>
    public const double FirstStep = 0.50;
    public const double StepRight = 0.05;
    public const double StepEdited = 0.02;
    public const double StepWrong = -0.10;

    /// <summary>What a day takes.</summary>
    public const double StepOfDay = -0.01;
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

    /// <summary>The pattern that it was merged into, to which everything goes from then on; null where it stands by itself.</summary>
    public Guid? MergedInto { get; init; }

    public PatternMode Mode { get; init; } = PatternMode.Shadow;
    public DateTimeOffset? ModeSince { get; init; }

    /// <summary>Mean of the posterior from a flat prior, 0 to 1.</summary>
    public double Confidence => (Right + 1) / (Right + Wrong + 2);

    /// <summary>What the steps of the profile increments came to, 0 to 1; kept under every profile, so that it may be changed at any time.</summary>
    public double Steps { get; init; } = FirstStep;

    /// <summary>The last day (UTC) whose step back was taken; null where none was due yet.</summary>
    public DateOnly? SteppedBackOn { get; init; }

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

    /// <summary>The confidence as a profile has it, 0 to 1.</summary>
    public double ConfidenceBy(LearningProfile profile) =>
        profile is LearningProfile.Increments ? Steps : Confidence;

    /// <summary>
    /// The steps back of the days that went by: once for a day, however often it is asked, and never below the floor. What stands
    /// below it for another reason stays where it is.
    /// </summary>
    internal PatternEvidence SteppedBack(DateOnly today, double floor)
    {
        var days = SteppedBackOn is { } last ? today.DayNumber - last.DayNumber : 0;
        if (SteppedBackOn is not null && days <= 0)
            return this;
        var lowest = Math.Min(Steps, floor);
        return this with
        {
            Steps = Math.Max(lowest, Rounded(Steps + (days * StepOfDay))),
            SteppedBackOn = today,
        };
    }

    /// <summary>Hundredths stay hundredths: nine steps from .50 are .95, and not a little less.</summary>
    private static double Rounded(double steps) => Math.Clamp(Math.Round(steps, 9), 0, 1);

    /// <summary>As if one that counted for it had not; what was forgotten since stays forgotten.</summary>
    internal PatternEvidence Without(bool isEdited) =>
        this with
        {
            Right = Math.Max(0, Right - 1),
            Trials = Math.Max(0, Trials - 1),
            Successes = Math.Max(0, Successes - (isEdited ? 0 : 1)),
            Modifications = Math.Max(0, Modifications - (isEdited ? 1 : 0)),
            Steps = Rounded(Steps - (isEdited ? StepEdited : StepRight)),
        };

    /// <summary>
    /// With what was earned by another that means the same. Of the two ways that they may go the shorter one stands, and whichever
    /// was overridden last counts as the last use.
    /// </summary>
    internal PatternEvidence With(PatternEvidence other, DateTimeOffset now)
    {
        var mode = other.Mode < Mode && other.Trials > 0 ? other.Mode : Mode;
        var trials = Trials + other.Trials;
        return this with
        {
            Right = Right + other.Right,
            Wrong = Wrong + other.Wrong,
            Trials = trials,
            Successes = Successes + other.Successes,
            Modifications = Modifications + other.Modifications,
            Failures = Failures + other.Failures,
            Overrides = Overrides + other.Overrides,
            Steps =
                trials == 0
                    ? Steps
                    : Rounded(((Steps * Trials) + (other.Steps * other.Trials)) / trials),
            Overridden =
            [
                .. (
                    UsesSinceOverride < other.UsesSinceOverride
                        ? other.Overridden.Concat(Overridden)
                        : Overridden.Concat(other.Overridden)
                ).TakeLast(Remembered),
            ],
            Mode = mode,
            ModeSince = mode == Mode ? ModeSince : now,
        };
    }

    private int UsesSinceOverride =>
        Overridden.Reverse().TakeWhile(o => !o).Count() is var uses && uses == Overridden.Count
            ? int.MaxValue
            : uses;

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
            Steps = Rounded(
                Steps
                    + (
                        !isRight ? weight * StepWrong
                        : isEdited ? StepEdited
                        : StepRight
                    )
            ),
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
