using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Content.Evaluation;

/// <summary>
/// Evaluates policies by what was logged: the first slot of every decision, whose reward is the rate of its post. Picks by hand,
/// by fallback, of the hold-out and contaminated ones are left out.
/// </summary>
public sealed class ContentEvaluation(
    IContentStore store,
    ContentSettings settings,
    TimeProvider time
)
{
    private const int MostDecisions = 10_000;
    private const int CapCostDays = 28;
    private const int CapCostDecisions = 1_000;

    /// <summary>What a mode would have got in a persona's logged decisions.</summary>
    /// <param name="mode">Null for the one that made them.</param>
    public async Task<CatalogueAnswer<OffPolicyEstimate>> EvaluateAsync(
        string personaId,
        SelectionMode? mode,
        CancellationToken cancellationToken
    )
    {
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        var posts = await FirstSlotsAsync(personaId, cancellationToken);
        var choices = new List<LoggedChoice>();
        foreach (var decision in await DecisionsAsync(personaId, cancellationToken))
        {
            if (
                posts.TryGetValue(decision.DecisionId, out var post)
                && post
                    is {
                        Origin: PostOrigin.Selection,
                        Contaminated: false,
                        Metrics.Impressions: > 0
                    }
            )
                choices.Add(Choice(decision, post, mode));
        }
        return OffPolicyEstimator.Estimate(choices);
    }

    /// <summary>The hold-out of a persona beside the rest.</summary>
    public async Task<CatalogueAnswer<HoldoutReport>> HoldoutAsync(
        string personaId,
        CancellationToken cancellationToken
    )
    {
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        var answers = (await DecisionsAsync(personaId, cancellationToken))
            .Select(d => DecisionLog.Read(d.Answer))
            .ToList();
        var ledger = await LedgerAsync(personaId, cancellationToken);
        var current = ledger.Persona.Settings.On(await settings.CurrentAsync(cancellationToken));
        var drawn = ledger
            .Own.Where(p =>
                p.Origin is PostOrigin.Selection or PostOrigin.Holdout or PostOrigin.Fallback
            )
            .ToList();
        var contaminated = drawn.Where(p => p.Contaminated).ToHashSet();
        return HoldoutReport.Of(
            current.Holdout,
            answers.Count(a => !a.Holdout),
            answers.Count(a => a.Holdout),
            [
                .. drawn
                    .Where(p => !contaminated.Contains(p) && p.Metrics.Impressions > 0)
                    .Select(p =>
                        (
                            p.Origin is PostOrigin.Holdout,
                            p.Metrics.Impressions ?? 0,
                            p.Metrics.Successes ?? 0
                        )
                    ),
            ],
            contaminated.Count
        );
    }

    /// <summary>What the cap of families cost a persona in its newest decisions, of what they logged themselves.</summary>
    public async Task<CatalogueAnswer<CapCostReport>> CapCostAsync(
        string personaId,
        CancellationToken cancellationToken
    )
    {
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        var stored = await store.ListDecisionsAsync(
            personaId,
            time.GetUtcNow() - TimeSpan.FromDays(CapCostDays),
            CapCostDecisions,
            cancellationToken
        );
        return CapCostReport.Of(CapCostDays, stored.Select(d => DecisionLog.Read(d.Answer)));
    }

    private static LoggedChoice Choice(
        StoredDecision decision,
        ContentPost post,
        SelectionMode? mode
    )
    {
        var target = post.Probability;
        if (mode is { } other)
        {
            var inputs = PackedInputs.Unpack(decision.Inputs) with { Mode = other };
            target = SlateDrawing.Draw(inputs).Slots is [var first, ..]
                ? first.Eligible.FirstOrDefault(e => e.VariantId == post.VariantId)?.Probability
                    ?? 0
                : 0;
        }
        return new LoggedChoice(
            post.Probability,
            target,
            post.Metrics.Successes / post.Metrics.Impressions
        );
    }

    private async Task<Dictionary<string, ContentPost>> FirstSlotsAsync(
        string personaId,
        CancellationToken cancellationToken
    ) =>
        (await LedgerAsync(personaId, cancellationToken))
            .Own.Where(p => p is { Slot: 0, DecisionId: not null, Origin: PostOrigin.Selection })
            .ToDictionary(p => p.DecisionId!, StringComparer.Ordinal);

    private Task<PersonaLedger> LedgerAsync(
        string personaId,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            new LedgerScope(personaId, time.GetUtcNow() - FatigueChecks.LongestWindow),
            cancellationToken
        );

    private Task<IReadOnlyList<StoredDecision>> DecisionsAsync(
        string personaId,
        CancellationToken cancellationToken
    ) =>
        store.ListDecisionsAsync(
            personaId,
            time.GetUtcNow() - FatigueChecks.LongestWindow,
            MostDecisions,
            cancellationToken
        );
}
