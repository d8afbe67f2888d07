using System.Collections.Frozen;

namespace Motif.Text.Secrets;

/// <summary>How much a name says that its value is secret.</summary>
internal enum NameStrength
{
    None,

    /// <summary>Such as <c>token</c>: lexers have those as well, so the value must look like a secret too.</summary>
    Weak,

    /// <summary>Such as <c>password</c>: whatever is no label and no name.</summary>
    Strong,
}

/// <summary>Names of variables, members, settings and headers whose values are secret.</summary>
internal static class SecretNames
{
    private static readonly FrozenSet<string> Strong = Words(
        "password passwords passwd passphrase passcode passwort pwd secret secrets apikey secretkey privatekey accesskey "
            + "clientsecret accountkey sharedaccesskey sharedsecret encryptionkey signingkey masterkey storagekey authkey psk pw"
    );

    private static readonly FrozenSet<string> StrongPairs = Words(
        "api_key access_key private_key secret_key auth_key encryption_key signing_key account_key master_key shared_key storage_key "
            + "service_key hmac_key jwt_key crypto_key aes_key subscription_key app_key license_key deploy_key session_key cipher_key "
            + "db_pass user_pass admin_pass root_pass database_pass smtp_pass mail_pass email_pass ftp_pass redis_pass mysql_pass pg_pass"
    );

    private static readonly FrozenSet<string> Weak = Words(
        "token tokens pass passw sig creds credential credentials auth authorization bearer salt pin otp sas dsn cookie jwt "
            + "connectionstring pepper"
    );

    /// <summary>What a name may end in without being another thing.</summary>
    private static readonly FrozenSet<string> Neutral = Words(
        "value val str string text bytes raw b64 base64 hex plain plaintext cleartext default prod production dev development test "
            + "staging live current old new original real my const env var literal utf8 encoded"
    );

    private static readonly FrozenSet<string> Denying = Words(
        "is has show hide use check valid validate no need ask reset forgot forgotten change changed min max require requires invalid "
            + "wrong missing bad empty unusable confirm"
    );

    private static readonly string[] Endings =
    [
        "password",
        "passwd",
        "passphrase",
        "secret",
        "apikey",
        "pwd",
        "secretkey",
        "accesskey",
        "privatekey",
    ];

    public static NameStrength Of(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 120)
            return NameStrength.None;
        var words = WordsOf(name);
        while (words.Count > 1 && (Neutral.Contains(words[^1]) || char.IsDigit(words[^1][0])))
            words.RemoveAt(words.Count - 1);
        if (
            words.Count == 0
            || words.Contains("public")
            || (words.Count > 1 && Denying.Contains(words[0]))
        )
            return NameStrength.None;
        var last = words[^1].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (Strong.Contains(last) || Endings.Any(e => last.EndsWith(e, StringComparison.Ordinal)))
            return NameStrength.Strong;
        if (words.Count > 1 && StrongPairs.Contains($"{words[^2]}_{last}"))
            return NameStrength.Strong;
        var isWeak = Weak.Contains(last) || last.EndsWith("token", StringComparison.Ordinal);
        return isWeak ? NameStrength.Weak : NameStrength.None;
    }

    /// <summary>Whether a text is made of words that name secrets and of nothing else: a field's name, not a value.</summary>
    public static bool IsName(string text)
    {
        var words = WordsOf(text);
        return words.Count > 0
            && words.Count <= 5
            && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or ':')
            && words.Any(w =>
                Strong.Contains(w) && w != "secret" || Weak.Contains(w) || w is "tokens"
            )
            && words.All(w => !w.Any(char.IsDigit) || w is "password1" or "password2");
    }

    private static List<string> WordsOf(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            var isHump = !isEnd && i > start && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (!isEnd && !isHump)
                continue;
            if (i > start)
                words.Add(name[start..i].ToString().ToLowerInvariant());
            start = isHump ? i : i + 1;
        }
        return words;
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
