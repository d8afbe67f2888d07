using System.Globalization;
using Motif.Numerics;

namespace Motif.Content.Selection;

/// <summary>
/// Draws a slate slot by slot. The probability of every eligible variant is the share of seeded posterior draws in which it
/// scores highest, mixed with a little of all alike; then one is drawn by exactly these probabilities. Pure.
/// </summary>
public sealed class SlateDrawing
{
    public const string Version = "shd-ts-1";

    /// <summary>
    /// Numbers drawn for a slate. 64 draws would leave a probability of one half uncertain by .06; this many leave less than
    /// .01 in a slate of ordinary size and still take some hundredths of a second.
    /// </summary>
    private const int DrawnNumbers = 200_000;
    private const int LeastDraws = 64;
    private const int MostDraws = 16_384;

    private readonly SelectionInputs _inputs;
    private readonly ISelectionPolicy _policy;
    private readonly bool _tellsCapCost;
    private readonly int[] _taken;
    private readonly int[] _left;
    private readonly HashSet<int> _chosen = [];

    private SlateDrawing(SelectionInputs inputs, ISelectionPolicy policy, bool tellsCapCost)
    {
        (_inputs, _policy, _tellsCapCost) = (inputs, policy, tellsCapCost && policy.IsCapped);
        _taken = new int[inputs.Families.Count];
        _left = [.. inputs.Limits];
    }

    /// <param name="tellsCapCost">Every slot says what the cap cost there, which changes no probability and takes some time.</param>
    public static Slate Draw(
        SelectionInputs inputs,
        ISelectionPolicy? policy = null,
        bool tellsCapCost = false
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new SlateDrawing(
            inputs,
            policy ?? SelectionPolicies.Of(inputs.Mode),
            tellsCapCost
        ).Draw();
    }

    private Slate Draw()
    {
        var draws = _inputs.Slots == 0 ? [] : PosteriorDraws();
        var slots = new List<SlateSlot>();
        for (var slot = 0; slot < _inputs.Slots; slot++)
        {
            var relaxed = new List<RelaxReason>();
            var open = Open(relaxed);
            var eligible = WithinCap(open, relaxed);
            if (eligible.Count == 0)
                break;
            slots.Add(DrawSlot(slot, open, eligible, relaxed, draws));
        }
        return new Slate(slots, draws.Length, _policy.Name, Reason(slots.Count));
    }

    private IScoreDraw[] PosteriorDraws()
    {
        var random = Random("posterior");
        var numbers = Math.Max(1, _inputs.Families.Count + _inputs.Variants.Count);
        var count =
            _inputs.Draws > 0
                ? _inputs.Draws
                : Math.Clamp(DrawnNumbers / numbers, LeastDraws, MostDraws);
        var draws = new IScoreDraw[count];
        for (var i = 0; i < count; i++)
            draws[i] = _policy.Draw(_inputs, random);
        return draws;
    }

    /// <summary>Limits are given up one after the other, never the exclusion of a variant.</summary>
    private List<int> Open(List<RelaxReason> relaxed)
    {
        var open = Enumerable
            .Range(0, _inputs.Variants.Count)
            .Where(v => !_chosen.Contains(v) && _inputs.Variants[v].Excluded is null)
            .Where(v => _inputs.Variants[v].Limits.All(l => _left[l] > 0))
            .ToList();
        return open.Count > 0 && _policy.IsDistinct
            ? Narrow(open, v => Taken(v) == 0, RelaxReason.NoDistinctFamily, relaxed)
            : open;
    }

    private List<int> WithinCap(List<int> open, List<RelaxReason> relaxed)
    {
        if (open.Count == 0 || !_policy.IsCapped)
            return open;
        var least = open.Min(Counted);
        var within = open.FindAll(v => !IsCapped(v));
        if (within.Count > 0)
            return within;
        relaxed.Add(RelaxReason.AllCapped);
        return open.FindAll(v => Counted(v) == least);
    }

    private static List<int> Narrow(
        List<int> open,
        Predicate<int> keep,
        RelaxReason otherwise,
        List<RelaxReason> relaxed
    )
    {
        var narrow = open.FindAll(keep);
        if (narrow.Count > 0)
            return narrow;
        relaxed.Add(otherwise);
        return open;
    }

    private SlateSlot DrawSlot(
        int slot,
        List<int> open,
        List<int> eligible,
        List<RelaxReason> relaxed,
        IScoreDraw[] draws
    )
    {
        var free = Probabilities(slot, eligible, draws);
        var probabilities = GroupShares.Raise(_inputs, eligible, free);
        var sharesCost = SharesCost(eligible, draws, free, probabilities);
        var capCost = CapCost(slot, open, eligible, probabilities, draws);
        var place = Pick(probabilities, Random(slot.ToString(CultureInfo.InvariantCulture)));
        var variant = _inputs.Variants[eligible[place]];
        _chosen.Add(eligible[place]);
        _taken[_inputs.FamilyPlaces[eligible[place]]]++;
        foreach (var limit in variant.Limits)
            _left[limit]--;
        return new SlateSlot(
            slot,
            variant.VariantId,
            variant.FamilyId,
            probabilities[place],
            [
                .. eligible.Select(
                    (v, i) =>
                        new VariantProbability(_inputs.Variants[v].VariantId, probabilities[i])
                ),
            ],
            relaxed,
            sharesCost,
            capCost
        );
    }

    private CapCost? CapCost(
        int slot,
        List<int> open,
        List<int> eligible,
        double[] probabilities,
        IScoreDraw[] draws
    )
    {
        if (!_tellsCapCost)
            return null;
        if (open.Count == eligible.Count)
            return Motif.Content.Selection.CapCost.None;
        var free = GroupShares.Raise(_inputs, open, Probabilities(slot, open, draws));
        return Motif.Content.Selection.CapCost.Between(
            _inputs,
            ByVariant(open, free),
            ByVariant(eligible, probabilities),
            _taken
        );
    }

    private static Dictionary<int, double> ByVariant(List<int> variants, double[] probabilities) =>
        variants.Zip(probabilities).ToDictionary(v => v.First, v => v.Second);

    private double? SharesCost(
        List<int> eligible,
        IScoreDraw[] draws,
        double[] free,
        double[] promised
    )
    {
        if (_inputs.MinShares.Count == 0)
            return null;
        var cost = 0.0;
        foreach (var draw in draws)
            for (var i = 0; i < eligible.Count; i++)
                cost += (free[i] - promised[i]) * draw.Score(eligible[i], Taken(eligible[i]));
        return cost / draws.Length;
    }

    private double[] Probabilities(int slot, List<int> eligible, IScoreDraw[] draws)
    {
        var wins = new double[eligible.Count];
        var ties = Random("ties", slot.ToString(CultureInfo.InvariantCulture));
        var variants = eligible.ToArray();
        var taken = Array.ConvertAll(variants, Taken);
        foreach (var draw in draws)
            wins[Winner(draw, variants, taken, ties)]++;
        var floor = _inputs.Exploration / eligible.Count;
        var probabilities = Array.ConvertAll(
            wins,
            w => floor + ((1 - _inputs.Exploration) * w / draws.Length)
        );
        var sum = probabilities.Sum();
        return Array.ConvertAll(probabilities, p => p / sum);
    }

    /// <summary>Of equal scores one by chance, so that no place in the list is favoured.</summary>
    private static int Winner(IScoreDraw draw, int[] variants, int[] taken, SeededRandom ties)
    {
        var best = 0;
        var most = double.NegativeInfinity;
        var equal = 1;
        for (var i = 0; i < variants.Length; i++)
        {
            var score = draw.Score(variants[i], taken[i]);
            if (score > most)
                (best, most, equal) = (i, score, 1);
            else if (score.Equals(most) && ties.NextBelow(++equal) == 0)
                best = i;
        }
        return best;
    }

    private static int Pick(double[] probabilities, SeededRandom random)
    {
        var u = random.NextDouble();
        for (var i = 0; i < probabilities.Length - 1; i++)
        {
            u -= probabilities[i];
            if (u < 0)
                return i;
        }
        return probabilities.Length - 1;
    }

    private int Taken(int variant) => _taken[_inputs.FamilyPlaces[variant]];

    private FamilyState Family(int variant) => _inputs.Families[_inputs.FamilyPlaces[variant]];

    private int Counted(int variant) => Family(variant).Counted + Taken(variant);

    private bool IsCapped(int variant) => Family(variant).Cap is { } cap && Counted(variant) >= cap;

    private SeededRandom Random(params ReadOnlySpan<string> names) =>
        SeededRandom.Of([_inputs.Salt, _inputs.DecisionId, Version, .. names]);

    private string? Reason(int drawn)
    {
        if (drawn == _inputs.Slots)
            return null;
        if (Array.Exists(_left, l => l <= 0))
            return $"{drawn} of {_inputs.Slots}: a cap leaves no more places";
        var excluded = _inputs.Variants.Count(v => v.Excluded is not null);
        return excluded > 0
            ? $"{drawn} of {_inputs.Slots}: {excluded} of {_inputs.Variants.Count} variants are excluded"
            : $"{drawn} of {_inputs.Slots}: there are no more variants";
    }
}
