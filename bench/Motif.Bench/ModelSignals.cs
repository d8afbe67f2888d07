using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Onnx;
using Motif.Vectors;

namespace Motif.Bench;

/// <summary>What a vector index would answer to requests to the documents of a set, by the sentence model.</summary>
internal sealed class ModelSignals
{
    private readonly string[] _ids;
    private readonly float[][] _documents;
    private readonly Dictionary<string, float[]> _queries;

    private ModelSignals(
        EmbeddingSpace space,
        string[] ids,
        float[][] documents,
        Dictionary<string, float[]> queries
    ) => (Space, _ids, _documents, _queries) = (space, ids, documents, queries);

    public EmbeddingSpace Space { get; }

    /// <param name="others">Requests beside the set's own.</param>
    public static async Task<ModelSignals> OfAsync(
        RetrievalSet set,
        OnnxEmbeddingGenerator generator,
        IEnumerable<string>? others = null
    )
    {
        var documents = await VectorsAsync(generator, set.Documents.Select(SpaceEmbeddings.Text));
        var texts = set
            .Queries.Select(query => query.Text)
            .Concat(others ?? [])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var queries = await VectorsAsync(generator, texts);
        return new(
            new EmbeddingSpace(EmbeddingSpace.InProcessModel, generator.Model, documents[0].Length),
            [.. set.Documents.Select(document => document.Id)],
            documents,
            texts
                .Zip(queries)
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        );
    }

    /// <summary>What an index says of a request.</summary>
    /// <param name="near">How many of those that pass it names; all where it is not given.</param>
    /// <param name="compared">Documents that it is asked about besides.</param>
    /// <param name="passes">Which documents, by their place in the set, pass the filters; all where it is not given.</param>
    public VectorSignal Of(
        string request,
        int? near = null,
        IEnumerable<string>? compared = null,
        Func<int, bool>? passes = null
    )
    {
        var sample = new SlotSample();
        var passing = new SlotSet();
        for (var i = 0; i < _ids.Length; i++)
        {
            sample.Add(_ids[i]);
            if (passes is null || passes(i))
                passing.Add(i);
        }
        var cosines = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var i in passing)
            cosines.Add(_ids[i], Cosine(_queries[request], _documents[i]));
        float[] sampled =
        [
            .. sample.Of(passing, passing.Count).Select(i => cosines[_ids[i]]).Order(),
        ];
        var named = cosines
            .OrderByDescending(pair => pair.Value)
            .Take(near ?? int.MaxValue)
            .Select(pair => pair.Key)
            .Union(compared ?? [], StringComparer.Ordinal);
        return new VectorSignal(
            Space,
            named.ToDictionary(id => id, id => cosines[id], StringComparer.Ordinal),
            sampled.Length < 3 ? null : sampled[sampled.Length / 2]
        );
    }

    private static float Cosine(float[] left, float[] right) =>
        TensorPrimitives.Dot<float>(left, right);

    private static async Task<float[][]> VectorsAsync(
        OnnxEmbeddingGenerator generator,
        IEnumerable<string> texts
    ) => await KeptVectors.OfAsync(generator, [.. texts]);
}
