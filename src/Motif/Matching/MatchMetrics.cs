using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Motif.Matching;

/// <summary>What matching counts, as instruments of the meter <c>Motif</c>. Thread-safe.</summary>
public sealed class MatchMetrics : IDisposable
{
    /// <summary>Seconds; a match is meant to take less than .05.</summary>
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    };

    private readonly Meter _meter;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _lookup;
    private readonly Counter<long> _matches;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _degraded;

    public MatchMetrics(IMeterFactory? meters = null)
    {
        _meter = meters?.Create("Motif") ?? new Meter("Motif");
        _latency = _meter.CreateHistogram(
            "pattern.match.latency",
            "s",
            "From a match request to its answer, exposures not included.",
            advice: Buckets
        );
        _lookup = _meter.CreateHistogram(
            "postgres.lookup.duration",
            "s",
            "Loading the patterns of an answer from the database, whichever it is.",
            advice: Buckets
        );
        _matches = _meter.CreateCounter<long>(
            "pattern.matches",
            "{pattern}",
            "Patterns delivered by matches, by type and status."
        );
        _dropped = _meter.CreateCounter<long>(
            "motif.match.dropped",
            "{pattern}",
            "Hits of the index whose pattern the database no longer has."
        );
        _degraded = _meter.CreateCounter<long>(
            "motif.match.degraded",
            "{match}",
            "Matches that the offline vectors answered because the embedding endpoint failed."
        );
    }

    public void LookedUp(TimeSpan duration, int dropped)
    {
        _lookup.Record(duration.TotalSeconds);
        if (dropped > 0)
            _dropped.Add(dropped);
    }

    public void Matched(TimeSpan duration, bool isDegraded, IReadOnlyList<Pattern> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        _latency.Record(duration.TotalSeconds);
        if (isDegraded)
            _degraded.Add(1);
        foreach (var pattern in shown)
            _matches.Add(
                1,
                new TagList
                {
                    { "pattern_type", pattern.PatternType },
                    { "status", WireName.Of(pattern.Status) },
                }
            );
    }

    public void Dispose() => _meter.Dispose();
}
