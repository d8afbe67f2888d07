using System.Globalization;
using System.Text.Json.Nodes;
using Motif.Text;

namespace Motif.Discovery.Experiments;

/// <summary>Rows of a CSV as the JSON lines that say the same: every column a text, but for the number in <c>value</c>.</summary>
internal sealed class UnitColumns
{
    private readonly IReadOnlyList<string> _header;

    private UnitColumns(IReadOnlyList<string> header) => _header = header;

    /// <exception cref="FormatException">The header cannot be read, or lacks a column.</exception>
    public static UnitColumns Of(CsvRow header, string[] needed)
    {
        if (header.Mistake is { } mistake)
            throw new FormatException($"its header {mistake}");
        var names = header.Fields.Select(f => f.Trim()).ToList();
        foreach (var name in needed)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                throw new FormatException(
                    $"there is no column {name}; its columns are {string.Join(", ", names)}"
                );
        }
        return
            names.Exists(n => n.Length == 0)
            || names.Distinct(StringComparer.Ordinal).Count() < names.Count
            ? throw new FormatException("every column needs a name of its own")
            : new UnitColumns(names);
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
            var field = row.Fields[i];
            if (field.Length == 0)
                continue;
            if (_header[i] != "value")
                line[_header[i]] = field;
            else if (
                double.TryParse(
                    field,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) && double.IsFinite(number)
            )
                line[_header[i]] = number;
            else
                return (null, "value: is no finite number");
        }
        return (line.ToJsonString(MotifJson.Options), null);
    }
}
