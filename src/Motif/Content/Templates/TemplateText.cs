using System.Globalization;
using System.Text;

namespace Motif.Content.Templates;

/// <summary>Writes a template for reading.</summary>
internal static class TemplateText
{
    public static string Of(IReadOnlyList<FrameToken> tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i].Text;
            if (i > 0 && tokens[i].IsFrame && OverlapsWith(tokens[i - 1], token))
            {
                text.Append(token, First(token).Length, token.Length - First(token).Length);
                continue;
            }
            if (text.Length > 0 && !IsMark(tokens[i]))
                text.Append(' ');
            text.Append(token);
        }
        return text.ToString();
    }

    private static bool IsMark(FrameToken token) =>
        token.IsFrame
        && !char.IsLetterOrDigit(token.Text[0])
        && token.Text.Length == 1
        && !char.IsSurrogate(token.Text[0]);

    /// <summary>Pairs of letters overlap: "今日" and "日の" are "今日の".</summary>
    private static bool OverlapsWith(FrameToken before, string token)
    {
        if (
            !before.IsFrame
            || !Rune.TryGetRuneAt(token, 0, out var rune)
            || !PostTokenizer.IsUnspaced(rune)
        )
            return false;
        var first = First(token);
        return before.Text.Length > first.Length
            && before.Text.EndsWith(first, StringComparison.Ordinal);
    }

    /// <summary>The first letter with its marks.</summary>
    private static string First(string token)
    {
        var end = char.IsHighSurrogate(token[0]) ? 2 : 1;
        while (
            end < token.Length
            && char.GetUnicodeCategory(token[end])
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
        )
            end++;
        return token[..end];
    }
}
