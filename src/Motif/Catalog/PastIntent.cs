namespace Motif.Catalog;

/// <summary>What a pattern was used for, as the outcomes say.</summary>
/// <param name="Text">In the words of those who used it.</param>
/// <param name="Weight">How far it is to be believed, above 0 and at most 1; see <see cref="IntentRecord"/>.</param>
public readonly record struct PastIntent(string Text, double Weight = 1);

/// <summary>What an actor reported on a day of one use of a pattern.</summary>
/// <param name="Actor">Who reported.</param>
/// <param name="Day">Days since 1970 (UTC).</param>
/// <param name="Intent">What names the intent.</param>
public readonly record struct IntentLesson(
    string Actor,
    int Day,
    string Intent,
    long Successes,
    long Failures
);

/// <summary>
/// How far a pattern's past intents are to be believed. Every actor has one vote per intent and day, its share of successes less
/// that of failures, v = (s − f)/(s + f); what an actor teaches a pattern on one day is divided: a vote for one of k intents
/// weighs w = min(1, (2/k)²), for nobody has so many uses for one thing at once; a vote against weighs 1. The weight of an intent is
/// max(0, Σ w·v / Σ w) · min(1, Σ w): one success alone is believed, as many failures of others unlearn it.
/// </summary>
public static class IntentRecord
{
    /// <summary>So many intents an actor may teach a pattern on one day, each with its full weight.</summary>
    public const int FullVotesPerDay = 2;

    /// <summary>Below this a vote is no knowledge.</summary>
    private const double FewestBelieved = 0.1;

    /// <summary>Weights by what names the intent; those that are not believed at all are left out.</summary>
    /// <param name="lessons">All of one pattern.</param>
    public static IReadOnlyDictionary<string, double> Weights(IEnumerable<IntentLesson> lessons)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var votes = lessons
            .GroupBy(l => (l.Actor, l.Day))
            .SelectMany(Votes)
            .GroupBy(v => v.Intent, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var intent in votes)
        {
            var all = intent.Sum(v => v.Weight);
            var weight =
                all > 0
                    ? Math.Max(0, intent.Sum(v => v.Weight * v.Value) / all) * Math.Min(1, all)
                    : 0;
            if (weight >= FewestBelieved)
                weights.Add(intent.Key, weight);
        }
        return weights;
    }

    private static IEnumerable<(string Intent, double Value, double Weight)> Votes(
        IEnumerable<IntentLesson> ofActorAndDay
    )
    {
        var lessons = ofActorAndDay.Where(l => l.Successes + l.Failures > 0).ToList();
        var taught = lessons.Count(l => l.Successes > l.Failures);
        var share = taught == 0 ? 1 : Math.Min(1, Math.Pow((double)FullVotesPerDay / taught, 2));
        return lessons.Select(l =>
        {
            var value = (double)(l.Successes - l.Failures) / (l.Successes + l.Failures);
            return (l.Intent, value, value > 0 ? share : 1);
        });
    }
}
