namespace Motif.Catalog;

/// <summary>A file with one pattern in Markdown.</summary>
/// <param name="Source">Its path as the report names it.</param>
/// <param name="Key">The pattern's key where its front matter gives none: the file stays the same pattern when its words change.</param>
public sealed record MarkdownFile(string Source, string Key, string Text);

/// <summary>
/// Imports patterns from Markdown files (<see cref="MarkdownDraft"/>) as an upsert by kind and key, in batches. A bad file is
/// reported with its line and loses nothing but itself.
/// </summary>
public sealed class MarkdownImport(Catalogue catalogue)
{
    public async Task<ImportReport> ImportAsync(
        IEnumerable<MarkdownFile> files,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        var report = ImportReport.Empty;
        foreach (var batch in files.Chunk(PatternImport.BatchSize))
        {
            var drafts = new List<(string Source, PatternDraft Draft)>(batch.Length);
            foreach (var file in batch)
            {
                try
                {
                    var draft = MarkdownDraft.Read(file.Text);
                    drafts.Add((file.Source, draft with { Key = draft.Key ?? file.Key }));
                }
                catch (MarkdownException exception)
                {
                    report += Rejected(file.Source, exception);
                }
            }
            var upserted = await catalogue.UpsertEachAsync(
                drafts.ConvertAll(d => d.Draft),
                actor,
                cancellationToken
            );
            for (var i = 0; i < upserted.Count; i++)
                report += ImportReport.Of(upserted[i], 1, drafts[i].Source);
        }
        return report;
    }

    private static ImportReport Rejected(string source, MarkdownException exception) =>
        ImportReport.Empty with
        {
            Read = 1,
            RejectedLines = 1,
            Rejected = [new RejectedLine(exception.Line, exception.Mistake, source)],
        };
}
