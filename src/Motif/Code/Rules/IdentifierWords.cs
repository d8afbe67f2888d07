namespace Motif.Code.Rules;

/// <summary>Words inside identifiers: <c>load_userFile</c> holds load, user, file.</summary>
internal static class IdentifierWords
{
    /// <summary>Whether the lower-case word stands in the identifier as a whole word, in any case, with or without a plural s.</summary>
    public static bool Contains(string identifier, string word)
    {
        for (
            var at = identifier.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = identifier.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (BeginsWord(identifier, at) && EndsWord(identifier, at + word.Length))
                return true;
        }
        return false;
    }

    private static bool BeginsWord(string text, int at) =>
        at == 0
        || !char.IsLetter(text[at - 1])
        || (char.IsUpper(text[at]) && char.IsLower(text[at - 1]));

    private static bool EndsWord(string text, int end)
    {
        if (end < text.Length && text[end] is 's')
            end++;
        return end >= text.Length || !char.IsLetter(text[end]) || char.IsUpper(text[end]);
    }
}
