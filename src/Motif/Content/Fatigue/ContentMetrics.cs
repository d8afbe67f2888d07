using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Motif.Content.Fatigue;

/// <summary>What a cache said to a read.</summary>
public enum CacheResult
{
    Hit,
    Miss,

    /// <summary>Something else stood there; it was not believed.</summary>
    Damaged,

    /// <summary>The cache did not answer.</summary>
    Failed,
}

/// <summary>What the capability counts and times, as instruments of the meter <c>Motif</c>. Thread-safe.</summary>
public sealed class ContentMetrics : IDisposable
{
    /// <summary>Seconds; an extraction is meant to take less than .001, a check less than .01.</summary>
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5],
    };

    private readonly Meter _meter;
    private readonly Histogram<double> _extraction;
    private readonly Histogram<double> _check;
    private readonly Counter<long> _expired;
    private readonly Counter<long> _violations;
    private readonly Counter<long> _relaxed;
    private readonly Counter<long> _cache;

    public ContentMetrics(IMeterFactory? meters = null)
    {
        _meter = meters?.Create("Motif") ?? new Meter("Motif");
        _extraction = _meter.CreateHistogram(
            "pattern.extraction.latency",
            "s",
            "Time to find the template of a content.",
            advice: Buckets
        );
        _check = _meter.CreateHistogram(
            "fatigue.check.latency",
            "s",
            "Time to answer whether a template is fatigued.",
            advice: Buckets
        );
        _expired = _meter.CreateCounter<long>(
            "expired.reservations",
            description: "Reservations that nobody published."
        );
        _violations = _meter.CreateCounter<long>(
            "fatigue.violations",
            description: "Facts that broke a cap."
        );
        _relaxed = _meter.CreateCounter<long>(
            "relaxed.slates",
            description: "Slots drawn with a limit given up, by reason."
        );
        _cache = _meter.CreateCounter<long>(
            "content.cache.reads",
            description: "Reads of a persona's ledger that a cache was asked for, by what it said."
        );
    }

    public void Expired(int count) => _expired.Add(count);

    public void Violated(int count) => _violations.Add(count);

    public void Relaxed(string reason) =>
        _relaxed.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void ReadFromCache(CacheResult result) =>
        _cache.Add(1, new KeyValuePair<string, object?>("result", WireName.Of(result)));

    internal Timing TimeExtraction() => new(_extraction);

    internal Timing TimeCheck() => new(_check);

    public void Dispose() => _meter.Dispose();

    /// <summary>Measures until it is disposed.</summary>
    internal readonly struct Timing(Histogram<double> histogram) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose() => histogram.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds);
    }
}
