using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Code;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Operations;

/// <summary>What runs here, and how it is set.</summary>
/// <param name="Version">Of Motif.</param>
/// <param name="Runtime">Such as <c>.NET 10.0.1</c>.</param>
/// <param name="Languages">The programming languages that scans read.</param>
/// <param name="DashboardBuilt">False when the server was built without the dashboard.</param>
/// <param name="Vectors">Which vector index is used and how far behind it is; null where the offline vectors in memory are all there is.</param>
/// <param name="SentenceModel">The model in process that embeds patterns and requests, or why there is none.</param>
/// <param name="Settings">Every setting that is no secret, by the variable that sets it.</param>
public sealed record SystemStatus(
    string Version,
    string Runtime,
    string OperatingSystem,
    DateTimeOffset StartedAt,
    DatabaseStatus Database,
    IReadOnlyList<string> Languages,
    bool DashboardBuilt,
    bool ApiKeyRequired,
    VectorStatus? Vectors,
    SentenceModelStatus SentenceModel,
    IReadOnlyDictionary<string, string> Settings
);

/// <summary>The server itself.</summary>
internal static class SystemApi
{
    public static void MapSystem(this IEndpointRouteBuilder api) =>
        api.MapGroup("")
            .WithTags("System")
            .MapGet("/system", ReadAsync)
            .Describe("getSystem", "Read versions, database status and settings");

    private static async Task<Ok<SystemStatus>> ReadAsync(
        IMotifDatabase database,
        IEnumerable<ISourceLanguage> languages,
        Dashboard dashboard,
        MotifServerOptions options,
        ServerClock clock,
        [FromServices] VectorSync? vectors,
        SentenceModel model,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new SystemStatus(
                ServerVersion.Text,
                RuntimeInformation.FrameworkDescription,
                RuntimeInformation.OSDescription,
                clock.StartedAt,
                await database.StatusAsync(cancellationToken),
                [.. languages.Select(l => l.Name).Order(StringComparer.Ordinal)],
                dashboard.IsBuilt,
                options.RequiresApiKey,
                vectors is null ? null : await vectors.StatusAsync(cancellationToken),
                model.Status,
                options.Shown()
            )
        );
}
