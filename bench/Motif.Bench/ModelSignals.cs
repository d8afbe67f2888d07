using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Vectors;

namespace Motif.Bench;

/// <summary>What a vector index would answer to the queries of a set, by the sentence model.</summary>
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

    public static async Task<ModelSignals> OfAsync(
        RetrievalSet set,
        OnnxEmbeddingGenerator generator
    )
    {
        var documents = await VectorsAsync(generator, set.Documents.Select(SpaceEmbeddings.Text));
        var queries = await VectorsAsync(generator, set.Queries.Select(query => query.Text));
        return new(
            new EmbeddingSpace(EmbeddingSpace.InProcessModel, generator.Model, documents[0].Length),
            [.. set.Documents.Select(document => document.Id)],
            documents,
            set.Queries.Zip(queries).ToDictionary(pair => pair.First.Id, pair => pair.Second)
        );
    }

    public VectorSignal Of(RetrievalQuery query) =>
        new(
            Space,
            _ids.Select((id, i) => (Id: id, Cosine: Cosine(_queries[query.Id], _documents[i])))
                .OrderByDescending(pair => pair.Cosine)
                .Take(PatternVectors.Neighbours)
                .ToDictionary(pair => pair.Id, pair => pair.Cosine, StringComparer.Ordinal)
        );

    private static float Cosine(float[] left, float[] right) =>
        TensorPrimitives.Dot<float>(left, right);

    private static async Task<float[][]> VectorsAsync(
        OnnxEmbeddingGenerator generator,
        IEnumerable<string> texts
    ) => [.. (await generator.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];
}
