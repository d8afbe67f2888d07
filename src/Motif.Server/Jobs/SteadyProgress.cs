using Motif.Code.Scanning;

namespace Motif.Server.Jobs;

/// <summary>Passes on at most ten reports a second: a scan makes thousands, and each stands for all before it.</summary>
internal sealed class SteadyProgress(TimeProvider time, Action<ScanProgress> tell)
    : IProgress<ScanProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long? _toldAt;

    public void Report(ScanProgress value)
    {
        lock (_lock)
        {
            if (_toldAt is { } told && time.GetElapsedTime(told) < Interval)
                return;
            _toldAt = time.GetTimestamp();
            tell(value);
        }
    }
}
