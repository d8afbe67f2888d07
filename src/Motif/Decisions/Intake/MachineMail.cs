using Motif.Decisions.Records;

namespace Motif.Decisions.Intake;

/// <summary>Knows what no person wrote: answers of machines, mass mail, delivery reports (RFC 3834, RFC 3464).</summary>
internal static class MachineMail
{
    private static readonly string[] NobodyReads =
    [
        "no-reply",
        "noreply",
        "no_reply",
        "donotreply",
        "do-not-reply",
        "mailer-daemon",
        "postmaster",
        "bounce",
        "bounces",
    ];

    /// <summary>What gives it away; null for a message of a person.</summary>
    public static string? Marker(InboundMessage message)
    {
        foreach (var (name, value) in message.Headers)
            if (
                Marker(name.Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant()) is
                { } marker
            )
                return marker;
        return IsNobody(message.Sender) ? "sender" : null;
    }

    private static string? Marker(string name, string value) =>
        name switch
        {
            "auto-submitted" when value != "no" => name,
            "precedence" when value is "bulk" or "junk" or "list" or "auto_reply" => name,
            "x-autoreply" or "x-autorespond" when value is not ("" or "no") => name,
            "x-auto-response-suppress" when value.Length > 0 && value != "none" => name,
            "list-id" or "list-unsubscribe" when value.Length > 0 => name,
            "return-path" when value is "" or "<>" => name,
            "content-type" when value.StartsWith("multipart/report", StringComparison.Ordinal) =>
                name,
            "x-failed-recipients" => name,
            _ => null,
        };

    /// <summary>Whether nobody reads what is sent to that address.</summary>
    public static bool IsNobody(string? sender)
    {
        if (sender is null)
            return false;
        var address = sender.Trim().TrimEnd('>');
        var open = address.LastIndexOf('<');
        var local = address[(open + 1)..].Split('@')[0].ToLowerInvariant();
        return NobodyReads.Any(n =>
            local == n
            || local.StartsWith(n + "+", StringComparison.Ordinal)
            || local.StartsWith(n + "-", StringComparison.Ordinal)
        );
    }
}
