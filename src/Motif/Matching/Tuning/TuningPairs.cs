using System.Numerics.Tensors;
using Motif.Embeddings;
using Motif.Embeddings.Training;
using Motif.Matching.Documents;
using Motif.Numerics;
using Motif.Text;

namespace Motif.Matching.Tuning;

/// <summary>Pairs of texts that belong together, as rows of two matrices.</summary>
internal sealed record PairMatrix(SparseMatrix Left, SparseMatrix Right)
{
    private const int MostRanked = 1000;

    /// <summary>Mean of 1/rank of the right text among all right texts, 0 without pairs; the first 1,000 pairs at most.</summary>
    public double ReciprocalRank(FloatMatrix vectors)
    {
        var count = Math.Min(MostRanked, Left.Rows);
        if (count == 0)
            return 0;
        int[] rows = [.. Enumerable.Range(0, count)];
        var scores = MatrixProduct.Multiply(
            Unit(Left.Select(rows), vectors),
            Unit(Right.Select(rows), vectors).Transpose()
        );
        var sum = 0.0;
        for (var row = 0; row < count; row++)
        {
            var own = scores.Row(row)[row];
            var better = 0;
            foreach (var score in scores.Row(row))
                better += score > own ? 1 : 0;
            sum += 1.0 / (better + 1);
        }
        return sum / count;
    }

    private static FloatMatrix Unit(SparseMatrix texts, FloatMatrix vectors)
    {
        var result = texts.Multiply(vectors);
        for (var row = 0; row < result.Rows; row++)
            Lexicon.Normalize(result.Row(row));
        return result;
    }
}

/// <summary>What a catalogue says about itself, and what was asked of it with success.</summary>
internal sealed record TuningPairs(PairMatrix Training, PairMatrix HeldOut)
{
    private const int SentencesPerDocument = 4;

    /// <summary>A request that worked is worth four pairs made up from text.</summary>
    private const int FeedbackWeight = 4;

    /// <summary>From so many pieces of feedback on, feedback alone decides.</summary>
    private const int EnoughFeedback = 50;

    public static TuningPairs Of(
        IReadOnlyList<MatchDocument> documents,
        TextAnalyzer analyzer,
        Dictionary<string, int> vocabulary,
        int seed
    )
    {
        var random = new Random(seed);
        var left = new TermVectors(vocabulary);
        var right = new TermVectors(vocabulary);
        var training = new List<int>();
        var heldOut = new List<int>();
        var row = 0;
        var judgedByFeedback =
            documents.Sum(document => document.PastIntents.Count) >= EnoughFeedback;
        foreach (
            var (about, others, isFeedback) in documents.SelectMany(document =>
                OfDocument(document, random)
            )
        )
        {
            var enough = left.Add(analyzer.Analyze(about).Terms) >= 1;
            enough &= right.Add(analyzer.Analyze(others).Terms) >= 2;
            var keptBack = judgedByFeedback
                ? isFeedback && random.Next(5) == 0
                : random.Next(20) == 0;
            if (enough && keptBack)
                heldOut.Add(row);
            else if (enough)
                training.AddRange(Enumerable.Repeat(row, isFeedback ? FeedbackWeight : 1));
            row++;
        }
        var (lefts, rights) = (left.Build(), right.Build());
        return new TuningPairs(
            new PairMatrix(lefts.Select([.. training]), rights.Select([.. training])),
            new PairMatrix(lefts.Select([.. heldOut]), rights.Select([.. heldOut]))
        );
    }

    private static IEnumerable<(string About, string Others, bool IsFeedback)> OfDocument(
        MatchDocument document,
        Random random
    )
    {
        var steps = string.Join(' ', document.Steps);
        var text = $"{document.Intent} {document.Description} {steps}";
        yield return ($"{document.Name} {string.Join(' ', document.Tags)}", text, false);
        if (
            document.Description.Length > 0
            && document.Intent.Length > 0
            && document.Intent != document.Name
        )
            yield return (document.Description, $"{document.Intent} {steps}", false);
        var sentences = Sentences.Split(
            $"{document.Intent}\n{document.Description}\n{string.Join('\n', document.Steps)}"
        );
        if (sentences.Count >= 3)
        {
            var order = Enumerable.Range(0, sentences.Count).ToArray();
            random.Shuffle(order);
            foreach (var chosen in order.Take(SentencesPerDocument))
            {
                var others = string.Join(' ', sentences.Where((_, index) => index != chosen));
                yield return (sentences[chosen], $"{document.Name} {others}", false);
            }
        }
        foreach (var intent in document.PastIntents)
            yield return (intent, $"{document.Name} {text}", true);
    }
}
