using System.Globalization;
using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Content.Simulation;

/// <summary>
/// A policy of the product in a simulated world: the same model and the same drawing of slates, with one draw of the posterior
/// a slate. Over many runs that chooses as often as any number of draws would.
/// </summary>
internal sealed class PolicyChooser : ISimulatedChooser
{
    private static readonly string[] Names =
    [
        .. Enumerable
            .Range(0, FatigueWorld.Variants)
            .Select(i => i.ToString(CultureInfo.InvariantCulture)),
    ];

    private readonly FatigueWorld _world;
    private readonly SelectionMode _mode;
    private readonly ISelectionPolicy _policy;
    private readonly SatiationOptions _options;
    private readonly SatiationModel _model;
    private readonly string _salt;
    private readonly double[] _successes = new double[FatigueWorld.Variants];
    private readonly double[] _impressions = new double[FatigueWorld.Variants];
    private readonly Dictionary<(int Decision, int Variant), double[]> _multipliers = [];
    private int[] _slate = [];

    public PolicyChooser(FatigueWorld world, SelectionMode mode, SatiationOptions options, int run)
    {
        (_world, _mode, _options) = (world, mode, options);
        _policy = SelectionPolicies.Of(mode);
        _model = new SatiationModel(options);
        _salt = run.ToString(CultureInfo.InvariantCulture);
    }

    private bool IsPlain => _policy is PlainPolicy;

    public IReadOnlyList<int> Choose(int decision, int[] candidates)
    {
        if (_world.HasFreshTexts)
            ForgetVariants();
        var slate = SlateDrawing.Draw(Inputs(decision, candidates), _policy);
        return _slate = [
            .. slate.Slots.Select(s => int.Parse(s.VariantId, CultureInfo.InvariantCulture)),
        ];
    }

    public void Used(int decision, int family)
    {
        if (IsPlain)
            return;
        var multipliers = _model.Use(Names[family], Day(decision));
        foreach (var variant in _slate.Where(v => FatigueWorld.FamilyOf(v) == family))
            _multipliers.TryAdd((decision, variant), multipliers);
    }

    public void Learn(int decision, int usedAt, int variant, int successes, int impressions)
    {
        _successes[variant] += successes;
        _impressions[variant] += impressions;
        if (!IsPlain && _multipliers.TryGetValue((usedAt, variant), out var multipliers))
            _model.Learn(
                Names[FatigueWorld.FamilyOf(variant)],
                Names[variant],
                Day(decision),
                impressions,
                successes,
                multipliers
            );
    }

    private SelectionInputs Inputs(int decision, int[] candidates)
    {
        var day = Day(decision);
        var families = candidates.Select(FatigueWorld.FamilyOf).Distinct();
        return new SelectionInputs
        {
            DecisionId = decision.ToString(CultureInfo.InvariantCulture),
            Salt = _salt,
            Mode = _mode,
            Slots = FatigueWorld.Slots,
            Draws = 1,
            Exploration = IsPlain ? 0 : _options.Exploration,
            Sharpness = _options.Sharpness,
            Emphasis = _options.Emphasis,
            Weights = IsPlain ? [1] : _model.Weights(),
            Cells = IsPlain ? SatiationCells.None : _model.Cells,
            MeanRate = IsPlain ? _options.PriorRate : _model.MeanRate(day),
            FamilyPrior = _options.FamilyPrior,
            VariantPrior = _options.VariantPrior,
            Families = [.. families.Select(f => Family(decision, f, day))],
            Variants = [.. candidates.Select(v => Variant(v, day))],
        };
    }

    private FamilyState Family(int decision, int family, double day) =>
        (IsPlain ? FamilyState.Unknown(Names[family], 1) : _model.FamilyAt(Names[family], day)) with
        {
            Counted = _world.Recent(decision, family),
            Cap = FatigueWorld.Cap,
        };

    private VariantState Variant(int variant, double day)
    {
        var family = Names[FatigueWorld.FamilyOf(variant)];
        return (
            IsPlain
                ? new VariantState(Names[variant], family, 0, [0])
                : _model.VariantAt(Names[variant], family, day)
        ) with
        {
            PlainSuccesses = _successes[variant],
            PlainImpressions = _impressions[variant],
        };
    }

    private void ForgetVariants()
    {
        _model.ForgetVariants();
        Array.Clear(_successes);
        Array.Clear(_impressions);
    }

    private static double Day(int decision) => decision / (double)FatigueWorld.PerDay;
}
