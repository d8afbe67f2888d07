using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;
using Motif.Storage;

namespace Motif.Discovery.Editing;

/// <summary>A known topic and how many items the last run, and what came since, put there.</summary>
/// <param name="Items">Null where no run has met it yet.</param>
public sealed record TopicSize(KnownTopic Topic, int? Items);

/// <summary>Topics that people name: every run fills them before it looks for neighbourhoods. Thread-safe.</summary>
public sealed class KnownTopics(IDiscoveryStore store, TimeProvider time)
{
    public const int MostTopics = 500;

    public async Task<CatalogueAnswer<KnownTopic>> AddAsync(
        KnownTopicDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        if (Mistake(draft) is { } mistake)
            return mistake;
        var standing = await store.ListTopicsAsync(cancellationToken);
        if (standing.Count >= MostTopics)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"there are {MostTopics} topics already; remove one"
            );
        var now = Moment.Now(time);
        var topic = new KnownTopic(
            Guid.CreateVersion7(now),
            draft.Name.Trim(),
            string.IsNullOrWhiteSpace(draft.Description) ? null : draft.Description.Trim(),
            [.. draft.Examples.Distinct(StringComparer.Ordinal)],
            draft.Similarity,
            actor.Name,
            now
        );
        return await store.AddTopicAsync(topic, cancellationToken)
            ? topic
            : new CatalogueProblem(
                CatalogueRefusal.Duplicate,
                $"a topic is called '{topic.Name}' already",
                ExistingId: (await store.ListTopicsAsync(cancellationToken))
                    .FirstOrDefault(t => t.Name == topic.Name)
                    ?.TopicId
            );
    }

    public async Task<IReadOnlyList<TopicSize>> ListAsync(CancellationToken cancellationToken)
    {
        var sizes = (await store.ListClustersAsync(false, cancellationToken))
            .Where(c => c.IsTopic)
            .ToDictionary(c => c.ClusterId, c => c.Size);
        return
        [
            .. (await store.ListTopicsAsync(cancellationToken)).Select(t => new TopicSize(
                t,
                sizes.TryGetValue(t.TopicId, out var size) ? size : null
            )),
        ];
    }

    private static CatalogueProblem? Mistake(KnownTopicDraft draft)
    {
        if (draft.Name.Trim().Length is 0 or > KnownTopicDraft.MostName)
            return CatalogueProblem.Invalid(
                "name",
                $"has 1 to {KnownTopicDraft.MostName} characters"
            );
        if (draft.Description?.Length > KnownTopicDraft.MostDescription)
            return CatalogueProblem.Invalid(
                "description",
                $"has at most {KnownTopicDraft.MostDescription} characters"
            );
        if (draft.Examples.Count > KnownTopicDraft.MostExamples)
            return CatalogueProblem.Invalid(
                "examples",
                $"are at most {KnownTopicDraft.MostExamples}"
            );
        return draft.Similarity is { } similarity && similarity is not (>= 0 and <= 1)
            ? CatalogueProblem.Invalid("similarity", "must be 0 to 1")
            : null;
    }
}
