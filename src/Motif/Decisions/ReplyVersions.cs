using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>
/// Evidence belongs to the words that earned it. Nearly the same words keep it; other words begin in shadow; words that stood
/// before get back what they had, so that a rollback takes its confidence with it.
/// </summary>
internal static class ReplyVersions
{
    public static async Task<PatternEvidence> TakeOverAsync(
        IDecisionStore store,
        Guid patternId,
        string before,
        string now,
        Actor actor,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var earlier = await store.FindDocumentAsync(
            DocumentKind.Evidence,
            Name(patternId, now),
            cancellationToken
        );
        return await store.ChangeAsync(
            new DecisionScope { Patterns = [patternId] },
            ledger =>
            {
                var old = ledger.Evidence(patternId);
                ledger.Put(
                    DecisionDocument.Of(DocumentKind.Evidence, Name(patternId, before), at, old)
                );
                var next =
                    earlier is not null ? earlier.Read<PatternEvidence>()
                    : ReplySimilarity.Of(before, now) >= ReplySimilarity.Same ? old
                    : new PatternEvidence(patternId);
                if (next == old)
                    return old;
                ledger.Put(next);
                ledger.Add(
                    new ConfidenceChange(
                        patternId,
                        at,
                        old.ConfidenceBy(ledger.Learning.Learning),
                        next.ConfidenceBy(ledger.Learning.Learning),
                        earlier is null ? "new_words" : "rolled_back",
                        actor.Name,
                        null
                    )
                );
                return next;
            },
            cancellationToken
        );
    }

    private static string Name(Guid patternId, string template) =>
        FormattableString.Invariant($"{patternId}/{PatternId.Of(template):D}");
}
