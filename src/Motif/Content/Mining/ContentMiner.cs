using Motif.Content.Templates;

namespace Motif.Content.Mining;

/// <summary>The template of one line of a corpus, and its family among the others.</summary>
/// <param name="PatternId">Null for a line without a template.</param>
public sealed record MinedLine(string? PatternId, string? FamilyId, string? Template);

/// <summary>What a corpus came to, line for line in its order.</summary>
public sealed record MinedCorpus(IReadOnlyList<MinedLine> Lines);

/// <summary>
/// Finds the templates of a whole corpus at once. Distinct texts are taken in one canonical order, so that neither the order of
/// the lines nor how they were dealt out to workers changes a family.
/// </summary>
public sealed class ContentMiner(ITemplateExtractor extractor)
{
    public MinedCorpus Mine(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (LogMiner.LooksLikeLogs(lines))
            return new MinedCorpus(LogMiner.Mine(lines));
        return new MinedCorpus(MinePosts(lines));
    }

    private List<MinedLine> MinePosts(IReadOnlyList<string> lines)
    {
        var templates = lines.Select(extractor.Extract).ToList();
        var index = new FamilyIndex();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var template in templates
                .Where(t => t.Status is TemplateStatus.Ok)
                .DistinctBy(t => t.TextHash, StringComparer.Ordinal)
                .OrderBy(t => t.Text, StringComparer.Ordinal)
                .ThenBy(t => t.TextHash, StringComparer.Ordinal)
        )
            ids[template.TextHash] = index.Add(template).FamilyId;
        return
        [
            .. templates.Select(t =>
                t.Status is TemplateStatus.Ok && index.Find(ids[t.TextHash]) is { } family
                    ? new MinedLine(t.PatternId, family.FamilyId, family.Text)
                    : new MinedLine(null, null, null)
            ),
        ];
    }
}
