using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>Which mail belongs to which conversation, and what a reply by mail says of itself (RFC 5322, RFC 3834).</summary>
internal static class MailThread
{
    /// <summary>The problem of a mail that answers one of another conversation; null where it answers none that is known.</summary>
    public static async Task<CatalogueProblem?> MistakeAsync(
        IDecisionStore store,
        InboundMessage message,
        CancellationToken cancellationToken
    )
    {
        if (message.ChannelKind is not ChannelKind.Email)
            return null;
        foreach (var named in Ids(message.Header("In-Reply-To")))
        foreach (var id in Executions(message.Channel, named))
            if (
                await store.FindAsync(id, cancellationToken) is { } answered
                && answered.ConversationId != message.ConversationId
            )
                return new CatalogueProblem(
                    CatalogueRefusal.Incomplete,
                    $"thread_mismatch: it answers a message of the conversation {answered.ConversationId}; hand it on with that conversation_id"
                );
        return null;
    }

    /// <summary>Of the reply: whom it answers, and that a machine had a hand in it, so that no other machine answers.</summary>
    public static IReadOnlyDictionary<string, string> Headers(InboundMessage message)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (message.ChannelKind is not ChannelKind.Email)
            return headers;
        var answered = message.Header("Message-ID") ?? Bracketed(message.MessageId);
        headers["Auto-Submitted"] = "auto-replied";
        headers["In-Reply-To"] = answered;
        headers["References"] = message.Header("References") is { } before
            ? $"{OneLine(before)} {answered}"
            : answered;
        return headers;
    }

    public static string Recipient(InboundMessage message) =>
        message.Header("Reply-To") is null ? "sender" : "reply_to";

    private static IEnumerable<Guid> Executions(string channel, string named)
    {
        yield return DecisionExecution.IdOf(channel, named);
        yield return DecisionExecution.IdOf(channel, Bracketed(named));
        // What we sent carries the decision's own id before the at sign.
        if (Guid.TryParseExact(named.Split('@')[0], "D", out var own))
            yield return own;
    }

    private static IEnumerable<string> Ids(string? header) =>
        (header ?? "")
            .Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(id => id.Trim('<', '>'))
            .Where(id => id.Length > 0)
            .Take(20);

    private static string Bracketed(string id) => id.StartsWith('<') ? id : $"<{id}>";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
