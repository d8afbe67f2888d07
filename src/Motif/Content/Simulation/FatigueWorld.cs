namespace Motif.Content.Simulation;

/// <summary>How an audience reacts to repetition in a simulated world.</summary>
public enum FatigueWorldKind
{
    /// <summary>S: no fatigue at all.</summary>
    Stationary,

    /// <summary>R: satiation that decays while a family rests.</summary>
    Rested,

    /// <summary>D: every use wears a family out for good.</summary>
    Declining,

    /// <summary>W: only the uses of the last seven days count, and rates change every 60 days; bursts come from elsewhere.</summary>
    Windowed,

    /// <summary>C: as R, but every text is used once.</summary>
    FreshTexts,
}

/// <summary>One run of one world: true rates, satiation, candidates. Time in decisions, two a day.</summary>
internal sealed class FatigueWorld
{
    public const int Families = 20;
    public const int PerFamily = 3;
    public const int Variants = Families * PerFamily;
    public const int Candidates = 30;
    public const int Slots = 2;
    public const int Days = 180;
    public const int PerDay = 2;
    public const int Decisions = Days * PerDay;
    public const int Impressions = 100;
    public const int Window = 7 * PerDay;
    public const int Cap = 3;
    public const int Delay = 2;

    private const int SegmentDays = 60;

    private static readonly (int From, int To)[] Bursts = [(30, 37), (90, 97), (150, 157)];
    private static readonly double[] WindowMultipliers = [1, .95, .85, .6, .4, .25];

    private readonly FatigueWorldKind _kind;
    private readonly int _run;
    private readonly double[][] _base;
    private readonly double[] _factor;
    private readonly double[] _kept;
    private readonly double[] _loss;
    private readonly double[] _satiation = new double[Families];
    private readonly int[] _total = new int[Families];
    private readonly int[,] _uses = new int[Decisions, Families];
    private readonly double[] _keys = new double[Variants];

    public FatigueWorld(FatigueWorldKind kind, int run)
    {
        (_kind, _run) = (kind, run);
        _base =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(g => Draw(Families, f => 0.02 + (0.10 * Square(U(1, g, f))))),
        ];
        _factor = Draw(Variants, v => 0.8 + (0.4 * U(2, 0, v)));
        _kept = Draw(Families, f => 0.80 + (0.15 * U(5, 0, f)));
        _loss = Draw(Families, f => 0.08 + (0.17 * U(6, 0, f)));
    }

    public static int FamilyOf(int variant) => variant / PerFamily;

    /// <summary>A text that is used once teaches nothing about itself.</summary>
    public bool HasFreshTexts => _kind is FatigueWorldKind.FreshTexts;

    public bool HasDecay => _kind is FatigueWorldKind.Rested or FatigueWorldKind.FreshTexts;

    /// <summary>The variants to choose from, in ascending order.</summary>
    public int[] CandidatesAt(int decision)
    {
        for (var v = 0; v < Variants; v++)
            _keys[v] = U(3, decision, v);
        return [.. Enumerable.Range(0, Variants).OrderBy(v => _keys[v]).Take(Candidates).Order()];
    }

    /// <summary>The rate of a variant before an audience is tired of its family.</summary>
    public double Rate(int decision, int variant)
    {
        var segment = _kind is FatigueWorldKind.Windowed ? decision / PerDay / SegmentDays : 0;
        var factor = HasFreshTexts ? 0.8 + (0.4 * U(2, decision + 1, variant)) : _factor[variant];
        return _base[segment][FamilyOf(variant)] * factor;
    }

    /// <summary>Uses in the seven days before a decision, its own slate not counted.</summary>
    public int Recent(int decision, int family)
    {
        var count = 0;
        for (var d = Math.Max(0, decision - Window + 1); d < decision; d++)
            count += _uses[d, family];
        return count;
    }

    /// <summary>The share of its rate that a family still has after so many uses earlier in the slate.</summary>
    public double Multiplier(int decision, int family, int earlier) =>
        _kind switch
        {
            FatigueWorldKind.Stationary => 1,
            FatigueWorldKind.Declining => Math.Max(
                0.15,
                Math.Exp(-0.04 * (_total[family] + earlier))
            ),
            FatigueWorldKind.Windowed => WindowMultipliers[
                Math.Min(5, Recent(decision, family) + earlier)
            ],
            _ => Math.Max(0.1, 1 - (_loss[family] * (_satiation[family] + earlier))),
        };

    /// <summary>What one more use gains when the losses after it are counted, in worlds with decay.</summary>
    public double Marginal(int family, int earlier)
    {
        var lost = _loss[family] * (_satiation[family] + earlier);
        return 1 - lost > 0.1 ? 1 - (2 * lost) : 0;
    }

    public int Outcome(int decision, int slot, int variant, double rate) =>
        FatigueNoise.Binomial(U(4, (decision * 8) + slot, variant), rate, Impressions);

    /// <summary>The family that somebody else posts at this decision, or −1.</summary>
    public int Forced(int decision)
    {
        if (_kind is not FatigueWorldKind.Windowed)
            return -1;
        var day = decision / (double)PerDay;
        for (var b = 0; b < Bursts.Length; b++)
        {
            if (day >= Bursts[b].From && day < Bursts[b].To)
                return (int)Math.Floor(Families * U(7, b, decision % PerDay));
        }
        return -1;
    }

    public void Commit(int decision, ReadOnlySpan<int> uses)
    {
        for (var f = 0; f < Families; f++)
        {
            _uses[decision, f] += uses[f];
            _total[f] += uses[f];
            _satiation[f] = _kept[f] * (_satiation[f] + uses[f]);
        }
    }

    private double U(int tag, int i, int j) => FatigueNoise.Uniform(_run, tag, i, j);

    private static double Square(double value) => value * value;

    private static double[] Draw(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(value)];
}
