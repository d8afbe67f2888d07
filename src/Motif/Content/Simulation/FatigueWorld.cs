using MathNet.Numerics.Distributions;

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

    /// <summary>B: as R, but a use takes an absolute amount, of each family its own: weak families never bear repetition.</summary>
    Rebounding,

    /// <summary>A: after 10 to 40 uses a family falls to .3 of its rate at once and for good.</summary>
    Rotting,

    /// <summary>Z: as R, but families sleep for two weeks at a time and cannot be chosen meanwhile.</summary>
    Sleeping,

    /// <summary>L: as R, but numbers come in three pieces, one to seven days late.</summary>
    Late,

    /// <summary>O: as R, but impressions of one post are alike: its successes vary 1.8 times as much.</summary>
    Overdispersed,
}

/// <summary>One run of one world: true rates, satiation, candidates. Time in decisions, two a day.</summary>
internal sealed class FatigueWorld
{
    public const int Families = 20;
    public const int PerFamily = 3;
    public const int Variants = Families * PerFamily;
    public const int Candidates = 30;
    public const int Slots = 2;
    public const int PerDay = 2;
    public const int Impressions = 100;
    public const int Window = 7 * PerDay;
    public const int Cap = 3;
    public const int Delay = 2;
    public const int StandardDays = 180;
    public const int Pieces = 3;

    private const int SegmentDays = 60;
    private const int SpellDays = 14;
    private const double Awake = 0.6;
    private const double Rotten = 0.3;
    private const double TypicalRate = 0.05;
    private const double MostLost = 0.6;

    /// <summary>(1.8 − 1)/(M − 1) of a beta-binomial distribution.</summary>
    private const double Alike = 0.8 / (Impressions - 1);

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
    private readonly int[,] _uses;
    private readonly int[] _fresh;
    private readonly double[] _keys = new double[Variants];

    public FatigueWorld(FatigueWorldKind kind, int run, int days = StandardDays)
    {
        (_kind, _run, Decisions) = (kind, run, days * PerDay);
        _uses = new int[Decisions, Families];
        _base =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(g => Draw(Families, f => 0.02 + (0.10 * Square(U(1, g, f))))),
        ];
        _factor = Draw(Variants, v => 0.8 + (0.4 * U(2, 0, v)));
        _kept = Draw(Families, f => 0.80 + (0.15 * U(5, 0, f)));
        _loss = Draw(Families, f => 0.08 + (0.17 * U(6, 0, f)));
        if (kind is FatigueWorldKind.Rebounding)
            _loss = Draw(Families, f => Math.Min(MostLost, _loss[f] * TypicalRate / _base[0][f]));
        _fresh = [.. Enumerable.Range(0, Families).Select(f => 10 + (int)(30 * U(9, 0, f)))];
    }

    public int Decisions { get; }

    public bool ComesInPieces => _kind is FatigueWorldKind.Late;

    public static int FamilyOf(int variant) => variant / PerFamily;

    /// <summary>A text that is used once teaches nothing about itself.</summary>
    public bool HasFreshTexts => _kind is FatigueWorldKind.FreshTexts;

    public bool HasDecay =>
        _kind
            is FatigueWorldKind.Rested
                or FatigueWorldKind.FreshTexts
                or FatigueWorldKind.Rebounding
                or FatigueWorldKind.Sleeping
                or FatigueWorldKind.Late
                or FatigueWorldKind.Overdispersed;

    /// <summary>The variants to choose from, in ascending order.</summary>
    public int[] CandidatesAt(int decision)
    {
        for (var v = 0; v < Variants; v++)
            _keys[v] = U(3, decision, v);
        return
        [
            .. Enumerable
                .Range(0, Variants)
                .Where(v => IsAwake(decision, FamilyOf(v)))
                .OrderBy(v => _keys[v])
                .Take(Candidates)
                .Order(),
        ];
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
            FatigueWorldKind.Rotting => _total[family] + earlier < _fresh[family] ? 1 : Rotten,
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

    public int Outcome(int decision, int slot, int variant, double rate)
    {
        var place = (decision * 8) + slot;
        if (_kind is FatigueWorldKind.Overdispersed)
            rate = Beta.InvCDF(
                rate * ((1 / Alike) - 1),
                (1 - rate) * ((1 / Alike) - 1),
                U(10, place, variant)
            );
        return FatigueNoise.Binomial(U(4, place, variant), rate, Impressions);
    }

    /// <summary>After how many decisions a piece of an outcome is known: in one to seven days.</summary>
    public int DelayOf(int decision, int slot, int piece) =>
        ComesInPieces ? (int)(PerDay * (1 + (6 * U(11, (decision * 8) + slot, piece)))) : Delay;

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

    private bool IsAwake(int decision, int family) =>
        _kind is not FatigueWorldKind.Sleeping
        || U(8, decision / (SpellDays * PerDay), family) < Awake;

    private double U(int tag, int i, int j) => FatigueNoise.Uniform(_run, tag, i, j);

    private static double Square(double value) => value * value;

    private static double[] Draw(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(value)];
}
