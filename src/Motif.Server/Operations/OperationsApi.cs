using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Operations;

/// <summary>One part's health.</summary>
/// <param name="Reason">Why it is not healthy, or what was unusual at its start; null where there is nothing to say.</param>
/// <param name="Required">False for a part without which requests are answered all the same, only less well.</param>
public sealed record HealthCheck(string Name, bool Healthy, string? Reason, bool Required = true);

/// <summary>Whether the server can answer, part by part.</summary>
/// <param name="Ready">Every required check is healthy.</param>
/// <param name="Vectors">Which vector index is used and how far behind it is; null where the offline vectors in memory are all there is.</param>
public sealed record Readiness(
    bool Ready,
    IReadOnlyList<HealthCheck> Checks,
    VectorStatus? Vectors
);

/// <summary>For those who run the server: health, metrics, the problems it answers with.</summary>
internal static class OperationsApi
{
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(5);

    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.MapGroup("").WithTags("Operations");
        operations
            .MapGet("/health/live", () => TypedResults.Text("live"))
            .Describe("getLiveness", "Say that the process runs")
            .WithMetadata(new RequestRateAttribute(RequestRate.Free))
            .AllowAnonymous();
        operations
            .MapGet("/health/ready", ReadyAsync)
            .Describe(
                "getReadiness",
                "Say whether requests can be answered, each check with its reason"
            )
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable)
            .WithMetadata(new RequestRateAttribute(RequestRate.Probe))
            .AllowAnonymous();
        operations
            .MapGet("/metrics", MetricsAsync)
            .Describe("getMetrics", "Read the metrics in Prometheus' text format")
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .RequireAuthorization(WireName.Of(ApiScope.Reader));
        operations
            .MapGet("/problems/{slug}", Problem)
            .Describe("getProblemKind", "Explain a kind of problem and what to do about it")
            .MayFail(404)
            .AllowAnonymous();
    }

    private static async Task<JsonHttpResult<Readiness>> ReadyAsync(
        IMotifDatabase database,
        MatchHealth matching,
        JobHealth jobs,
        IHostApplicationLifetime lifetime,
        ILoggerFactory loggers,
        [FromServices] VectorSync? sync,
        SentenceModel model,
        CancellationToken cancellationToken
    )
    {
        var shutdown = lifetime.ApplicationStopping.IsCancellationRequested
            ? "is shutting down"
            : null;
        var reason = await DatabaseFailureAsync(database, loggers, cancellationToken);
        var vectors =
            sync is null || reason is not null
                ? null
                : await VectorHealth.ReadAsync(sync, loggers, cancellationToken);
        HealthCheck[] checks =
        [
            new("server", shutdown is null, shutdown),
            new("database", reason is null, reason),
            .. await matching.CheckAsync(CheckTimeout, cancellationToken),
            VectorHealth.Check(model.Status),
            .. vectors is null ? [] : VectorHealth.Checks(vectors),
            new("jobs", jobs.Failures is null, jobs.Failures, Required: false),
        ];
        var isReady = checks.All(c => c.Healthy || !c.Required);
        return TypedResults.Json(
            new Readiness(isReady, checks, vectors),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static async Task<string?> DatabaseFailureAsync(
        IMotifDatabase database,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(CheckTimeout);
        try
        {
            await database.PingAsync(timeout.Token);
            return null;
        }
        catch (BackendException exception)
        {
            loggers
                .CreateLogger("Motif.Health")
                .LogWarning(exception, "The database does not answer");
            return exception.Trouble is BackendTrouble.None
                ? $"{exception.System} does not answer; the log has the reason"
                : exception.Summary;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"did not answer within {CheckTimeout.TotalSeconds} s";
        }
    }

    private static async Task<ContentHttpResult> MetricsAsync(
        ServerMetrics metrics,
        PersonaGauges personas,
        MetricsExposition exposition,
        CancellationToken cancellationToken
    )
    {
        await metrics.RefreshAsync(cancellationToken);
        await personas.RefreshAsync(cancellationToken);
        return TypedResults.Text(exposition.Write(), MetricsExposition.ContentType);
    }

    private static Results<Ok<ProblemKind>, ProblemHttpResult> Problem(string slug) =>
        Problems.All.FirstOrDefault(k => k.Slug == slug) is { } kind
            ? TypedResults.Ok(kind)
            : Problems.Of(Problems.NotFound, $"there is no problem '{slug}'");
}
