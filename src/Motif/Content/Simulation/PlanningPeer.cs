namespace Motif.Content.Simulation;

/// <summary>
/// Explores every variant a number of times in turn, fits rate = b_v − a_f·s with s the decayed uses of the family, the decay by
/// grid, and then takes the best by b_v − 2·a_f·s, which counts what a use takes from those that follow.
/// </summary>
internal sealed class PlanningPeer : PeerChooser
{
    private const int TurnsPerVariant = 3;
    private static readonly double[] Decays = [0.7, 0.8, 0.85, 0.9, 0.95];

    private readonly List<(int Variant, double Rate, double[] States)> _posts = [];
    private readonly double[,] _state = new double[FatigueWorld.Families, Decays.Length];
    private readonly Dictionary<(int, int), double[]> _waiting = [];
    private readonly int[] _turns = new int[FatigueWorld.Variants];
    private readonly double[] _base = new double[FatigueWorld.Variants];
    private readonly double[] _loss = new double[FatigueWorld.Families];
    private int[] _slate = [];
    private int _last;
    private int _decay;
    private int _fitted;

    public override IReadOnlyList<int> Choose(int decision, int[] candidates)
    {
        for (; _last < decision; _last++)
        for (var f = 0; f < FatigueWorld.Families; f++)
        for (var g = 0; g < Decays.Length; g++)
            _state[f, g] *= Decays[g];
        if (_posts.Count >= _fitted + (_fitted == 0 ? 100 : 60))
            Fit();
        return _slate = [.. base.Choose(decision, candidates)];
    }

    public override void Used(int decision, int family)
    {
        foreach (var variant in _slate.Where(v => FatigueWorld.FamilyOf(v) == family))
        {
            _waiting.TryAdd((decision, variant), States(family));
            _turns[variant]++;
        }
        for (var g = 0; g < Decays.Length; g++)
            _state[family, g]++;
    }

    public override void Learn(
        int decision,
        int usedAt,
        int variant,
        int successes,
        int impressions
    )
    {
        if (_waiting.TryGetValue((usedAt, variant), out var states))
            _posts.Add((variant, (double)successes / impressions, states));
    }

    protected override int Best(int decision, int[] open, IReadOnlyList<int> earlier)
    {
        if (Array.FindAll(open, v => _turns[v] < TurnsPerVariant) is { Length: > 0 } unexplored)
            return unexplored.MinBy(v => _turns[v]);
        return open.MaxBy(v =>
        {
            var family = FatigueWorld.FamilyOf(v);
            var state =
                _state[family, _decay] + earlier.Count(e => FatigueWorld.FamilyOf(e) == family);
            return _base[v] - (2 * _loss[family] * state);
        });
    }

    private double[] States(int family) =>
        [.. Enumerable.Range(0, Decays.Length).Select(g => _state[family, g])];

    /// <summary>Least squares for every decay; the one that errs least is kept.</summary>
    private void Fit()
    {
        _fitted = _posts.Count;
        var least = double.PositiveInfinity;
        for (var g = 0; g < Decays.Length; g++)
        {
            var (bases, losses, error) = Fit(g);
            if (error >= least)
                continue;
            (least, _decay) = (error, g);
            bases.CopyTo(_base, 0);
            losses.CopyTo(_loss, 0);
        }
    }

    /// <summary>Within variants the slope of a family is shared; a base is what remains.</summary>
    private (double[] Bases, double[] Losses, double Error) Fit(int decay)
    {
        var bases = new double[FatigueWorld.Variants];
        var losses = new double[FatigueWorld.Families];
        var error = 0.0;
        var byVariant = _posts.ToLookup(p => p.Variant);
        for (var family = 0; family < FatigueWorld.Families; family++)
        {
            double cross = 0,
                square = 0;
            foreach (var posts in byVariant.Where(p => FatigueWorld.FamilyOf(p.Key) == family))
            {
                var (rate, state) = (
                    posts.Average(p => p.Rate),
                    posts.Average(p => p.States[decay])
                );
                cross += posts.Sum(p => (p.States[decay] - state) * (p.Rate - rate));
                square += posts.Sum(p => Math.Pow(p.States[decay] - state, 2));
            }
            losses[family] = square > 0 ? Math.Max(0, -cross / square) : 0;
            foreach (var posts in byVariant.Where(p => FatigueWorld.FamilyOf(p.Key) == family))
            {
                bases[posts.Key] = posts.Average(p => p.Rate + (losses[family] * p.States[decay]));
                error += posts.Sum(p =>
                    Math.Pow(p.Rate - bases[posts.Key] + (losses[family] * p.States[decay]), 2)
                );
            }
        }
        return (bases, losses, error);
    }
}
