using Motif.Catalog;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>What a comparison of catalogue, vectors and remote index found.</summary>
/// <param name="InDatabase">Patterns without the vector of their version, and vectors without a pattern.</param>
/// <param name="Missing">Vectors that the remote index lacks or has of another version.</param>
/// <param name="Surplus">Vectors that the remote index has too much.</param>
public sealed record VectorDrift(int InDatabase, int Missing, int Surplus)
{
    public int Total => InDatabase + Missing + Surplus;
}

/// <summary>
/// Compares the catalogue with its vectors, and these with the remote index, by (id, version, content hash) in both directions,
/// page by page; what differs is enqueued and so mended.
/// </summary>
internal sealed class VectorReconciliation(IVectorStore store, TimeProvider time)
{
    private const int Page = 1_000;

    public async Task<VectorDrift> RunAsync(
        EmbeddingSpace space,
        IRemoteVectorIndex? remote,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        var inDatabase = await store.EnqueueDriftAsync(space, now, cancellationToken);
        if (remote is null)
            return new VectorDrift(inDatabase, 0, 0);
        // Zero vectors match nothing; an index may leave them out.
        var expected = Pages(
            after => StoredAsync(space, after, cancellationToken),
            cancellationToken
        );
        var found = Pages(
            async after =>
                [
                    .. await remote.ScrollAsync(
                        after is { } id ? (VectorKey)id : null,
                        Page,
                        cancellationToken
                    ),
                ],
            cancellationToken
        );
        var (missing, surplus) = await CompareAsync(expected, found, cancellationToken);
        await store.EnqueueAsync(space, [.. missing, .. surplus], now, cancellationToken);
        return new VectorDrift(inDatabase, missing.Count, surplus.Count);
    }

    private async Task<List<VectorPoint>> StoredAsync(
        EmbeddingSpace space,
        Guid? after,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await store.ScrollAsync(space, after, Page, cancellationToken)).Select(
                v => new VectorPoint(v.PatternId, v.Version, v.ContentHash)
            ),
        ];

    /// <summary>Walks both sides in the order of their keys, as a merge does.</summary>
    private static async Task<(List<Guid> Missing, List<Guid> Surplus)> CompareAsync(
        IAsyncEnumerable<VectorPoint> expected,
        IAsyncEnumerable<VectorPoint> found,
        CancellationToken cancellationToken
    )
    {
        var (missing, surplus) = (new List<Guid>(), new List<Guid>());
        await using var left = expected.GetAsyncEnumerator(cancellationToken);
        await using var right = found.GetAsyncEnumerator(cancellationToken);
        var (hasLeft, hasRight) = (await left.MoveNextAsync(), await right.MoveNextAsync());
        while (hasLeft || hasRight)
        {
            var order =
                !hasRight ? -1
                : !hasLeft ? 1
                : left.Current.Key.CompareTo(right.Current.Key);
            if (order < 0 || (order == 0 && left.Current != right.Current))
                missing.Add(left.Current.Key.Value);
            if (order > 0)
                surplus.Add(right.Current.Key.Value);
            if (order <= 0)
                hasLeft = await left.MoveNextAsync();
            if (order >= 0)
                hasRight = await right.MoveNextAsync();
        }
        return (missing, surplus);
    }

    private static async IAsyncEnumerable<VectorPoint> Pages(
        Func<Guid?, Task<List<VectorPoint>>> read,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Guid? after = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await read(after);
            foreach (var point in page)
                yield return point;
            if (page.Count < Page)
                yield break;
            after = page[^1].Key.Value;
        }
    }
}
