using Motif.Decisions.Records;

namespace Motif.Decisions.Learning;

/// <summary>
/// How a pattern climbs from shadow to automatic: one step at a time, a day on each, by labelled trials and by what it is
/// nine times in ten better than. It falls at once, as far as its evidence goes.
/// </summary>
internal static class Ladder
{
    private const double Hysteresis = 0.05;
    private static readonly TimeSpan Dwell = TimeSpan.FromHours(24);

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
        DateTimeOffset now
    )
    {
        var highest = Highest(evidence, evidence.Mode, mayBeAutomatic);
        if (highest < evidence.Mode)
            return evidence with { Mode = highest, ModeSince = now };
        var next = evidence.Mode + 1;
        var hasDwelt = evidence.ModeSince is not { } since || now - since >= Dwell;
        return next <= PatternMode.Auto && hasDwelt && Bears(evidence, next, 0, mayBeAutomatic)
            ? evidence with
            {
                Mode = next,
                ModeSince = now,
            }
            : evidence;
    }

    /// <summary>Whoever stands on a step keeps it until he is clearly below what it needs.</summary>
    private static PatternMode Highest(
        PatternEvidence evidence,
        PatternMode mode,
        bool mayBeAutomatic
    )
    {
        while (mode > PatternMode.Shadow && !Bears(evidence, mode, Hysteresis, mayBeAutomatic))
            mode--;
        return mode;
    }

    private static bool Bears(
        PatternEvidence evidence,
        PatternMode mode,
        double slack,
        bool mayBeAutomatic
    ) =>
        (mode is not PatternMode.Auto || mayBeAutomatic)
        && evidence.Trials >= Needs[mode].Trials
        && evidence.LowConfidence >= Needs[mode].LowConfidence - slack;
}
