using System.Text.Json;

namespace Motif.Matching.Documents;

/// <summary>The place whose code stands for a code pattern: where to look, and how it begins.</summary>
/// <param name="Language">Such as <c>python</c>.</param>
/// <param name="Repository">Where it stands.</param>
/// <param name="Path">Its file inside the repository.</param>
/// <param name="Line">Its first line, with its decorators; null where that is not known.</param>
/// <param name="QualifiedName">Its dotted name inside the file.</param>
/// <param name="Places">Places of the pattern in all repositories, this one among them.</param>
/// <param name="Source">Its first lines, at most <see cref="MostLines"/>.</param>
/// <param name="LinesLeftOut">Lines of it that are kept behind those; the pattern's body has them.</param>
public sealed record CodeExemplar(
    string Language,
    string Repository,
    string Path,
    int? Line,
    string QualifiedName,
    int Places,
    string Source,
    int LinesLeftOut
)
{
    public const int MostLines = 8;

    /// <summary>Null where the body holds no code with its place.</summary>
    internal static CodeExemplar? Of(JsonElement body)
    {
        if (
            body.ValueKind is not JsonValueKind.Object
            || Text(body, "file_path") is not { } path
            || Text(body, "implementation") is not { } source
        )
            return null;
        var lines = source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return new CodeExemplar(
            Text(body, "language") ?? "",
            Text(body, "repository") ?? "",
            path,
            FirstLine(body),
            Text(body, "qualified_name") ?? "",
            Number(body, "occurrence_count") ?? 0,
            string.Join('\n', lines.Take(MostLines)),
            Math.Max(0, lines.Length - MostLines)
        );
    }

    private static int? FirstLine(JsonElement body) =>
        body.TryGetProperty("line_range", out var range)
        && range.ValueKind is JsonValueKind.Array
        && range.GetArrayLength() > 0
        && range[0].TryGetNumber() is { } line
            ? line
            : null;

    private static string? Text(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? Number(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) ? value.TryGetNumber() : null;
}

file static class Numbers
{
    public static int? TryGetNumber(this JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
