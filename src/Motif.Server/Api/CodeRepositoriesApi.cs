using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Code;
using Motif.Code.Scanning;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Api;

/// <summary>The source trees that were scanned.</summary>
internal static class CodeRepositoriesApi
{
    public static void MapCodeRepositories(this IEndpointRouteBuilder api)
    {
        var repositories = api.MapGroup("").WithTags("Code");
        repositories
            .MapGet("/code/repositories", ListAsync)
            .Describe("listRepositories", "List the scanned source trees by name");
        repositories
            .MapDelete("/code/repositories/{name}", ForgetAsync)
            .Describe(
                "forgetRepository",
                "Forget a source tree",
                "Its files, places, relationships and scans are taken out in one transaction; a pattern that then stands nowhere is retired. A slash in the name is sent as %2F."
            )
            .ForOperators()
            .MayFail(404, 409);
    }

    private static async Task<Ok<Items<CodeRepository>>> ListAsync(
        CodeRepositories repositories,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(new Items<CodeRepository>(await repositories.ListAsync(cancellationToken)));

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(
        string name,
        HttpContext context,
        CodeRepositories repositories,
        ScanJobs jobs,
        CancellationToken cancellationToken
    )
    {
        // The one escape that a path keeps.
        name = name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var running = jobs.Scans.FirstOrDefault(s =>
            s.State is ScanState.Running && s.Repository == name
        );
        if (running is not null)
            return Problems.Of(
                Problems.ScanRunning,
                $"scan {running.ScanId} of {name} is running; cancel it first"
            );
        return
            await repositories.ForgetAsync(
                name,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
                is null
            ? Problems.Of(Problems.NotFound, $"no repository is called {name}")
            : TypedResults.NoContent();
    }
}
