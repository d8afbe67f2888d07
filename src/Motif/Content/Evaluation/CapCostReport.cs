using System.Globalization;
using Motif.Content.Selection;

namespace Motif.Content.Evaluation;

/// <summary>
/// What the cap of families cost a persona, of what its own decisions logged (<see cref="CapCost"/>): expected successes an
/// impression of the next post, as the model believed when it decided. What a spared audience is worth later is not in it.
/// </summary>
/// <param name="Days">How far back decisions were looked at.</param>
/// <param name="Decisions">Those that a capped mode made; the hold-out and degraded ones have no cap.</param>
/// <param name="HeldBack">Slots in which the cap held a variant back.</param>
/// <param name="GivenUp">Slots in which every family was beyond its cap, so that it was given up.</param>
/// <param name="PerSlot">
/// Cost of a slot, those that lost nothing included. The interval holds both the spread between decisions and the doubt of the
/// model, which all decisions share: ±1.96·√(s²/n + σ̄²). Null below <see cref="LeastDecisions"/> decisions.
/// </param>
/// <param name="Without">Expected successes an impression without the cap, a mean over the slots that were held back; null where none were.</param>
/// <param name="With">The same with the cap.</param>
/// <param name="Refusal">Why there is no estimate; null when there is one.</param>
public sealed record CapCostReport(
    int Days,
    int Decisions,
    int Slots,
    int HeldBack,
    int GivenUp,
    Estimate? PerSlot,
    double? Without,
    double? With,
    string? Refusal
)
{
    public const int LeastDecisions = 20;
    private const double Normal95 = 1.96;

    public static CapCostReport Of(int days, IEnumerable<SelectionAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var decisions = answers
            .Select(a => a.Selected.Where(s => s.CapCost is not null).ToList())
            .Where(s => s.Count > 0)
            .ToList();
        var slots = decisions.SelectMany(s => s).ToList();
        var held = slots.Select(s => s.CapCost!).Where(c => c.Without is not null).ToList();
        var isEnough = decisions.Count >= LeastDecisions;
        return new CapCostReport(
            days,
            decisions.Count,
            slots.Count,
            held.Count,
            slots.Count(s => s.Relaxed.Contains(RelaxReason.AllCapped)),
            isEnough ? Mean(decisions, slots) : null,
            held.Count == 0 ? null : held.Average(c => c.Without!.Value),
            held.Count == 0 ? null : held.Average(c => c.Without!.Value - c.Value),
            isEnough
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{decisions.Count} decisions under a cap in {days} days; {LeastDecisions} are needed"
                )
        );
    }

    /// <summary>A ratio of sums over decisions, whose slots are drawn together.</summary>
    private static Estimate Mean(List<List<SelectedVariant>> decisions, List<SelectedVariant> slots)
    {
        var mean = slots.Average(s => s.CapCost!.Value);
        var squares = decisions.Sum(d =>
            Math.Pow(d.Sum(s => s.CapCost!.Value) - (mean * d.Count), 2)
        );
        var n = decisions.Count;
        var between = squares * n / (n - 1) / Math.Pow(slots.Count, 2);
        var doubt = slots.Average(s => s.CapCost!.Deviation);
        var half = Normal95 * Math.Sqrt(between + (doubt * doubt));
        return new Estimate(mean, mean - half, mean + half);
    }
}
