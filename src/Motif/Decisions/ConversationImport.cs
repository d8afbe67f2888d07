using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>
/// Takes in conversations of the past, JSON lines or CSV: pairs of what customers said and people answered, grouped by answer
/// into candidates that wait for a review. Nothing is answered, sent or taught by it. Lines are staged in parts as they come, and
/// pairs kept conversation by conversation: memory does not grow with the file, an import that broke off goes on where it stood
/// when it is sent again, and one that is sent twice adds nothing. Thread-safe.
/// </summary>
public sealed class ConversationImport(
    IDecisionStore store,
    ImportedPairs pairs,
    ImportedCandidates candidates,
    TimeProvider time
)
{
    public const int MaxLineBytes = 4 << 20;

    private const int MostRefused = 100;

    /// <param name="importId">Names it; by it an import is gone on with, and reviewed.</param>
    /// <param name="progress">Told after each part that was kept.</param>
    public Task<CatalogueAnswer<ImportRecord>> ImportAsync(
        Stream source,
        string importId,
        Actor actor,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return ImportAsync(
            Lines().ReadAsync(source, cancellationToken),
            () => null,
            importId,
            actor,
            progress,
            cancellationToken
        );
    }

    /// <summary>CSV with a header that names fields of <see cref="ImportedLine"/>, a turn a row.</summary>
    public Task<CatalogueAnswer<ImportRecord>> ImportCsvAsync(
        Stream csv,
        string importId,
        Actor actor,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(csv);
        var rows = new ConversationCsv(Lines());
        return ImportAsync(
            rows.ReadAsync(csv, cancellationToken),
            () =>
                rows.HasHeader
                    ? null
                    : "is no CSV with the columns conversation_id, role and text, and where known at, customer_id and action",
            importId,
            actor,
            progress,
            cancellationToken
        );
    }

    public async Task<CatalogueAnswer<ImportRecord>> FindAsync(
        string importId,
        CancellationToken cancellationToken
    ) =>
        await store.FindDocumentAsync(DocumentKind.Import, importId, cancellationToken) is { } kept
            ? kept.Read<ImportRecord>()
            : new CatalogueProblem(CatalogueRefusal.NotFound, $"there is no import '{importId}'");

    public async Task<IReadOnlyList<ImportRecord>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await store.DocumentsAsync(DocumentKind.Import, cancellationToken)).Select(d =>
                d.Read<ImportRecord>()
            ),
        ];

    private static JsonLines<ImportedLine> Lines() => new(MaxLineBytes, "a conversation or a turn");

    /// <param name="mistake">What is wrong with all of what was read; asked at its end.</param>
    private async Task<CatalogueAnswer<ImportRecord>> ImportAsync(
        IAsyncEnumerable<JsonLine<ImportedLine>> lines,
        Func<string?> mistake,
        string importId,
        Actor actor,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (string.IsNullOrWhiteSpace(importId) || importId.Length > 100)
            return CatalogueProblem.Invalid("import_id", "must have 1 to 100 characters");
        var run = new Run(importId, actor.Name, Moment.Now(time), progress);
        await StageAsync(run, lines, cancellationToken);
        if (mistake() is { } wrong)
            return CatalogueProblem.Invalid("body", wrong);
        var before = await FindAsync(importId, cancellationToken);
        var known = await store.CountPairsAsync(importId, cancellationToken);
        await foreach (
            var (conversations, found) in pairs.KeepAsync(importId, run.Refuse, cancellationToken)
        )
        {
            run.Conversations += conversations;
            run.Pairs += found;
            run.Tell();
        }
        run.Known = run.Pairs - (await store.CountPairsAsync(importId, cancellationToken) - known);
        return await FinishAsync(run, before.Value, cancellationToken);
    }

    private async Task StageAsync(
        Run run,
        IAsyncEnumerable<JsonLine<ImportedLine>> lines,
        CancellationToken cancellationToken
    )
    {
        using var part = new PartBuilder(run.ImportId);
        await foreach (var line in lines)
        {
            run.Read++;
            if ((line.Value is null ? line.Mistake : line.Value.Mistake()) is { } wrong)
                run.Refuse(line.Number, wrong);
            else
                part.Add(line.Number, line.Value!);
            if (part.IsFull)
                await StageAsync(run, part, cancellationToken);
        }
        if (!part.IsEmpty)
            await StageAsync(run, part, cancellationToken);
        await pairs.DropAsync(run.ImportId, part.Part, cancellationToken);
    }

    private async Task StageAsync(Run run, PartBuilder part, CancellationToken cancellationToken)
    {
        if (!await store.IsStagedAsync(part.Head(), cancellationToken))
        {
            var staged = part.Build();
            await store.ChangeAsync(
                new DecisionScope(),
                ledger =>
                {
                    ledger.Stage.Put(staged);
                    return true;
                },
                cancellationToken
            );
        }
        part.Next();
        run.Tell();
    }

    private async Task<CatalogueAnswer<ImportRecord>> FinishAsync(
        Run run,
        ImportRecord? before,
        CancellationToken cancellationToken
    )
    {
        var found = await candidates.OfAsync(run.ImportId, before, null, cancellationToken);
        var record = run.Record(found, isComplete: true);
        await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Put(
                    DecisionDocument.Of(DocumentKind.Import, run.ImportId, run.StartedAt, record)
                );
                ledger.Add(
                    new AuditEvent(
                        run.StartedAt,
                        run.Actor,
                        "imported",
                        Detail: FormattableString.Invariant(
                            $"sha256 {Hash(run.ImportId)}, {record.Pairs} pairs, {record.KnownPairs} known, {record.RefusedCount} lines refused, {found.Count} candidates"
                        )
                    )
                );
                ledger.Stage.Drop(run.ImportId, 0);
                return true;
            },
            cancellationToken
        );
        return record;
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>One import under way.</summary>
    private sealed class Run(
        string importId,
        string actor,
        DateTimeOffset startedAt,
        IProgress<ImportRecord>? progress
    )
    {
        private readonly List<RefusedLine> _refused = [];
        private long _refusedCount;

        public string ImportId => importId;

        public string Actor => actor;

        public DateTimeOffset StartedAt => startedAt;

        public long Read { get; set; }

        public long Conversations { get; set; }

        public long Pairs { get; set; }

        public long Known { get; set; }

        public void Refuse(long line, string reason)
        {
            _refusedCount++;
            if (_refused.Count < MostRefused)
                _refused.Add(new RefusedLine(line, reason));
        }

        public void Tell() => progress?.Report(Record([], isComplete: false));

        public ImportRecord Record(IReadOnlyList<ImportCandidate> candidates, bool isComplete) =>
            new(
                importId,
                startedAt,
                actor,
                Read,
                Conversations,
                Pairs,
                Known,
                _refusedCount,
                [.. _refused],
                isComplete,
                candidates
            );
    }
}
