using Motif.Catalog;
using Motif.Decisions.Intake;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>A candidate, and its pattern as the catalogue has it.</summary>
internal sealed record MatchedCandidate(Candidate Candidate, Pattern? Pattern)
{
    public ConsideredPattern Considered =>
        new(Pattern?.PatternId, Pattern?.Name ?? Candidate.Label, Candidate.Score);
}

/// <summary>One part of a message that asks for something, and what it is taken for.</summary>
internal sealed record MatchedRequest(RequestPart Part, IReadOnlyList<MatchedCandidate> Considered)
{
    /// <summary>The label of the first candidate; null where nothing is known.</summary>
    public string? Best => Considered.Count == 0 ? null : Considered[0].Candidate.Label;
}

/// <summary>A message as it was matched, before anything is locked.</summary>
/// <param name="Message">With the words that are decided: quotes and signatures gone, pieces joined.</param>
/// <param name="Text">The same without personal data.</param>
/// <param name="Original">The whole message without personal data; null where it is the same.</param>
/// <param name="Requests">What it asks for where that is more than one thing; otherwise empty.</param>
internal sealed record MatchedMessage(
    InboundMessage Message,
    string Text,
    string? Original,
    IReadOnlyList<StrippedPart> Stripped,
    string? Language,
    IReadOnlyList<string> History,
    ShelfReading Shelf,
    IReadOnlyList<MatchedCandidate> Considered,
    IReadOnlyList<MatchedRequest> Requests,
    IReadOnlyList<PatternEvidence> Known,
    RecentAnswers Recent,
    MessageBurst? Burst,
    string? CommonEdit
)
{
    /// <summary>The best candidate's; null where only a person can answer.</summary>
    public Pattern? Pattern => Considered.Count == 0 ? null : Considered[0].Pattern;

    public PatternEvidence? EvidenceOfPattern =>
        Pattern is null ? null : Known.FirstOrDefault(e => e.PatternId == Pattern.PatternId);
}

/// <summary>
/// Finds the words of a message that are to be decided, and what they are taken for: quotes and signatures of an e-mail are
/// taken out, pieces of a chat joined, personal data replaced. Thread-safe.
/// </summary>
public sealed class MessageReader(IDecisionStore store, IPatternStore patterns, ModelShelf shelf)
{
    private const int LongestBurst = 20_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    internal async Task<MatchedMessage> ReadAsync(
        InboundMessage message,
        Conversation? conversation,
        DecisionSettings settings,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (own, stripped) = Own(message);
        var burst = Burst(message, own, conversation, settings, now);
        var decided = message with { Text = burst?.Text ?? own };
        var text = PersonalData.Redact(decided.Text);
        var original = PersonalData.Redact(message.Text);
        var history = message.History ?? conversation?.Done ?? [];
        var reading = await shelf.ReadAsync(text, history, settings, cancellationToken);
        var considered = await ConsiderAsync(reading.Reading.Candidates, cancellationToken);
        return new MatchedMessage(
            decided,
            text,
            original == text ? null : original,
            [.. stripped.Select(p => p with { Text = PersonalData.Redact(p.Text) })],
            MessageLanguage.Of(decided.Text) ?? conversation?.Language,
            history,
            reading,
            considered,
            await RequestsAsync(text, history, settings, cancellationToken),
            await store.EvidenceAsync(cancellationToken),
            await RecentAnswers.OfAsync(store, now, cancellationToken),
            burst,
            await CommonEditAsync(considered, cancellationToken)
        );
    }

    private async Task<string?> CommonEditAsync(
        IReadOnlyList<MatchedCandidate> considered,
        CancellationToken cancellationToken
    ) =>
        considered is [{ Pattern: { } pattern }, ..] && ReplyBody.Of(pattern) is { } body
            ? await StaleReplies.CommonEditAsync(
                store,
                pattern.PatternId,
                body.Template,
                cancellationToken
            )
            : null;

    private static (string Text, IReadOnlyList<StrippedPart> Stripped) Own(InboundMessage message)
    {
        if (message.ChannelKind is not ChannelKind.Email)
            return (message.Text, []);
        var body = MailBody.Of(message.Text);
        return (body.Text, body.Stripped);
    }

    /// <summary>A piece that comes soon behind the one before belongs to the same request; the machine's own answer ends it.</summary>
    private static MessageBurst? Burst(
        InboundMessage message,
        string own,
        Conversation? conversation,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        var within = settings.BurstOn(message.ChannelKind);
        if (within == TimeSpan.Zero || message.Change is not MessageChange.New)
            return null;
        var redacted = PersonalData.Redact(own);
        if (
            conversation?.Burst is not { } burst
            || now - burst.LastAt > within
            || now - burst.FirstAt > LongestWait
            || burst.Text.Length + redacted.Length > LongestBurst
            || conversation.OperatorAt > burst.LastAt
            || conversation.Answers.Any(a => a.At > burst.LastAt)
        )
            return new MessageBurst(now, now, redacted);
        return burst with { LastAt = now, Text = $"{burst.Text}\n{redacted}" };
    }

    private async Task<IReadOnlyList<MatchedCandidate>> ConsiderAsync(
        IReadOnlyList<Candidate> candidates,
        CancellationToken cancellationToken
    )
    {
        var considered = new List<MatchedCandidate>();
        foreach (var candidate in candidates)
            considered.Add(
                new MatchedCandidate(
                    candidate,
                    Guid.TryParseExact(candidate.Label, "D", out var id)
                        ? await patterns.FindAsync(id, cancellationToken)
                        : null
                )
            );
        return considered;
    }

    /// <summary>Parts that are taken for the same thing say it twice.</summary>
    private async Task<IReadOnlyList<MatchedRequest>> RequestsAsync(
        string text,
        IReadOnlyList<string> history,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var parts = RequestParts.Of(text);
        if (parts.Count < 2)
            return [];
        var requests = new List<MatchedRequest>();
        foreach (var part in parts)
        {
            var reading = await shelf.ReadAsync(part.Text, history, settings, cancellationToken);
            requests.Add(
                new MatchedRequest(
                    part,
                    await ConsiderAsync(reading.Reading.Candidates, cancellationToken)
                )
            );
        }
        return
            requests.Select(r => r.Best).Distinct(StringComparer.Ordinal).Count() > 1
            || requests.Any(r => shelf.IsNovel(r.Part.Text))
            ? requests
            : [];
    }
}
