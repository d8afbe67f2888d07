using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Motif.Backends.Relational;

/// <summary>
/// What every database can keep and give back unchanged. SQLite would cut a text at U+0000 and PostgreSQL refuses it, and
/// neither keeps half a surrogate pair: such text is refused alike, before anything is written.
/// </summary>
internal static class StorableText
{
    /// <summary>
    /// The bytes of UTF-8 that a text may have which stands in an index beside others: PostgreSQL's index rows end at
    /// 2,704. Names and tags end far before; SQLite could keep more, but a catalogue must be able to move.
    /// </summary>
    public const int MaxIndexedBytes = 1000;

    /// <summary>The same for a text that has an index row nearly to itself, such as a pattern's key or a path.</summary>
    public const int MaxLongIndexedBytes = 2000;

    /// <summary>Two hundred characters of any script; beside a path it still fits in an index row.</summary>
    public const int MaxRepositoryBytes = 600;

    /// <exception cref="ArgumentException">The text has U+0000 or a lone surrogate.</exception>
    public static string Require(string name, string text) =>
        IsStorable(text)
            ? text
            : throw new ArgumentException(
                $"'{name}' has U+0000 or half a surrogate pair, which no store can keep; remove it",
                name
            );

    /// <exception cref="ArgumentException">The text is longer than an index can hold.</exception>
    public static string RequireIndexed(string name, string text, int mostBytes = MaxIndexedBytes)
    {
        var bytes = text.Length * 3 <= mostBytes ? 0 : Encoding.UTF8.GetByteCount(text);
        return bytes <= mostBytes
            ? text
            : throw new ArgumentException(
                $"'{name}' has {bytes} bytes; at most {mostBytes} can be kept",
                name
            );
    }

    internal static bool IsStorable(ReadOnlySpan<char> text)
    {
        for (
            var next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            next >= 0;
            next = text.IndexOfAnyInRange('\uD800', '\uDFFF')
        )
        {
            if (
                text[..next].Contains('\0')
                || Rune.DecodeFromUtf16(text[next..], out _, out _) is not OperationStatus.Done
            )
                return false;
            text = text[(next + 2)..];
        }
        return !text.Contains('\0');
    }
}

/// <summary>JSON that every database can keep, for a <c>jsonb</c> column in PostgreSQL and a text in SQLite.</summary>
internal readonly record struct StorableJson(string Text)
{
    /// <exception cref="ArgumentException">A text in it cannot be kept, a number is no double, or a member stands twice.</exception>
    public static StorableJson Of<T>(string name, T value)
    {
        var element = value is JsonElement given
            ? given
            : JsonSerializer.SerializeToElement(value, MotifJson.Options);
        Require(name, element);
        return new StorableJson(element.GetRawText());
    }

    private static void Require(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                RequireMembers(name, value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Require(name, item);
                break;
            case JsonValueKind.String:
                RequireText(name, value.GetRawText(), value.GetString);
                break;
            case JsonValueKind.Number when !double.IsFinite(value.GetDouble()):
                throw new ArgumentException(
                    $"'{name}' has the number {value.GetRawText()}, which is greater than a double can hold",
                    name
                );
        }
    }

    private static void RequireMembers(string name, JsonElement value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            RequireText(name, member.Name, () => member.Name);
            if (!seen.Add(member.Name))
                throw new ArgumentException($"'{name}' has the member '{member.Name}' twice", name);
            Require(name, member.Value);
        }
    }

    /// <summary>A lone surrogate written as an escape shows only when the text is decoded.</summary>
    private static void RequireText(string name, string raw, Func<string?> decode)
    {
        try
        {
            if (
                StorableText.IsStorable(raw)
                && (
                    !raw.Contains("\\u", StringComparison.Ordinal)
                    || StorableText.IsStorable(decode())
                )
            )
                return;
        }
        catch (InvalidOperationException)
        {
            // The decoder met half a surrogate pair.
        }
        throw new ArgumentException(
            $"'{name}' has a text with U+0000 or half a surrogate pair, which no store can keep; remove it",
            name
        );
    }
}
