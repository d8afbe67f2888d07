using System.Text;

namespace Motif.Content.Templates;

/// <summary>A run of emoji, with what joins and dresses them.</summary>
internal static class EmojiScanner
{
    /// <summary>Where the run at this place ends, or 0.</summary>
    public static int End(string text, int start)
    {
        var end = 0;
        var place = start;
        while (place < text.Length && Rune.TryGetRuneAt(text, place, out var rune))
        {
            var isBlank = rune.Value == ' ' && end > 0;
            if (!IsEmoji(rune) && !isBlank && !(end > 0 && rune.Value is 0x200D or 0x20E3))
                break;
            place += rune.Utf16SequenceLength;
            if (!isBlank)
                end = place;
        }
        return end;
    }

    private static bool IsEmoji(Rune rune) =>
        rune.Value
            is (>= 0x1F000 and <= 0x1FAFF)
                or (>= 0x2600 and <= 0x27BF)
                or (>= 0x2B00 and <= 0x2BFF)
                or (>= 0x2190 and <= 0x21FF)
                or (>= 0x2300 and <= 0x23FF)
                or (>= 0x25A0 and <= 0x25FF)
                or (>= 0xE0020 and <= 0xE007F);
}
