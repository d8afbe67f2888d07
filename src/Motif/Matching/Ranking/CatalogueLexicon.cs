using System.Globalization;
using System.Numerics.Tensors;
using Motif.Embeddings;
using Motif.Numerics;

namespace Motif.Matching.Ranking;

/// <summary>A lexicon that also knows the words only this catalogue uses.</summary>
internal static class CatalogueLexicon
{
    private const int FewestDocuments = 2;

    /// <summary>
    /// Gives every token without a vector that stands in two documents or more the mean of its documents' vectors, as long as
    /// the average token vector times idf over mean idf, so that rare words weigh as much as rare words of the training text.
    /// </summary>
    public static Lexicon Extend(Lexicon lexicon, IndexSnapshot snapshot)
    {
        var unknown = UnknownTerms(lexicon, snapshot);
        if (unknown.Count == 0)
            return lexicon;
        var vectors = MeanOfDocuments(lexicon, snapshot, unknown);
        var length = Enumerable.Range(0, lexicon.Count).Average(row => Length(lexicon, row));
        var meanIdf = snapshot.Idf.Average();
        var idf = new float[unknown.Count];
        foreach (var (term, row) in unknown)
        {
            Lexicon.Normalize(vectors.Row(row));
            var scale = (float)(length * snapshot.Idf[term] / meanIdf);
            TensorPrimitives.Multiply(vectors.Row(row), scale, vectors.Row(row));
            idf[row] = snapshot.Idf[term];
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"{lexicon.Name}+{unknown.Count}");
        return lexicon.Extend(
            name,
            [.. unknown.Keys.Select(term => snapshot.Terms[term])],
            vectors,
            idf
        );
    }

    /// <summary>The lexicon's row of every term number, −1 where it has none.</summary>
    public static int[] Rows(Lexicon lexicon, string[] terms) =>
        Array.ConvertAll(terms, lexicon.Find);

    private static Dictionary<int, int> UnknownTerms(Lexicon lexicon, IndexSnapshot snapshot)
    {
        var frequencies = new int[snapshot.Terms.Length];
        foreach (var document in snapshot.Documents)
        {
            foreach (var stored in document)
                frequencies[stored.Term]++;
        }
        var unknown = new Dictionary<int, int>();
        for (var term = 0; term < frequencies.Length; term++)
        {
            if (frequencies[term] >= FewestDocuments && lexicon.Find(snapshot.Terms[term]) < 0)
                unknown.Add(term, unknown.Count);
        }
        return unknown;
    }

    private static FloatMatrix MeanOfDocuments(
        Lexicon lexicon,
        IndexSnapshot snapshot,
        Dictionary<int, int> unknown
    )
    {
        var rows = Rows(lexicon, snapshot.Terms);
        var vectors = new FloatMatrix(unknown.Count, lexicon.Dimensions);
        var vector = new float[lexicon.Dimensions];
        foreach (var document in snapshot.Documents)
        {
            if (!Array.Exists(document, stored => unknown.ContainsKey(stored.Term)))
                continue;
            Embed(lexicon, rows, document, vector);
            foreach (var stored in document)
            {
                if (unknown.TryGetValue(stored.Term, out var row))
                    TensorPrimitives.MultiplyAdd(
                        vector,
                        stored.Damped,
                        vectors.Row(row),
                        vectors.Row(row)
                    );
            }
        }
        return vectors;
    }

    private static void Embed(
        Lexicon lexicon,
        int[] rowOfTerm,
        StoredTerm[] document,
        Span<float> target
    )
    {
        target.Clear();
        foreach (var stored in document)
        {
            if (rowOfTerm[stored.Term] is var row and >= 0)
                lexicon.Accumulate(row, stored.Damped, target);
        }
        Lexicon.Normalize(target);
    }

    private static double Length(Lexicon lexicon, int row)
    {
        var vector = new float[lexicon.Dimensions];
        lexicon.Accumulate(row, 1, vector);
        return TensorPrimitives.Norm<float>(vector);
    }
}
