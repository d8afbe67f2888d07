namespace Motif.Discovery.Runs;

/// <summary>
/// How far a run is, how long it took so far, and how long it will still take if what is left goes as what was done: each step has a
/// usual share of a run, and a step that counts has done its part of that. Thread-safe.
/// </summary>
internal sealed class RunClock(TimeProvider time)
{
    /// <summary>Of a run that has all steps.</summary>
    private static readonly Dictionary<RunStep, double> Shares = new()
    {
        [RunStep.Reading] = 0.05,
        [RunStep.Embedding] = 0.3,
        [RunStep.Clustering] = 0.3,
        [RunStep.Naming] = 0.05,
        [RunStep.Mining] = 0.35,
        [RunStep.Drawing] = 0.2,
        [RunStep.Writing] = 0.05,
    };

    /// <summary>Sooner an estimate says more of the start than of the run.</summary>
    private static readonly TimeSpan TooSoon = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private readonly HashSet<RunStep> _seen = [];
    private RunProgress _last = new(RunStep.Reading);

    /// <summary>Seconds at which the step began.</summary>
    private double _stepBegan;

    public void Tell(RunProgress progress)
    {
        lock (_lock)
        {
            if (progress.Step != _last.Step)
                _stepBegan = Elapsed.TotalSeconds;
            _last = progress;
            _seen.Add(progress.Step);
        }
    }

    public RunProgress Now()
    {
        lock (_lock)
            return _last with
            {
                ElapsedSeconds = Rounded(Elapsed.TotalSeconds),
                LeftSeconds = Left() is { } left ? Rounded(left) : null,
            };
    }

    private TimeSpan Elapsed => time.GetElapsedTime(_began);

    private double? Left()
    {
        var elapsed = Elapsed;
        if (elapsed < TooSoon)
            return null;
        var before = Sum(s => s < _last.Step && _seen.Contains(s));
        var own = Shares[_last.Step];
        var after = Sum(s => s > _last.Step && !IsOptional(s));
        if (_last is { Done: > 0 and var done, Total: > 0 and var total })
        {
            var made = before + (own * Math.Min(1, done / (double)total));
            return elapsed.TotalSeconds * (before + own + after - made) / made;
        }
        if (before <= 0)
            return null;
        // A step that does not count takes its share of what went before it; once it took that, it is about to end.
        var second = _stepBegan / before;
        var gone = elapsed.TotalSeconds - _stepBegan;
        return (Math.Max(0, own - (second <= 0 ? own : gone / second)) + after)
            * Math.Max(second, 0);
    }

    private static double Sum(Func<RunStep, bool> counts) =>
        Shares.Where(s => counts(s.Key)).Sum(s => s.Value);

    /// <summary>Vectors may be there, and names are asked for where a model is configured.</summary>
    private static bool IsOptional(RunStep step) => step is RunStep.Embedding or RunStep.Naming;

    private static double Rounded(double seconds) => Math.Round(seconds, 1);
}
