using Motif.Storage;

namespace Motif.Catalog;

/// <summary>
/// Imports the manifests of agents from JSON lines, a <see cref="UsageManifest"/> a line, into the ledger. Idempotent by
/// manifest, action and pattern. Batches that the store cannot take for the moment are tried again.
/// </summary>
public sealed class UsageImport(Ledger ledger, IUsageStore uses, TimeProvider time)
{
    /// <summary>The longest line read.</summary>
    public const int MaxLineBytes = 1 << 20;

    /// <summary>Entries of the ledger after which a batch is written; a manifest is never divided.</summary>
    public const int BatchSize = 500;

    private const int MaxAttempts = 6;

    /// <summary>Unknown patterns that the report of a line names.</summary>
    private const int ShownNames = 5;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);

    /// <param name="source">UTF-8, with or without a byte order mark; left open.</param>
    /// <exception cref="BackendException">The store failed for good; what was written stays, and the same import again completes it.</exception>
    public async Task<UsageImportReport> ImportAsync(
        Stream source,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var run = new Run(ledger, uses, time);
        var lines = new JsonLines<UsageManifest>(MaxLineBytes, "a manifest");
        await foreach (var line in lines.ReadAsync(source, cancellationToken))
            await run.TakeAsync(line, cancellationToken);
        await run.WriteAsync(cancellationToken);
        return run.Report();
    }

    /// <summary>One import under way.</summary>
    private sealed class Run(Ledger ledger, IUsageStore uses, TimeProvider time)
    {
        private readonly List<(long Line, UsageManifest Manifest, List<Use> Uses)> _batch = [];
        private readonly List<RejectedLine> _rejected = [];
        private int _waiting;
        private long _read;
        private long _exposures;
        private long _uses;
        private long _outcomes;
        private long _repeated;
        private long _rejectedLines;

        public UsageImportReport Report() =>
            new(
                _read,
                _exposures,
                _uses,
                _outcomes,
                _repeated,
                _rejectedLines,
                [.. _rejected.OrderBy(r => r.Line)]
            );

        public async Task TakeAsync(
            JsonLine<UsageManifest> line,
            CancellationToken cancellationToken
        )
        {
            _read++;
            if (line.Value is not { } manifest)
            {
                Reject(line.Number, line.Mistake!);
                return;
            }
            var entries = ManifestEntries.Of(manifest, ledger);
            if (entries.Value is not { } taken)
            {
                Reject(line.Number, entries.Problem!.OneLine);
                return;
            }
            _batch.Add((line.Number, manifest, taken));
            _waiting += taken.Count;
            if (_waiting >= BatchSize)
                await WriteAsync(cancellationToken);
        }

        public async Task WriteAsync(CancellationToken cancellationToken)
        {
            await WriteAsync(_batch, cancellationToken);
            _batch.Clear();
            _waiting = 0;
        }

        /// <summary>Should the store refuse a line that had passed every check, that one is rejected and all others are written.</summary>
        private async Task WriteAsync(
            List<(long Line, UsageManifest Manifest, List<Use> Uses)> batch,
            CancellationToken cancellationToken
        )
        {
            try
            {
                await AppendAsync(batch, cancellationToken);
            }
            catch (UnstorableException exception) when (batch.Count == 1)
            {
                Reject(batch[0].Line, exception.Message);
            }
            catch (UnstorableException)
            {
                foreach (var line in batch)
                    await WriteAsync([line], cancellationToken);
            }
        }

        private async Task AppendAsync(
            List<(long Line, UsageManifest Manifest, List<Use> Uses)> lines,
            CancellationToken cancellationToken
        )
        {
            for (var batch = lines; batch.Count > 0; )
            {
                var (stored, unknown) = await PersistentlyAsync(
                    () => uses.AppendAsync([.. batch.SelectMany(b => b.Uses)], cancellationToken),
                    cancellationToken
                );
                if (unknown.Count == 0)
                {
                    await CountAsync(batch, stored, cancellationToken);
                    return;
                }
                batch = RejectUnknown(batch, unknown);
            }
        }

        /// <summary>
        /// The lines that are left: a pattern that is not there takes its own entries out of a line, not those of the others.
        /// </summary>
        private List<(long Line, UsageManifest Manifest, List<Use> Uses)> RejectUnknown(
            List<(long Line, UsageManifest Manifest, List<Use> Uses)> batch,
            IReadOnlyList<Guid> unknown
        )
        {
            foreach (var (line, manifest, entries) in batch)
            {
                var missing = entries
                    .Select(u => u.PatternId)
                    .Where(unknown.Contains)
                    .Distinct()
                    .Select(id => ManifestEntries.NameOf(manifest, id))
                    .ToList();
                if (missing.Count == 0)
                    continue;
                entries.RemoveAll(u => unknown.Contains(u.PatternId));
                var left = entries.Count == 0 ? "nothing of the line" : "the rest of the line";
                Reject(line, $"the catalogue has no {Listed(missing)}; {left} is recorded");
            }
            return batch.FindAll(b => b.Uses.Count > 0);
        }

        private static string Listed(List<string> names) =>
            string.Join(", no ", names.Take(ShownNames))
            + (names.Count > ShownNames ? $" and {names.Count - ShownNames} more" : "");

        private async Task CountAsync(
            List<(long Line, UsageManifest Manifest, List<Use> Uses)> batch,
            IReadOnlyList<(Use Use, bool IsNew)> stored,
            CancellationToken cancellationToken
        )
        {
            var next = 0;
            foreach (var (line, _, entries) in batch)
            foreach (var wanted in entries)
            {
                var (use, isNew) = stored[next++];
                if (!isNew)
                    await RepeatAsync(line, wanted, use, cancellationToken);
                else if (use.Action is UseAction.Exposed)
                    _exposures++;
                else
                    _uses++;
                if (isNew && use.Outcome is not null)
                    _outcomes++;
            }
        }

        /// <summary>An entry that was there: an outcome that has become known since is added to it.</summary>
        private async Task RepeatAsync(
            long line,
            Use wanted,
            Use stored,
            CancellationToken cancellationToken
        )
        {
            _repeated++;
            if (wanted.Outcome is not { } outcome || stored.Outcome == outcome)
                return;
            var entry = new OutcomeEntry(
                stored.PatternId,
                stored.UseId,
                outcome,
                Moment.Now(time),
                Metrics: null
            );
            var result = await PersistentlyAsync(
                () => uses.RecordOutcomeAsync(entry, cancellationToken),
                cancellationToken
            );
            if (result is OutcomeResult.Recorded)
                _outcomes++;
            else if (result is not OutcomeResult.AlreadyRecorded)
                Reject(
                    line,
                    $"another outcome than {WireName.Of(outcome)} stands for pattern {stored.PatternId} already and is final; the rest of the line is recorded"
                );
        }

        /// <summary>A lock or a lost connection passes; waiting doubles from a tenth of a second.</summary>
        private async Task<T> PersistentlyAsync<T>(
            Func<Task<T>> write,
            CancellationToken cancellationToken
        )
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await write();
                }
                catch (BackendException exception)
                    when (exception.IsTransient && attempt < MaxAttempts)
                {
                    await Task.Delay(FirstRetry * (1 << (attempt - 1)), time, cancellationToken);
                }
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
