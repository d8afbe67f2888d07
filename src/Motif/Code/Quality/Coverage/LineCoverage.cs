namespace Motif.Code.Quality.Coverage;

/// <summary>Which lines of one file ran, and which of their branches.</summary>
internal sealed class LineCoverage
{
    private readonly SortedDictionary<int, bool> _lines = [];
    private readonly SortedDictionary<int, (int Taken, int All)> _branches = [];

    /// <summary>A line that two reports speak of has run where either says so.</summary>
    public void Line(int line, bool ran) => _lines[line] = ran || _lines.GetValueOrDefault(line);

    /// <summary>Of two reports the one that took more counts.</summary>
    public void Branches(int line, int taken, int all)
    {
        if (all > 0 && taken >= _branches.GetValueOrDefault(line).Taken)
            _branches[line] = (Math.Min(taken, all), all);
    }

    public void Add(LineCoverage other)
    {
        foreach (var (line, ran) in other._lines)
            Line(line, ran);
        foreach (var (line, (taken, all)) in other._branches)
            Branches(line, taken, all);
    }

    /// <summary>
    /// Executed lines and taken branches, and all of them, from first to last line, without the stretches that belong to nested
    /// functions.
    /// </summary>
    public (int Ran, int All) Count(
        int first,
        int last,
        IReadOnlyList<(int First, int Last)> nested
    )
    {
        int all = 0,
            ran = 0;
        for (var line = first; line <= last; line++)
        {
            if (nested.Any(n => line >= n.First && line <= n.Last))
                continue;
            if (_lines.TryGetValue(line, out var isRun))
                (all, ran) = (all + 1, ran + (isRun ? 1 : 0));
            if (_branches.TryGetValue(line, out var branches))
                (all, ran) = (all + branches.All, ran + branches.Taken);
        }
        return (ran, all);
    }
}
