namespace Motif.Decisions.Safety;

internal static class MailAddress
{
    public static int End(string text, int start)
    {
        if (!IsLocal(text[start]) || (start > 0 && IsLocal(text[start - 1])))
            return start;
        var at = start;
        while (at < text.Length && IsLocal(text[at]))
            at++;
        if (at == text.Length || text[at] != '@')
            return start;
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            end++;
        while (end > at + 1 && text[end - 1] is '.' or '-')
            end--;
        return text.AsSpan(at + 1, end - at - 1).Contains('.') ? end : start;
    }

    private static bool IsLocal(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';
}
