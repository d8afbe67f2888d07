using Motif.Matching;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;

namespace Motif.Server.Mcp;

/// <summary>A match as an agent reads it: what to consider, how sure, what to do; nothing twice, and no more than fits into a thought.</summary>
/// <param name="MatchId">For record_use and record_outcome.</param>
/// <param name="NextOffset">The offset that shows what follows; null where nothing does.</param>
/// <param name="NothingFits">Whether nothing is shown.</param>
/// <param name="NearestBelow">The surest of what lies below the least confidence; null where there is none.</param>
/// <param name="Filters">What each filter took away, and values that no pattern has; null where it took nothing that matters.</param>
internal sealed record MatchSummary(
    Guid MatchId,
    IReadOnlyList<MatchSummary.Result> MatchedPatterns,
    int TotalMatches,
    int? NextOffset,
    bool NothingFits,
    NearestBelow? NearestBelow,
    IReadOnlyList<FilterEffect>? Filters
)
{
    private const int LongestName = 70;
    private const int LongestPurpose = 110;

    /// <summary>For the steps of one result together; longer ones are each cut, none is left out.</summary>
    private const int RoomForSteps = 280;

    private const int LeastStep = 24;
    private const int LongestPath = 90;
    private const int LinesOfCode = 4;
    private const int LongestLine = 60;

    public static MatchSummary Of(MatchResponse response) =>
        new(
            response.MatchId,
            [.. response.MatchedPatterns.Select(Summarize)],
            response.TotalMatches,
            response.NextOffset,
            response.NothingFits,
            response.NearestBelow is { } nearest
                ? nearest with
                {
                    Name = ShortText.Of(nearest.Name, LongestName)!,
                }
                : null,
            response.NothingFits || response.Filters.Any(filter => filter.UnknownValues.Count > 0)
                ? response.Filters
                : null
        );

    private static Result Summarize(MatchedPattern match) =>
        new(
            match.PatternId,
            ShortText.Of(match.Name, LongestName)!,
            match.Kind,
            match.ConfidenceScore,
            ShortText.Of(match.Purpose ?? match.Description, LongestPurpose),
            match.Exemplar is { } exemplar ? Place(exemplar) : null,
            match.Exemplar is { } code ? Code(code) : null,
            match.Steps.Count == 0 ? null : Steps(match.Steps)
        );

    private static string Place(CodeExemplar exemplar) =>
        $"{ShortText.End($"{exemplar.Repository}/{exemplar.Path}", LongestPath)}:{exemplar.Line} ({exemplar.Language}, {exemplar.Places} places)";

    private static string Code(CodeExemplar exemplar) =>
        string.Join(
            '\n',
            exemplar
                .Source.Split('\n')
                .Where(line => line.Trim().Length > 0)
                .Take(LinesOfCode)
                .Select(line =>
                    line.Length <= LongestLine ? line : ShortText.Cut(line, LongestLine)
                )
        );

    private static List<string> Steps(IReadOnlyList<MatchedStep> steps)
    {
        var room = Math.Max(LeastStep, RoomForSteps / steps.Count);
        return [.. steps.Select(s => (s.Near ? "* " : "") + ShortText.Of(s.Text, room))];
    }

    /// <summary>A pattern that fits.</summary>
    /// <param name="Place">For code: where the exemplar stands, and in how many places the pattern.</param>
    /// <param name="Code">Its first lines.</param>
    /// <param name="Steps">In order; a star marks those near to a requirement.</param>
    internal sealed record Result(
        Guid PatternId,
        string Name,
        PatternKind Kind,
        double ConfidenceScore,
        string? Purpose,
        string? Place,
        string? Code,
        IReadOnlyList<string>? Steps
    );
}
