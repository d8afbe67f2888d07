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
    Guid PatternId,
    UseOutcome Outcome,
    Guid? MatchId = null,
    Guid? UseId = null,
    string? Intent = null,
    string? Actor = null,
    System.Text.Json.JsonElement? Metrics = null,
    string? IdempotencyKey = null,
    string? Namespace = null
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
    private const int DefaultLimit = 10;

    private static readonly ToolArgument[] MatchArguments =
    [
        new("intent", "What is to be achieved, in your own words.") { IsRequired = true },
        new("context", "Where: language, framework, load."),
        new(
            "requirements",
            "What the result has to fulfil, one each; steps near to one are marked."
        ),
        new("exclude", "What a result must not be called or tagged, such as redis."),
        new(
            "filters",
            "Which patterns are considered at all; values of one list are alternatives."
        ),
        new("filters.kinds", "Only these kinds: code, content, decision, semantic, success."),
        new("filters.pattern_types", "Only these types."),
        new("filters.statuses", "Only these statuses; active when not given."),
        new("filters.tags", "Only patterns with any of these tags; capitals do not count."),
        new("filters.tag_mode", "all: only patterns with every one of the tags."),
        new("filters.languages", "Only code in any of these languages, such as python."),
        new("filters.min_quality_score", "Least quality score, 0 to 1."),
        new("filters.min_success_rate", "Least share of successes, 0 to 1."),
        new("min_confidence", "Leave out what is less sure, 0 to 1."),
        new("limit", "At most so many, 1 to 100.") { Default = DefaultLimit },
        new("offset", "How many of the best to pass over; next_offset of the answer before."),
        new("namespace", "The team to rank for: by what it reported alone."),
    ];

    private static readonly ToolArgument[] SearchArguments =
    [
        new("search", "Words that must each begin a word of name, tags or description."),
        new("kind", "Only this kind."),
        new("pattern_types", "Only these types."),
        new("statuses", "Only these statuses; all when not given."),
        new("tags", "Only patterns with any of these tags; capitals do not count."),
        new("tag_mode", "all: only patterns with every one of the tags."),
        new("languages", "Only code in one of these languages, such as python."),
        new("repositories", "Only patterns that stand in one of these repositories."),
        new(
            "min_quality_score",
            "Least quality score, 0 to 1; what was not measured does not pass."
        ),
        new(
            "min_success_rate",
            "Least share of successes, 0 to 1; what has no outcome does not pass."
        ),
        new(
            "sort",
            "updated (the default), name, quality, best (quality, less sure of what few places bear out), uses, or relevance to search."
        ),
        new("limit", "At most so many, 1 to 500.") { Default = DefaultLimit },
        new("cursor", "The next_cursor of the page before."),
    ];

    private static readonly ToolArgument[] OutcomeArguments =
    [
        new("pattern_id", "The pattern that was used.") { IsRequired = true },
        new("outcome", "success or failure") { IsRequired = true },
        new("match_id", "The match_id of the match that proposed it."),
        new("use_id", "The use_id of record_use, where it was recorded before."),
        new("intent", "What it was used for, in words; that of the match when not given."),
        new("actor", "Who used it; the caller when not given."),
        new("metrics", "What was measured, a JSON object."),
        new("idempotency_key", "A second report with the same key counts once."),
        new("namespace", "The team that learns from it, where no match was used."),
    ];

    private static readonly ToolArgument[] SelectArguments =
    [
        new("persona_id", "Who posts.") { IsRequired = true },
        new("decision_id", "The same id with the same request is answered as before."),
        new(
            "variants",
            "What may be posted: variant_id and, to learn from, its content or pattern."
        )
        {
            IsRequired = true,
        },
        new("n_select", "Slots to fill, 0 to 100; 1 when not given."),
        new("mode", "How fatigue is taken into account."),
        new("enable_fatigue_detection", "false draws by success alone."),
        new("reserve", "false holds no places under the caps."),
        new("scheduled_at", "When it is posted; now when not given."),
        new("settings", "Settings of this call alone."),
        new("min_shares", "By group, the least share of slots on average, 0 to 1."),
    ];

    public IReadOnlyList<MotifTool> All =>
        [
            MotifTool.Of<MatchRequest, MatchSummary>(
                "match",
                "What worked for this intent? Ranks catalogued patterns, best first. confidence_score is the probability that one is useful for this request; steps are its own, in order, those near to a requirement with a star; for code, place and code show what to reuse. get reads one whole. Keep match_id and report how it went with record_outcome: that is what the ranking learns from.",
                ApiScope.Reader,
                MatchAsync,
                MatchArguments
            ),
            MotifTool.Of<GetPattern, Pattern>(
                "get",
                "Read one pattern whole: description, body with steps, trace and criteria, quality, success, usage.",
                ApiScope.Reader,
                GetAsync
            ),
            MotifTool.Of<PatternQuery, PatternSummaries>(
                "search",
                "List patterns by words and exact filters, in summaries; get reads one whole. For a need in your own words use match.",
                ApiScope.Reader,
                SearchAsync,
                SearchArguments
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
                RecordOutcomeAsync,
                OutcomeArguments
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
                (request, _, cancellationToken) => selector.SelectAsync(request, cancellationToken),
                SelectArguments
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

    private async Task<CatalogueAnswer<PatternSummaries>> SearchAsync(
        PatternQuery query,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var answer = await catalogue.ListAsync(query, cancellationToken);
        return answer.Value is { } page ? PatternSummaries.Of(page) : answer.Problem!;
    }

    private async Task<CatalogueAnswer<MatchSummary>> MatchAsync(
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
            : MatchSummary.Of(
                await matcher.MatchAsync(
                    request with
                    {
                        Actor = request.Actor ?? caller.Actor.Name,
                        Namespace = request.Namespace ?? caller.Namespace,
                    },
                    cancellationToken
                )
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
                report.Intent,
                report.Namespace ?? (report.MatchId is null ? caller.Namespace : null)
            ),
            cancellationToken
        );
}
