namespace Motif.Code;

/// <summary>One of the places that are alike.</summary>
/// <param name="Similarity">To the structure that most of the group have, 0 to 1; 1 where at most names and constants differ.</param>
public sealed record DuplicateCopy(
    string File,
    int StartLine,
    int EndLine,
    string QualifiedName,
    int Lines,
    double Similarity
);

/// <summary>Functions or classes that are copies of each other, or nearly.</summary>
/// <param name="DuplicateId">Named after all that it says: a change gives another.</param>
/// <param name="Name">Two of them, such as <c>`read_rows` ≈ `read_lines`</c>.</param>
/// <param name="Places">How many there are.</param>
/// <param name="Files">In how many files.</param>
/// <param name="Lines">Of all of them.</param>
/// <param name="RedundantLines">Of all but the longest: what there would be less of with one of them.</param>
/// <param name="Similarity">Of the one that is least like the others.</param>
/// <param name="Copies">By file and line; a list has the first few, at most <see cref="MaxCopies"/> are kept.</param>
public sealed record DuplicateGroup(
    Guid DuplicateId,
    string Repository,
    string Language,
    string Name,
    int Places,
    int Files,
    int Lines,
    int RedundantLines,
    double Similarity,
    IReadOnlyList<DuplicateCopy> Copies
)
{
    public const int MaxCopies = 500;

    /// <summary>Copies that a list shows of each.</summary>
    public const int ListedCopies = 20;

    /// <summary>Where one of its copies stands.</summary>
    /// <param name="at">Its place in <see cref="Copies"/>.</param>
    public SourcePlace PlaceOf(int at) =>
        new(Repository, Copies[at].File, Language, Copies[at].StartLine, Copies[at].EndLine);
}
