using System.Runtime.CompilerServices;
using System.Text.Json;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>Makes pairs of the staged lines of an import, conversation by conversation. Thread-safe.</summary>
public sealed class ImportedPairs(IDecisionStore store)
{
    private const int LinesAtOnce = 1_000;
    private const int PairsAtOnce = 500;
    private const int MostTurns = 10_000;

    /// <summary>How many conversations were gone through and pairs found, since it was said last.</summary>
    /// <param name="refuse">Told of the line and reason of what is not taken in.</param>
    internal async IAsyncEnumerable<(int Conversations, int Pairs)> KeepAsync(
        string importId,
        Action<long, string> refuse,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = new List<ImportedPair>();
        var conversations = 0;
        await foreach (var conversation in ConversationsAsync(importId, refuse, cancellationToken))
        {
            conversations++;
            found.AddRange(ConversationPairs.Of(conversation, importId));
            if (found.Count < PairsAtOnce)
                continue;
            await KeepAsync(found, cancellationToken);
            yield return (conversations, found.Count);
            (conversations, found) = (0, []);
        }
        await KeepAsync(found, cancellationToken);
        yield return (conversations, found.Count);
    }

    /// <summary>Lets the staged lines from a part on go.</summary>
    internal Task<bool> DropAsync(
        string importId,
        long fromPart,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Stage.Drop(importId, fromPart);
                return true;
            },
            cancellationToken
        );

    private async IAsyncEnumerable<GatheredConversation> ConversationsAsync(
        string importId,
        Action<long, string> refuse,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        GatheredConversation? conversation = null;
        await foreach (var line in LinesAsync(importId, cancellationToken))
        {
            if (conversation?.ConversationId != line.ConversationId)
            {
                if (conversation is not null)
                    yield return conversation;
                conversation = new GatheredConversation(line.ConversationId);
            }
            conversation.CustomerId ??= line.CustomerId;
            if (conversation.Turns.Count >= MostTurns)
                refuse(line.Line, $"its conversation has more than {MostTurns} turns");
            else
                conversation.Turns.AddRange(
                    line.Turns.Deserialize<IReadOnlyList<ImportedTurn>>(MotifJson.Options)!
                );
        }
        if (conversation is not null)
            yield return conversation;
    }

    private async IAsyncEnumerable<StagedLine> LinesAsync(
        string importId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        StagedLine? last = null;
        while (true)
        {
            var page = await store.StagedAsync(importId, last, LinesAtOnce, cancellationToken);
            foreach (var line in page)
                yield return line;
            if (page.Count < LinesAtOnce)
                yield break;
            last = page[^1];
        }
    }

    private async Task KeepAsync(List<ImportedPair> found, CancellationToken cancellationToken)
    {
        if (found.Count > 0)
            await store.ChangeAsync(
                new DecisionScope(),
                ledger =>
                {
                    foreach (var pair in found)
                        ledger.Add(pair);
                    return true;
                },
                cancellationToken
            );
    }
}
