using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Motif.Catalog;

/// <summary>
/// A pattern as a Markdown file: YAML front matter between two lines of <c>---</c> with <c>name</c> and <c>pattern_type</c>, and
/// where wanted <c>kind, key, tags, status, description</c>; every other entry (<c>intent, context, success_criteria, aliases</c> …)
/// goes into the body. List items below it are the steps, other paragraphs the description.
/// </summary>
public static class MarkdownDraft
{
    private const string Fence = "---";

    private static readonly string[] DraftFields =
    [
        "kind",
        "pattern_type",
        "key",
        "name",
        "description",
        "tags",
        "status",
    ];

    /// <exception cref="MarkdownException">The text is no such file.</exception>
    public static PatternDraft Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, Math.Min(1, lines.Length));
        if (lines[0] != Fence || end < 0)
            throw new MarkdownException(1, "expected front matter between two lines of ---");
        var front = FrontMatter(lines[1..end]);
        var (steps, description) = Content(lines.AsSpan(end + 1));
        try
        {
            return Draft(front, steps, description);
        }
        catch (FormatException exception) when (exception is not MarkdownException)
        {
            throw new MarkdownException(1, exception.Message);
        }
    }

    private static Dictionary<string, object?> FrontMatter(string[] lines)
    {
        try
        {
            return new DeserializerBuilder()
                    .WithDuplicateKeyChecking()
                    .WithAttemptingUnquotedStringTypeDeserialization()
                    .Build()
                    .Deserialize<Dictionary<string, object?>?>(string.Join('\n', lines))
                ?? [];
        }
        catch (YamlException exception)
        {
            throw new MarkdownException(
                exception.Start.Line + 1,
                $"the front matter is no YAML mapping: {exception.Message}"
            );
        }
    }

    private static (List<string> Steps, string Description) Content(ReadOnlySpan<string> lines)
    {
        var steps = new List<string>();
        var description = new List<string>();
        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            if (Item(trimmed) is { } item)
                steps.Add(item);
            else if (
                steps.Count > 0
                && line.StartsWith("  ", StringComparison.Ordinal)
                && trimmed.Length > 0
            )
                steps[^1] += " " + trimmed;
            else if (!trimmed.StartsWith('#'))
                description.Add(trimmed);
        }
        return (steps, string.Join('\n', description).Trim());
    }

    /// <summary>The text behind <c>-</c>, <c>*</c> or <c>1.</c>; null for other lines.</summary>
    private static string? Item(string line)
    {
        if (
            line.StartsWith("- ", StringComparison.Ordinal)
            || line.StartsWith("* ", StringComparison.Ordinal)
        )
            return line[2..].Trim();
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && line.AsSpan(digits).StartsWith(". ")
            ? line[(digits + 2)..].Trim()
            : null;
    }

    private static PatternDraft Draft(
        Dictionary<string, object?> front,
        List<string> steps,
        string description
    )
    {
        var body = front
            .Where(e => !DraftFields.Contains(e.Key, StringComparer.Ordinal))
            .ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        if (steps.Count > 0)
            body["steps"] = steps;
        return new PatternDraft
        {
            Kind = Text(front, "kind") is { } kind
                ? WireName.Require<PatternKind>(kind)
                : PatternKind.Success,
            PatternType = Text(front, "pattern_type") ?? throw Missing("pattern_type"),
            Key = Text(front, "key"),
            Name = Text(front, "name") ?? throw Missing("name"),
            Description = description.Length > 0 ? description : Text(front, "description") ?? "",
            Tags = Texts(front, "tags"),
            Status = Text(front, "status") is { } status
                ? WireName.Require<PatternStatus>(status)
                : PatternStatus.Active,
            Body = JsonSerializer.SerializeToElement(body, MotifJson.Options),
        };
    }

    private static string? Text(Dictionary<string, object?> front, string name) =>
        front.TryGetValue(name, out var value) && value is not null
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    private static IReadOnlyList<string> Texts(Dictionary<string, object?> front, string name) =>
        front.GetValueOrDefault(name) switch
        {
            null => [],
            IEnumerable<object> items =>
            [
                .. items.Select(i => Convert.ToString(i, CultureInfo.InvariantCulture) ?? ""),
            ],
            _ => throw new MarkdownException(1, $"the front matter's {name} must be a list"),
        };

    private static MarkdownException Missing(string name) =>
        new(1, $"the front matter lacks {name}");
}

/// <summary>A text that is no pattern in Markdown.</summary>
/// <param name="line">Where, counted from 1; the front matter as a whole stands at 1.</param>
/// <param name="mistake">What is wrong and what is expected.</param>
public sealed class MarkdownException(long line, string mistake)
    : FormatException($"line {line}: {mistake}")
{
    public long Line => line;

    public string Mistake => mistake;
}
