using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Content.Templates;
using Motif.Numerics;
using Motif.Storage;

namespace Motif.Content.Selection;

/// <summary>
/// The verb select. One transaction under the persona's lock: read the window, draw in memory, keep the reservations and the
/// decision. The same decision twice is the same answer twice.
/// </summary>
public sealed class ContentSelector(
    FatigueChecks checks,
    IContentStore store,
    ContentSettings settings,
    ContentMetrics metrics,
    TimeProvider time
)
{
    public async Task<CatalogueAnswer<SelectionAnswer>> SelectAsync(
        SelectRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((Fault(request) ?? SettingsFault(request)) is { } fault)
            return fault;
        var now = Moment.Now(time);
        var named = request with
        {
            DecisionId = request.DecisionId ?? Guid.CreateVersion7(now).ToString("D"),
        };
        try
        {
            var answer = await DecideAsync(named, now, cancellationToken);
            foreach (var reason in answer.Value?.Selected.SelectMany(s => s.Relaxed) ?? [])
                metrics.Relaxed(WireName.Of(reason));
            return answer;
        }
        catch (BackendException) when (Degrades(request))
        {
            return Degraded(named, now);
        }
    }

    private async Task<CatalogueAnswer<SelectionAnswer>> DecideAsync(
        SelectRequest request,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var general = await settings.CurrentAsync(cancellationToken);
        var templates = await checks.SubjectsAsync(
            [
                .. request.Variants.Select(v => new FatigueQuestion
                {
                    Content = v.Content ?? v.VariantId,
                    Pattern = v.Pattern,
                }),
            ],
            cancellationToken
        );
        var hash = Hash(request);
        var expired = 0;
        var answer = await store.ChangeAsync(
            Scope(request, templates, general, now),
            ledger =>
            {
                var at = ledger.Advance(now);
                if (ledger.Decision is { } earlier)
                    return Again(earlier, hash);
                expired = Expiry.Sweep(ledger, at);
                return Decide(
                    ledger,
                    request,
                    templates,
                    Settings(request, ledger.Persona, general),
                    hash,
                    at
                );
            },
            cancellationToken
        );
        metrics.Expired(expired);
        return answer;
    }

    private static CatalogueAnswer<SelectionAnswer> Decide(
        PersonaLedger ledger,
        SelectRequest request,
        IReadOnlyList<ExtractedTemplate> templates,
        FatigueSettings settings,
        string hash,
        DateTimeOffset at
    )
    {
        var (answer, inputs) = new SelectionDecision(
            ledger,
            request,
            templates,
            settings,
            at
        ).Make();
        ledger.Put(
            new StoredDecision(
                answer.DecisionId,
                answer.PersonaId,
                hash,
                at,
                JsonSerializer.Serialize(answer, MotifJson.Options),
                PackedInputs.Pack(inputs)
            )
        );
        return answer;
    }

    private static CatalogueAnswer<SelectionAnswer> Again(StoredDecision earlier, string hash) =>
        earlier.RequestHash == hash
            ? DecisionLog.Read(earlier.Answer) with
            {
                Repeated = true,
            }
            : new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"the decision {earlier.DecisionId} was made of another request; give this one an id of its own"
            );

    private static FatigueSettings Settings(
        SelectRequest request,
        StoredPersona persona,
        FatigueSettings general
    )
    {
        var current = persona.Settings.On(general);
        return request.Settings?.On(current) ?? current;
    }

    private static LedgerScope Scope(
        SelectRequest request,
        IReadOnlyList<ExtractedTemplate> templates,
        FatigueSettings general,
        DateTimeOffset now
    ) =>
        new(request.PersonaId, now - FatigueChecks.LongestWindow)
        {
            // What an audience saw of others tires it as long as what it saw of the persona itself.
            SinceOf = persona =>
                persona.AudienceGroup is null
                    ? now - Settings(request, persona, general).LongestWindow
                    : now - FatigueChecks.LongestWindow,
            DecisionId = request.DecisionId,
            OutcomesSince = now - FatigueChecks.LongestWindow,
            TextHashes =
            [
                .. request
                    .Variants.Zip(templates)
                    .Where(v => v.First.Rule is not null && v.Second.TextHash.Length > 0)
                    .Select(v => v.Second.TextHash)
                    .Distinct(StringComparer.Ordinal),
            ],
        };

    private static string Hash(SelectRequest request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request, MotifJson.Options))
            )
        );

    private bool Degrades(SelectRequest request) =>
        request.Settings?.ServesDegraded ?? settings.Environment.ServesDegraded;

    /// <summary>Without a store there is nothing to go by: each variant alike, and said so.</summary>
    private static SelectionAnswer Degraded(SelectRequest request, DateTimeOffset now)
    {
        var open = request.Variants.Where(v => !v.Retired).ToList();
        var random = SeededRandom.Of(request.PersonaId, request.DecisionId!, "degraded");
        var selected = new List<SelectedVariant>();
        while (selected.Count < request.Slots && open.Count > 0)
        {
            var place = random.NextBelow(open.Count);
            selected.Add(
                new SelectedVariant(
                    selected.Count,
                    open[place].VariantId,
                    null,
                    1.0 / open.Count,
                    null,
                    []
                )
            );
            open.RemoveAt(place);
        }
        return new SelectionAnswer(
            request.DecisionId!,
            request.PersonaId,
            now,
            SelectionMode.Off,
            "degraded",
            SlateDrawing.Version,
            TemplateExtractor.Version,
            Holdout: false,
            Degraded: true,
            selected,
            [],
            [],
            "the store did not answer",
            0,
            0,
            null,
            Repeated: false
        );
    }

    private CatalogueProblem? SettingsFault(SelectRequest request) =>
        request.Settings is { } overrides
        && SettingsCheck.Problems(overrides.On(settings.Environment)) is { Count: > 0 } problems
            ? CatalogueProblem.Invalid(problems)
            : null;

    private static CatalogueProblem? Fault(SelectRequest request)
    {
        if (
            (
                ContentNames.Fault("persona_id", request.PersonaId)
                ?? ContentNames.FaultIfGiven("decision_id", request.DecisionId)
            ) is
            { } name
        )
            return name;
        if (request.Slots is < 0 or > SelectRequest.MostSlots)
            return CatalogueProblem.Invalid("n_select", $"must be 0 to {SelectRequest.MostSlots}");
        if (request.Variants.Count > SelectRequest.MostVariants)
            return CatalogueProblem.Invalid(
                "variants",
                $"are more than {SelectRequest.MostVariants}"
            );
        foreach (var variant in request.Variants)
            if (ContentNames.Fault("variants.variant_id", variant.VariantId) is { } fault)
                return fault;
        var twice = request
            .Variants.GroupBy(v => v.VariantId, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            return CatalogueProblem.Invalid("variants", $"have '{twice.Key}' twice");
        return
            request.MinShares.Any(s => !(s.Value is >= 0 and <= 1))
            || request.MinShares.Values.Sum() > 1
            ? CatalogueProblem.Invalid("min_shares", "must be from 0 and sum to at most 1")
            : null;
    }
}
