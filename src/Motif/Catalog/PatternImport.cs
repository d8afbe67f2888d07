namespace Motif.Catalog;

/// <summary>A line that was not imported, and why.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Source">The file it stands in, where several were read; null otherwise.</param>
public sealed record RejectedLine(long Line, string Detail, string? Source = null);

/// <summary>What an import came to: <paramref name="Read"/> is the sum of all that follow.</summary>
/// <param name="Read">Lines that were not blank.</param>
/// <param name="RejectedLines">How many lines were rejected.</param>
/// <param name="Rejected">The first <see cref="MaxRejected"/> of them, in order.</param>
public sealed record ImportReport(
    long Read,
    long Created,
    long Updated,
    long Unchanged,
    long RejectedLines,
    IReadOnlyList<RejectedLine> Rejected
)
{
    /// <summary>More rejected lines are counted but not listed.</summary>
    public const int MaxRejected = 10_000;

    public static ImportReport Empty { get; } = new(0, 0, 0, 0, 0, []);

    /// <summary>Both imports as one.</summary>
    public static ImportReport operator +(ImportReport left, ImportReport right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new ImportReport(
            left.Read + right.Read,
            left.Created + right.Created,
            left.Updated + right.Updated,
            left.Unchanged + right.Unchanged,
            left.RejectedLines + right.RejectedLines,
            [.. left.Rejected.Concat(right.Rejected).Take(MaxRejected)]
        );
    }

    /// <summary>What one draft's upsert came to; a refused one stands at <paramref name="line"/>.</summary>
    internal static ImportReport Of(UpsertedDraft upserted, long line, string? source) =>
        upserted.Result switch
        {
            UpsertResult.Created => Empty with { Read = 1, Created = 1 },
            UpsertResult.Updated => Empty with { Read = 1, Updated = 1 },
            UpsertResult.Unchanged => Empty with { Read = 1, Unchanged = 1 },
            _ => Empty with
            {
                Read = 1,
                RejectedLines = 1,
                Rejected = [new RejectedLine(line, upserted.Problem!.OneLine, source)],
            },
        };
}

/// <summary>
/// Imports patterns from JSON lines, one <see cref="PatternDraft"/> a line, as an upsert by kind and key. The source is read
/// as it comes and written in batches; a bad line is reported and loses nothing but itself.
/// </summary>
public sealed class PatternImport(Catalogue catalogue)
{
    /// <summary>Drafts written in one transaction.</summary>
    public const int BatchSize = 500;

    /// <summary>The longest line read: the largest body, escaped, and everything else.</summary>
    public const int MaxLineBytes = 4 << 20;

    /// <param name="source">UTF-8, with or without a byte order mark; left open.</param>
    /// <param name="progress">Told of the report so far after every batch.</param>
    public async Task<ImportReport> ImportAsync(
        Stream source,
        Actor actor,
        IProgress<ImportReport>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(actor);
        var run = new Run(catalogue, actor, progress);
        var lines = new JsonLines<PatternDraft>(MaxLineBytes, "a pattern");
        await foreach (var line in lines.ReadAsync(source, cancellationToken))
            await run.TakeAsync(line, cancellationToken);
        await run.WriteAsync(cancellationToken);
        return run.Report();
    }

    /// <summary>One import under way.</summary>
    private sealed class Run(Catalogue catalogue, Actor actor, IProgress<ImportReport>? progress)
    {
        private readonly List<(long Line, PatternDraft Draft)> _batch = [];
        private readonly List<RejectedLine> _rejected = [];
        private long _read;
        private long _created;
        private long _updated;
        private long _unchanged;
        private long _rejectedLines;

        public ImportReport Report() =>
            new(
                _read,
                _created,
                _updated,
                _unchanged,
                _rejectedLines,
                [.. _rejected.OrderBy(r => r.Line)]
            );

        public async Task TakeAsync(
            JsonLine<PatternDraft> line,
            CancellationToken cancellationToken
        )
        {
            _read++;
            if (line.Value is { } draft)
                _batch.Add((line.Number, draft));
            else
                Reject(line.Number, line.Mistake!);
            if (_batch.Count == BatchSize)
                await WriteAsync(cancellationToken);
        }

        public async Task WriteAsync(CancellationToken cancellationToken)
        {
            if (_batch.Count == 0)
                return;
            var results = await catalogue.UpsertEachAsync(
                [.. _batch.Select(b => b.Draft)],
                actor,
                cancellationToken
            );
            for (var i = 0; i < results.Count; i++)
                Count(_batch[i].Line, results[i]);
            _batch.Clear();
            progress?.Report(Report());
        }

        private void Count(long line, UpsertedDraft upserted)
        {
            switch (upserted.Result)
            {
                case UpsertResult.Created:
                    _created++;
                    break;
                case UpsertResult.Updated:
                    _updated++;
                    break;
                case UpsertResult.Unchanged:
                    _unchanged++;
                    break;
                default:
                    Reject(line, upserted.Problem!.OneLine);
                    break;
            }
        }

        private void Reject(long line, string detail)
        {
            _rejectedLines++;
            if (_rejected.Count < ImportReport.MaxRejected)
                _rejected.Add(new RejectedLine(line, detail));
        }
    }
}
