using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Discovery.Experiments;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Traffic that is to be raised.</summary>
/// <param name="Traffic">Above what it is, at most 1.</param>
[WireRequest]
public sealed record TrafficRequest(double Traffic);

/// <summary>Units whose arms are asked for.</summary>
[WireRequest]
public sealed record AssignmentRequest(IReadOnlyList<string> Units);

/// <summary>Experiments: plan, set up, assign, import, read.</summary>
internal static class ExperimentsApi
{
    private const int DefaultListed = 100;
    private const int MostListed = 1000;
    private const int DefaultDays = 28;
    private const string JsonLines = "application/x-ndjson";
    private const string Csv = "text/csv";

    public static void MapExperiments(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var experiments = api.MapGroup("/discovery/experiments").WithTags("Experiments");
        MapPlanning(experiments);
        MapLifecycle(experiments);
        MapUnits(experiments, options);
        experiments
            .MapGet("/{experiment_id:guid}/result", ResultAsync)
            .Describe(
                "getExperimentResult",
                "Read how an experiment stands",
                "May be read as often as one likes: p and intervals hold at every look, and a verdict that was once shown stays. Where the arms' counts are off, verdicts are withheld and the groups of units are named in which they are."
            )
            .MayFail(404, 409);
    }

    private static void MapPlanning(RouteGroupBuilder experiments)
    {
        experiments
            .MapPost("/plan", Plan)
            .Describe(
                "planExperiment",
                "Say how long an experiment would take, or that it cannot be decided",
                "Keeps nothing."
            )
            .MayFail(413, 415);
        experiments
            .MapPost("/simulate", Simulate)
            .Describe(
                "simulateExperiments",
                "Play experiments of a known lift, 0 for A/A",
                "Says how often a difference was declared and how soon, beside a plain test that is looked at daily. Keeps nothing."
            )
            .MayFail(413, 415);
    }

    private static void MapLifecycle(RouteGroupBuilder experiments)
    {
        experiments
            .MapPost("", CreateAsync)
            .Describe("createExperiment", "Set an experiment up as a draft")
            .ForOperators()
            .OnceByKey()
            .MayFail(413, 415);
        experiments
            .MapGet("", ListAsync)
            .Describe("listExperiments", "List experiments, newest first");
        experiments
            .MapGet("/{experiment_id:guid}", FindAsync)
            .Describe("getExperiment", "Read an experiment with its history")
            .MayFail(404);
        experiments
            .MapPut("/{experiment_id:guid}", ChangeAsync)
            .Describe("changeExperiment", "Set a draft up anew")
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        experiments
            .MapPost("/{experiment_id:guid}/start", StartAsync)
            .Describe(
                "startExperiment",
                "Start a draft",
                "From now on it is fixed; its traffic alone can be raised."
            )
            .ForOperators()
            .MayFail(404, 409);
        experiments
            .MapPost("/{experiment_id:guid}/traffic", TrafficAsync)
            .Describe("raiseTraffic", "Let more units take part; nobody moves to another arm")
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        experiments
            .MapPost("/{experiment_id:guid}/stop", StopAsync)
            .Describe(
                "stopExperiment",
                "Stop an experiment; its result stands",
                "Where the arms' counts are sound, it becomes evidence for the finding of its feature."
            )
            .ForOperators()
            .MayFail(404, 409);
    }

    private static void MapUnits(RouteGroupBuilder experiments, MotifServerOptions options)
    {
        experiments
            .MapPost("/{experiment_id:guid}/assignments", AssignAsync)
            .Describe(
                "assignUnits",
                "Say which arms units are in",
                "By a hash, the same at every time and on every server. Keeps nothing: what was really shown is an exposure."
            )
            .MayFail(404, 409, 413, 415);
        experiments
            .MapGet("/{experiment_id:guid}/schedule", ScheduleAsync)
            .Describe("getExperimentSchedule", "Say which arm of a switchback has which day")
            .MayFail(404, 409);
        experiments
            .MapPost("/{experiment_id:guid}/exposures", ExposuresAsync)
            .Describe(
                "importExposures",
                "Import who saw which arm, JSON lines or CSV",
                "unit, arm, at; every other member is an attribute of the unit. Lines that are wrong are refused with their number and reason; the others are taken."
            )
            .Accepts<ExposureLine>(JsonLines, Csv)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        experiments
            .MapPost("/{experiment_id:guid}/outcomes", OutcomesAsync)
            .Describe(
                "importOutcomes",
                "Import what units did, JSON lines or CSV",
                "unit, outcome, at, value (1 when not given). What came before a unit's exposure is its earlier value. The same unit, outcome and time again is a correction."
            )
            .Accepts<OutcomeLine>(JsonLines, Csv)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(404, 409, 413, 415);
    }

    private static Results<Ok<ExperimentPlan>, ProblemHttpResult> Plan(PlanQuestion question) =>
        ContentApi.Answered(ExperimentPlanner.Plan(question));

    private static Results<Ok<SimulationAnswer>, ProblemHttpResult> Simulate(
        SimulationQuestion question,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(ExperimentSimulation.Run(question, cancellationToken));

    private static async Task<Results<Created<Experiment>, ProblemHttpResult>> CreateAsync(
        ExperimentSetup setup,
        ExperimentDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var answer = await desk.CreateAsync(
            setup,
            ApiKeyAuthentication.ActorOf(context),
            cancellationToken
        );
        return answer.Value is { } experiment
            ? TypedResults.Created(
                $"/api/v1/discovery/experiments/{experiment.ExperimentId}",
                experiment
            )
            : Problems.Of(answer.Problem!);
    }

    private static async Task<Results<Ok<Items<Experiment>>, ProblemHttpResult>> ListAsync(
        [
            FromQuery(Name = "state"),
            WireParameter(typeof(ExperimentState)),
            Description("Of any state when not given.")
        ]
            string? state,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("100 when not given.")]
            int? limit,
        IExperimentStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new WireParameters();
        var wanted = parameters.Read<ExperimentState>("state", state);
        if (parameters.Refusal() is { } refusal)
            return refusal;
        if (limit is < 1 or > MostListed)
            return Problems.Invalid("limit", $"must be 1 to {MostListed}");
        return TypedResults.Ok(
            new Items<Experiment>(
                await store.ListAsync(wanted, limit ?? DefaultListed, cancellationToken)
            )
        );
    }

    private static async Task<Results<Ok<Experiment>, ProblemHttpResult>> FindAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        IExperimentStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(experimentId, cancellationToken) is { } experiment
            ? TypedResults.Ok(experiment)
            : Problems.Of(Problems.NotFound, $"no experiment has the id {experimentId}");

    private static async Task<Results<Ok<Experiment>, ProblemHttpResult>> ChangeAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        ExperimentSetup setup,
        ExperimentDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.ChangeAsync(
                experimentId,
                setup,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Experiment>, ProblemHttpResult>> StartAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        ExperimentDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.StartAsync(
                experimentId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Experiment>, ProblemHttpResult>> TrafficAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        TrafficRequest request,
        ExperimentDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.RaiseTrafficAsync(
                experimentId,
                request.Traffic,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Experiment>, ProblemHttpResult>> StopAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        ExperimentDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.StopAsync(
                experimentId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ExperimentResult>, ProblemHttpResult>> ResultAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        ExperimentDesk desk,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await desk.ResultAsync(experimentId, cancellationToken));

    private static async Task<Results<Ok<Items<AssignedUnit>>, ProblemHttpResult>> AssignAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        AssignmentRequest request,
        ExperimentDesk desk,
        CancellationToken cancellationToken
    ) => Listed(await desk.AssignAsync(experimentId, request.Units, cancellationToken));

    private static async Task<Results<Ok<Items<ScheduledDay>>, ProblemHttpResult>> ScheduleAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        [FromQuery(Name = "days"), Range(1, 366), Description("28 when not given.")] int? days,
        ExperimentDesk desk,
        CancellationToken cancellationToken
    ) => Listed(await desk.ScheduleAsync(experimentId, days ?? DefaultDays, cancellationToken));

    private static Task<Results<Ok<UnitImportReport>, ProblemHttpResult>> ExposuresAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        HttpContext context,
        UnitImport import,
        CancellationToken cancellationToken
    ) =>
        ImportedAsync(() =>
            import.ExposuresAsync(
                experimentId,
                context.Request.Body,
                IsCsv(context),
                cancellationToken
            )
        );

    private static Task<Results<Ok<UnitImportReport>, ProblemHttpResult>> OutcomesAsync(
        [FromRoute(Name = "experiment_id")] Guid experimentId,
        HttpContext context,
        UnitImport import,
        CancellationToken cancellationToken
    ) =>
        ImportedAsync(() =>
            import.OutcomesAsync(
                experimentId,
                context.Request.Body,
                IsCsv(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<UnitImportReport>, ProblemHttpResult>> ImportedAsync(
        Func<Task<CatalogueAnswer<UnitImportReport>>> import
    )
    {
        try
        {
            return ContentApi.Answered(await import());
        }
        catch (FormatException exception)
        {
            return Problems.Invalid("body", exception.Message);
        }
    }

    private static bool IsCsv(HttpContext context) =>
        context.Request.ContentType?.StartsWith(Csv, StringComparison.OrdinalIgnoreCase) is true;

    private static Results<Ok<Items<T>>, ProblemHttpResult> Listed<T>(
        CatalogueAnswer<IReadOnlyList<T>> answer
    ) =>
        answer.Value is { } list
            ? TypedResults.Ok(new Items<T>(list))
            : Problems.Of(answer.Problem!);
}
