using System.ComponentModel.DataAnnotations;
using Motif.Embeddings;
using Motif.Embeddings.Training;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Numerics;
using Motif.Text;

namespace Motif.Matching.Tuning;

/// <summary>How a lexicon is tuned on a catalogue.</summary>
public sealed record CatalogueTuningOptions
{
    /// <summary>Below so many pairs nothing is tuned.</summary>
    [Range(2, 1_000_000)]
    public int FewestPairs { get; init; } = 64;

    [Range(1, 1000)]
    public int Epochs { get; init; } = 12;

    public double LearningRate { get; init; } = 0.02;

    public double Temperature { get; init; } = 0.07;

    public int Seed { get; init; } = 7;
}

/// <summary>What came of a tuning.</summary>
/// <param name="Promoted">Whether the tuned lexicon should be used.</param>
/// <param name="Pairs">Pairs trained on.</param>
/// <param name="HeldOut">Pairs kept back to judge by.</param>
/// <param name="Before">Mean reciprocal rank of the held-out pairs with the lexicon as it was; null where nothing was tuned.</param>
/// <param name="After">The same with the tuned one.</param>
/// <param name="Reason">Why it was promoted or not.</param>
public sealed record TuningReport(
    bool Promoted,
    int Pairs,
    int HeldOut,
    double? Before,
    double? After,
    string Reason
);

/// <summary>
/// Tunes the token vectors on the user's own catalogue: name and tags ↔ text, sentence ↔ rest, request that a pattern served
/// with success ↔ pattern. A twentieth of the pairs, or a fifth of the feedback where there is enough of it, is kept back; the
/// tuned lexicon is promoted only when it ranks those no worse than the lexicon as it was.
/// </summary>
public sealed class CatalogueTuner(TextAnalyzer analyzer, CatalogueTuningOptions options)
{
    private const int LargestBatch = 512;
    private const int FewestSteps = 200;
    private const int MostSteps = 1500;

    /// <summary>More documents than the steps come round to; evenly spaced ones of a larger catalogue.</summary>
    private const int MostDocuments = 12_000;

    /// <summary>Tunes the index's lexicon; the index itself is left as it is (<see cref="MatchIndex.Use"/>).</summary>
    public (Lexicon? Lexicon, TuningReport Report) Tune(
        MatchIndex index,
        IReadOnlyList<MatchDocument> documents,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(documents);
        var start = index.UntunedLexicon();
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in start.Tokens)
            vocabulary.Add(token, vocabulary.Count);
        var step = Math.Max(1, (documents.Count + MostDocuments - 1) / MostDocuments);
        var sample = documents.Where((_, index) => index % step == 0).ToList();
        var pairs = TuningPairs.Of(sample, analyzer, vocabulary, options.Seed);
        if (pairs.Training.Left.Rows < options.FewestPairs)
            return (null, NotTuned(pairs));
        var matrix = start.ToMatrix();
        var tuned = Train(pairs.Training, matrix, progress, cancellationToken);
        var (before, after) = (
            pairs.HeldOut.ReciprocalRank(matrix),
            pairs.HeldOut.ReciprocalRank(tuned)
        );
        var promoted = after >= before;
        var report = new TuningReport(
            promoted,
            pairs.Training.Left.Rows,
            pairs.HeldOut.Left.Rows,
            before,
            after,
            promoted ? "held-out pairs rank no worse" : "held-out pairs rank worse"
        );
        return (promoted ? Named(start, tuned) : null, report);
    }

    private TuningReport NotTuned(TuningPairs pairs) =>
        new(
            false,
            pairs.Training.Left.Rows,
            pairs.HeldOut.Left.Rows,
            null,
            null,
            $"{pairs.Training.Left.Rows} pairs, tuning begins at {options.FewestPairs}"
        );

    private FloatMatrix Train(
        PairMatrix pairs,
        FloatMatrix start,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        var count = pairs.Left.Rows;
        var batch = Math.Min(LargestBatch, Math.Max(64, count / 4));
        var steps = Math.Min(MostSteps, Math.Max(FewestSteps, count * options.Epochs / batch));
        var training = new ContrastiveTraining(
            pairs.Left,
            pairs.Right,
            new ContrastiveOptions(
                steps,
                batch,
                options.LearningRate,
                options.Temperature,
                options.Seed
            )
        );
        return training.Train(start, progress, cancellationToken);
    }

    /// <summary>The name holds a digest of the vectors: another tuning is another space.</summary>
    private static Lexicon Named(Lexicon start, FloatMatrix vectors)
    {
        var idf = new float[start.Count];
        for (var row = 0; row < idf.Length; row++)
            idf[row] = start.InverseDocumentFrequency(row);
        var tuned = Lexicon.FromMatrix(start.Name, start.Tokens, vectors, idf);
        return tuned.Renamed($"{start.Name}-tuned-{tuned.Digest()}");
    }
}
