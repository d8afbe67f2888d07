using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Content.Posts;

/// <summary>What happens to a post after it was made: it is edited, removed, measured.</summary>
public sealed class PostChanges(PostTransactions transactions)
{
    /// <summary>Before anybody saw it, the use moves to the new family; after that it stays with what people saw.</summary>
    public async Task<CatalogueAnswer<PostReceipt>> EditAsync(
        Guid postId,
        EditPost edit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(edit);
        var subject = await transactions.SubjectAsync(
            new PostContent { Content = edit.Content },
            cancellationToken
        );
        return await transactions.ChangePostAsync(
            postId,
            subject.TextHash,
            (ledger, post, now) =>
            {
                var at = edit.EditedAt ?? now;
                if (post.IsFact && post.Metrics.Impressions > 0)
                    return PostTransactions.Put(
                        ledger,
                        post.With(at, "edited_into", subject.FamilyId)
                    );
                return PostTransactions.Put(
                    ledger,
                    (
                        post with
                        {
                            FamilyId = subject.FamilyId,
                            PatternId = subject.PatternId,
                            TextHash = subject.TextHash,
                        }
                    ).With(at, "edited", $"{post.FamilyId} → {subject.FamilyId}")
                );
            },
            cancellationToken
        );
    }

    /// <summary>Unseen, it is as if it had not been; seen, it still tires its audience, and what is measured later is not learned.</summary>
    public Task<CatalogueAnswer<PostReceipt>> RemoveAsync(
        Guid postId,
        DateTimeOffset? removedAt,
        CancellationToken cancellationToken
    ) =>
        transactions.ChangePostAsync(
            postId,
            null,
            (ledger, post, now) =>
            {
                if (post.RemovedAt is not null)
                    return PostLifecycle.Receipt(post, repeated: true);
                var at = removedAt ?? now;
                var isSeen = post.IsFact && MetricState.Of(post.Snapshots, at).Impressions > 0;
                return PostTransactions.Put(
                    ledger,
                    (
                        post with
                        {
                            State = isSeen ? PostState.Removed : PostState.Released,
                            RemovedAt = at,
                        }
                    ).With(at, "removed")
                );
            },
            cancellationToken
        );

    /// <summary>Takes cumulative numbers in any order; wrong rows are refused one by one.</summary>
    public async Task<CatalogueAnswer<MetricsReceipt>> MeasureAsync(
        Guid postId,
        IReadOnlyList<MetricSnapshot> snapshots,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        var refused = new List<RefusedRow>();
        var good = new List<MetricSnapshot>();
        for (var i = 0; i < snapshots.Count; i++)
        {
            if (MetricState.Fault(snapshots[i]) is { } reason)
                refused.Add(new RefusedRow(i + 1, reason));
            else
                good.Add(snapshots[i] with { AsOf = Moment.Kept(snapshots[i].AsOf) });
        }
        var answer = await transactions.ChangePostAsync(
            postId,
            null,
            (ledger, post, _) =>
            {
                var merged = post.Snapshots.Union(good).OrderBy(s => s.AsOf).ToList();
                return merged.Count == post.Snapshots.Count
                    ? PostLifecycle.Receipt(post, repeated: true)
                    : PostTransactions.Put(ledger, post with { Snapshots = merged });
            },
            cancellationToken
        );
        return answer.Value is { } receipt
            ? new MetricsReceipt(postId, receipt.Metrics, good.Count, refused)
            : answer.Problem!;
    }
}
