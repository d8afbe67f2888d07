namespace Motif.Code.Quality;

/// <summary>Union-find with path halving and union by size (Tarjan 1975).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;
    private readonly int[] _sizes;

    public DisjointSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
        Count = count;
    }

    /// <summary>Number of sets.</summary>
    public int Count { get; private set; }

    public int Find(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        if (left == right)
            return;
        if (_sizes[left] < _sizes[right])
            (left, right) = (right, left);
        _parents[right] = left;
        _sizes[left] += _sizes[right];
        Count--;
    }
}
