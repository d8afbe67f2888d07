using System.Numerics.Tensors;
using Motif.Embeddings;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Matching;

/// <summary>
/// Marks the steps of matched patterns that are near to a requirement of the request, by the model's vectors where there is a
/// model that answers in time, else by the lexicon's. All steps are told, in the pattern's own order: a recipe whose steps are
/// shuffled or left out is another recipe. Thread-safe.
/// </summary>
internal sealed class StepMarks(Lexicon lexicon, TextAnalyzer analyzer, PatternVectors? vectors)
{
    /// <summary>Cosines from which a step is near to a requirement; models spread texts less than the lexicon does.</summary>
    private const float NearByModel = 0.40f;

    private const float NearByLexicon = 0.50f;

    /// <returns>The steps of each pattern, in its order; none is marked where nothing is required.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<MatchedStep>>> MarkAsync(
        IReadOnlyList<Pattern> patterns,
        MatchRequest request,
        CancellationToken cancellationToken
    )
    {
        var steps = patterns.Select(PatternText.Steps).ToList();
        var texts = steps.SelectMany(s => s).Distinct(StringComparer.Ordinal).ToList();
        var near = await NearAsync(texts, request.Requirements, cancellationToken);
        return
        [
            .. steps.Select(s =>
                s.Select(text => new MatchedStep(text, near.Contains(text))).ToList()
            ),
        ];
    }

    private async Task<HashSet<string>> NearAsync(
        List<string> steps,
        IReadOnlyList<string> requirements,
        CancellationToken cancellationToken
    )
    {
        if (steps.Count == 0 || requirements.Count == 0)
            return [];
        var texts = requirements.Concat(steps).ToList();
        var byModel = vectors is null ? null : await vectors.EmbedAsync(texts, cancellationToken);
        var embedded = byModel ?? texts.ConvertAll(text => lexicon.Embed(text, analyzer));
        var least = byModel is null ? NearByLexicon : NearByModel;
        var wanted = embedded.Take(requirements.Count).ToList();
        return steps
            .Where(
                (_, i) => wanted.Exists(r => Cosine(r, embedded[requirements.Count + i]) >= least)
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    private static float Cosine(float[] left, float[] right)
    {
        var lengths = TensorPrimitives.Norm<float>(left) * TensorPrimitives.Norm<float>(right);
        return lengths > 0 ? TensorPrimitives.Dot<float>(left, right) / lengths : 0;
    }
}
