using Motif.Catalog;

namespace Motif.Matching.Starter;

/// <summary>
/// The engineering practices that come with Motif, so that the first match of an empty catalogue is useful. One Markdown
/// file each, in this folder.
/// </summary>
public static class StarterCatalogue
{
    private const string Extension = ".md";

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
                    return MarkdownDraft.Read(reader.ReadToEnd());
                }),
        ];
    }
}
