using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Decisions;
using Motif.Decisions.Importing;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Conversations of the past, and the candidates that they bring.</summary>
internal static class DecisionImportsApi
{
    private const string Csv = "text/csv";

    public static void MapDecisionImports(
        this RouteGroupBuilder decisions,
        MotifServerOptions options
    )
    {
        decisions
            .MapPost("/import", ImportAsync)
            .Describe(
                "importConversations",
                "Import conversations of the past, JSON lines or CSV",
                "They bring candidates that wait for a review, and nothing else: nothing is answered, sent or taught. Lines that are wrong are refused with their number. Sent again, an import goes on where it broke off and adds nothing twice. Needs the right teach."
            )
            .Accepts<ImportedLine>(TransferApi.JsonLines, Csv)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
        decisions
            .MapGet("/import", ListAsync)
            .Describe("listConversationImports", "List the imports of conversations");
        decisions
            .MapGet("/import/{id}", FindAsync)
            .Describe("getConversationImport", "Read an import with its candidates")
            .MayFail(404);
        decisions
            .MapPost("/import/{id}/candidates/{candidate:guid}", ReviewAsync)
            .Describe(
                "reviewCandidate",
                "Take up a candidate of an import, or leave it",
                "Taken up, it is a pattern in shadow, and the messages that it answered are its examples: they teach what it is about, never how sure to be."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415);
    }

    private static async Task<Results<Ok<ImportRecord>, ProblemHttpResult>> ImportAsync(
        [
            FromQuery(Name = "import_id"),
            Description("Names the import; the same name goes on with it. 'import' when not given.")
        ]
            string? importId,
        HttpContext context,
        ConversationImport import,
        CancellationToken cancellationToken
    )
    {
        var (id, actor) = (importId ?? "import", ApiKeyAuthentication.ActorOf(context));
        if (
            context.Request.ContentType?.StartsWith(Csv, StringComparison.OrdinalIgnoreCase)
            is not true
        )
            return ContentApi.Answered(
                await import.ImportAsync(
                    context.Request.Body,
                    id,
                    actor,
                    progress: null,
                    cancellationToken
                )
            );
        return ContentApi.Answered(
            await import.ImportCsvAsync(
                context.Request.Body,
                id,
                actor,
                progress: null,
                cancellationToken
            )
        );
    }

    private static async Task<Ok<Items<ImportRecord>>> ListAsync(
        ConversationImport import,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<ImportRecord>(await import.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<ImportRecord>, ProblemHttpResult>> FindAsync(
        string id,
        ConversationImport import,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await import.FindAsync(id, cancellationToken));

    private static async Task<Results<Ok<ImportRecord>, ProblemHttpResult>> ReviewAsync(
        string id,
        Guid candidate,
        ReviewCandidate review,
        ImportReview imports,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await imports.ReviewAsync(
                id,
                candidate,
                review,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );
}
