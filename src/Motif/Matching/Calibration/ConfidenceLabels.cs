using Motif.Catalog;

namespace Motif.Matching.Calibration;

/// <summary>
/// What judged results say of confidences. An actor has one voice on a pattern for a request, the newest, and all of an actor's
/// outcomes of a day (UTC) together count as <see cref="OutcomeWeight"/> lets them: whoever reports a thousand says little more
/// than whoever reports a hundred. Agents report what they picked, and what they pick is better than what they were shown: that
/// alone would lift every confidence, so that what was shown beside it and passed over counts against.
/// </summary>
internal static class ConfidenceLabels
{
    /// <summary>What was passed over was perhaps not even looked at, and may do as well.</summary>
    private const double PassedOverWeight = 0.85;

    /// <param name="judged">Of one calibrator's answers.</param>
    public static List<ConfidenceLabel> Of(IReadOnlyList<JudgedResult> judged)
    {
        var voices = judged
            .OrderByDescending(result => result.Outcome is not null)
            .ThenByDescending(result => result.OutcomeAt)
            .ThenBy(result => result.PatternId)
            .DistinctBy(result => (result.Actor, Request(result), result.PatternId))
            .ToList();
        var outcomes = voices
            .Where(result => result.Outcome is not null)
            .CountBy(Day)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        return
        [
            .. voices
                .Where(result => outcomes.ContainsKey(Day(result)))
                .Select(result => new ConfidenceLabel(
                    result.Shown.Inputs,
                    result.Outcome is UseOutcome.Success,
                    Weight(outcomes[Day(result)]) * (result.Outcome is null ? PassedOverWeight : 1),
                    IsPassedOver: result.Outcome is null
                )),
        ];
    }

    /// <summary>What each of so many outcomes counts.</summary>
    private static double Weight(int outcomes) =>
        (double)OutcomeWeight.Of(1, outcomes) / OutcomeWeight.Unit;

    private static (string Actor, DateTime Day) Day(JudgedResult result) =>
        (result.Actor, result.OutcomeAt.UtcDateTime.Date);

    private static string Request(JudgedResult result) => result.Intent.Trim().ToLowerInvariant();
}
