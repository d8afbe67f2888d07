using Motif.Decisions.Records;

namespace Motif.Decisions.Learning;

/// <summary>
/// How a pattern climbs from shadow to automatic: one step at a time, a day on each, by labelled trials and by what it is
/// nine times in ten better than; under the profile increments by what its steps came to against the thresholds of the settings.
/// It falls at once, as far as its evidence goes.
/// </summary>
internal static class Ladder
{
    private const double Hysteresis = 0.05;
    private static readonly TimeSpan Dwell = TimeSpan.FromHours(24);

    /// <summary>Hundredths that were added up.</summary>
    private const double Rounding = 1e-9;

    private static readonly Dictionary<PatternMode, (int Trials, double LowConfidence)> Needs =
        new()
        {
            [PatternMode.Shadow] = (0, 0),
            [PatternMode.Queue] = (5, 0.50),
            [PatternMode.Suggest] = (10, 0.75),
            [PatternMode.Auto] = (20, 0.75),
        };

    /// <param name="mayBeAutomatic">Whether the pattern's switch is set.</param>
    public static PatternEvidence Place(
        PatternEvidence evidence,
        bool mayBeAutomatic,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        bool Bears(PatternMode mode, double slack) =>
            (mode is not PatternMode.Auto || mayBeAutomatic)
            && Ladder.Bears(evidence, mode, slack, settings);
        // Whoever stands on a step keeps it until he is clearly below what it needs.
        var highest = evidence.Mode;
        while (highest > PatternMode.Shadow && !Bears(highest, Hysteresis))
            highest--;
        if (highest < evidence.Mode)
            return evidence with { Mode = highest, ModeSince = now };
        var next = evidence.Mode + 1;
        var hasDwelt = evidence.ModeSince is not { } since || now - since >= Dwell;
        return next <= PatternMode.Auto && hasDwelt && Bears(next, 0)
            ? evidence with
            {
                Mode = next,
                ModeSince = now,
            }
            : evidence;
    }

    private static bool Bears(
        PatternEvidence evidence,
        PatternMode mode,
        double slack,
        DecisionSettings settings
    )
    {
        if (evidence.Trials < Needs[mode].Trials)
            return false;
        return settings.Learning is LearningProfile.Increments
            ? evidence.Steps >= StepsFor(mode, settings) - slack - Rounding
            : evidence.LowConfidence >= Needs[mode].LowConfidence - slack;
    }

    private static double StepsFor(PatternMode mode, DecisionSettings settings) =>
        mode switch
        {
            PatternMode.Shadow => 0,
            PatternMode.Queue => settings.QueueThreshold,
            PatternMode.Suggest => settings.SuggestThreshold,
            _ => settings.AutoThreshold,
        };
}
