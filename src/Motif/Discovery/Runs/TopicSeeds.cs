using System.Numerics.Tensors;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>Known topics as a run meets them.</summary>
/// <param name="Remarks">Of topics that nothing can be compared with.</param>
internal sealed record SeededTopics(
    IReadOnlyList<TopicSeed> Seeds,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<string> Remarks
);

/// <summary>
/// Makes of each known topic the mean of its examples' vectors and of its description's, each of length 1; of its name's where it
/// has neither.
/// </summary>
internal sealed class TopicSeeds(IDiscoveryStore store, ItemVectors vectors, double similarity)
{
    public async Task<SeededTopics> MakeAsync(
        List<Item> items,
        string space,
        CancellationToken cancellationToken
    )
    {
        var topics = await store.ListTopicsAsync(cancellationToken);
        if (topics.Count == 0)
            return new SeededTopics([], new Dictionary<Guid, string>(), []);
        var wanted = topics.SelectMany(t => t.Examples).ToHashSet(StringComparer.Ordinal);
        var examples = items
            .Where(i => i.Vector is not null && wanted.Contains(i.ItemId))
            .ToDictionary(i => i.ItemId, i => i.Vector!, StringComparer.Ordinal);
        var dimensions = items.Select(i => i.Vector?.Length ?? 0).DefaultIfEmpty().Max();
        var seeds = new List<TopicSeed>(topics.Count);
        var remarks = new List<string>();
        foreach (var topic in topics)
        {
            var known = topic
                .Examples.Where(examples.ContainsKey)
                .Select(id => examples[id])
                .ToList();
            if (Words(topic, known.Count) is { } words && space == vectors.Space)
                known.AddRange(await vectors.EmbedAsync([words], cancellationToken));
            var centre = Mean(known, Math.Max(1, dimensions));
            if (!centre.AsSpan().ContainsAnyExcept(0f))
                remarks.Add(
                    $"nothing can be compared with the topic '{topic.Name}': give items of the corpus as examples"
                );
            seeds.Add(new(topic.TopicId, centre, (float)(topic.Similarity ?? similarity)));
        }
        return new SeededTopics(seeds, topics.ToDictionary(t => t.TopicId, t => t.Name), remarks);
    }

    private static string? Words(KnownTopic topic, int examples) =>
        topic.Description is null && examples == 0 ? topic.Name
        : topic.Description is null ? null
        : $"{topic.Name}: {topic.Description}";

    private static float[] Mean(List<float[]> vectors, int dimensions)
    {
        var mean = new float[dimensions];
        foreach (var vector in vectors.Where(v => v.Length == dimensions))
        {
            var unit = vector.ToArray();
            CentredVectors.Normalize(unit);
            TensorPrimitives.Add(mean, unit, mean);
        }
        CentredVectors.Normalize(mean);
        return mean;
    }
}
