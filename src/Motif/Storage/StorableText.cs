using System.Buffers;
using System.Text;

namespace Motif.Storage;

/// <summary>
/// What every database can keep and give back unchanged. SQLite would cut a text at U+0000 and PostgreSQL refuses it, and
/// neither keeps half a surrogate pair: such text is refused alike, before anything is written.
/// </summary>
public static class StorableText
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

    private const string NoNull = "has U+0000, which no store can keep; remove it";
    internal const string NoHalf =
        "has half a surrogate pair, which is no character and no store can keep; remove it";

    /// <summary>Why a text cannot be kept, as the end of a sentence about it; null when it can.</summary>
    public static string? Mistake(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return NoNull;
        for (
            var next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            next >= 0;
            next = text.IndexOfAnyInRange('\uD800', '\uDFFF')
        )
        {
            if (Rune.DecodeFromUtf16(text[next..], out _, out _) is not OperationStatus.Done)
                return NoHalf;
            text = text[(next + 2)..];
        }
        return null;
    }

    /// <exception cref="UnstorableException">The text has U+0000 or a lone surrogate.</exception>
    public static string Require(string name, string text) =>
        Mistake(text) is { } mistake ? throw new UnstorableException(name, mistake) : text;

    /// <summary>Only what is longer than an index can hold is refused here; the rest of it every parameter is asked.</summary>
    /// <exception cref="UnstorableException">The text is longer than an index can hold.</exception>
    public static string RequireIndexed(string name, string text, int mostBytes = MaxIndexedBytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = text.Length * 3 <= mostBytes ? 0 : Encoding.UTF8.GetByteCount(text);
        return bytes <= mostBytes
            ? text
            : throw new UnstorableException(
                name,
                $"has {bytes} bytes of UTF-8; at most {mostBytes} can be kept"
            );
    }
}
