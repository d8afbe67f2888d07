using System.Text.Json;
using Motif.Catalog;
using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>A decision in a list.</summary>
/// <param name="Excluded">Variants that could not be drawn.</param>
/// <param name="Eligible">Variants that could have been drawn for the first slot.</param>
public sealed record DecisionSummary(
    string DecisionId,
    DateTimeOffset At,
    SelectionMode Mode,
    bool Holdout,
    IReadOnlyList<SelectedVariant> Selected,
    int Eligible,
    int Excluded,
    string? Reason
);

/// <summary>Decisions as they were made: listed, explained, and drawn again of what they were drawn of.</summary>
public sealed class DecisionLog(IContentStore store)
{
    public const int MostListed = 200;

    /// <summary>A persona's decisions, the newest first.</summary>
    public async Task<CatalogueAnswer<IReadOnlyList<DecisionSummary>>> ListAsync(
        string personaId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        var stored = await store.ListDecisionsAsync(
            personaId,
            DateTimeOffset.UnixEpoch,
            limit,
            cancellationToken
        );
        return CatalogueAnswer.Of<IReadOnlyList<DecisionSummary>>([
            .. stored.Select(d => Summary(Read(d.Answer))),
        ]);
    }

    public async Task<CatalogueAnswer<SelectionReplay>> ReplayAsync(
        string personaId,
        string decisionId,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(personaId, decisionId, cancellationToken) is not { } stored)
            return NoDecision(personaId, decisionId);
        var answer = Read(stored.Answer);
        var slate = SlateDrawing.Draw(PackedInputs.Unpack(stored.Inputs), tellsCapCost: true);
        var isSame =
            slate
                .Slots.Select(s => (s.VariantId, s.Probability))
                .SequenceEqual(answer.Selected.Select(s => (s.VariantId, s.Probability)))
            && slate
                .Slots.Zip(answer.Eligible)
                .All(pair => pair.First.Eligible.SequenceEqual(pair.Second));
        return new SelectionReplay(answer, slate, isSame);
    }

    public async Task<CatalogueAnswer<SelectionExplanation>> ExplainAsync(
        string personaId,
        string decisionId,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(personaId, decisionId, cancellationToken) is not { } stored)
            return NoDecision(personaId, decisionId);
        return SelectionExplanation.Of(Read(stored.Answer), PackedInputs.Unpack(stored.Inputs));
    }

    internal static SelectionAnswer Read(string answer) =>
        JsonSerializer.Deserialize<SelectionAnswer>(answer, MotifJson.Options)!;

    private static DecisionSummary Summary(SelectionAnswer answer) =>
        new(
            answer.DecisionId,
            answer.At,
            answer.Mode,
            answer.Holdout,
            answer.Selected,
            answer.Eligible.Count == 0 ? 0 : answer.Eligible[0].Count,
            answer.Excluded.Count,
            answer.Reason
        );

    private async Task<StoredDecision?> FindAsync(
        string personaId,
        string decisionId,
        CancellationToken cancellationToken
    ) =>
        (
            await store.ReadAsync(
                new LedgerScope(personaId, DateTimeOffset.MaxValue) { DecisionId = decisionId },
                cancellationToken
            )
        ).Decision;

    private static CatalogueProblem NoDecision(string personaId, string decisionId) =>
        new(CatalogueRefusal.NotFound, $"the persona {personaId} has no decision {decisionId}");
}
