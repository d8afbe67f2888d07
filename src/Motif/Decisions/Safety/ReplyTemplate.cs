using System.Globalization;
using System.Net;
using System.Text;

namespace Motif.Decisions.Safety;

/// <summary>How a channel wants text.</summary>
public enum TextForm
{
    Plain,

    /// <summary>Filled-in values are escaped.</summary>
    Html,
}

/// <summary>A reply with its places filled in.</summary>
/// <param name="Missing">Places that nothing was given for and that have no default, in their order; while there is one, nothing is sent.</param>
/// <param name="HasPlaceholders">A filled-in value looks like a place itself: it is printed as it is, and only a person may send it.</param>
public sealed record RenderedReply(
    string Text,
    IReadOnlyList<string> Missing,
    bool HasPlaceholders = false
);

/// <summary>
/// A reply with places: <c>{{name}}</c>, <c>{{a.b}}</c>, <c>{{x|default}}</c>, <c>{{x|format:dd.MM.yyyy}}</c>. What is filled in is
/// never read again for places.
/// </summary>
public sealed class ReplyTemplate
{
    /// <summary>Characters of a filled-in value; the rest is cut off.</summary>
    public const int MostCharacters = 200;

    private const string Open = "{{";
    private const string Close = "}}";
    private const string Format = "format:";
    private const string Left = "…";

    private readonly IReadOnlyList<Part> _parts;

    private ReplyTemplate(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The names of all places, each once.</summary>
    public IReadOnlyList<string> Names =>
        [
            .. _parts
                .Where(p => p.Name is not null)
                .Select(p => p.Name!)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Reads a template, or says what is wrong with it, as the end of a sentence.</summary>
    public static (ReplyTemplate? Template, string? Mistake) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<Part>();
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0)
                open = text.Length;
            if (text.AsSpan(at, open - at).Contains(Close, StringComparison.Ordinal))
                return (null, "has }} without a {{ before it");
            if (open > at)
                parts.Add(new Part(text[at..open], null, null, null));
            if (open == text.Length)
                break;
            var close = text.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
                return (null, "has {{ without a }} behind it");
            if (Place(text[(open + 2)..close]) is not { } place)
                return (
                    null,
                    $"has '{text[open..(close + 2)]}', which is no place such as {{{{name}}}} or {{{{name|there}}}}"
                );
            parts.Add(place);
            at = close + 2;
        }
        return (new ReplyTemplate(parts), null);
    }

    public RenderedReply Render(IReadOnlyDictionary<string, string> values, TextForm form)
    {
        ArgumentNullException.ThrowIfNull(values);
        var text = new StringBuilder();
        var missing = new List<string>();
        var hasPlaceholders = false;
        foreach (var part in _parts)
        {
            if (part.Literal is { } literal)
            {
                text.Append(literal);
                continue;
            }
            if (part.Value(values) is not { } value)
            {
                missing.Add(part.Name!);
                text.Append(Open).Append(part.Name).Append(Close);
                continue;
            }
            hasPlaceholders |= value.Contains(Open, StringComparison.Ordinal);
            text.Append(form is TextForm.Html ? WebUtility.HtmlEncode(value) : value);
        }
        return new RenderedReply(
            text.ToString(),
            [.. missing.Distinct(StringComparer.Ordinal)],
            hasPlaceholders
        );
    }

    private static Part? Place(string inside)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var name = (bar < 0 ? inside : inside[..bar]).Trim();
        if (!IsName(name))
            return null;
        if (bar < 0)
            return new Part(null, name, null, null);
        var rest = inside[(bar + 1)..];
        return rest.TrimStart().StartsWith(Format, StringComparison.Ordinal)
            ? new Part(null, name, null, rest.TrimStart()[Format.Length..].Trim())
            : new Part(null, name, rest.Trim(), null);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 100
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
        && name[0] != '.'
        && name[^1] != '.'
        && !name.Contains("..", StringComparison.Ordinal);

    private sealed record Part(string? Literal, string? Name, string? Default, string? Formatted)
    {
        /// <summary>Null where nothing that says something was given and there is no default.</summary>
        public string? Value(IReadOnlyDictionary<string, string> values)
        {
            if (!values.TryGetValue(Name!, out var value) || string.IsNullOrWhiteSpace(value))
                return Default is { Length: > 0 } ? Default : null;
            return Formatted is null ? Cut(value) : InFormat(value);
        }

        private string? InFormat(string value)
        {
            try
            {
                if (
                    decimal.TryParse(
                        value,
                        NumberStyles.Number,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                    return Cut(number.ToString(Formatted, CultureInfo.InvariantCulture));
                return DateTimeOffset.TryParse(
                    value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var time
                )
                    ? Cut(time.ToString(Formatted, CultureInfo.InvariantCulture))
                    : null;
            }
            catch (FormatException)
            {
                return null;
            }
        }

        private static string Cut(string value)
        {
            if (value.Length <= MostCharacters)
                return value;
            var end = MostCharacters - 1;
            return value[..(char.IsHighSurrogate(value[end - 1]) ? end - 1 : end)] + Left;
        }
    }
}
