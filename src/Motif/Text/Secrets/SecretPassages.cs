using System.Buffers;

namespace Motif.Text.Secrets;

/// <summary>
/// Secrets that stand inside a text, whatever is around it: private keys, passwords in addresses, credentials of a header or a
/// command line, settings of a connection string.
/// </summary>
internal static class SecretPassages
{
    private const int MaxKeyLength = 20_000;
    private const int MaxAddressLength = 600;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(
        " \t\r\n\"'`<>|\\"
    );

    /// <summary>All that can be told without knowing what is a literal.</summary>
    public static void Find(string text, SpanList found)
    {
        SecretTokens.Find(text, found);
        FindPrivateKeys(text, found);
        FindAddresses(text, found);
        FindAuthorizations(text, found);
        FindUsers(text, found);
    }

    private static void FindPrivateKeys(string text, SpanList found)
    {
        const string puttyKey = "PuTTY-User-Key-File-";
        for (var at = 0; (at = text.IndexOf("BEGIN ", at, StringComparison.Ordinal)) >= 0; at += 6)
        {
            var line = text.AsSpan(at, Math.Min(70, text.Length - at));
            var mark = line.IndexOf("PRIVATE KEY");
            var dashes = line.IndexOf("----");
            if (mark < 0 || dashes < mark || !text.AsSpan(0, at).TrimEnd().EndsWith("----"))
                continue;
            var from = at + dashes + 4;
            var end = EndOfKey(text, from);
            if (end > from)
                found.Add(from, end);
            at = Math.Max(at, end - 6);
        }
        for (
            var at = 0;
            (at = text.IndexOf(puttyKey, at, StringComparison.Ordinal)) >= 0;
            at += puttyKey.Length
        )
            found.Add(at + puttyKey.Length, Math.Min(text.Length, at + MaxKeyLength));
    }

    /// <summary>The mark of its end, or without one the end of what can be Base64 in literals.</summary>
    private static int EndOfKey(string text, int from)
    {
        var room = text.AsSpan(from, Math.Min(MaxKeyLength, text.Length - from));
        var end = room.IndexOf("END ");
        if (end >= 0 && room[end..].IndexOf("PRIVATE KEY") is >= 0 and < 40)
            return from + end;
        var at = 0;
        var run = 0;
        var longest = 0;
        while (
            at < room.Length
            && !room[at..].StartsWith("BEGIN")
            && (
                char.IsAsciiLetterOrDigit(room[at])
                || " \t\r\n\"'+/=\\,()-".Contains(room[at], StringComparison.Ordinal)
            )
        )
        {
            run =
                char.IsAsciiLetterOrDigit(room[at]) || room[at] is '+' or '/' or '=' ? run + 1 : 0;
            longest = Math.Max(longest, run);
            at++;
        }
        return longest >= 16 ? from + at : from;
    }

    /// <summary><c>scheme://user:password@host</c>; the password may hold <c>/</c> and <c>@</c>, the user may be missing.</summary>
    private static void FindAddresses(string text, SpanList found)
    {
        for (var at = 0; (at = text.IndexOf("://", at, StringComparison.Ordinal)) >= 0; at += 3)
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                continue;
            var from = at + 3;
            var room = text.AsSpan(from, Math.Min(MaxAddressLength, text.Length - from));
            var end = room.IndexOfAny(AddressEnds);
            if (end >= 0)
                room = room[..end];
            if (PasswordOf(room) is { } password)
                found.Add(from + password.Start, from + password.End);
            else if (WebhookOf(room) is > 0 and var secret)
                found.Add(from + secret, from + room.Length);
        }
    }

    private static (int Start, int End)? PasswordOf(ReadOnlySpan<char> address)
    {
        var colon = EndOfUser(address);
        if (colon < 0)
            return null;
        var at = LastHostSeparator(address, colon);
        if (at <= colon + 1)
            return null;
        var password = address[(colon + 1)..at];
        var digits = 0;
        while (digits < password.Length && char.IsAsciiDigit(password[digits]))
            digits++;
        // A port, then a path in which an @ stands.
        if (digits is > 1 and < 6 && digits < password.Length && password[digits] is '/' or '?')
            return null;
        var text = password.ToString();
        var isHole =
            text[0] is '{' or '$' or '<' or '%' && text.All(c => !char.IsDigit(c))
            || text.StartsWith("${", StringComparison.Ordinal)
            || text[0] == '{';
        return isHole || SecretNames.IsName(text) || SecretValues.IsPlaceholder(text)
            ? null
            : (colon + 1, at);
    }

    /// <summary>The colon behind the user, who is no path; holes in braces belong to him.</summary>
    private static int EndOfUser(ReadOnlySpan<char> address)
    {
        var depth = 0;
        for (var i = 0; i < address.Length && i < 200; i++)
        {
            depth +=
                address[i] == '{' ? 1
                : address[i] == '}' ? -1
                : 0;
            if (depth > 0)
                continue;
            if (address[i] == ':')
                return i;
            if (address[i] is '/' or '?' or '#' or '@')
                return -1;
        }
        return -1;
    }

    /// <summary>The last @ before which no query stands and behind which a host can follow.</summary>
    private static int LastHostSeparator(ReadOnlySpan<char> address, int colon)
    {
        var query = address[colon..].IndexOf('?');
        var room = query < 0 ? address : address[..(colon + query)];
        var at = room.LastIndexOf('@');
        if (at < 0)
            at = address.LastIndexOf('@');
        return at;
    }

    /// <summary>Where the secret of an address begins that is a secret as a whole; 0 for none.</summary>
    private static int WebhookOf(ReadOnlySpan<char> address)
    {
        foreach (
            var start in (string[])
                [
                    "hooks.slack.com/services/",
                    "discord.com/api/webhooks/",
                    "discordapp.com/api/webhooks/",
                    "outlook.office.com/webhook/",
                ]
        )
        {
            if (
                address.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && address.Length > start.Length + 8
            )
                return start.Length;
        }
        return 0;
    }

    /// <summary><c>Bearer …</c> and <c>Basic …</c>; behind the header's name also without a digit.</summary>
    private static void FindAuthorizations(string text, SpanList found)
    {
        foreach (
            var scheme in (string[])["Bearer ", "Basic ", "Token ", "bearer ", "ApiKey ", "Digest "]
        )
        {
            for (
                var at = 0;
                (at = text.IndexOf(scheme, at, StringComparison.Ordinal)) >= 0;
                at += scheme.Length
            )
            {
                var from = at + scheme.Length;
                var to = from;
                while (
                    to < text.Length
                    && (
                        char.IsAsciiLetterOrDigit(text[to])
                        || "._~+/=-".Contains(text[to], StringComparison.Ordinal)
                    )
                )
                    to++;
                var token = text.AsSpan(from, to - from);
                var before = text.AsSpan(Math.Max(0, at - 40), at - Math.Max(0, at - 40));
                var isHeader =
                    before.Contains("uthorization", StringComparison.Ordinal)
                    || before.Contains("AUTHORIZATION", StringComparison.Ordinal);
                if (token.Length >= (isHeader ? 6 : 10) && IsCredential(token, isHeader))
                    found.Add(from, to);
            }
        }
    }

    private static bool IsCredential(ReadOnlySpan<char> token, bool isHeader)
    {
        if (
            token.StartsWith("realm", StringComparison.Ordinal)
            || token[^1] is '='
                && token.Count('=') == 1
                && token[..^1].IndexOfAnyInRange('0', '9') < 0
                && !isHeader
        )
            return false;
        var hasDigit = token.ContainsAnyInRange('0', '9');
        var isMixed = token[1..].ContainsAnyInRange('A', 'Z') && token.ContainsAnyInRange('a', 'z');
        return hasDigit || (isHeader && isMixed);
    }

    /// <summary><c>curl -u user:password</c>, and what others call the same.</summary>
    private static void FindUsers(string text, SpanList found)
    {
        foreach (var flag in (string[])[" -u ", " --user ", " -u", " --user=", " --proxy-user "])
        {
            for (
                var at = 0;
                (at = text.IndexOf(flag, at, StringComparison.Ordinal)) >= 0;
                at += flag.Length
            )
            {
                var from = at + flag.Length;
                if (from < text.Length && text[from] is '\'' or '"' or '\\')
                    from += text[from] == '\\' ? 2 : 1;
                var to = from;
                while (
                    to < text.Length
                    && !char.IsWhiteSpace(text[to])
                    && text[to] is not ('"' or '\'' or '`' or '\\')
                )
                    to++;
                var colon =
                    from < text.Length
                        ? text.AsSpan(from, Math.Max(0, to - from)).IndexOf(':')
                        : -1;
                if (
                    colon > 0
                    && to - from - colon > 3
                    && text[from + colon + 1] is not ('{' or '$' or '<' or '/')
                )
                    found.Add(from + colon + 1, to);
            }
        }
    }
}
