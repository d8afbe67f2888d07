using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

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
        var reader = PipeReader.Create(source, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            await run.ReadAsync(reader, cancellationToken);
        }
        finally
        {
            await reader.CompleteAsync();
        }
        return run.Report();
    }

    /// <summary>One import under way.</summary>
    private sealed class Run(Catalogue catalogue, Actor actor, IProgress<ImportReport>? progress)
    {
        private readonly List<(long Line, PatternDraft Draft)> _batch = [];
        private readonly List<RejectedLine> _rejected = [];
        private long _line = 1;
        private long _read;
        private long _created;
        private long _updated;
        private long _unchanged;
        private long _rejectedLines;

        /// <summary>The rest of a line that was rejected for its length is passed over.</summary>
        private bool _isSkipping;

        public ImportReport Report() =>
            new(
                _read,
                _created,
                _updated,
                _unchanged,
                _rejectedLines,
                [.. _rejected.OrderBy(r => r.Line)]
            );

        public async Task ReadAsync(PipeReader reader, CancellationToken cancellationToken)
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (TryTakeLine(ref buffer, out var line))
                {
                    EndLine(line);
                    if (_batch.Count == BatchSize)
                        await WriteAsync(cancellationToken);
                }
                if (result.IsCompleted && buffer.Length > 0)
                    EndLine(buffer);
                else if (buffer.Length > MaxLineBytes)
                    Skip(ref buffer);
                reader.AdvanceTo(result.IsCompleted ? buffer.End : buffer.Start, buffer.End);
                if (result.IsCompleted)
                    break;
            }
            await WriteAsync(cancellationToken);
        }

        private static bool TryTakeLine(
            ref ReadOnlySequence<byte> buffer,
            out ReadOnlySequence<byte> line
        )
        {
            line = default;
            if (buffer.PositionOf((byte)'\n') is not { } end)
                return false;
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        private void Skip(ref ReadOnlySequence<byte> buffer)
        {
            if (!_isSkipping)
                RejectLength();
            _isSkipping = true;
            buffer = buffer.Slice(buffer.End);
        }

        private void EndLine(ReadOnlySequence<byte> line)
        {
            if (_isSkipping)
                _isSkipping = false;
            else if (line.Length > MaxLineBytes)
                RejectLength();
            else
                Parse(line.IsSingleSegment ? line.FirstSpan : line.ToArray());
            _line++;
        }

        private void RejectLength()
        {
            _read++;
            Reject(_line, $"is longer than {MaxLineBytes} bytes");
        }

        private void Parse(ReadOnlySpan<byte> line)
        {
            if (_line == 1 && line.StartsWith(Encoding.UTF8.Preamble))
                line = line[Encoding.UTF8.Preamble.Length..];
            line = line.Trim(" \t\r"u8);
            if (line.IsEmpty)
                return;
            _read++;
            try
            {
                if (JsonSerializer.Deserialize<PatternDraft>(line, MotifJson.Options) is { } draft)
                    _batch.Add((_line, draft));
                else
                    Reject(_line, "a pattern is expected, null was given");
            }
            catch (JsonException exception)
            {
                var mistake = JsonMistake.Of(exception, typeof(PatternDraft), MotifJson.Options);
                Reject(_line, mistake.OneLine);
            }
        }

        private async Task WriteAsync(CancellationToken cancellationToken)
        {
            if (_batch.Count == 0)
                return;
            var results = await catalogue.UpsertManyAsync(
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
