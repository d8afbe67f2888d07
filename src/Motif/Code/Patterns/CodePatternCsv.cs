using System.Globalization;
using System.Text.Json;

namespace Motif.Code.Patterns;

/// <summary>
/// Code patterns as comma-separated values (RFC 4180), a pattern a line, for spreadsheets and data frames. What was not
/// measured is an empty cell. Names come from foreign source: a text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
/// </summary>
public static class CodePatternCsv
{
    private static readonly string[] Components =
    [
        "complexity",
        "documentation",
        "coverage",
        "reuse",
        "maintainability",
    ];

    /// <summary>The names of the columns; quality and its components are prefixed, so that the cyclomatic complexity stays apart from its score.</summary>
    public static string Header { get; } =
        "pattern_id,name,pattern_type,status,category,language,repository,file_path,start_line,end_line,qualified_name,rule,"
        + "complexity,occurrence_count,file_count,quality,quality_completeness,"
        + string.Concat(Components.Select(c => $"quality_{c},"))
        + "uses,exposures,last_used_at,tags";

    /// <summary>Whether the median cyclomatic complexity of a pattern's occurrences is at most this; unmeasured passes.</summary>
    public static bool IsWithin(Pattern pattern, int? maxComplexity) =>
        !(BodyOf(pattern)?.Complexity > maxComplexity);

    /// <summary>The cells of a pattern in the order of <see cref="Header"/>, without a line end.</summary>
    public static string Line(Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var body = BodyOf(pattern);
        string[] cells =
        [
            pattern.PatternId.ToString("D"),
            Cell(pattern.Name),
            Cell(pattern.PatternType),
            WireName.Of(pattern.Status),
            Cell(body?.Category),
            Cell(body?.Language),
            Cell(body?.Repository),
            Cell(body?.FilePath),
            Number(body?.LineRange is [var first, ..] ? first : null),
            Number(body?.LineRange is [.., var last] ? last : null),
            Cell(body?.QualifiedName),
            Cell(body?.Rule),
            Number(body?.Complexity),
            Number(body?.OccurrenceCount),
            Number(body?.FileCount),
            Number(pattern.Quality.Score),
            Number(pattern.Quality.Completeness),
            .. Components.Select(c => Number(pattern.Quality.Components.GetValueOrDefault(c))),
            Number(pattern.Usage.Uses),
            Number(pattern.Usage.Exposures),
            pattern.Usage.LastUsedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            Cell(string.Join(' ', pattern.Tags)),
        ];
        return string.Join(',', cells);
    }

    private static string Number(double? value) =>
        value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Null where the body is not that of a scan.</summary>
    private static CodePatternBody? BodyOf(Pattern pattern)
    {
        try
        {
            return pattern.Body.Deserialize<CodePatternBody>(MotifJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
