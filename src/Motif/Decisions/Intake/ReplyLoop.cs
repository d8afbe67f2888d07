using System.Security.Cryptography;
using System.Text;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Intake;

/// <summary>
/// Knows a counterpart that is a machine without saying so: it answers our answer at once, or says within an hour what it said
/// before although it was answered. After one automatic answer such a conversation is a person's.
/// </summary>
internal static class ReplyLoop
{
    /// <summary>Nobody reads and answers faster.</summary>
    private static readonly TimeSpan Reflex = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Repeat = TimeSpan.FromHours(1);

    public static bool Is(InboundMessage message, Conversation? conversation, DateTimeOffset now)
    {
        if (conversation is not { Answers: [.., var last] })
            return false;
        if (now - last.At <= Reflex)
            return true;
        var words = Fingerprint(message.Text);
        return conversation.Said.Any(s =>
            s.Fingerprint == words && now - s.At <= Repeat && s.At <= last.At
        );
    }

    /// <summary>Equal for texts that differ in case, punctuation and spacing alone; tells nothing of the text.</summary>
    public static string Fingerprint(string text) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes(MessageTokens.Signature(text) ?? text.Trim()))
                .AsSpan(0, 16)
        );
}
