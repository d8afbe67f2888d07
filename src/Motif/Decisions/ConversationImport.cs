using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Motif.Catalog;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;
using Motif.Storage;
using Motif.Text;

namespace Motif.Decisions;

/// <summary>
/// Takes in conversations of the past, JSON lines or CSV: pairs of what customers said and people answered, grouped by answer
/// into candidates that wait for a review. Nothing is answered, sent or taught by it. Every conversation is kept as it is done:
/// an import that broke off goes on where it stood when it is sent again, and one that is sent twice adds nothing. Thread-safe.
/// </summary>
public sealed class ConversationImport(IDecisionStore store, TimeProvider time)
{
    public const int MaxLineBytes = 4 << 20;

    private static readonly string[] Needed = ["conversation_id", "role", "text"];

    private const int MostRefused = 100;
    private const int PairsAtOnce = 500;
    private const int MostTurns = 2_000_000;

    /// <param name="importId">Names it; by it an import is gone on with, and reviewed.</param>
    /// <param name="progress">Told after each part that was kept.</param>
    public Task<CatalogueAnswer<ImportRecord>> ImportAsync(
        Stream source,
        string importId,
        Actor actor,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    ) => ImportAsync(source, importId, actor, [], progress, cancellationToken);

    private async Task<CatalogueAnswer<ImportRecord>> ImportAsync(
        Stream source,
        string importId,
        Actor actor,
        IReadOnlyList<RefusedLine> refused,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (string.IsNullOrWhiteSpace(importId) || importId.Length > 100)
            return CatalogueProblem.Invalid("import_id", "must have 1 to 100 characters");
        var run = new Run(importId, actor.Name, Moment.Now(time));
        foreach (var line in refused)
            run.Take(line.Line, null, line.Reason);
        var lines = new JsonLines<ImportedLine>(MaxLineBytes, "a conversation or a turn");
        await foreach (var line in lines.ReadAsync(source, cancellationToken))
            if (!run.Take(line.Number, line.Value, line.Mistake))
                return CatalogueProblem.Invalid(
                    "body",
                    FormattableString.Invariant(
                        $"has more than {MostTurns} turns; import it in parts"
                    )
                );
        await KeepAsync(run, progress, cancellationToken);
        return await FinishAsync(run, cancellationToken);
    }

    /// <summary>CSV with a header that names fields of <see cref="ImportedLine"/>, a turn a row.</summary>
    public async Task<CatalogueAnswer<ImportRecord>> ImportCsvAsync(
        Stream csv,
        string importId,
        Actor actor,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(csv);
        var refused = new List<RefusedLine>();
        if (await LinesAsync(csv, refused, cancellationToken) is not { } lines)
            return CatalogueProblem.Invalid(
                "body",
                "is no CSV with the columns conversation_id, role and text, and where known at, customer_id and action"
            );
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return await ImportAsync(source, importId, actor, refused, progress, cancellationToken);
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

    /// <summary>Each row as a JSON line on the line of the text where it begins, so that a refusal names that; null for what is no CSV.</summary>
    private static async Task<string?> LinesAsync(
        Stream csv,
        List<RefusedLine> refused,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string>? header = null;
        var lines = new StringBuilder();
        var at = 1L;
        await foreach (var row in CsvRows.ReadAsync(csv, cancellationToken))
        {
            if (header is null)
            {
                header = [.. row.Fields.Select(f => f.Trim().ToLowerInvariant())];
                if (Needed.Any(c => !header.Contains(c, StringComparer.Ordinal)))
                    return null;
                continue;
            }
            if (row.Mistake is { } mistake)
            {
                refused.Add(new RefusedLine(row.Line, mistake));
                continue;
            }
            for (; at < row.Line; at++)
                lines.Append('\n');
            lines.Append(Json(header, row.Fields));
        }
        return header is null ? null : lines.Append('\n').ToString();
    }

    private static string Json(IReadOnlyList<string> header, IReadOnlyList<string> fields)
    {
        var line = new JsonObject();
        for (var i = 0; i < header.Count && i < fields.Count; i++)
            if (fields[i].Length > 0)
                line[header[i]] = fields[i];
        return line.ToJsonString(MotifJson.Options);
    }

    private async Task KeepAsync(
        Run run,
        IProgress<ImportRecord>? progress,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var part in run
                .Conversations.SelectMany(c => ConversationPairs.Of(c, run.ImportId))
                .Chunk(PairsAtOnce)
        )
        {
            await store.ChangeAsync(
                new DecisionScope(),
                ledger =>
                {
                    foreach (var pair in part)
                        ledger.Add(pair);
                    return true;
                },
                cancellationToken
            );
            run.Pairs += part.Length;
            progress?.Report(run.Record([], isComplete: false));
        }
    }

    private async Task<CatalogueAnswer<ImportRecord>> FinishAsync(
        Run run,
        CancellationToken cancellationToken
    )
    {
        var pairs = await PairsAsync(run.ImportId, cancellationToken);
        var before = await store.FindDocumentAsync(
            DocumentKind.Import,
            run.ImportId,
            cancellationToken
        );
        run.Known =
            run.Pairs
            - Math.Max(
                0,
                pairs.Count
                    - (before?.Read<ImportRecord>() is { } old ? old.Pairs - old.KnownPairs : 0)
            );
        var candidates = Candidates(pairs, before?.Read<ImportRecord>());
        var record = run.Record(candidates, isComplete: true);
        return await store.ChangeAsync(
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
                            $"sha256 {Hash(run.ImportId)}, {record.Pairs} pairs, {record.KnownPairs} known, {record.RefusedCount} lines refused, {candidates.Count} candidates"
                        )
                    )
                );
                return record;
            },
            cancellationToken
        );
    }

    /// <summary>What the pairs propose; what was reviewed before stays reviewed.</summary>
    internal static IReadOnlyList<ImportCandidate> Candidates(
        IEnumerable<ImportedPair> pairs,
        ImportRecord? before
    )
    {
        var reviewed = before?.Candidates.ToDictionary(c => c.CandidateId) ?? [];
        return
        [
            .. ResponseClusters
                .Of(pairs)
                .Select(c =>
                    reviewed.TryGetValue(c.CandidateId, out var known)
                        ? c with
                        {
                            State = known.State,
                            PatternId = known.PatternId,
                        }
                        : c
                ),
        ];
    }

    internal async Task<IReadOnlyList<ImportedPair>> PairsAsync(
        string importId,
        CancellationToken cancellationToken
    )
    {
        var all = new List<ImportedPair>();
        while (true)
        {
            var page = await store.PairsAsync(
                importId,
                all.Count == 0 ? null : all[^1].PairId,
                PairsAtOnce,
                cancellationToken
            );
            all.AddRange(page);
            if (page.Count < PairsAtOnce)
                return all;
        }
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>One import under way.</summary>
    private sealed class Run(string importId, string actor, DateTimeOffset startedAt)
    {
        private readonly Dictionary<string, GatheredConversation> _conversations = new(
            StringComparer.Ordinal
        );
        private readonly List<RefusedLine> _refused = [];
        private long _refusedCount;
        private long _read;
        private long _turns;

        public string ImportId => importId;

        public string Actor => actor;

        public DateTimeOffset StartedAt => startedAt;

        public IEnumerable<GatheredConversation> Conversations => _conversations.Values;

        public long Pairs { get; set; }

        public long Known { get; set; }

        /// <returns>False where there is too much to hold.</returns>
        public bool Take(long number, ImportedLine? line, string? mistake)
        {
            _read++;
            if ((line?.Mistake() ?? (line is null ? mistake : null)) is { } wrong)
            {
                _refusedCount++;
                if (_refused.Count < MostRefused)
                    _refused.Add(new RefusedLine(number, wrong));
                return true;
            }
            if (!_conversations.TryGetValue(line!.ConversationId, out var conversation))
                _conversations[line.ConversationId] = conversation = new GatheredConversation(
                    line.ConversationId
                );
            conversation.CustomerId ??= line.CustomerId;
            foreach (var turn in line.All)
            {
                conversation.Turns.Add((turn, number));
                _turns++;
            }
            return _turns <= MostTurns;
        }

        public ImportRecord Record(IReadOnlyList<ImportCandidate> candidates, bool isComplete) =>
            new(
                importId,
                startedAt,
                actor,
                _read,
                _conversations.Count,
                Pairs,
                Known,
                _refusedCount,
                [.. _refused],
                isComplete,
                candidates
            );
    }
}
