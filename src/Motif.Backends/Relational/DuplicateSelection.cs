using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Motif.Code;

namespace Motif.Backends.Relational;

/// <summary>The conditions of a page of duplicates, and the cursor that says where the page before ended.</summary>
internal sealed class DuplicateSelection
{
    private readonly List<string> _conditions = [];
    private readonly List<(string, object?)> _parameters = [];
    private readonly string? _cursor;

    /// <exception cref="FormatException">The cursor is not one.</exception>
    public DuplicateSelection(DuplicateQuery query)
    {
        Require("d.repository = @repository", "repository", query.Repository);
        Require("d.language = @language", "language", query.Language);
        Require("d.longest >= @min_lines", "min_lines", query.MinLines);
        if (query.Path is { } path)
        {
            Require(
                """
                EXISTS (SELECT 1 FROM code_duplicate_copies c WHERE c.duplicate_id = d.duplicate_id
                        AND (c.file = @path OR substr(c.file, 1, length(@folder)) = @folder))
                """,
                "path",
                path
            );
            _parameters.Add(("folder", path + "/"));
        }
        if (query.Cursor is not { } cursor)
            return;
        var (lines, id) = Read(cursor);
        _cursor = "(d.redundant_lines, d.duplicate_id) < (@after_lines, @after)";
        _parameters.Add(("after_lines", lines));
        _parameters.Add(("after", id));
    }

    public string Where => Of(_conditions);

    public string WhereFromCursor => Of(_cursor is null ? _conditions : [.. _conditions, _cursor]);

    public (string, object?)[] Parameters => [.. _parameters];

    public static string Cursor(int lines, Guid duplicateId) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{lines}\n{duplicateId:D}")
            )
        );

    private static (int Lines, Guid Id) Read(string cursor)
    {
        if (Base64Url.IsValid(cursor))
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
            if (
                parts.Length == 2
                && int.TryParse(
                    parts[0],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var lines
                )
                && Guid.TryParseExact(parts[1], "D", out var id)
            )
                return (lines, id);
        }
        throw new FormatException(
            "is not the cursor of a page of duplicates; start again without one"
        );
    }

    private static string Of(List<string> conditions) =>
        conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);

    private void Require(string condition, string name, object? value)
    {
        if (value is null)
            return;
        _conditions.Add(condition);
        _parameters.Add((name, value));
    }
}
