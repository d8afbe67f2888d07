using System.Numerics.Tensors;
using System.Text.Json;
using System.Text.RegularExpressions;
using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Advice;

/// <summary>
/// Recommends ways to write about a concept, out of what is confirmed where the concept belongs, and items that are like examples.
/// Thread-safe; keeps nothing.
/// </summary>
public sealed partial class Recommender(
    DiscoveredShelf shelf,
    ItemMatcher matcher,
    IItemStore store,
    ItemVectors vectors
)
{
    private const int PageSize = 2000;

    public async Task<CatalogueAnswer<Recommendation>> RecommendAsync(
        RecommendRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Limit is < 1 or > RecommendRequest.MostListed)
            return CatalogueProblem.Invalid("limit", $"must be 1 to {RecommendRequest.MostListed}");
        var isConcept = !string.IsNullOrWhiteSpace(request.Concept);
        if (!isConcept && request.Likes.Count == 0)
            return CatalogueProblem.Invalid("concept", "is missing; give a concept, or likes");
        if (await shelf.CurrentAsync(cancellationToken) is not { } discovered)
            return ItemMatcher.NoRun;
        var suggestions = isConcept
            ? await SuggestAsync(request, discovered, cancellationToken)
            : new List<Suggestion>();
        if (request.Likes.Count == 0)
            return new Recommendation(
                suggestions,
                [],
                suggestions.Count > 0
                    ? null
                    : "nothing that lifts performance is confirmed where this belongs"
            );
        var found = await LikeAsync(request, discovered, cancellationToken);
        return found.Value is { } items
            ? new Recommendation(
                suggestions,
                items,
                items.Count > 0 ? null : "no item passes the filters"
            )
            : found.Problem!;
    }

    private async Task<List<Suggestion>> SuggestAsync(
        RecommendRequest request,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        var concept = request.Concept!.Trim();
        var match = await matcher.MatchAsync(
            new ItemQuestion { Text = concept },
            cancellationToken
        );
        var (macro, meso) = (match.Value?.Macro?.ClusterId, match.Value?.Meso?.ClusterId);
        return
        [
            .. discovered
                .Confirmed.Where(f =>
                    f.ClusterId is null || f.ClusterId == macro || f.ClusterId == meso
                )
                .Where(f => f.ExpectedCi95.Low > 1)
                .OrderByDescending(f => f.ExpectedCi95.Low)
                .ThenBy(f => f.FindingId)
                .Select(f => new Suggestion(
                    Filled(Feature.Parse(f.Feature)!.Value, concept),
                    f.ExpectedMultiplier,
                    f.ExpectedCi95.Low,
                    f.FindingId,
                    f.Feature,
                    f.Scope,
                    f.Examples
                ))
                .DistinctBy(s => s.Feature, StringComparer.Ordinal)
                .Take(request.Limit),
        ];
    }

    /// <summary>A template with the concept in its first slot; a trait as what to do.</summary>
    internal static string Filled(Feature feature, string concept)
    {
        switch (feature.Family)
        {
            case FeatureFamily.Skeleton:
                var slot = Slot().Match(feature.Value);
                return slot.Success
                    ? string.Concat(
                        feature.Value.AsSpan(0, slot.Index),
                        concept,
                        feature.Value.AsSpan(slot.Index + slot.Length)
                    )
                    : feature.Value;
            case FeatureFamily.Start:
                return $"{feature.Value} … {concept}";
            case FeatureFamily.End:
                return $"{concept} … {feature.Value}";
            case FeatureFamily.Phrase:
                return $"say \"{feature.Value}\" with {concept}";
            case FeatureFamily.Length:
                return $"a title of {feature.Value}";
            case FeatureFamily.Timing:
                return $"publish {feature.Value}";
            default:
                return $"with {feature.Value}";
        }
    }

    private async Task<CatalogueAnswer<List<RecommendedItem>>> LikeAsync(
        RecommendRequest request,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        var likes = await VectorsAsync("likes", request.Likes, discovered, cancellationToken);
        if (likes.Problem is { } wrong)
            return wrong;
        var dislikes = await VectorsAsync(
            "dislikes",
            request.Dislikes,
            discovered,
            cancellationToken
        );
        if (dislikes.Problem is { } alsoWrong)
            return alsoWrong;
        var scoring = new ExampleScore(request.Strategy, likes.Value!, dislikes.Value!);
        var examples = request
            .Likes.Concat(request.Dislikes)
            .Select(e => e.ItemId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var texts = request
            .Likes.Concat(request.Dislikes)
            .Select(e => e.Text)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var best = new PriorityQueue<RecommendedItem, (double, string)>(
            Comparer<(double Score, string Id)>.Create(
                (a, b) =>
                    a.Score.CompareTo(b.Score) is not 0 and var order
                        ? order
                        : string.CompareOrdinal(b.Id, a.Id)
            )
        );
        string? last = null;
        while (
            await store.ListAsync(last, PageSize, withVectors: true, cancellationToken)
                is { Count: > 0 } page
        )
        {
            foreach (var item in page)
            {
                if (
                    item.Vector is not { } vector
                    || vector.Length != discovered.Places.Dimensions
                    || examples.Contains(item.ItemId)
                    || texts.Contains(item.Text)
                    || !ItemFilter.Passes(item, request.Filters)
                )
                    continue;
                CentredVectors.Normalize(vector);
                if (!vector.AsSpan().ContainsAnyExcept(0f))
                    continue;
                var score = scoring.Of(vector);
                best.Enqueue(new(item.ItemId, item.Text, score), (score, item.ItemId));
                if (best.Count > request.Limit)
                    best.Dequeue();
            }
            last = page[^1].ItemId;
        }
        var items = new List<RecommendedItem>();
        while (best.TryDequeue(out var item, out _))
            items.Add(item);
        items.Reverse();
        return items;
    }

    private async Task<CatalogueAnswer<List<float[]>>> VectorsAsync(
        string field,
        IReadOnlyList<Example> examples,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        var found = new List<float[]>();
        for (var i = 0; i < examples.Count; i++)
        {
            var vector = await VectorAsync(examples[i], discovered, cancellationToken);
            if (vector is null || vector.Length != discovered.Places.Dimensions)
                return CatalogueProblem.Invalid(
                    $"{field}[{i}]",
                    $"gives no vector of {discovered.Places.Dimensions} numbers: name an item of the corpus, or give a text that the corpus' model can read, or an embedding"
                );
            CentredVectors.Normalize(vector);
            found.Add(vector);
        }
        return found;
    }

    private async Task<float[]?> VectorAsync(
        Example example,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        if (example.ItemId is { } id)
            return (await store.FindAsync(id, cancellationToken))?.Vector;
        if (example.Embedding is { } given)
            return Array.TrueForAll(given, float.IsFinite) ? [.. given] : null;
        if (string.IsNullOrWhiteSpace(example.Text) || discovered.Space != vectors.Space)
            return null;
        return (await vectors.EmbedAsync([example.Text], cancellationToken))[0];
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}

/// <summary>How near an item is to examples.</summary>
internal sealed class ExampleScore
{
    private readonly ExampleStrategy _strategy;
    private readonly IReadOnlyList<float[]> _likes;
    private readonly IReadOnlyList<float[]> _dislikes;
    private readonly float[] _direction;

    /// <param name="likes">Of length 1, at least one.</param>
    public ExampleScore(
        ExampleStrategy strategy,
        IReadOnlyList<float[]> likes,
        IReadOnlyList<float[]> dislikes
    )
    {
        (_strategy, _likes, _dislikes) = (strategy, likes, dislikes);
        _direction = new float[likes[0].Length];
        Add(likes, 1f / likes.Count);
        if (dislikes.Count > 0)
            Add(dislikes, -1f / dislikes.Count);
    }

    public double Of(float[] unit)
    {
        if (_strategy is ExampleStrategy.Average)
            return TensorPrimitives.Dot<float>(unit, _direction);
        var like = _likes.Max(v => TensorPrimitives.Dot<float>(unit, v));
        if (_dislikes.Count == 0)
            return like;
        var dislike = _dislikes.Max(v => TensorPrimitives.Dot<float>(unit, v));
        // Cosines are at most 1: what is nearer to a dislike lands below −1, behind everything else.
        return like >= dislike ? like : -2 - dislike;
    }

    private void Add(IReadOnlyList<float[]> vectors, float factor)
    {
        foreach (var vector in vectors)
            TensorPrimitives.MultiplyAdd(vector, factor, _direction, _direction);
    }
}
