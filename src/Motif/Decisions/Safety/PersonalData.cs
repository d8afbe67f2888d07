using System.Text;

namespace Motif.Decisions.Safety;

/// <summary>
/// Takes out of a message what belongs to a person, before anything of it is kept: card numbers (Luhn), IBANs (mod 97), mail
/// addresses, phone numbers, street addresses. One pass for each, nothing backtracks.
/// </summary>
public static class PersonalData
{
    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Replace(text, "[iban]", BankAccount.End);
        text = Replace(text, "[card]", CardNumber.End);
        text = Replace(text, "[email]", MailAddress.End);
        text = Replace(text, "[phone]", PhoneNumber.End);
        return Replace(text, "[address]", StreetAddress.End);
    }

    /// <param name="end">Where what begins at a place ends; that place itself where nothing begins.</param>
    private static string Replace(string text, string placeholder, Func<string, int, int> end)
    {
        StringBuilder? result = null;
        var kept = 0;
        for (var i = 0; i < text.Length; )
        {
            var to = end(text, i);
            if (to <= i)
            {
                i++;
                continue;
            }
            result ??= new StringBuilder(text.Length);
            result.Append(text, kept, i - kept).Append(placeholder);
            (i, kept) = (to, to);
        }
        return result is null ? text : result.Append(text, kept, text.Length - kept).ToString();
    }

    internal static bool IsInside(string text, int at) =>
        at > 0 && at <= text.Length && char.IsLetterOrDigit(text[at - 1]);
}
