using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Templates;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Contents whose templates are asked for.</summary>
[WireRequest]
public sealed record ExtractRequest
{
    public string? Content { get; init; }

    /// <summary>Many at once, answered in their order.</summary>
    public IReadOnlyList<string> Contents { get; init; } = [];
}

/// <summary>What is asked of a persona.</summary>
[WireRequest]
public sealed record CheckRequest
{
    public required string PersonaId { get; init; }
    public string? Content { get; init; }
    public string? Pattern { get; init; }
    public string? VariantId { get; init; }
    public string? Topic { get; init; }

    [System.Text.Json.Serialization.JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? At { get; init; }
}

/// <summary>Many questions about one persona, answered as of one moment.</summary>
[WireRequest]
public sealed record BatchCheckRequest(string PersonaId, IReadOnlyList<FatigueQuestion> Items);

/// <summary>Templates, fatigue and selection: extract, check, select. What was posted is <see cref="ContentPostsApi"/>.</summary>
internal static class ContentApi
{
    private const int DefaultPage = 50;

    public static void MapContent(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var content = api.MapGroup("/content").WithTags("Content");
        MapChecks(content);
        MapFamilies(content);
        content.MapContentSelection();
        content.MapContentEvaluation();
        MapSettings(content);
        content.MapContentPosts(options);
    }

    private static void MapChecks(RouteGroupBuilder content)
    {
        content
            .MapPost("/extract", ExtractAsync)
            .Describe(
                "extractTemplate",
                "Find the template of a content and the family that it belongs to",
                "Keeps nothing. A content without a template is no_template: neither fresh nor fatigued."
            )
            .MayFail(413, 415);
        content
            .MapPost("/extract/batch", ExtractManyAsync)
            .Describe("extractTemplates", "Find the templates of many contents")
            .MayFail(413, 415);
        content
            .MapPost("/check", CheckAsync)
            .Describe(
                "checkFatigue",
                "Say whether a persona's audience is tired of a template",
                "Names the cap that bites and fresh_at to the microsecond."
            )
            .MayFail(413, 415);
        content
            .MapPost("/check/batch", CheckManyAsync)
            .Describe("checkFatigueOfMany", "Check many templates of one persona as of one moment")
            .MayFail(413, 415);
    }

    private static void MapFamilies(RouteGroupBuilder content)
    {
        content.MapContentFamilies();
        content
            .MapGet("/families", FamiliesAsync)
            .Describe("listFamilies", "List template families, those with the most posts first");
        content
            .MapPost("/families/publish", PublishFamiliesAsync)
            .Describe(
                "publishFamilies",
                "Bring the catalogue up to date with the families, as patterns of the kind content",
                "Families of one post are left out. The same again changes nothing."
            )
            .ForOperators();
    }

    private static void MapSettings(RouteGroupBuilder content)
    {
        content
            .MapGet("/settings", SettingsAsync)
            .Describe("getContentSettings", "Say which settings are in force");
        content
            .MapPut("/settings", ConfigureAsync)
            .Describe(
                "setContentSettings",
                "Set at run time what differs from the environment's settings",
                "Replaces what was set before; every server on the database follows at its next request."
            )
            .ForOperators()
            .MayFail(413, 415);
        content
            .MapGet("/personas", PersonasAsync)
            .Describe("listPersonas", "List personas in order of their id");
        content
            .MapGet("/personas/{persona_id}", StatisticsAsync)
            .Describe("getPersona", "Report what a persona posted and how varied it was");
        content
            .MapPut("/personas/{persona_id}", ConfigurePersonaAsync)
            .Describe("setPersona", "Set a persona's audience group and settings")
            .ForOperators()
            .MayFail(413, 415);
    }

    private static async Task<Results<Ok<ExtractedTemplate>, ProblemHttpResult>> ExtractAsync(
        ExtractRequest request,
        FatigueChecks checks,
        CancellationToken cancellationToken
    ) =>
        request.Content is { } content
            ? TypedResults.Ok(await checks.ExtractAsync(content, cancellationToken))
            : Problems.Invalid("content", "is needed");

    private static async Task<
        Results<Ok<Items<ExtractedTemplate>>, ProblemHttpResult>
    > ExtractManyAsync(
        ExtractRequest request,
        FatigueChecks checks,
        CancellationToken cancellationToken
    )
    {
        if (request.Contents.Count > FatigueChecks.MostInBatch)
            return Problems.Invalid("contents", $"has more than {FatigueChecks.MostInBatch}");
        var found = new List<ExtractedTemplate>(request.Contents.Count);
        foreach (var content in request.Contents)
            found.Add(await checks.ExtractAsync(content, cancellationToken));
        return TypedResults.Ok(new Items<ExtractedTemplate>(found));
    }

    private static async Task<Results<Ok<FatigueAnswer>, ProblemHttpResult>> CheckAsync(
        CheckRequest request,
        FatigueChecks checks,
        CancellationToken cancellationToken
    )
    {
        var question = new FatigueQuestion
        {
            Content = request.Content,
            Pattern = request.Pattern,
            VariantId = request.VariantId,
            Topic = request.Topic,
            At = request.At,
        };
        if (question is { Content: null, Pattern: null })
            return Problems.Invalid("content", "or pattern is needed");
        var answer = await checks.CheckAsync(request.PersonaId, [question], cancellationToken);
        return answer.Value is { } answers
            ? TypedResults.Ok(answers[0])
            : Problems.Of(answer.Problem!);
    }

    private static async Task<Results<Ok<Items<FatigueAnswer>>, ProblemHttpResult>> CheckManyAsync(
        BatchCheckRequest request,
        FatigueChecks checks,
        CancellationToken cancellationToken
    )
    {
        var answer = await checks.CheckAsync(request.PersonaId, request.Items, cancellationToken);
        return answer.Value is { } answers
            ? TypedResults.Ok(new Items<FatigueAnswer>(answers))
            : Problems.Of(answer.Problem!);
    }

    private static async Task<Ok<Items<FamilySummary>>> FamiliesAsync(
        [
            FromQuery(Name = "limit"),
            Range(1, FatigueChecks.MostInBatch),
            Description("50 when not given.")
        ]
            int? limit,
        FamilyCatalogue families,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<FamilySummary>(
                await families.ListAsync(
                    Math.Clamp(limit ?? DefaultPage, 1, FatigueChecks.MostInBatch),
                    cancellationToken
                )
            )
        );

    private static async Task<Ok<FamilyPublication>> PublishFamiliesAsync(
        HttpContext context,
        FamilyCatalogue families,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await families.PublishAsync(ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Ok<FatigueSettings>> SettingsAsync(
        ContentSettings settings,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await settings.CurrentAsync(cancellationToken));

    private static async Task<Results<Ok<FatigueSettings>, ProblemHttpResult>> ConfigureAsync(
        FatigueOverrides overrides,
        ContentSettings settings,
        CancellationToken cancellationToken
    ) => Answered(await settings.ConfigureAsync(overrides, cancellationToken));

    private static async Task<Ok<Items<PersonaSummary>>> PersonasAsync(
        [FromQuery(Name = "after"), Description("Only ids behind this one.")] string? after,
        [
            FromQuery(Name = "limit"),
            Range(1, PersonaReports.MostListed),
            Description("50 when not given.")
        ]
            int? limit,
        PersonaReports reports,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<PersonaSummary>(
                await reports.ListAsync(
                    after,
                    Math.Clamp(limit ?? DefaultPage, 1, PersonaReports.MostListed),
                    cancellationToken
                )
            )
        );

    private static async Task<Results<Ok<PersonaStatistics>, ProblemHttpResult>> StatisticsAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        PersonaReports reports,
        CancellationToken cancellationToken
    ) => Answered(await reports.StatisticsAsync(personaId, cancellationToken));

    private static async Task<Results<Ok<PersonaSummary>, ProblemHttpResult>> ConfigurePersonaAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        PersonaDraft draft,
        PersonaReports reports,
        CancellationToken cancellationToken
    ) => Answered(await reports.ConfigureAsync(personaId, draft, cancellationToken));

    internal static Results<Ok<T>, ProblemHttpResult> Answered<T>(CatalogueAnswer<T> answer)
        where T : class =>
        answer.Value is { } value ? TypedResults.Ok(value) : Problems.Of(answer.Problem!);
}
