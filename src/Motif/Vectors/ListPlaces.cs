namespace Motif.Vectors;

/// <summary>Where rows lie: ordinals follow the order of the lists' main parts.</summary>
internal sealed class ListPlaces
{
    private readonly int[] _ends;
    private readonly int[] _groups;

    public ListPlaces(InvertedLists lists, CentroidTree tree)
    {
        _ends = [.. lists.MainCounts];
        for (var list = 1; list < _ends.Length; list++)
            _ends[list] += _ends[list - 1];
        _groups = CentroidTrainer.GroupOfLists(tree);
    }

    public int GroupOf(int list) => _groups[list];

    /// <summary>The ordinal of a list's first row.</summary>
    public int FirstOf(int list) => list == 0 ? 0 : _ends[list - 1];

    public int ListOf(int ordinal)
    {
        var at = Array.BinarySearch(_ends, ordinal + 1);
        if (at < 0)
            return ~at;
        // Empty lists share their end with the one before: the first of equal ends has the row.
        while (at > 0 && _ends[at - 1] == _ends[at])
            at--;
        return at;
    }
}
