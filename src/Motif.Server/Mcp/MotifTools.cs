using System.ComponentModel;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Matching;
using Motif.Matching.Requests;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>Which pattern to read.</summary>
[WireRequest]
public sealed record GetPattern(
    [property: Description("The pattern_id of a match or a search.")] Guid PatternId
);

/// <summary>A use of a pattern.</summary>
[WireRequest]
public sealed record RecordUse(
    [property: Description("The pattern that was used.")] Guid PatternId,
    [property: Description("The match_id of the match that proposed it.")] Guid? MatchId = null,
    [property: Description("Where or for what it was used.")] string? Context = null,
    [property: Description("Who used it; the caller when not given.")] string? Actor = null,
    [property: Description("A second call with the same key counts once.")]
        string? IdempotencyKey = null
);

/// <summary>How using a pattern ended.</summary>
[WireRequest]
public sealed record RecordOutcome(
    [property: Description("The pattern that was used.")] Guid PatternId,
    [property: Description("success or failure")] UseOutcome Outcome,
    [property: Description("The match_id of the match that proposed it.")] Guid? MatchId = null,
    [property: Description("The use_id of record_use, where it was recorded before.")]
        Guid? UseId = null,
    [property: Description("What it was used for, in words; that of the match when not given.")]
        string? Intent = null,
    [property: Description("Who used it; the caller when not given.")] string? Actor = null,
    [property: Description("What was measured, a JSON object.")]
        System.Text.Json.JsonElement? Metrics = null,
    [property: Description("A second report with the same key counts once.")]
        string? IdempotencyKey = null
);

/// <summary>A post that a persona may make.</summary>
public sealed record CheckFatigue(
    [property: Description("Who would post it.")] string PersonaId,
    [property: Description("The text of the post.")] string? Content = null,
    [property: Description("Instead of a text: a template, or the id of a family.")]
        string? Pattern = null
);

/// <summary>The tools of the MCP server, in the order in which clients list them.</summary>
internal sealed class MotifTools(
    PatternMatcher matcher,
    Catalogue catalogue,
    Ledger ledger,
    FatigueChecks fatigue,
    ContentSelector selector
)
{
    public IReadOnlyList<MotifTool> All =>
        [
            MotifTool.Of<MatchRequest, MatchResponse>(
                "match",
                "What worked for this intent? Ranks catalogued patterns for `intent` (what is to be achieved), `context` (language, framework, load) and `requirements`. Every result has a confidence_score, the probability that it is useful for this request, and recommendations, its own steps. Keep match_id and report how it went with record_outcome: that is what the ranking learns from.",
                ApiScope.Reader,
                MatchAsync
            ),
            MotifTool.Of<GetPattern, Pattern>(
                "get",
                "Read one pattern whole: description, body with steps, trace and criteria, quality, success, usage.",
                ApiScope.Reader,
                GetAsync
            ),
            MotifTool.Of<PatternQuery, PatternPage>(
                "search",
                "List patterns by exact filters: `search` holds words that must each begin a word of name, tags or description; kind, pattern_types, statuses, tags, min_quality and min_success_rate narrow it down. For a need in your own words use match.",
                ApiScope.Reader,
                (query, _, cancellationToken) => catalogue.ListAsync(query, cancellationToken)
            ),
            MotifTool.Of<RecordUse, RecordedUse>(
                "record_use",
                "Say that a pattern is being used, when you begin to apply it.",
                ApiScope.Operator,
                RecordUseAsync
            ),
            MotifTool.Of<RecordOutcome, RecordedOutcome>(
                "record_outcome",
                "Say how using a pattern ended, once. With match_id the pattern learns the request it served, and confidences are calibrated.",
                ApiScope.Operator,
                RecordOutcomeAsync
            ),
            MotifTool.Of<CheckFatigue, FatigueAnswer>(
                "check_fatigue",
                "Is a persona's audience tired of this template? Names the cap that bites and fresh_at, the moment it is free again.",
                ApiScope.Reader,
                CheckFatigueAsync
            ),
            MotifTool.Of<SelectRequest, SelectionAnswer>(
                "select_variants",
                "What shall a persona post next? Chooses n_select of `variants` by what worked and what its audience is tired of, and holds a place for each. Keep decision_id: the same id gives the same answer.",
                ApiScope.Operator,
                (request, _, cancellationToken) => selector.SelectAsync(request, cancellationToken)
            ),
        ];

    private async Task<CatalogueAnswer<FatigueAnswer>> CheckFatigueAsync(
        CheckFatigue question,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        if (question is { Content: null, Pattern: null })
            return new CatalogueProblem(CatalogueRefusal.Invalid, "content or pattern is needed");
        var answer = await fatigue.CheckAsync(
            question.PersonaId,
            [new FatigueQuestion { Content = question.Content, Pattern = question.Pattern }],
            cancellationToken
        );
        return answer.Value is { } answers ? answers[0] : answer.Problem!;
    }

    private async Task<CatalogueAnswer<MatchResponse>> MatchAsync(
        MatchRequest request,
        ToolCaller caller,
        CancellationToken cancellationToken
    ) =>
        request.Problems() is { Count: > 0 } problems
            ? new CatalogueProblem(
                CatalogueRefusal.Invalid,
                "one or more fields are wrong",
                problems.ToDictionary(p => p.Key, p => new[] { p.Value }, StringComparer.Ordinal)
            )
            : await matcher.MatchAsync(
                request with
                {
                    Actor = request.Actor ?? caller.Actor.Name,
                },
                cancellationToken
            );

    private async Task<CatalogueAnswer<Pattern>> GetAsync(
        GetPattern wanted,
        ToolCaller caller,
        CancellationToken cancellationToken
    ) =>
        await catalogue.FindAsync(wanted.PatternId, cancellationToken) is { } pattern
            ? pattern
            : new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no pattern has the id {wanted.PatternId}; find it with match or search"
            );

    private Task<CatalogueAnswer<RecordedUse>> RecordUseAsync(
        RecordUse use,
        ToolCaller caller,
        CancellationToken cancellationToken
    ) =>
        ledger.RecordAsync(
            use.PatternId,
            new UseDraft(
                use.Actor ?? caller.Actor.Name,
                UseAction.Applied,
                use.Context,
                At: null,
                use.IdempotencyKey,
                use.MatchId
            ),
            cancellationToken
        );

    private Task<CatalogueAnswer<RecordedOutcome>> RecordOutcomeAsync(
        RecordOutcome report,
        ToolCaller caller,
        CancellationToken cancellationToken
    ) =>
        ledger.ReportAsync(
            report.PatternId,
            new OutcomeDraft(
                report.Outcome,
                report.UseId,
                report.Actor ?? (report.UseId is null ? caller.Actor.Name : null),
                Context: null,
                report.IdempotencyKey,
                report.Metrics,
                report.MatchId,
                report.Intent
            ),
            cancellationToken
        );
}
