using Motif.Catalog;

namespace Motif.Content.Templates;

/// <summary>A family as it stands.</summary>
/// <param name="Members">Posts that belong to it.</param>
public sealed record FamilySummary(string FamilyId, string Template, long Members);

/// <summary>What became of families in the catalogue.</summary>
public sealed record FamilyPublication(int Created, int Updated, int Unchanged, int Refused);

/// <summary>Families as patterns of the kind content, so that they can be found, described and related like any other.</summary>
public sealed class FamilyCatalogue(FamilyShelf families, Catalogue catalogue)
{
    private const string PatternType = "post_template";

    /// <summary>A template of one post is no pattern yet.</summary>
    private const int LeastMembers = 2;

    /// <summary>The families with the most members first.</summary>
    public async Task<IReadOnlyList<FamilySummary>> ListAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await families.AllAsync(cancellationToken))
                .OrderByDescending(f => f.Members)
                .ThenBy(f => f.FamilyId, StringComparer.Ordinal)
                .Take(limit)
                .Select(f => new FamilySummary(f.FamilyId, f.Text, f.Members)),
        ];

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
            results.Count(r => r.Result is UpsertResult.Refused)
        );
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
