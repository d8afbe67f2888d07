using Motif.Numerics;

namespace Motif.Embeddings.Training;

/// <summary>Texts as rows of 1 + ln tf over a fixed vocabulary.</summary>
internal sealed class TermVectors(IReadOnlyDictionary<string, int> vocabulary)
{
    private readonly SparseMatrixBuilder _builder = new(vocabulary.Count);
    private readonly SortedDictionary<int, int> _counts = [];

    /// <summary>Adds a row; returns how many different known terms it has.</summary>
    public int Add(IEnumerable<string> terms)
    {
        _counts.Clear();
        foreach (var term in terms)
        {
            if (vocabulary.TryGetValue(term, out var number))
                _counts[number] = _counts.GetValueOrDefault(number) + 1;
        }
        _builder.AddRow(
            [.. _counts.Keys],
            [.. _counts.Values.Select(count => 1 + MathF.Log(count))]
        );
        return _counts.Count;
    }

    public SparseMatrix Build() => _builder.Build();
}
