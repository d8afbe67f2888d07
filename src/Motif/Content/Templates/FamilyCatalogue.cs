using Motif.Catalog;

namespace Motif.Content.Templates;

/// <summary>A family as it stands.</summary>
/// <param name="Posts">Of all personas, those that went out and were not released.</param>
public sealed record FamilySummary(string FamilyId, string Template, long Posts);

/// <summary>What became of families in the catalogue.</summary>
/// <param name="Retired">Patterns of families that lead to another since: deprecated, with that one's id in the history.</param>
public sealed record FamilyPublication(
    int Created,
    int Updated,
    int Unchanged,
    int Refused,
    int Retired
);

/// <summary>Families as patterns of the kind content, so that they can be found, described and related like any other.</summary>
public sealed class FamilyCatalogue(
    FamilyShelf families,
    ITemplateFamilyStore store,
    Catalogue catalogue
)
{
    private const string PatternType = "post_template";

    /// <summary>A template of one post is no pattern yet.</summary>
    private const int LeastMembers = 2;

    /// <summary>The families with the most posts first.</summary>
    public async Task<IReadOnlyList<FamilySummary>> ListAsync(
        int limit,
        CancellationToken cancellationToken
    )
    {
        var aliases = await store.AliasesAsync(cancellationToken);
        var posts = (await store.PostsAsync(cancellationToken))
            .GroupBy(p => aliases.Resolve(p.Key), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.Value), StringComparer.Ordinal);
        return
        [
            .. (await families.AllAsync(cancellationToken))
                .Select(f => new FamilySummary(
                    f.FamilyId,
                    f.Text,
                    posts.GetValueOrDefault(f.FamilyId)
                ))
                .OrderByDescending(f => f.Posts)
                .ThenBy(f => f.FamilyId, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    /// <summary>Brings the catalogue up to date with the families; the same again changes nothing.</summary>
    public async Task<FamilyPublication> PublishAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var drafts = (await families.AllAsync(cancellationToken))
            .Where(f => f.Members >= LeastMembers)
            .OrderBy(f => f.FamilyId, StringComparer.Ordinal)
            .Select(Draft)
            .ToList();
        var results = await catalogue.UpsertManyAsync(drafts, actor, cancellationToken);
        return new FamilyPublication(
            results.Count(r => r.Result is UpsertResult.Created),
            results.Count(r => r.Result is UpsertResult.Updated),
            results.Count(r => r.Result is UpsertResult.Unchanged),
            results.Count(r => r.Result is UpsertResult.Refused),
            await RetireAsync(actor, cancellationToken)
        );
    }

    /// <summary>Deprecates what stands for a family whose posts count for another by now.</summary>
    private async Task<int> RetireAsync(Actor actor, CancellationToken cancellationToken)
    {
        var aliases = await store.AliasesAsync(cancellationToken);
        var retired = 0;
        foreach (var alias in aliases.All)
        {
            var id = PatternId.For(PatternKind.Content, alias.AliasId);
            if (
                await catalogue.FindAsync(id, cancellationToken)
                is not { Status: PatternStatus.Active }
            )
                continue;
            var patch = new PatternPatch
            {
                Status = PatternStatus.Deprecated,
                Note = $"its posts count for {aliases.Resolve(alias.AliasId)}",
            };
            var answer = await catalogue.PatchAsync(id, null, patch, actor, cancellationToken);
            retired += answer.Problem is null ? 1 : 0;
        }
        return retired;
    }

    /// <summary>As much of the template as a name may hold, cut between words.</summary>
    private static string Name(string text)
    {
        if (text.Length <= PatternDraft.MaxNameLength)
            return text;
        var end = text.LastIndexOf(' ', PatternDraft.MaxNameLength - 2);
        return end > 0 ? text[..end] + "…" : text[..1] + "…";
    }

    private static PatternDraft Draft(TemplateFamily family)
    {
        var text = family.Text;
        return new PatternDraft
        {
            Kind = PatternKind.Content,
            PatternType = PatternType,
            Key = family.FamilyId,
            Name = Name(text),
            Description = $"Posts that read: {text}",
            Body = PatternBody.From(new { family_id = family.FamilyId, template = text }),
        };
    }
}
