using Motif.Catalog;

namespace Motif.Code.Patterns;

/// <summary>A pattern as it stands after some of its places were called wrong, or are places again; the next scan measures it anew.</summary>
internal static class RemainingPlaces
{
    /// <param name="places">Those that are left.</param>
    /// <param name="versions">Of the pattern, newest first: they have the exemplars that it had before.</param>
    public static Pattern Of(
        Pattern pattern,
        IReadOnlyList<Occurrence> places,
        IReadOnlyList<PatternVersion> versions
    )
    {
        var after = PatternComposer.Without(pattern, places);
        if (places.Count == 0 || CodePatternBody.Of(after) is not { } body)
            return after;
        var wasEmpty = CodePatternBody.Of(pattern) is { OccurrenceCount: 0 };
        return after with
        {
            Body = PatternBody.From(WithExemplar(body, places, versions)),
            Status =
                wasEmpty && pattern.Status is PatternStatus.Deprecated
                    ? PatternStatus.Active
                    : after.Status,
        };
    }

    /// <summary>The exemplar stays while it is a place and its text is there; otherwise an earlier one, or the surest place without its text.</summary>
    private static CodePatternBody WithExemplar(
        CodePatternBody body,
        IReadOnlyList<Occurrence> places,
        IReadOnlyList<PatternVersion> versions
    )
    {
        if (IsPlace(body, places) && body.Implementation.Length > 0)
            return body;
        var earlier = versions
            .Select(v => CodePatternBody.Of(v.Snapshot.Body))
            .OfType<CodePatternBody>()
            .FirstOrDefault(b => IsPlace(b, places) && b.Implementation.Length > 0);
        if (earlier is not null)
            return earlier with
            {
                Complexity = body.Complexity,
                OccurrenceCount = body.OccurrenceCount,
                FileCount = body.FileCount,
            };
        var best = places
            .OrderByDescending(p => p.Confidence.Value)
            .ThenByDescending(p => p.Quality.Score ?? 0)
            .First();
        return body with
        {
            Language = best.Language,
            Repository = best.Repository,
            FilePath = best.File,
            LineRange = [best.StartLine, best.EndLine],
            QualifiedName = best.QualifiedName,
            Implementation = "",
            Docstring = null,
            Dependencies = [],
        };
    }

    private static bool IsPlace(CodePatternBody body, IReadOnlyList<Occurrence> places) =>
        places.Any(p =>
            p.Repository == body.Repository
            && p.File == body.FilePath
            && p.QualifiedName == body.QualifiedName
        );
}
