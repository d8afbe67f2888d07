using System.Diagnostics;
using System.Diagnostics.Metrics;
using Motif.Catalog;
using Motif.Code;
using Motif.Matching.Indexing;
using Motif.Storage;

namespace Motif.Server.Operations;

/// <summary>What this server counts, as <see cref="ServerMeter"/>.</summary>
internal sealed class ServerMetrics
{
    /// <summary>Counting a large catalogue at every scrape would cost more than it tells.</summary>
    private static readonly TimeSpan CountsAge = TimeSpan.FromSeconds(10);

    private readonly Catalogue _catalogue;
    private readonly TimeProvider _time;
    private readonly VectorSync? _vectors;
    private readonly ILogger<ServerMetrics> _log;
    private readonly Counter<long> _writes;
    private readonly Counter<long> _imported;
    private readonly Counter<long> _scans;
    private readonly Counter<long> _scannedFiles;
    private readonly Counter<long> _scannedLines;
    private readonly Histogram<double> _scanDuration;
    private CatalogueCounts? _counts;
    private VectorStatus? _vectorStatus;
    private long _countedAt;

    public ServerMetrics(
        IMeterFactory meters,
        Catalogue catalogue,
        TimeProvider time,
        ILogger<ServerMetrics> log,
        VectorSync? vectors = null
    )
    {
        (_catalogue, _time, _log, _vectors) = (catalogue, time, log, vectors);
        var meter = meters.Create(ServerMeter.Name);
        meter.CreateObservableGauge(
            "motif.patterns",
            Patterns,
            "{pattern}",
            "Patterns of the catalogue by kind and status."
        );
        meter.CreateObservableGauge(
            "motif.relationships",
            () => Counted(c => c.Relationships),
            "{edge}",
            "Relationships of the catalogue."
        );
        meter.CreateObservableGauge(
            "motif.uses",
            () => Counted(c => c.Uses),
            "{use}",
            "Uses in the ledger."
        );
        meter.CreateObservableGauge(
            "motif.exposures",
            () => Counted(c => c.Exposures),
            "{exposure}",
            "Exposures in the ledger."
        );
        if (vectors is not null)
            ObserveVectors(meter);
        _writes = meter.CreateCounter<long>(
            "motif.writes",
            "{request}",
            "Changes of the catalogue through the API by operation."
        );
        _imported = meter.CreateCounter<long>(
            "motif.imported.lines",
            "{line}",
            "Lines of imports through the API by result."
        );
        _scans = meter.CreateCounter<long>("motif.scans", "{scan}", "Scans that ended, by state.");
        _scannedFiles = meter.CreateCounter<long>(
            "motif.scanned.files",
            "{file}",
            "Files that scans read."
        );
        _scannedLines = meter.CreateCounter<long>(
            "motif.scanned.lines",
            "{line}",
            "Lines of source that scans read."
        );
        _scanDuration = meter.CreateHistogram(
            "motif.scan.duration",
            "s",
            "How long scans took.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600],
            }
        );
    }

    public void Wrote(string operation) =>
        _writes.Add(1, new KeyValuePair<string, object?>("operation", operation));

    public void Imported(ImportReport report)
    {
        CountImported("created", report.Created);
        CountImported("updated", report.Updated);
        CountImported("unchanged", report.Unchanged);
        CountImported("rejected", report.RejectedLines);
    }

    public void Imported(UsageImportReport report)
    {
        CountImported("recorded", report.Read - report.RejectedLines);
        CountImported("rejected", report.RejectedLines);
    }

    public void Scanned(CodeScan scan)
    {
        _scans.Add(1, new KeyValuePair<string, object?>("state", WireName.Of(scan.State)));
        _scannedFiles.Add(scan.Files);
        _scannedLines.Add(scan.Lines);
        if (scan.FinishedAt is { } end)
            _scanDuration.Record((end - scan.StartedAt).TotalSeconds);
    }

    private void CountImported(string result, long lines) =>
        _imported.Add(lines, new KeyValuePair<string, object?>("result", result));

    /// <summary>Counts the catalogue if that was not done lately; observers read what is there.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await RefreshVectorsAsync(cancellationToken);
        if (_counts is not null && _time.GetElapsedTime(_countedAt) < CountsAge)
            return;
        try
        {
            _counts = await _catalogue.CountAsync(cancellationToken);
            _countedAt = _time.GetTimestamp();
        }
        catch (BackendException exception)
        {
            // The other metrics matter most just now; what cannot be counted is left out.
            _counts = null;
            _log.LogWarning(exception, "The catalogue could not be counted");
        }
    }

    private async Task RefreshVectorsAsync(CancellationToken cancellationToken)
    {
        try
        {
            _vectorStatus = _vectors is null ? null : await _vectors.StatusAsync(cancellationToken);
        }
        catch (BackendException exception)
        {
            _vectorStatus = null;
            _log.LogWarning(exception, "The state of the vectors could not be read");
        }
    }

    private void ObserveVectors(Meter meter)
    {
        meter.CreateObservableGauge(
            "pattern.sync.lag",
            () => Vectors(v => v.LagSeconds),
            "s",
            "Age of the oldest change of a pattern that is not in the vector index yet."
        );
        meter.CreateObservableGauge(
            "motif.vectors",
            () => Vectors(v => v.Vectors),
            "{vector}",
            "Vectors of the current embedding space."
        );
        meter.CreateObservableGauge(
            "motif.outbox.pending",
            () => Vectors(v => v.Pending),
            "{pattern}",
            "Patterns whose change is not in the vector index yet."
        );
        meter.CreateObservableGauge(
            "motif.outbox.dead_letters",
            () => Vectors(v => v.DeadLetters),
            "{pattern}",
            "Patterns that the embedding model or the vector index refused for good."
        );
        meter.CreateObservableGauge(
            "motif.circuit.open",
            Circuits,
            "{circuit}",
            "1 while calls of a remote service fail at once, by service."
        );
    }

    private IEnumerable<Measurement<T>> Vectors<T>(Func<VectorStatus, T> value)
        where T : struct => _vectorStatus is { } status ? [new Measurement<T>(value(status))] : [];

    private IEnumerable<Measurement<int>> Circuits()
    {
        if (_vectorStatus is not { } status)
            yield break;
        (string, string?)[] circuits =
        [
            ("embedding", status.EmbeddingCircuit),
            ("vectors", status.IndexCircuit),
        ];
        foreach (var (service, circuit) in circuits)
        {
            if (circuit is not null)
                yield return new Measurement<int>(
                    circuit == "closed" ? 0 : 1,
                    new KeyValuePair<string, object?>("service", service)
                );
        }
    }

    private IEnumerable<Measurement<long>> Patterns() =>
        (_counts?.Groups ?? [])
            .GroupBy(g => (g.Kind, g.Status))
            .Select(g => new Measurement<long>(
                g.Sum(c => c.Patterns),
                new TagList
                {
                    { "kind", WireName.Of(g.Key.Kind) },
                    { "status", WireName.Of(g.Key.Status) },
                }
            ));

    private IEnumerable<Measurement<long>> Counted(Func<CatalogueCounts, long> count) =>
        _counts is null ? [] : [new Measurement<long>(count(_counts))];
}
