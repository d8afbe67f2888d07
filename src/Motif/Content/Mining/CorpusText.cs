using System.Text;

namespace Motif.Content.Mining;

/// <summary>The contents of a file: one a line, or one a row of comma separated values (RFC 4180).</summary>
public static class CorpusText
{
    private static readonly string[] UsualColumns =
    [
        "content",
        "text",
        "message",
        "post",
        "headline",
        "title",
    ];

    /// <summary>The last line break ends a line, it does not begin another.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <param name="name">The column's name, or null for one that is usual.</param>
    /// <exception cref="FormatException">There is no such column, a row is too short, or a quote is not closed.</exception>
    public static IReadOnlyList<string> Column(string text, string? name)
    {
        var rows = Rows(text);
        if (rows.Count == 0)
            throw new FormatException("it has no header");
        var header = rows[0];
        var place = name is null
            ? UsualColumns.Select(n => Find(header, n)).FirstOrDefault(i => i >= 0, -1)
            : Find(header, name);
        if (place < 0)
            throw new FormatException(
                $"there is no column {name ?? "content, text, message or post"}; its columns are {string.Join(", ", header)}; choose one with --column"
            );
        return
        [
            .. rows.Skip(1)
                .Select(
                    (row, i) =>
                        place < row.Count
                            ? row[place]
                            : throw new FormatException($"row {i + 2} has only {row.Count} columns")
                ),
        ];
    }

    /// <summary>All rows with their fields; blank lines are none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"' && field.Length == 0)
            {
                i = Quoted(text, i, field) - 1;
                continue;
            }
            if (i < text.Length && text[i] is not (',' or '\n' or '\r'))
            {
                field.Append(text[i]);
                continue;
            }
            row.Add(field.ToString());
            field.Clear();
            if (i < text.Length && text[i] == ',')
                continue;
            if (row.Count > 1 || row[0].Length > 0)
                rows.Add(row);
            row = [];
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n')
                i++;
        }
        return rows;
    }

    private static int Find(IReadOnlyList<string> header, string name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    /// <summary>Reads a quoted field and says where it ends.</summary>
    private static int Quoted(string text, int start, StringBuilder field)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
                field.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else
                return i + 1;
        }
        throw new FormatException("a quote is not closed");
    }
}
