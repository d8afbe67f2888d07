using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Sources;

/// <summary>Says where a path really leads, or why it may not be read.</summary>
public delegate (string? RealPath, string? Refusal) SourcePermit(string path);

/// <summary>
/// Reads source for people to look at: only files that a scan has read, only where the permit allows, and only while they are
/// as they were scanned. Thread-safe.
/// </summary>
public sealed class SourceExcerpts(ICodeStore code, IPatternStore patterns)
{
    public const int MaxContext = 50;

    /// <summary>Longer places are cut.</summary>
    public const int MaxLines = 400;

    /// <summary>No file is read that a scan would not read.</summary>
    private const int MaxFileBytes = 16 << 20;

    /// <summary>The source where a pattern stands; null where it does not stand there.</summary>
    public async Task<SourceExcerpt?> AtOccurrenceAsync(
        Guid patternId,
        string repository,
        string file,
        int startLine,
        int context,
        SourcePermit permit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(permit);
        var occurrences = await code.OccurrencesAtAsync(
            patternId,
            repository,
            file,
            cancellationToken
        );
        if (occurrences.FirstOrDefault(o => o.StartLine == startLine) is not { } found)
            return null;
        var excerpt = await ReadAsync(
            new SourcePlace(repository, file, found.Language, startLine, found.EndLine),
            context,
            permit,
            cancellationToken
        );
        if (excerpt.State is not SourceState.Current)
            excerpt = await StoredAsync(found, excerpt, cancellationToken) ?? excerpt;
        return excerpt with { Evidence = found.Evidence };
    }

    /// <param name="context">Lines before and after the place, 0 to <see cref="MaxContext"/>.</param>
    public async Task<SourceExcerpt> ReadAsync(
        SourcePlace place,
        int context,
        SourcePermit permit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(permit);
        var scanned = await code.SourceAsync(place.Repository, place.File, cancellationToken);
        if (scanned is null)
            return Without(
                place,
                SourceState.Changed,
                $"{place.File} is not among the files of the last scan of {place.Repository}"
            );
        var (path, refusal) = permit(PathOf(scanned.Root, place.File));
        if (path is null)
            return Without(place, SourceState.Unreadable, refusal ?? "it may not be read here");
        if (Bytes(path, cancellationToken) is not { } bytes)
            return Without(
                place,
                SourceState.Unreadable,
                $"{place.File} is no longer a file that can be read here"
            );
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == scanned.ContentHash
            ? Shown(place, SourceLines.Split(bytes), context)
            : Without(
                place,
                SourceState.Changed,
                $"{place.File} has changed since the scan of {scanned.ScannedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; scan again to see it"
            );
    }

    private static SourceExcerpt Shown(SourcePlace place, List<string> lines, int context)
    {
        var start = Math.Clamp(place.StartLine, 1, lines.Count);
        var end = Math.Clamp(place.EndLine, start, lines.Count);
        var isTruncated = end - start >= MaxLines;
        var (first, last) = (
            Math.Max(1, start - context),
            isTruncated ? start + MaxLines - 1 : Math.Min(lines.Count, end + context)
        );
        return Without(place, SourceState.Current, null) with
        {
            FirstLine = first,
            Lines = SourceLines.Of(lines, first, last),
            Truncated = isTruncated,
        };
    }

    private static SourceExcerpt Without(SourcePlace place, SourceState state, string? reason) =>
        new(
            state,
            reason,
            place.Repository,
            place.File,
            place.Language,
            place.StartLine,
            place.EndLine,
            place.StartLine,
            [],
            Truncated: false,
            Evidence: []
        );

    /// <summary>The text that the catalogue kept, where the place is the pattern's exemplar.</summary>
    private async Task<SourceExcerpt?> StoredAsync(
        Occurrence place,
        SourceExcerpt excerpt,
        CancellationToken cancellationToken
    )
    {
        var pattern = await patterns.FindAsync(place.PatternId, cancellationToken);
        if (pattern is null || CodePatternBody.Of(pattern) is not { } body)
            return null;
        var isExemplar =
            body.Repository == place.Repository
            && body.FilePath == place.File
            && body.QualifiedName == place.QualifiedName
            && body.Implementation.Length > 0;
        if (!isExemplar)
            return null;
        var lines = body.Implementation.Split('\n');
        var first = body.LineRange is [var line, ..] ? line : place.StartLine;
        return excerpt with
        {
            State = SourceState.Stored,
            FirstLine = first,
            Lines = lines,
            Truncated = first + lines.Length - 1 < place.EndLine,
        };
    }

    /// <summary>A scan of one file has the file itself as its root.</summary>
    private static string PathOf(string root, string file) =>
        Directory.Exists(root) ? Path.Combine(root, file) : root;

    /// <summary>Null where it is no file that can be read.</summary>
    private static byte[]? Bytes(string path, CancellationToken cancellationToken)
    {
        try
        {
            return RegularFile.Read(path, MaxFileBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
