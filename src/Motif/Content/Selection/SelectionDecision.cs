using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Content.Templates;
using Motif.Numerics;

namespace Motif.Content.Selection;

/// <summary>One decision against the ledger of its persona. Pure but for what it puts into the ledger.</summary>
internal sealed class SelectionDecision
{
    private readonly PersonaLedger _ledger;
    private readonly SelectRequest _request;
    private readonly IReadOnlyList<ExtractedTemplate> _templates;
    private readonly FatigueSettings _settings;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _at;
    private readonly List<ExcludedVariant> _excluded = [];
    private readonly bool _isHoldout;
    private readonly SelectionMode _mode;
    private readonly SharedCaps _caps = new();

    public SelectionDecision(
        PersonaLedger ledger,
        SelectRequest request,
        IReadOnlyList<ExtractedTemplate> templates,
        FatigueSettings settings,
        DateTimeOffset now
    )
    {
        (_ledger, _request, _templates, _settings, _now) = (
            ledger,
            request,
            ledger.Families.Count == 0
                ? templates
                : [.. templates.Select(t => Resolved(t, ledger))],
            settings,
            now
        );
        _at = request.ScheduledAt ?? now;
        _isHoldout = Holdout.Contains(request.PersonaId, request.DecisionId!, settings.Holdout);
        _mode =
            _isHoldout || !request.EnableFatigueDetection || !settings.Enabled
                ? SelectionMode.Off
                : request.Mode ?? settings.Mode;
    }

    /// <summary>Two ids that lead to one family are one family in a slate.</summary>
    private static ExtractedTemplate Resolved(ExtractedTemplate template, PersonaLedger ledger) =>
        template with
        {
            FamilyId = ledger.Families.ResolveOrNull(template.FamilyId),
        };

    public (SelectionAnswer Answer, SelectionInputs Inputs) Make()
    {
        var projection = SelectionProjection.Of(_ledger, _settings, _now);
        var inputs = Inputs(projection);
        var slate = SlateDrawing.Draw(inputs, tellsCapCost: true);
        var shadow =
            _mode is SelectionMode.Shadow
                ? SlateDrawing.Draw(inputs with { Mode = SelectionMode.Guard })
                : null;
        return (Answer(slate, shadow, projection.Pending), inputs);
    }

    private SelectionInputs Inputs(SelectionProjection projection)
    {
        var variants = new List<VariantState>(_request.Variants.Count);
        var families = new Dictionary<string, FamilyState>(StringComparer.Ordinal);
        for (var i = 0; i < _request.Variants.Count; i++)
        {
            var candidate = _request.Variants[i];
            var familyId = FamilyOf(i);
            if (!families.ContainsKey(familyId))
                families[familyId] = Family(projection, i, familyId);
            var subject = Subject(i);
            var states = CapStates(subject);
            variants.Add(
                projection.Variant(candidate.VariantId, familyId) with
                {
                    Excluded = Exclusion(candidate, subject, states),
                    Limits = _caps.Of(subject, states),
                    Group = candidate.Group,
                }
            );
        }
        return new SelectionInputs
        {
            DecisionId = _request.DecisionId!,
            Salt = _request.PersonaId,
            Mode = _mode,
            Slots = _request.Slots,
            Families = [.. families.Values],
            Variants = variants,
            Weights = projection.Weights(),
            Cells = projection.Cells,
            MeanRate = projection.MeanRate(),
            FamilyPrior = projection.Options.FamilyPrior,
            VariantPrior = projection.Options.VariantPrior,
            Sharpness = projection.Options.Sharpness,
            Emphasis = projection.Options.Emphasis,
            Exploration = _settings.Exploration,
            MinShares = _request.MinShares,
            Limits = _caps.Rooms,
        };
    }

    /// <summary>What has no template is a family of its own, which no cap knows.</summary>
    private string FamilyOf(int variant) =>
        _templates[variant].FamilyId ?? $"none:{_request.Variants[variant].VariantId}";

    private FamilyState Family(SelectionProjection projection, int variant, string familyId)
    {
        var state = projection.Family(familyId);
        if (_templates[variant].FamilyId is null)
            // Not fresh either: the compatible modes would reward what they cannot read.
            return state with { Counted = _settings.Threshold };
        var cap = FatigueRules
            .States(_ledger, new FatigueSubject(familyId), _settings, _at, _now)
            .First(c => c.Level is CapLevel.Family);
        return state with { Counted = cap.Count + cap.Reserved, Cap = cap.Max };
    }

    private FatigueSubject Subject(int variant)
    {
        var candidate = _request.Variants[variant];
        var hash = _templates[variant] is { Status: TemplateStatus.Ok, TextHash: { Length: > 0 } h }
            ? h
            : null;
        return new FatigueSubject(
            _templates[variant].FamilyId,
            hash,
            candidate.VariantId,
            candidate.Topic
        );
    }

    /// <summary>None where the mode knows no caps, or there are none beside that of the family.</summary>
    private List<CapState> CapStates(FatigueSubject subject) =>
        _mode is not SelectionMode.Guard || _settings.Caps.Count == 0
            ? []
            : FatigueRules.States(_ledger, subject, _settings, _at, _now);

    /// <summary>Why a variant may not be drawn whatever is relaxed: it is retired, its rule forbids it, or another cap than its family's is full.</summary>
    private string? Exclusion(
        VariantCandidate candidate,
        FatigueSubject subject,
        List<CapState> states
    )
    {
        if (candidate.Retired)
            return Exclude(candidate, new RuleRefusal("retired", null, "the variant is retired"));
        if (candidate.Rule?.Refuse(_ledger, subject.TextHash, _at, _now) is { } refusal)
            return Exclude(candidate, refusal);
        return
            states.Where(s => s.Level is not CapLevel.Family && s.Bites).MaxBy(s => s.FreshAt)
                is { } full
            ? Exclude(
                candidate,
                new RuleRefusal(
                    WireName.Of(full.Level),
                    full.FreshAt,
                    $"{full.Count + full.Reserved} in {full.WindowDays} days, {full.Max} are allowed"
                )
            )
            : null;
    }

    private string Exclude(VariantCandidate candidate, RuleRefusal refusal)
    {
        _excluded.Add(
            new ExcludedVariant(
                candidate.VariantId,
                refusal.Reason,
                refusal.AllowedAt,
                refusal.Detail
            )
        );
        return refusal.Reason;
    }

    private SelectionAnswer Answer(Slate slate, Slate? shadow, int pending) =>
        new(
            _request.DecisionId!,
            _request.PersonaId,
            _now,
            _mode,
            slate.Policy,
            SlateDrawing.Version,
            TemplateExtractor.Version,
            _isHoldout,
            Degraded: false,
            [.. slate.Slots.Select(Reserve)],
            [.. slate.Slots.Select(s => s.Eligible)],
            _excluded,
            slate.Reason,
            slate.Draws,
            pending,
            shadow is null ? null : [.. shadow.Slots.Select(s => s.VariantId)],
            Repeated: false
        );

    private SelectedVariant Reserve(SlateSlot slot)
    {
        var place = _request
            .Variants.Select((v, i) => (v.VariantId, i))
            .First(v => v.VariantId == slot.VariantId)
            .i;
        var template = _templates[place];
        ContentPost? post = null;
        if (_request.Reserve)
        {
            var content = new PostContent
            {
                VariantId = slot.VariantId,
                Topic = _request.Variants[place].Topic,
            };
            post = PostLifecycle.NewPost(_ledger.Persona.PersonaId, content, template, _now) with
            {
                PostId = Id(slot.Slot),
                Origin = _isHoldout ? PostOrigin.Holdout : PostOrigin.Selection,
                DecisionId = _request.DecisionId,
                Slot = slot.Slot,
                Probability = slot.Probability,
                ScheduledAt = _request.ScheduledAt,
                ExpiresAt = _request.ScheduledAt is { } scheduled
                    ? scheduled + TimeSpan.FromMinutes(_settings.GraceMinutes)
                    : _now + TimeSpan.FromMinutes(_settings.ReservationMinutes),
            };
            _ledger.Put(post);
        }
        return new SelectedVariant(
            slot.Slot,
            slot.VariantId,
            template.FamilyId,
            slot.Probability,
            post?.PostId,
            slot.Relaxed,
            slot.SharesCost,
            slot.CapCost
        );
    }

    /// <summary>The same in every attempt of the transaction.</summary>
    private Guid Id(int slot)
    {
        Span<byte> bytes = stackalloc byte[16];
        var seed = SeededRandom.Of(
            "reservation",
            _request.PersonaId,
            _request.DecisionId!,
            slot.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        BitConverter.TryWriteBytes(bytes, seed.NextUInt64());
        BitConverter.TryWriteBytes(bytes[8..], seed.NextUInt64());
        return new Guid(bytes);
    }
}
