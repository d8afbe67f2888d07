namespace Motif.Text.Secrets;

/// <summary>
/// Settings written as text, in a literal or a comment: <c>Server=db; Password=…</c>, <c>host=db password=…</c>, <c>?token=…&amp;</c>,
/// <c>password: …</c>, <c>--password …</c>, <c>IDENTIFIED BY '…'</c>.
/// </summary>
internal static class SecretSettings
{
    private const int MaxNameLength = 40;

    /// <param name="hasHoles">Braces hold expressions.</param>
    public static void Find(string text, int from, int to, bool hasHoles, SpanList found)
    {
        for (var at = from; at < to; at++)
        {
            var next = text.AsSpan(at, to - at).IndexOfAny('=', ':');
            if (next < 0)
                break;
            at += next;
            FindAt(text, at, from, to, hasHoles, found);
        }
        FindFlags(text, from, to, found);
        FindSql(text, from, to, found);
    }

    private static void FindAt(
        string text,
        int separator,
        int from,
        int to,
        bool hasHoles,
        SpanList found
    )
    {
        if (separator + 1 < to && text[separator + 1] is '=' or ':' or '/')
            return;
        var strength = SecretNames.Of(NameBefore(text, separator, from, out var start));
        if (strength is NameStrength.None)
            return;
        var (begin, end) = ValueBehind(text, separator + 1, to);
        if (end <= begin || (hasHoles && text[begin - 1] == '{'))
            return;
        var value = text[begin..end];
        var isAmongOthers =
            text[separator] == '='
            && (
                end < to && text[end] is ';' or '&'
                || (start > from && PreviousIsSetting(text, start, from))
            );
        if (IsSecret(value, strength, isAmongOthers, text[separator] == '=', hasHoles))
            found.Add(begin, end);
    }

    private static bool IsSecret(
        string value,
        NameStrength strength,
        bool isAmongOthers,
        bool isAssigned,
        bool hasHoles
    )
    {
        if (
            value.Length < 3
            || value.Contains('(', StringComparison.Ordinal)
            || SecretValues.IsPlaceholder(value)
            || (hasHoles && value.Contains('{', StringComparison.Ordinal))
        )
            return false;
        if (strength is NameStrength.Strong && isAmongOthers)
            return !SecretNames.IsName(value) && value.Length >= 4 || SecretValues.IsNoWord(value);
        if (strength is NameStrength.Strong && isAssigned)
            return SecretValues.IsNoWord(value) && SecretValues.IsSecret(value, hasHoles, strength);
        return strength is NameStrength.Strong
            ? SecretValues.IsNoWord(value) && value.Any(char.IsLetter) && value.Length >= 6
            : SecretValues.IsTelling(value) && value.Length >= 12;
    }

    /// <summary>What stands before is <c>name=value</c> as well.</summary>
    private static bool PreviousIsSetting(string text, int start, int from)
    {
        var before = text.AsSpan(from, start - from).TrimEnd();
        if (before.Length == 0)
            return false;
        if (before[^1] is ';' or '&' or '?')
            return true;
        var word = before[(before.LastIndexOfAny(' ', '\t', '\n') + 1)..];
        return word.IndexOf('=') > 0 && !word.Contains('(');
    }

    private static ReadOnlySpan<char> NameBefore(
        string text,
        int separator,
        int from,
        out int start
    )
    {
        var end = separator;
        while (end > from && text[end - 1] is ' ' or '"' or '\'' or '\\' or ']')
            end--;
        start = end;
        while (start > from && end - start < MaxNameLength && IsNamePart(text, start, from))
            start--;
        return text.AsSpan(start, end - start);
    }

    /// <summary>One blank parts the words of a name, as in <c>User Password</c>.</summary>
    private static bool IsNamePart(string text, int start, int from) =>
        char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.';

    private static (int Begin, int End) ValueBehind(string text, int from, int to)
    {
        var begin = from;
        while (begin < to && text[begin] is ' ' or '\\')
            begin++;
        if (begin < to && text[begin] is '"' or '\'' or '{')
        {
            var close = text[begin] == '{' ? '}' : text[begin];
            var length = text.AsSpan(begin + 1, to - begin - 1).IndexOf(close);
            return
                length < 0
                || text[begin] == '{' && !SecretValues.IsNoWord(text.Substring(begin + 1, length))
                ? (begin, begin)
                : (
                    begin + 1,
                    begin + 1 + length - (length > 0 && text[begin + length] == '\\' ? 1 : 0)
                );
        }
        var end = begin;
        while (
            end < to
            && !char.IsWhiteSpace(text[end])
            && text[end] is not (';' or '&' or '"' or '\'' or '`' or ',' or '<' or '>' or '\\')
        )
            end++;
        while (end > begin && text[end - 1] is ')' or '.' or ']')
            end--;
        return (begin, end);
    }

    /// <summary><c>--db-password …</c> and <c>sshpass -p …</c>, <c>mysql … -p…</c>.</summary>
    private static void FindFlags(string text, int from, int to, SpanList found)
    {
        for (var at = from; at < to; at++)
        {
            var next = text.AsSpan(at, to - at).IndexOf('-');
            if (next < 0)
                return;
            at += next;
            var name = at;
            while (name < to && text[name] == '-')
                name++;
            var end = name;
            while (end < to && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
                end++;
            if (
                end < to
                && text[end] == ' '
                && name - at == 2
                && SecretNames.Of(text.AsSpan(name, end - name)) is not NameStrength.None
            )
                AddNoWord(text, end + 1, to, found);
            else if (
                name - at == 1
                && text.AsSpan(from, at - from).Contains("sshpass", StringComparison.Ordinal)
                && text[name..end] == "p"
            )
                AddNoWord(text, end + 1, to, found);
            else if (
                name - at == 1
                && end - name > 4
                && text[name] == 'p'
                && text.AsSpan(from, at - from).Contains("mysql", StringComparison.Ordinal)
            )
                AddNoWord(text, name + 1, to, found);
            at = Math.Max(at, end - 1);
        }
    }

    private static void FindSql(string text, int from, int to, SpanList found)
    {
        foreach (
            var words in (string[])
                ["IDENTIFIED BY ", "PASSWORD ", "identified by ", "password ", "password is "]
        )
        {
            for (var at = from; at < to; )
            {
                var next = text.AsSpan(at, to - at).IndexOf(words);
                if (next < 0)
                    break;
                at += next + words.Length;
                if (at < to && text[at] is '\'' or '"')
                    AddQuoted(text, at, to, char.IsUpper(words[0]), found);
                else if (words.EndsWith("is ", StringComparison.Ordinal))
                    AddNoWord(text, at, to, found);
            }
        }
    }

    /// <param name="isStatement">Written in capitals, as SQL is; in prose a word in quotes is no secret.</param>
    private static void AddQuoted(string text, int at, int to, bool isStatement, SpanList found)
    {
        var length = text.AsSpan(at + 1, to - at - 1).IndexOf(text[at]);
        if (length < 4)
            return;
        var value = text.Substring(at + 1, length);
        var isSecret = isStatement ? !SecretNames.IsName(value) : SecretValues.IsNoWord(value);
        if (isSecret && !SecretValues.IsPlaceholder(value))
            found.Add(at + 1, at + 1 + length);
    }

    private static void AddNoWord(string text, int from, int to, SpanList found)
    {
        var (begin, end) = ValueBehind(text, from, to);
        if (end > begin && SecretValues.IsNoWord(text[begin..end]) && text[begin] != '-')
            found.Add(begin, end);
    }
}
