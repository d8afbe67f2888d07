using Motif.Catalog;
using Motif.Matching.Ranking;

namespace Motif.Matching;

/// <summary>What is not surely what it is called leads no match, where there is anything else.</summary>
internal static class SuspectedMatches
{
    /// <summary>
    /// The same matches; those in front that are suspected stand behind the first that is not, and are no surer than it, so that
    /// the order agrees with the confidences.
    /// </summary>
    public static List<(RankedMatch Match, Pattern Pattern)> Behind(
        List<(RankedMatch Match, Pattern Pattern)> shown
    )
    {
        var first = shown.FindIndex(m => !IsSuspected(m.Pattern));
        if (first <= 0)
            return shown;
        var sure = shown[first];
        return
        [
            sure,
            .. shown
                .Take(first)
                .Select(m =>
                    (
                        m.Match with
                        {
                            Confidence = Math.Min(m.Match.Confidence, sure.Match.Confidence),
                        },
                        m.Pattern
                    )
                ),
            .. shown.Skip(first + 1),
        ];
    }

    private static bool IsSuspected(Pattern pattern) =>
        pattern.Kind is PatternKind.Code
        && pattern.Tags.Contains(Pattern.SuspectedTag, StringComparer.Ordinal);
}
