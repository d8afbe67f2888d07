using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>
/// What a persona's ledger teaches at one moment: built anew of the facts, in their order, so that whichever way they came in
/// ends in the same state.
/// </summary>
internal sealed class SelectionProjection
{
    private readonly SatiationModel _model;
    private readonly FatigueSettings _settings;
    private readonly Dictionary<string, (double Impressions, double Successes)> _plain = new(
        StringComparer.Ordinal
    );
    private readonly DateTimeOffset _origin;
    private readonly double _day;

    private SelectionProjection(PersonaLedger ledger, FatigueSettings settings, DateTimeOffset now)
    {
        _settings = settings;
        var options = new SatiationOptions
        {
            HalfLifeDays = settings.HalfLifeDays is 0
                ? double.PositiveInfinity
                : settings.HalfLifeDays,
            WindowDays = settings.WindowDays,
        };
        Options = options;
        _model = new SatiationModel(options);
        var uses = Uses(ledger, now);
        _origin = uses.Count > 0 && uses[0].Use.UsedAt < now ? uses[0].Use.UsedAt : now;
        _day = Day(now);
        foreach (var (use, isOwn) in uses)
            Take(use, isOwn, now);
    }

    public SatiationOptions Options { get; }

    /// <summary>Posts whose numbers are not in or not ripe.</summary>
    public int Pending { get; private set; }

    public static SelectionProjection Of(
        PersonaLedger ledger,
        FatigueSettings settings,
        DateTimeOffset now
    ) => new(ledger, settings, now);

    public double[] Weights() => _model.Weights();

    public IReadOnlyList<SatiationCell> Cells => _model.Cells;

    public double MeanRate() => _model.MeanRate(_day);

    public FamilyState Family(string familyId) => _model.FamilyAt(familyId, _day);

    public VariantState Variant(string variantId, string familyId)
    {
        var plain = _plain.GetValueOrDefault(variantId);
        return _model.VariantAt(variantId, familyId, _day) with
        {
            PlainImpressions = plain.Impressions,
            PlainSuccesses = plain.Successes,
        };
    }

    /// <summary>Own outcomes, and beside them what else tires the audience: open reservations, and the group's other personas.</summary>
    private static List<(PostOutcome Use, bool IsOwn)> Uses(
        PersonaLedger ledger,
        DateTimeOffset now
    )
    {
        var others = ledger.Audience.Where(p =>
            p.FamilyId is not null
            && p.Kind is not PostKind.Part
            && (p.PersonaId == ledger.Persona.PersonaId ? p.IsOpen(now) : p.IsFact || p.IsOpen(now))
        );
        return
        [
            .. ledger
                .Outcomes.Where(o => o.UsedAt <= now)
                .Select(o => (Use: o, IsOwn: true))
                .Concat(others.Select(p => (Use: Unmeasured(p, now), IsOwn: false)))
                .OrderBy(o => o.Use.UsedAt)
                .ThenBy(o => o.Use.FamilyId, StringComparer.Ordinal)
                .ThenBy(o => o.Use.VariantId, StringComparer.Ordinal)
                .ThenBy(o => o.Use.Successes),
        ];
    }

    private static PostOutcome Unmeasured(ContentPost post, DateTimeOffset now) =>
        new(
            post.At < now ? post.At : now,
            post.FamilyId!,
            null,
            null,
            null,
            post.Origin,
            IsRipe: false
        );

    private void Take(PostOutcome use, bool isOwn, DateTimeOffset now)
    {
        var day = Day(use.UsedAt);
        var multipliers = _model.Use(use.FamilyId, day);
        var isRipe = use.IsRipe || now - use.UsedAt >= TimeSpan.FromHours(_settings.MaturityHours);
        if (use is not { Impressions: { } impressions, Successes: { } successes } || !isRipe)
        {
            Pending += isOwn ? 1 : 0;
            return;
        }
        if (use.Origin is PostOrigin.Holdout || impressions <= 0)
            return;
        var variant = use.VariantId ?? use.FamilyId;
        var plain = _plain.GetValueOrDefault(variant);
        _plain[variant] = (plain.Impressions + impressions, plain.Successes + successes);
        _model.Learn(
            use.FamilyId,
            variant,
            day,
            impressions,
            Math.Min(successes, impressions),
            multipliers
        );
    }

    private double Day(DateTimeOffset time) => (time - _origin).TotalDays;
}
