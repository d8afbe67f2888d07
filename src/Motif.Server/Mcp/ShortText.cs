namespace Motif.Server.Mcp;

/// <summary>Text cut to what an answer has room for, at a word, with a sign that it was cut.</summary>
internal static class ShortText
{
    /// <summary>Null where there is no text.</summary>
    public static string? Of(string? text, int length)
    {
        var line = text?.ReplaceLineEndings(" ").Trim();
        if (string.IsNullOrEmpty(line))
            return null;
        if (line.Length <= length)
            return line;
        var word = line.LastIndexOf(' ', length - 1);
        return Cut(line, word > length / 2 ? word : length - 1);
    }

    /// <summary>The beginning of a text with the sign of the cut; never half a character.</summary>
    public static string Cut(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";

    /// <summary>The end of a path, which says more than its beginning.</summary>
    public static string End(string path, int length) =>
        path.Length <= length ? path : "…" + path[^(length - 1)..];
}
