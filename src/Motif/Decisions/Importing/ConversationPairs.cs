using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Importing;

/// <summary>A conversation of an import as it was gathered; its texts are without personal data.</summary>
internal sealed class GatheredConversation(string conversationId)
{
    public string ConversationId { get; } = conversationId;

    public string? CustomerId { get; set; }

    public List<ImportedTurn> Turns { get; } = [];
}

/// <summary>Pairs of what a customer said in one go and what a person answered; machines, notes and thanks make none.</summary>
internal static class ConversationPairs
{
    private const int MostCharacters = 4000;

    public static IEnumerable<ImportedPair> Of(GatheredConversation conversation, string importId)
    {
        var said = new List<string>();
        var done = new List<string>();
        DateTimeOffset? at = null;
        var number = 0;
        foreach (var turn in InOrder(conversation))
        {
            if (turn.Role is TurnRole.Customer)
            {
                said.Add(turn.Text);
                at = turn.At ?? at;
            }
            else if (turn.Role is TurnRole.Operator)
            {
                if (
                    said.Count > 0
                    && Pair(
                        conversation,
                        importId,
                        string.Join('\n', said),
                        turn,
                        at,
                        number,
                        [.. done]
                    )
                        is { } pair
                )
                {
                    number++;
                    yield return pair;
                }
                said.Clear();
                if (turn.Action is { } action)
                    done.Add(action);
            }
        }
    }

    /// <summary>By their times where all have one; otherwise as they stood.</summary>
    private static IEnumerable<ImportedTurn> InOrder(GatheredConversation conversation) =>
        conversation.Turns.All(t => t.At is not null)
            ? conversation.Turns.OrderBy(t => t.At)
            : conversation.Turns;

    private static ImportedPair? Pair(
        GatheredConversation conversation,
        string importId,
        string text,
        ImportedTurn reply,
        DateTimeOffset? at,
        int number,
        IReadOnlyList<string> history
    )
    {
        text = Cut(text);
        if (MessageTokens.Signature(text) is null || MessageTokens.Signature(reply.Text) is null)
            return null;
        var answered = Cut(reply.Text);
        return new ImportedPair(
            PatternId.Of(
                FormattableString.Invariant(
                    $"import\n{conversation.ConversationId}\n{number}\n{text}\n{answered}"
                )
            ),
            importId,
            conversation.ConversationId,
            conversation.CustomerId,
            text,
            answered,
            at
        )
        {
            History = history,
            Wording = ResponseClusters.Wording(answered),
        };
    }

    private static string Cut(string text) =>
        text.Length <= MostCharacters
            ? text
            : text[
                ..(
                    char.IsHighSurrogate(text[MostCharacters - 1])
                        ? MostCharacters - 1
                        : MostCharacters
                )
            ];
}
