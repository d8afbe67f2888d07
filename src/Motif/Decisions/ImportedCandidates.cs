using System.Runtime.CompilerServices;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>What the pairs of an import propose. They are gone through, never held. Thread-safe.</summary>
public sealed class ImportedCandidates(IDecisionStore store)
{
    private const int PairsAtOnce = 500;

    /// <summary>What was reviewed before stays reviewed.</summary>
    /// <param name="without">A customer whose pairs count as gone; null for none.</param>
    internal async Task<IReadOnlyList<ImportCandidate>> OfAsync(
        string importId,
        ImportRecord? before,
        string? without,
        CancellationToken cancellationToken
    )
    {
        var all = new PairQuery(importId) { WithoutCustomer = without };
        var clusters = new ResponseClusters(
            await store.WordingsAsync(
                all with
                {
                    Limit = ResponseClusters.MostWordings,
                },
                cancellationToken
            )
        );
        await foreach (var pair in PairsAsync(all, cancellationToken))
            clusters.Add(pair);
        var replays = ImportReplay.Of(
            await store.LastPairsAsync(
                all with
                {
                    Limit = ImportReplay.MostPairs,
                },
                cancellationToken
            ),
            pair => clusters.CandidateOf(pair.Wording),
            cancellationToken
        );
        var reviewed = before?.Candidates.ToDictionary(c => c.CandidateId) ?? [];
        return
        [
            .. clusters
                .Candidates()
                .Select(c =>
                    c with
                    {
                        State = reviewed.GetValueOrDefault(c.CandidateId)?.State ?? c.State,
                        PatternId = reviewed.GetValueOrDefault(c.CandidateId)?.PatternId,
                        Replay = replays.GetValueOrDefault(c.CandidateId),
                    }
                ),
        ];
    }

    /// <summary>By conversation.</summary>
    internal async IAsyncEnumerable<ImportedPair> PairsAsync(
        PairQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var page = await store.PairsAsync(
                query with
                {
                    Limit = PairsAtOnce,
                },
                cancellationToken
            );
            foreach (var pair in page)
                yield return pair;
            if (page.Count < PairsAtOnce)
                yield break;
            query = query with { After = page[^1] };
        }
    }
}
