namespace Motif.Content.Simulation;

/// <summary>
/// FEWA and RAW-UCB over variants. The width of a window of h posts is c(h) = √(2σ²·ln(1/δ)/h) with δ = 1/(t³) as in the papers,
/// and σ² that of the mean of a post's impressions at a rate of .05.
/// </summary>
internal sealed class WindowPeer(bool isFiltering) : PeerChooser
{
    private const double Variance = 0.05 * 0.95 / FatigueWorld.Impressions;

    /// <summary>The papers' own tuning of the width for practice.</summary>
    private const double Alpha = 0.06;

    private readonly List<double>[] _rates =
    [
        .. Enumerable.Range(0, FatigueWorld.Variants).Select(_ => new List<double>()),
    ];
    private int _posts;

    public override void Learn(
        int decision,
        int usedAt,
        int variant,
        int successes,
        int impressions
    )
    {
        _rates[variant].Add((double)successes / impressions);
        _posts++;
    }

    protected override int Best(int decision, int[] open, IReadOnlyList<int> earlier) =>
        isFiltering ? Filter(open) : open.MaxBy(Index);

    private double Index(int variant)
    {
        var rates = _rates[variant];
        if (rates.Count == 0)
            return double.PositiveInfinity;
        double sum = 0,
            least = double.PositiveInfinity;
        for (var h = 1; h <= rates.Count; h++)
        {
            sum += rates[^h];
            least = Math.Min(least, (sum / h) + Width(h));
        }
        return least;
    }

    private int Filter(int[] open)
    {
        for (var h = 1; ; h++)
        {
            if (Array.FindIndex(open, v => _rates[v].Count < h) is var place and >= 0)
                return open[place];
            var means = Array.ConvertAll(open, v => _rates[v].TakeLast(h).Average());
            var least = means.Max() - (2 * Width(h));
            open = [.. open.Where((_, i) => means[i] >= least)];
            if (open.Length == 1)
                return open[0];
        }
    }

    private double Width(int h) =>
        Math.Sqrt(2 * Variance * Alpha * 3 * Math.Log(Math.Max(2, _posts)) / h);
}
