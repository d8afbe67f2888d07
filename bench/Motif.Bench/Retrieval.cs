using System.Diagnostics;
using Motif.Matching.Analysis;
using Motif.Matching.Ranking;

namespace Motif.Bench;

/// <summary>How well patterns are found: nDCG@10 of every signal on five judged sets, development queries only.</summary>
internal static class Retrieval
{
    public static Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "retrieval: skipped, no judged sets (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return Task.FromResult(0);
        }
        var names = arguments.Contains("--smoke") ? ["patterns"] : RetrievalSet.Names;
        foreach (var name in names)
            Lexical(RetrievalSet.Load(shared, name));
        return Task.FromResult(0);
    }

    private static void Lexical(RetrievalSet set)
    {
        foreach (var weights in (FieldWeights[])[FieldWeights.Flat, new FieldWeights()])
        {
            var analyzer = new TextAnalyzer();
            var clock = Stopwatch.StartNew();
            var index = new InvertedIndex();
            foreach (var document in set.Documents)
                index.Add(DocumentText.Of(document, analyzer, weights));
            var scorer = new Bm25Scorer(index);
            var built = clock.Elapsed;
            var mean = set.Queries.Average(query =>
                query.NdcgAt10(Rank(set, index, scorer, analyzer, query.Text))
            );
            Console.WriteLine(
                $"{set.Name, -10} {(weights == FieldWeights.Flat ? "flat  " : "fields")} bm25 {mean:F4} built {built.TotalMilliseconds:F0} ms terms {index.TermCount}"
            );
        }
    }

    private static List<string> Rank(
        RetrievalSet set,
        InvertedIndex index,
        Bm25Scorer scorer,
        TextAnalyzer analyzer,
        string text
    )
    {
        var query = analyzer
            .Analyze(text)
            .Terms.CountBy(term => term, StringComparer.Ordinal)
            .Select(term => new QueryTerm(index.Find(term.Key), term.Key, term.Value))
            .ToArray();
        var scores = new float[index.SlotCount];
        scorer.Score(query, scores, new float[index.SlotCount]);
        return
        [
            .. Enumerable
                .Range(0, scores.Length)
                .OrderByDescending(slot => scores[slot])
                .Take(10)
                .Select(slot => set.Documents[slot].Id),
        ];
    }
}
