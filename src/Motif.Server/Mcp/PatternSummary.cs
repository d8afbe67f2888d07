using Motif.Catalog;
using Motif.Matching.Documents;

namespace Motif.Server.Mcp;

/// <summary>As much of a pattern as tells an agent whether to read it; <c>get</c> has the rest.</summary>
/// <param name="Purpose">What it is for; the beginning of its description where it does not say.</param>
/// <param name="QualityScore">0 to 1; null where nothing was measured.</param>
/// <param name="SuccessRate">Raw share of successes, 0 to 1; null without outcomes.</param>
/// <param name="Uses">How often it was used.</param>
internal sealed record PatternSummary(
    Guid PatternId,
    PatternKind Kind,
    string PatternType,
    string Name,
    string? Purpose,
    PatternStatus Status,
    double? QualityScore,
    double? SuccessRate,
    long Uses
)
{
    private const int LongestPurpose = 140;

    public static PatternSummary Of(Pattern pattern) =>
        new(
            pattern.PatternId,
            pattern.Kind,
            pattern.PatternType,
            pattern.Name,
            ShortText.Of(PatternText.Intent(pattern), LongestPurpose)
                ?? ShortText.Of(pattern.Description, LongestPurpose),
            pattern.Status,
            pattern.Quality.Score,
            pattern.Success.Rate,
            pattern.Usage.Uses
        );
}

/// <summary>A page of them.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record PatternSummaries(IReadOnlyList<PatternSummary> Items, string? NextCursor)
{
    public static PatternSummaries Of(PatternPage page) =>
        new([.. page.Items.Select(PatternSummary.Of)], page.NextCursor);
}
