using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Content.Templates;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Two families that are one.</summary>
/// <param name="From">A family's id, or a template of the caller's own.</param>
/// <param name="Into">A family's id, or a template of the caller's own, for which the posts count from now on.</param>
[WireRequest]
public sealed record MergeFamilies(string From, string Into);

/// <summary>Which comparison is put into force.</summary>
/// <param name="State">That of the comparison which was looked at.</param>
[WireRequest]
public sealed record SwitchFamilies(string State);

/// <summary>Which texts count as the same: merges, renames and rebuilds of families.</summary>
internal static class ContentFamiliesApi
{
    public static void MapContentFamilies(this RouteGroupBuilder content)
    {
        content
            .MapGet("/families/aliases", AliasesAsync)
            .Describe(
                "listFamilyAliases",
                "List ids of families that lead to another since, the newest first"
            );
        content
            .MapPost("/families/merge", MergeAsync)
            .Describe(
                "mergeFamilies",
                "Let the posts of one family count for another",
                "Posts that were made count too, and none is changed: the id leads to the other family from now on. A template of your own is renamed the same way."
            )
            .ForOperators()
            .MayFail(413, 415);
        content
            .MapGet("/families/rebuild", CompareAsync)
            .Describe(
                "compareFamilies",
                "Rebuild the families of the texts that made them, and say what would change",
                "Keeps nothing. The same texts end in the same families, whatever the order in which they came."
            );
        content
            .MapPost("/families/rebuild", SwitchAsync)
            .Describe(
                "switchFamilies",
                "Put the rebuilt families into force",
                "Asks for the state of the comparison; where families changed since, 412. Families that are no more lead to those that took them up."
            )
            .ForOperators()
            .MayFail(412, 413, 415);
    }

    private static async Task<Ok<Items<FamilyAlias>>> AliasesAsync(
        FamilyAuthority authority,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<FamilyAlias>(await authority.AliasesAsync(cancellationToken)));

    private static async Task<Results<Ok<FamilyAlias>, ProblemHttpResult>> MergeAsync(
        MergeFamilies request,
        HttpContext context,
        FamilyAuthority authority,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await authority.MergeAsync(
                request.From,
                request.Into,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Ok<FamilyDiff>> CompareAsync(
        FamilyAuthority authority,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await authority.CompareAsync(cancellationToken));

    private static async Task<Results<Ok<FamilyDiff>, ProblemHttpResult>> SwitchAsync(
        SwitchFamilies request,
        HttpContext context,
        FamilyAuthority authority,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await authority.SwitchAsync(
                request.State,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );
}
