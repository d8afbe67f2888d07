using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Text;

namespace Motif.Discovery.Items;

/// <summary>
/// Rows of a CSV as the JSON lines that say the same. A column's kind is that of all its values: one that holds yes, no, true
/// or false beside 1 and 0 is a boolean throughout, one of numbers a number, anything else text.
/// </summary>
internal sealed class CsvItems
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id",
        "text",
        "channel",
        "published_at",
        "views",
        "performance_ratio",
        "embedding",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "views",
        "performance_ratio",
    };

    private enum ColumnKind
    {
        Text,
        Number,
        Boolean,
    }

    private readonly IReadOnlyList<string> _header;
    private readonly ColumnKind[] _kinds;

    private CsvItems(IReadOnlyList<string> header, ColumnKind[] kinds) =>
        (_header, _kinds) = (header, kinds);

    /// <param name="rows">Header first.</param>
    /// <exception cref="FormatException">It has no header, a column without a name, or none called id.</exception>
    public static CsvItems Of(IReadOnlyList<CsvRow> rows)
    {
        if (rows.Count == 0)
            throw new FormatException("it has no header");
        if (rows[0].Mistake is { } mistake)
            throw new FormatException($"its header {mistake}");
        var header = rows[0].Fields.Select(f => f.Trim()).ToList();
        if (!header.Contains("id", StringComparer.Ordinal))
            throw new FormatException(
                $"there is no column id; its columns are {string.Join(", ", header)}"
            );
        if (
            header.Exists(h => h.Length == 0)
            || header.Distinct(StringComparer.Ordinal).Count() < header.Count
        )
            throw new FormatException("every column needs a name of its own");
        return new CsvItems(header, [.. header.Select((name, i) => KindOf(name, i, rows))]);
    }

    /// <summary>The line's JSON, or what is wrong with the row.</summary>
    public (string? Json, string? Mistake) Line(CsvRow row)
    {
        if (row.Mistake is not null)
            return (null, row.Mistake);
        if (row.Fields.Count != _header.Count)
            return (null, $"has {row.Fields.Count} columns, the header has {_header.Count}");
        var line = new JsonObject();
        for (var i = 0; i < row.Fields.Count; i++)
        {
            if (row.Fields[i].Length == 0)
                continue;
            var (value, mistake) = Value(_header[i], _kinds[i], row.Fields[i]);
            if (mistake is not null)
                return (null, $"{_header[i]}: {mistake}");
            line[_header[i]] = value;
        }
        return (line.ToJsonString(MotifJson.Options), null);
    }

    private static ColumnKind KindOf(string name, int column, IReadOnlyList<CsvRow> rows)
    {
        if (Known.Contains(name))
            return Numbers.Contains(name) ? ColumnKind.Number : ColumnKind.Text;
        var (isNumber, isBoolean, hasWord) = (true, true, false);
        foreach (var row in rows.Skip(1))
        {
            if (row.Mistake is not null || column >= row.Fields.Count)
                continue;
            var field = row.Fields[column].Trim();
            if (field.Length == 0)
                continue;
            isNumber &= Number(field) is not null;
            isBoolean &= Boolean(field) is not null;
            hasWord |= Boolean(field) is not null && field is not ("0" or "1");
        }
        return isBoolean && hasWord ? ColumnKind.Boolean
            : isNumber ? ColumnKind.Number
            : ColumnKind.Text;
    }

    private static (JsonNode? Value, string? Mistake) Value(
        string name,
        ColumnKind kind,
        string field
    )
    {
        if (name == "embedding")
            return Embedding(field);
        return kind switch
        {
            ColumnKind.Boolean => (JsonValue.Create(Boolean(field.Trim())!.Value), null),
            ColumnKind.Number when Number(field.Trim()) is { } number => (
                JsonValue.Create(number),
                null
            ),
            ColumnKind.Number => (null, $"'{Shown(field)}' is no finite number"),
            _ => (JsonValue.Create(field), null),
        };
    }

    /// <summary>A JSON array, or numbers with blanks or semicolons between.</summary>
    private static (JsonNode? Value, string? Mistake) Embedding(string field)
    {
        var numbers = new JsonArray();
        foreach (
            var part in field
                .Trim()
                .TrimStart('[')
                .TrimEnd(']')
                .Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (Number(part) is not { } number)
                return (null, $"'{Shown(part)}' is no finite number");
            numbers.Add(number);
        }
        return (numbers, null);
    }

    private static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static bool? Boolean(string field) =>
        field.ToLowerInvariant() switch
        {
            "true" or "yes" or "1" => true,
            "false" or "no" or "0" => false,
            _ => null,
        };

    private static string Shown(string field) => field.Length <= 40 ? field : field[..40] + "…";
}
