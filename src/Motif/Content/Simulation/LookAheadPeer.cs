using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Content.Simulation;

/// <summary>
/// Draws a rate for every variant, and takes the one that begins the best plan of d decisions under a known satiation
/// (1 + x)^−κ, the later steps of a plan being the best single families.
/// </summary>
internal sealed class LookAheadPeer(SeededRandom random) : PeerChooser
{
    private const int Steps = 4;
    private const double Exponent = 0.43;
    private const double HalfLifeDays = 3;
    private const double Prior = 100;
    private const double PriorRate = 0.05;

    private static readonly double Kept = Math.Pow(2, -1.0 / (HalfLifeDays * FatigueWorld.PerDay));

    private readonly double[] _successes = new double[FatigueWorld.Variants];
    private readonly double[] _exposures = new double[FatigueWorld.Variants];
    private readonly double[] _satiation = new double[FatigueWorld.Families];
    private readonly Dictionary<(int, int), double> _multipliers = [];
    private readonly double[] _drawn = new double[FatigueWorld.Variants];
    private int[] _slate = [];
    private int _last;

    public override IReadOnlyList<int> Choose(int decision, int[] candidates)
    {
        for (; _last < decision; _last++)
        for (var f = 0; f < _satiation.Length; f++)
            _satiation[f] *= Kept;
        for (var v = 0; v < _drawn.Length; v++)
            _drawn[v] =
                random.NextGamma((PriorRate * Prior) + _successes[v]) / (Prior + _exposures[v]);
        return _slate = [.. base.Choose(decision, candidates)];
    }

    public override void Used(int decision, int family)
    {
        foreach (var variant in _slate.Where(v => FatigueWorld.FamilyOf(v) == family))
            _multipliers.TryAdd((decision, variant), Multiplier(_satiation[family]));
        _satiation[family]++;
    }

    public override void Learn(
        int decision,
        int usedAt,
        int variant,
        int successes,
        int impressions
    )
    {
        _successes[variant] += successes;
        _exposures[variant] += impressions * _multipliers.GetValueOrDefault((usedAt, variant), 1);
    }

    protected override int Best(int decision, int[] open, IReadOnlyList<int> earlier)
    {
        var satiation = (double[])_satiation.Clone();
        foreach (var variant in earlier)
            satiation[FatigueWorld.FamilyOf(variant)]++;
        var best = new double[FatigueWorld.Families];
        foreach (var variant in open)
            best[FatigueWorld.FamilyOf(variant)] = Math.Max(
                best[FatigueWorld.FamilyOf(variant)],
                _drawn[variant]
            );
        return open.MaxBy(v =>
            _drawn[v] * Multiplier(satiation[FatigueWorld.FamilyOf(v)])
            + Rest(satiation, best, FatigueWorld.FamilyOf(v))
        );
    }

    /// <summary>What the decisions after the first would bring, each with its best family.</summary>
    private static double Rest(double[] satiation, double[] best, int first)
    {
        var state = (double[])satiation.Clone();
        state[first]++;
        var sum = 0.0;
        for (var step = 1; step < Steps; step++)
        {
            var (most, family) = (double.NegativeInfinity, 0);
            for (var f = 0; f < state.Length; f++)
            {
                state[f] *= Kept;
                if (best[f] * Multiplier(state[f]) is var gain && gain > most)
                    (most, family) = (gain, f);
            }
            sum += most;
            state[family]++;
        }
        return sum;
    }

    private static double Multiplier(double x) => Math.Pow(1 + x, -Exponent);
}
