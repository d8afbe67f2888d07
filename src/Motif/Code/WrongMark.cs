namespace Motif.Code;

/// <summary>A place as a judgement knows it: it stays the same when lines move.</summary>
public readonly record struct DetectedPlace(
    string Repository,
    string File,
    string QualifiedName,
    string Rule
)
{
    public static DetectedPlace Of(Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return new(
            occurrence.Repository,
            occurrence.File,
            occurrence.QualifiedName,
            occurrence.Rule
        );
    }
}

/// <summary>A detection that a person called wrong.</summary>
/// <param name="PatternId">The pattern that it was a place of.</param>
/// <param name="Actor">Who said so.</param>
/// <param name="Reason">Why; null when nothing was said.</param>
public sealed record WrongMark(
    string Repository,
    string File,
    string QualifiedName,
    string Rule,
    Guid PatternId,
    string Actor,
    string? Reason,
    DateTimeOffset At
)
{
    public DetectedPlace Place() => new(Repository, File, QualifiedName, Rule);
}
