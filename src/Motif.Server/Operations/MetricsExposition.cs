using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Motif.Server.Operations;

/// <summary>
/// The meters of this server in Prometheus' text format 0.0.4. Instruments are named as OpenTelemetry's compatibility
/// rules say: dots become underscores, the unit and, for counters, <c>_total</c> are appended.
/// </summary>
internal sealed class MetricsExposition : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>More label sets of one instrument than this are a mistake; they are counted as one.</summary>
    private const int MaxSeries = 2000;

    /// <summary>Meters of the process as a whole have no factory and are everybody's.</summary>
    private static readonly string[] ProcessMeters = ["System.Runtime"];
    private static readonly string[] ServerMeters =
    [
        ServerMeter.Name,
        "Microsoft.AspNetCore.Hosting",
    ];

    private readonly ConcurrentDictionary<Instrument, Family> _families = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _scrape = new();

    public MetricsExposition(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Several servers may run in one process: each tells its own numbers.
            var isOurs =
                ReferenceEquals(instrument.Meter.Scope, meters)
                && ServerMeters.Contains(instrument.Meter.Name, StringComparer.Ordinal);
            if (isOurs || ProcessMeters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Record(i, v, tags));
        _listener.Start();
    }

    public string Write()
    {
        lock (_scrape)
        {
            foreach (var family in _families.Values.Where(f => f.IsObservable))
                family.Series.Clear();
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var family in _families.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
                family.Write(text);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record(
        Instrument instrument,
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    )
    {
        var family = _families.GetOrAdd(instrument, static i => new Family(i));
        var labels = Labels(tags);
        if (family.Series.Count >= MaxSeries && !family.Series.ContainsKey(labels))
            labels = "overflow=\"true\"";
        family.Series.GetOrAdd(labels, static (_, f) => new Series(f), family).Record(value);
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
            labels[Identifier(name)] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return string.Join(',', labels.Select(l => $"{l.Key}=\"{Escape(l.Value)}\""));
    }

    private static string Identifier(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>One instrument.</summary>
    private sealed class Family
    {
        /// <summary>OpenTelemetry's bounds for durations in seconds, where an instrument advises none.</summary>
        private static readonly double[] DefaultBounds =
        [
            0.005,
            0.01,
            0.025,
            0.05,
            0.075,
            0.1,
            0.25,
            0.5,
            0.75,
            1,
            2.5,
            5,
            7.5,
            10,
        ];

        private readonly string _help;
        private readonly string _type;

        public Family(Instrument instrument)
        {
            var kind = instrument.GetType().Name;
            IsObservable = instrument.IsObservable;
            IsAdded = !IsObservable && !kind.StartsWith("Gauge", StringComparison.Ordinal);
            _type =
                kind.Contains("UpDown", StringComparison.Ordinal) ? "gauge"
                : kind.Contains("Counter", StringComparison.Ordinal) ? "counter"
                : kind.Contains("Histogram", StringComparison.Ordinal) ? "histogram"
                : "gauge";
            Bounds = _type == "histogram" ? Advised(instrument) ?? DefaultBounds : null;
            Name = Identifier(instrument.Name) + Unit(instrument.Unit);
            if (_type == "counter")
                Name += "_total";
            // That ending belongs to histograms; the runtime counts its processors with it.
            else if (_type == "gauge" && Name.EndsWith("_count", StringComparison.Ordinal))
                Name = $"{Name[..^"_count".Length]}_number";
            _help = instrument.Description is { Length: > 0 } text ? text : instrument.Name;
        }

        public string Name { get; }

        public bool IsObservable { get; }

        /// <summary>Measurements add up; otherwise the last one stands.</summary>
        public bool IsAdded { get; }

        /// <summary>Upper bounds of a histogram; null for everything else.</summary>
        public IReadOnlyList<double>? Bounds { get; }

        public ConcurrentDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public void Write(StringBuilder text)
        {
            if (Series.IsEmpty)
                return;
            var help = _help
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal);
            text.Append("# HELP ").Append(Name).Append(' ').Append(help).Append('\n');
            text.Append("# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
            foreach (var (labels, series) in Series.OrderBy(s => s.Key, StringComparer.Ordinal))
                series.Write(text, Name, labels);
        }

        private static IReadOnlyList<double>? Advised(Instrument instrument) =>
            instrument switch
            {
                Histogram<double> h => h.Advice?.HistogramBucketBoundaries,
                Histogram<long> h => h
                    .Advice?.HistogramBucketBoundaries?.Select(b => (double)b)
                    .ToList(),
                _ => null,
            };

        private static string Unit(string? unit) =>
            unit switch
            {
                "s" => "_seconds",
                "By" => "_bytes",
                _ => "",
            };
    }

    /// <summary>One label set of an instrument.</summary>
    private sealed class Series(Family family)
    {
        private readonly Lock _lock = new();
        private readonly long[] _buckets = new long[family.Bounds?.Count ?? 0];
        private double _sum;
        private long _count;

        public void Record(double value)
        {
            lock (_lock)
            {
                _sum = family.IsAdded ? _sum + value : value;
                _count++;
                for (var i = 0; i < _buckets.Length; i++)
                    _buckets[i] += value <= family.Bounds![i] ? 1 : 0;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (_lock)
            {
                if (family.Bounds is null)
                {
                    Line(text, name, labels, _sum);
                    return;
                }
                var before = labels.Length > 0 ? labels + "," : "";
                for (var i = 0; i < _buckets.Length; i++)
                    Line(
                        text,
                        $"{name}_bucket",
                        $"{before}le=\"{Number(family.Bounds[i])}\"",
                        _buckets[i]
                    );
                Line(text, $"{name}_bucket", before + "le=\"+Inf\"", _count);
                Line(text, $"{name}_sum", labels, _sum);
                Line(text, $"{name}_count", labels, _count);
            }
        }

        private static void Line(StringBuilder text, string name, string labels, double value)
        {
            text.Append(name);
            if (labels.Length > 0)
                text.Append('{').Append(labels).Append('}');
            text.Append(' ').Append(Number(value)).Append('\n');
        }
    }
}
