using System.Text.Json;

namespace Motif.Storage;

/// <summary>
/// JSON that every database can keep, for a <c>jsonb</c> column in PostgreSQL and a text in SQLite: well-formed texts,
/// numbers that a double holds, every member once.
/// </summary>
public readonly record struct StorableJson
{
    /// <summary>
    /// The longest number, in characters. No double needs more than 770 digits; PostgreSQL's numbers end at 16,383 behind the
    /// point, and SQLite would keep any number of them.
    /// </summary>
    public const int MaxNumberLength = 1000;

    private StorableJson(string text) => Text = text;

    public static StorableJson EmptyObject { get; } = new("{}");

    public string Text { get; }

    /// <exception cref="UnstorableException">Something in it cannot be kept.</exception>
    public static StorableJson Of<T>(string name, T value)
    {
        var element = value is JsonElement given
            ? given
            : JsonSerializer.SerializeToElement(value, MotifJson.Options);
        return Mistake(element, name) is { } mistake
            ? throw new UnstorableException(mistake.Member, mistake.Mistake)
            : new StorableJson(element.GetRawText());
    }

    /// <summary>The first place in a value that cannot be kept, and why, as the end of a sentence; null when all can.</summary>
    /// <param name="path">Where the value itself stands.</param>
    public static (string Member, string Mistake)? Mistake(JsonElement value, string path) =>
        Inside(value) is { } found ? (path + found.Member, found.Mistake) : null;

    /// <summary>Its place below the value, written on the way back: most values have no mistake, and some have 100,000 members.</summary>
    private static (string Member, string Mistake)? Inside(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return InMembers(value);
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (Inside(item) is { } inside)
                        return ($"[{index}]{inside.Member}", inside.Mistake);
                    index++;
                }
                return null;
            case JsonValueKind.String:
                return InText(value) is { } text ? ("", text) : null;
            case JsonValueKind.Number:
                return InNumber(value) is { } number ? ("", number) : null;
            default:
                return null;
        }
    }

    private static (string, string)? InMembers(JsonElement value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                return ("", "has a member whose name has half a surrogate pair; rename it");
            if (StorableText.Mistake(name) is { } mistake)
                return ("", $"has a member whose name {mistake}");
            if (!seen.Add(name))
                return ("", $"has the member '{name}' twice");
            if (Inside(member.Value) is { } inside)
                return ($".{name}{inside.Member}", inside.Mistake);
        }
        return null;
    }

    /// <summary>Null where it is no text: a lone surrogate written as an escape shows only when it is decoded.</summary>
    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? InText(JsonElement value)
    {
        try
        {
            return StorableText.Mistake(value.GetString());
        }
        catch (InvalidOperationException)
        {
            // The decoder met half a surrogate pair, or bytes that are no UTF-8.
            return StorableText.NoHalf;
        }
    }

    private static string? InNumber(JsonElement value)
    {
        var digits = value.GetRawText();
        if (digits.Length > MaxNumberLength)
            return $"is a number of {digits.Length} characters; at most {MaxNumberLength} can be kept";
        var number = value.GetDouble();
        if (!double.IsFinite(number))
            return $"is the number {digits}, which is greater than a double can hold";
        return
            number == 0
            && digits.AsSpan().IndexOfAnyInRange('1', '9') is >= 0 and var first
            && digits.AsSpan().IndexOfAny('e', 'E') is var exponent
            && (exponent < 0 || first < exponent)
            ? $"is the number {digits}, which is nearer to 0 than a double can hold"
            : null;
    }
}
