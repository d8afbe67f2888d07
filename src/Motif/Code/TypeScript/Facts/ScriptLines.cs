namespace Motif.Code.TypeScript.Facts;

/// <summary>What every line of a file holds, and the hashes of its tokens.</summary>
internal static class ScriptLines
{
    public static (LineIndex Lines, TokenHashes Tokens) Of(ScriptLexer lexer, string text)
    {
        var lines = new LineIndex(Starts(text));
        var tokens = new TokenHashes(lexer.Tokens.Count);
        foreach (var (start, end) in lexer.Tokens)
        {
            if (end <= start)
                continue;
            tokens.Add(start, text.AsSpan(start, end - start));
            var line = lines.LineOf(start);
            lines.Mark(line, LineKind.Code);
            for (var last = lines.LineOf(end - 1); line < last; )
                lines.Mark(++line, LineKind.Text);
        }
        foreach (var (start, end) in lexer.Comments)
        {
            var kind = JsDoc.IsOne(text.AsSpan(start, end - start))
                ? LineKind.Text
                : LineKind.Comment;
            var last = lines.LineOf(Math.Max(start, end - 1));
            for (var line = lines.LineOf(start); line <= last; line++)
                lines.Mark(line, kind);
        }
        return (lines, tokens);
    }

    private static int[] Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; ; )
        {
            var length = text.AsSpan(i).IndexOfAny("\n\r\u2028\u2029");
            if (length < 0)
                return [.. starts];
            i += length;
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
        }
    }
}
