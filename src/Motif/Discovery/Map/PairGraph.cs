namespace Motif.Discovery.Map;

/// <summary>
/// Pairs of points, kept at both of their ends: every point sums the pulls on it in one order, so that threads share the work and
/// the same pairs give the same bytes.
/// </summary>
internal sealed class PairGraph
{
    private readonly int[] _starts;
    private readonly int[] _others;

    private PairGraph(int[] starts, int[] others) => (_starts, _others) = (starts, others);

    public ReadOnlySpan<int> Of(int point) =>
        _others.AsSpan(_starts[point], _starts[point + 1] - _starts[point]);

    /// <param name="chosen">As many a point, one point after the other; negative ones are none.</param>
    public static PairGraph Of(int points, int[] chosen)
    {
        var each = points == 0 ? 0 : chosen.Length / points;
        var starts = new int[points + 1];
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] < 0)
                continue;
            starts[(i / each) + 1]++;
            starts[chosen[i] + 1]++;
        }
        for (var point = 0; point < points; point++)
            starts[point + 1] += starts[point];
        var others = new int[starts[points]];
        var next = starts[..points];
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] < 0)
                continue;
            others[next[i / each]++] = chosen[i];
            others[next[chosen[i]]++] = i / each;
        }
        return new PairGraph(starts, others);
    }
}
