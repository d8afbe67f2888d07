using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Mining;

namespace Motif.Content.Posts;

/// <summary>A post that was made elsewhere, a line of an import.</summary>
[WireRequest]
public sealed record ImportedPost
{
    public required string PersonaId { get; init; }
    public string? Content { get; init; }
    public string? Pattern { get; init; }
    public string? ExternalId { get; init; }
    public string? VariantId { get; init; }
    public string? Topic { get; init; }
    public PostKind Kind { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public required DateTimeOffset UsedAt { get; init; }
    public double? Impressions { get; init; }
    public double? Successes { get; init; }

    /// <summary>When the numbers were read; now when not given.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>An imported post that broke a cap, with all posts of the window that it broke.</summary>
public sealed record ImportBreach(long Line, Guid PostId, IReadOnlyList<CapBreach> Breaches);

/// <summary>What an import did.</summary>
/// <param name="Repeated">Posts that were known already.</param>
public sealed record PostImportReport(
    long Read,
    long Imported,
    long Repeated,
    IReadOnlyList<ImportBreach> Breaches,
    IReadOnlyList<RefusedRow> Refused
);

/// <summary>
/// Imports posts from JSON lines or CSV. They count like any other; a line that is wrong is refused with its number and the
/// others are taken. Sending a post again, by its external id, changes nothing. As many lines as the settings' batch size says
/// are written together, those of one persona in one transaction.
/// </summary>
public sealed class PostImport(PostLifecycle lifecycle, ContentSettings settings, TimeProvider time)
{
    public const int MaxLineBytes = 1 << 20;

    public async Task<PostImportReport> ImportAsync(
        Stream source,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var current = await settings.CurrentAsync(cancellationToken);
        var run = new Run(lifecycle, time, current.BatchSize);
        var lines = new JsonLines<ImportedPost>(MaxLineBytes, "a post");
        await foreach (var line in lines.ReadAsync(source, cancellationToken))
            await run.TakeAsync(line.Number, line.Value, line.Mistake, cancellationToken);
        await run.FlushAsync(cancellationToken);
        return run.Report();
    }

    /// <summary>CSV with a header that names the fields of <see cref="ImportedPost"/>.</summary>
    /// <exception cref="FormatException">It is no CSV, or a column is missing.</exception>
    public async Task<PostImportReport> ImportCsvAsync(
        string csv,
        CancellationToken cancellationToken
    )
    {
        var rows = CorpusText.Rows(csv);
        if (rows.Count == 0)
            throw new FormatException("it has no header");
        foreach (var needed in (string[])["persona_id", "used_at"])
            if (!rows[0].Contains(needed, StringComparer.Ordinal))
                throw new FormatException($"there is no column {needed}");
        var json = new StringBuilder();
        foreach (var row in rows.Skip(1))
            json.AppendLine(CsvPost.ToJson(rows[0], row));
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(json.ToString()));
        return await ImportAsync(lines, cancellationToken);
    }

    /// <summary>One import under way.</summary>
    private sealed class Run(PostLifecycle lifecycle, TimeProvider time, int batchSize)
    {
        private readonly List<(long Line, string PersonaId, PublishPost Post)> _waiting = [];
        private readonly List<ImportBreach> _breaches = [];
        private readonly List<RefusedRow> _refused = [];
        private long _read;
        private long _imported;
        private long _repeated;

        public PostImportReport Report() =>
            new(_read, _imported, _repeated, _breaches, [.. _refused.OrderBy(r => r.Row)]);

        public async Task TakeAsync(
            long line,
            ImportedPost? post,
            string? mistake,
            CancellationToken cancellationToken
        )
        {
            _read++;
            if (post is null)
            {
                _refused.Add(new RefusedRow(line, mistake!));
                return;
            }
            var snapshot = Snapshot(post);
            if (snapshot is not null && MetricState.Fault(snapshot) is { } fault)
            {
                _refused.Add(new RefusedRow(line, fault));
                return;
            }
            _waiting.Add((line, post.PersonaId, Request(post, snapshot)));
            if (_waiting.Count >= batchSize)
                await FlushAsync(cancellationToken);
        }

        /// <summary>Writes what waits.</summary>
        public async Task FlushAsync(CancellationToken cancellationToken)
        {
            var answers = new List<(long Line, CatalogueAnswer<PostReceipt> Answer)>();
            foreach (var persona in _waiting.GroupBy(w => w.PersonaId, StringComparer.Ordinal))
                answers.AddRange(
                    persona
                        .Select(w => w.Line)
                        .Zip(
                            await lifecycle.PublishAsync(
                                persona.Key,
                                [.. persona.Select(w => w.Post)],
                                cancellationToken
                            )
                        )
                );
            _waiting.Clear();
            foreach (var (line, answer) in answers.OrderBy(a => a.Line))
                Count(line, answer);
        }

        private void Count(long line, CatalogueAnswer<PostReceipt> answer)
        {
            if (answer.Value is not { } receipt)
                _refused.Add(new RefusedRow(line, answer.Problem!.OneLine));
            else
                Count(line, receipt);
        }

        private void Count(long line, PostReceipt receipt)
        {
            if (receipt.Repeated)
            {
                _repeated++;
                return;
            }
            _imported++;
            if (receipt.Post.Breaches.Count > 0)
                _breaches.Add(new ImportBreach(line, receipt.Post.PostId, receipt.Post.Breaches));
        }

        private MetricSnapshot? Snapshot(ImportedPost post) =>
            post.Impressions is null && post.Successes is null
                ? null
                : new MetricSnapshot(
                    post.AsOf ?? Moment.Now(time),
                    post.Impressions,
                    post.Successes
                );

        private static PublishPost Request(ImportedPost post, MetricSnapshot? snapshot) =>
            new()
            {
                Content = post.Content,
                Pattern = post.Pattern,
                ExternalId = post.ExternalId,
                // Without the platform's id the post is known by who said what when.
                IdempotencyKey = post.ExternalId is null
                    ? $"import:{post.UsedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}:{Templates.TemplateId.Of(post.Content ?? post.Pattern ?? "")}"
                    : null,
                VariantId = post.VariantId,
                Topic = post.Topic,
                Kind = post.Kind,
                UsedAt = post.UsedAt,
                Metrics = snapshot is null ? [] : [snapshot],
            };
    }
}
