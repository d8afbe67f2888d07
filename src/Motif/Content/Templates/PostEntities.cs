using System.Globalization;
using System.Text;

namespace Motif.Content.Templates;

/// <summary>
/// Finds links, e-mail addresses, mentions and tags by the rules that posting services share (twitter-text 3): a tag needs a
/// letter, a mention no letter before it, a link without a protocol a known top-level domain. One pass, no backtracking.
/// </summary>
public static class PostEntities
{
    private const int LongestHandle = 20;

    /// <summary>In order of their place; they do not overlap.</summary>
    public static IReadOnlyList<PostEntity> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<PostEntity>();
        for (var i = 0; i < text.Length; )
        {
            if (At(text, i) is { } entity)
            {
                found.Add(entity);
                i = entity.End;
            }
            else
            {
                i++;
            }
        }
        return found;
    }

    private static PostEntity? At(string text, int start) =>
        text[start] switch
        {
            '@' or '＠' => Mention(text, start),
            '#' or '＃' => Tag(text, start),
            _ => Email(text, start) ?? LinkScanner.At(text, start),
        };

    private static PostEntity? Mention(string text, int start)
    {
        if (!MayStartMention(text, start))
            return null;
        var end = start + 1;
        while (end < text.Length && end - start <= LongestHandle && IsHandle(text[end]))
            end++;
        if (end == start + 1 || IsFollowedByMore(text, end))
            return null;
        return new PostEntity(EntityKind.Mention, start, end - start);
    }

    private static bool MayStartMention(string text, int start)
    {
        if (start == 0)
            return true;
        var before = text[start - 1];
        if (!IsHandle(before) && !"!#$%&*@＠/".Contains(before, StringComparison.Ordinal))
            return true;
        // "RT@name" is how posts were passed on before there was a button.
        return start >= 2
            && before is 't' or 'T'
            && text[start - 2] is 'r' or 'R'
            && (start == 2 || !IsHandle(text[start - 3]));
    }

    /// <summary>More letters, a second @ or a protocol: then it was no name.</summary>
    private static bool IsFollowedByMore(string text, int end)
    {
        if (end == text.Length)
            return false;
        var next = text[end];
        return next is '@' or '＠'
            || IsHandle(next)
            || next is >= '\u00C0' and <= '\u024F' and not ('\u00D7' or '\u00F7')
            || text.AsSpan(end).StartsWith("://", StringComparison.Ordinal);
    }

    private static PostEntity? Tag(string text, int start)
    {
        if (start > 0 && (text[start - 1] == '&' || IsTagCharacterBefore(text, start)))
            return null;
        var end = start + 1;
        var hasLetter = false;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune))
        {
            if (!IsTagRune(rune))
                break;
            hasLetter |= Rune.IsLetter(rune) || IsMark(rune);
            end += rune.Utf16SequenceLength;
        }
        if (!hasLetter || IsOpenAfterTag(text, end))
            return null;
        return new PostEntity(EntityKind.Tag, start, end - start);
    }

    private static bool IsOpenAfterTag(string text, int end) =>
        end < text.Length
        && (
            text[end] is '#' or '＃' || text.AsSpan(end).StartsWith("://", StringComparison.Ordinal)
        );

    private static bool IsTagCharacterBefore(string text, int start)
    {
        var back = start - 1;
        if (char.IsLowSurrogate(text[back]) && back > 0)
            back--;
        // A variation selector dresses the emoji before it.
        return text[back] is not ('\uFE0E' or '\uFE0F' or '\u200D')
            && Rune.TryGetRuneAt(text, back, out var rune)
            && IsTagRune(rune)
            && !IsSkinTone(rune);
    }

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsTagRune(Rune rune) =>
        rune.Value
            is '_'
                or 0x200C
                or 0x200D
                or 0xB7
                or 0x30FB
                or 0x3003
                or 0x30A0
                or 0xFF5E
                or 0x301C
                or 0x0F0B
                or 0x0F0C
                or 0x05F3
                or 0x05F4
                or 0xA67E
        || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber
        || IsMark(rune);

    private static bool IsMark(Rune rune) =>
        rune.Value is not (0xFE0E or 0xFE0F or 0x20E3)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHandle(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '_';

    private static PostEntity? Email(string text, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[start]) || (start > 0 && IsLocalPart(text[start - 1])))
            return null;
        var at = start;
        while (at < text.Length && IsLocalPart(text[at]))
            at++;
        if (at == text.Length || text[at] != '@')
            return null;
        var end = LinkScanner.DomainEnd(text, at + 1);
        return end > at ? new PostEntity(EntityKind.Email, start, end - start) : null;
    }

    private static bool IsLocalPart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-';
}
