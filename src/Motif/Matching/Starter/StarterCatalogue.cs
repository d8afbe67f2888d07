using Motif.Catalog;

namespace Motif.Matching.Starter;

/// <summary>
/// The engineering practices that come with Motif, so that the first match of an empty catalogue is useful. One Markdown
/// file each, in this folder.
/// </summary>
public static class StarterCatalogue
{
    private const string Extension = ".md";

    /// <summary>Puts them into the catalogue in one transaction; what stands as it should stays untouched.</summary>
    /// <returns>What became of them; a practice that was archived by hand is refused and stays so.</returns>
    public static async Task<ImportReport> AddAsync(
        Catalogue catalogue,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var drafts = Read();
        var upserted = await catalogue.UpsertManyAsync(drafts, actor, cancellationToken);
        return upserted
            .Select((result, i) => ImportReport.Of(result, 1, drafts[i].Key + Extension))
            .Aggregate(ImportReport.Empty, (sum, one) => sum + one);
    }

    /// <summary>All practices by file name.</summary>
    public static IReadOnlyList<PatternDraft> Read()
    {
        var assembly = typeof(StarterCatalogue).Assembly;
        var folder = typeof(StarterCatalogue).Namespace + ".";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n =>
                    n.StartsWith(folder, StringComparison.Ordinal)
                    && n.EndsWith(Extension, StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    // The file names the practice: its words may be improved and it stays the same pattern.
                    return MarkdownDraft.Read(reader.ReadToEnd()) with
                    {
                        Key = n[folder.Length..^Extension.Length],
                    };
                }),
        ];
    }
}
