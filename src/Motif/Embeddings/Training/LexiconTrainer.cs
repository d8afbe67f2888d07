using System.ComponentModel.DataAnnotations;
using System.Numerics.Tensors;
using Motif.Numerics;
using Motif.Text;

namespace Motif.Embeddings.Training;

/// <summary>One section of documentation.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Heading">Of the section.</param>
/// <param name="Body">Its text; may begin with the heading.</param>
public sealed record TrainingSection(string Title, string Heading, string Body);

/// <summary>How a lexicon is trained.</summary>
public sealed record LexiconTrainingOptions
{
    /// <summary>Name of the space the vectors form.</summary>
    [Required]
    public string Name { get; init; } = "motif-lexicon-1";

    [Range(8, 4096)]
    public int Dimensions { get; init; } = 300;

    /// <summary>Sections a token must stand in.</summary>
    [Range(1, 1_000_000)]
    public int MinimumSections { get; init; } = 4;

    [Range(1, 1_000_000)]
    public int Steps { get; init; } = 2500;

    [Range(2, 8192)]
    public int BatchSize { get; init; } = 512;

    public double LearningRate { get; init; } = 0.05;

    public double Temperature { get; init; } = 0.05;

    public int Seed { get; init; } = 7;
}

/// <summary>Where a training stands.</summary>
/// <param name="Stage">analyze, count, pairs, train.</param>
/// <param name="Done">Work done in the stage.</param>
/// <param name="Total">Work in the stage.</param>
public sealed record LexiconTrainingProgress(string Stage, int Done, int Total);

/// <summary>
/// Trains a <see cref="Lexicon"/> from sections of documentation: co-occurrence vectors (<see cref="CooccurrenceVectors"/>)
/// times idf as a start, then contrastive training on what a heading, a sentence or two sentences say about the rest of their
/// section. The same sections, options and processor family give the same bytes.
/// </summary>
public sealed class LexiconTrainer(TextAnalyzer analyzer, LexiconTrainingOptions options)
{
    private const int LongestToken = 25;

    /// <summary>Trains on all cores.</summary>
    /// <exception cref="InvalidDataException">The text is too little to train from.</exception>
    public Lexicon Train(
        IReadOnlyList<TrainingSection> sections,
        IProgress<LexiconTrainingProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sections);
        progress?.Report(new LexiconTrainingProgress("analyze", 0, sections.Count));
        var texts = sections.Select(section =>
            analyzer.Analyze($"{section.Title} {section.Heading} {section.Body}").Terms
        );
        var analyzed = texts.ToList();
        var (vocabulary, idf) = Vocabulary(analyzed);
        if (vocabulary.Count < 2)
            throw new InvalidDataException(
                $"No two words stand in {options.MinimumSections} of the {sections.Count} sections: give more text."
            );
        progress?.Report(new LexiconTrainingProgress("count", 0, vocabulary.Count));
        var numbers = analyzed
            .Select(terms =>
                terms.Where(vocabulary.ContainsKey).Select(term => vocabulary[term]).ToArray()
            )
            .ToList();
        var start = CooccurrenceVectors.Compute(
            numbers,
            vocabulary.Count,
            options.Dimensions,
            options.Seed
        );
        for (var row = 0; row < start.Rows; row++)
            TensorPrimitives.Multiply(start.Row(row), idf[row], start.Row(row));
        progress?.Report(new LexiconTrainingProgress("pairs", 0, sections.Count));
        var (left, right) = Pairs(sections, vocabulary);
        var vectors = Contrast(left, right, start, progress, cancellationToken);
        return Lexicon.FromMatrix(options.Name, [.. vocabulary.Keys], vectors, idf);
    }

    private (Dictionary<string, int> Vocabulary, float[] Idf) Vocabulary(List<List<string>> texts)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(terms => terms.Distinct(StringComparer.Ordinal)))
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        var kept = frequencies
            .Where(pair => pair.Value >= options.MinimumSections && pair.Key.Length <= LongestToken)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var idf = new float[kept.Count];
        foreach (var (term, count) in kept)
        {
            idf[vocabulary.Count] = (float)
                Math.Log(1 + ((texts.Count - count + 0.5) / (count + 0.5)));
            vocabulary.Add(term, vocabulary.Count);
        }
        return (vocabulary, idf);
    }

    private (SparseMatrix Left, SparseMatrix Right) Pairs(
        IReadOnlyList<TrainingSection> sections,
        Dictionary<string, int> vocabulary
    )
    {
        var random = new Random(options.Seed);
        var left = new TermVectors(vocabulary);
        var right = new TermVectors(vocabulary);
        var kept = new List<int>();
        var count = 0;
        foreach (
            var (about, rest) in sections.SelectMany(section =>
                SectionPairs.Of(section, analyzer, random)
            )
        )
        {
            var enough = left.Add(about) >= 2;
            enough &= right.Add(rest) >= 4;
            if (enough)
                kept.Add(count);
            count++;
        }
        int[] rows = [.. kept];
        return (left.Build().Select(rows), right.Build().Select(rows));
    }

    private FloatMatrix Contrast(
        SparseMatrix left,
        SparseMatrix right,
        FloatMatrix start,
        IProgress<LexiconTrainingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (left.Rows < 2)
            return start;
        var training = new ContrastiveTraining(
            left,
            right,
            new ContrastiveOptions(
                options.Steps,
                options.BatchSize,
                options.LearningRate,
                options.Temperature,
                options.Seed
            )
        );
        var steps = progress is null ? null : new StepProgress(progress, options.Steps);
        return training.Train(start, steps, cancellationToken);
    }

    private sealed class StepProgress(IProgress<LexiconTrainingProgress> target, int total)
        : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 50 == 0 || value == total)
                target.Report(new LexiconTrainingProgress("train", value, total));
        }
    }
}
