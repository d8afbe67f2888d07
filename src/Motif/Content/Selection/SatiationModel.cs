using MathNet.Numerics;

namespace Motif.Content.Selection;

/// <summary>
/// What a persona's posts taught about its families and variants, a Gamma posterior for every hypothesis about satiation, and
/// how much each hypothesis is believed (satiation-aware hierarchical discounted Thompson sampling). A use of M impressions and
/// S successes at the multiplier g counts as M·g impressions: S_f += S, E_f,c += M·g_c, the same for its variant. Time is in
/// days and never goes back. A projection of the ledger, not thread-safe.
/// </summary>
public sealed class SatiationModel
{
    private readonly SatiationOptions _options;
    private readonly SatiationCell[] _cells;
    private readonly double[] _logWeights;
    private readonly Dictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tally> _variants = new(StringComparer.Ordinal);

    public SatiationModel(SatiationOptions? options = null)
    {
        _options = options ?? new SatiationOptions();
        _cells = [.. _options.Cells];
        _logWeights = Array.ConvertAll(_cells, c => Math.Log(Math.Max(c.Prior, 1e-9)));
    }

    public IReadOnlyList<SatiationCell> Cells => _cells;

    /// <summary>What each hypothesis is believed, summing to 1.</summary>
    public double[] Weights()
    {
        var most = _logWeights.Max();
        var weights = Array.ConvertAll(_logWeights, w => Math.Exp(w - most));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    /// <summary>A post of the family goes out: what it will be multiplied by under each hypothesis, then satiation rises.</summary>
    public double[] Use(string familyId, double day)
    {
        var family = FamilyOf(familyId);
        var satiation = family.SatiationAt(day);
        var recent = family.RecentAt(day, _options.WindowDays);
        var multipliers = new double[_cells.Length];
        for (var c = 0; c < _cells.Length; c++)
            multipliers[c] = _cells[c].Multiplier(satiation[_cells[c].HalfLife], recent);
        family.Use(day);
        return multipliers;
    }

    /// <summary>What came of a use.</summary>
    /// <param name="multipliers">Those that <see cref="Use"/> gave.</param>
    public void Learn(
        string familyId,
        string variantId,
        double day,
        double impressions,
        double successes,
        double[] multipliers
    )
    {
        ArgumentNullException.ThrowIfNull(multipliers);
        var worth = 1 / (1 + (Math.Max(0, impressions - 1) * _options.Overdispersion));
        var (m, s) = (impressions * worth, successes * worth);
        var family = FamilyOf(familyId).Tally;
        family.Advance(day, _options.HalfLifeDays);
        Judge(family, m, s, multipliers);
        family.Add(m, s, multipliers);
        if (!_variants.TryGetValue(variantId, out var variant))
            _variants[variantId] = variant = new Tally(_cells.Length);
        variant.Advance(day, _options.HalfLifeDays);
        variant.Add(m, s, multipliers);
    }

    /// <summary>Forgets every variant: where texts are never used twice, their families are all there is.</summary>
    public void ForgetVariants() => _variants.Clear();

    /// <summary>The state of a family at a time, for drawing.</summary>
    public FamilyState FamilyAt(string familyId, double day)
    {
        if (!_families.TryGetValue(familyId, out var family))
            return FamilyState.Unknown(familyId, _cells.Length);
        family.Tally.Advance(day, _options.HalfLifeDays);
        return new FamilyState(
            familyId,
            family.Tally.Successes,
            [.. family.Tally.Exposures],
            family.SatiationAt(day),
            family.RecentAt(day, _options.WindowDays)
        );
    }

    public VariantState VariantAt(string variantId, string familyId, double day)
    {
        if (!_variants.TryGetValue(variantId, out var variant))
            return new VariantState(variantId, familyId, 0, new double[_cells.Length]);
        variant.Advance(day, _options.HalfLifeDays);
        return new VariantState(variantId, familyId, variant.Successes, [.. variant.Exposures]);
    }

    /// <summary>
    /// The mean rate of the persona's families, each by how well it is known, so that a family which is shown often does not
    /// stand for the rest.
    /// </summary>
    public double MeanRate(double day)
    {
        if (!_options.LearnsPriorRate)
            return _options.PriorRate;
        var weights = Weights();
        var (sum, known) = (_options.PriorRate, 1.0);
        foreach (var family in _families.Values)
        {
            family.Tally.Advance(day, _options.HalfLifeDays);
            var exposure = 0.0;
            for (var c = 0; c < _cells.Length; c++)
                exposure += weights[c] * family.Tally.Exposures[c];
            if (exposure <= 0)
                continue;
            var share = exposure / (exposure + _options.FamilyPrior);
            sum += share * family.Tally.Successes / exposure;
            known += share;
        }
        return sum / known;
    }

    /// <summary>The belief in each hypothesis moves by half of the logarithm of what it said about this post.</summary>
    private void Judge(Tally family, double impressions, double successes, double[] multipliers)
    {
        if (_cells.Length == 1 || impressions <= 0)
            return;
        var a = (_options.PriorRate * _options.FamilyPrior) + family.Successes;
        var gained = SpecialFunctions.GammaLn(a + successes) - SpecialFunctions.GammaLn(a);
        for (var c = 0; c < _cells.Length; c++)
        {
            var b = _options.FamilyPrior + family.Exposures[c];
            var e = impressions * multipliers[c];
            _logWeights[c] +=
                _options.Temper
                * (gained + (a * Math.Log(b / (b + e))) + (successes * Math.Log(e / (b + e))));
        }
    }

    private Family FamilyOf(string familyId)
    {
        if (!_families.TryGetValue(familyId, out var family))
            _families[familyId] = family = new Family(_cells.Length);
        return family;
    }

    /// <summary>Discounted successes and effective exposures, as of one day.</summary>
    private sealed class Tally(int cells)
    {
        private double _day;

        public double Successes { get; private set; }

        public double[] Exposures { get; } = new double[cells];

        public void Advance(double day, double halfLife)
        {
            if (day <= _day)
                return;
            var kept = Math.Pow(2, -(day - _day) / halfLife);
            _day = day;
            Successes *= kept;
            for (var c = 0; c < Exposures.Length; c++)
                Exposures[c] *= kept;
        }

        public void Add(double impressions, double successes, double[] multipliers)
        {
            Successes += successes;
            for (var c = 0; c < Exposures.Length; c++)
                Exposures[c] += impressions * multipliers[c];
        }
    }

    private sealed class Family(int cells)
    {
        private readonly double[] _satiation = new double[SatiationCells.HalfLivesDays.Count];
        private readonly Queue<double> _recent = new();
        private double _day;

        public Tally Tally { get; } = new(cells);

        public double[] SatiationAt(double day)
        {
            var result = new double[_satiation.Length];
            for (var h = 0; h < result.Length; h++)
                result[h] =
                    _satiation[h]
                    * Math.Pow(2, -Math.Max(0, day - _day) / SatiationCells.HalfLivesDays[h]);
            return result;
        }

        /// <summary>Uses in (day − window, day].</summary>
        public int RecentAt(double day, double window)
        {
            while (_recent.Count > 0 && _recent.Peek() <= day - window)
                _recent.Dequeue();
            return _recent.Count;
        }

        public void Use(double day)
        {
            SatiationAt(day).CopyTo(_satiation, 0);
            _day = Math.Max(_day, day);
            for (var h = 0; h < _satiation.Length; h++)
                _satiation[h]++;
            _recent.Enqueue(day);
        }
    }
}
