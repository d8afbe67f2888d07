using Motif.Catalog;

namespace Motif.Decisions;

/// <summary>
/// The time by which holds begin and end. A wall clock that is set back does not make a held answer late: for as long as a hold
/// may last the time that has really passed counts on from where it stood. Thread-safe.
/// </summary>
public sealed class SteadyClock(TimeProvider time)
{
    /// <summary>No hold is longer; after it the wall clock is believed again.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _wall = DateTimeOffset.MinValue;
    private long _stamp;
    private long _setBackAt;
    private bool _isSetBack;

    public DateTimeOffset Now()
    {
        var (wall, stamp) = (Moment.Now(time), time.GetTimestamp());
        lock (_lock)
        {
            var steady =
                _wall == DateTimeOffset.MinValue
                    ? wall
                    : _wall + time.GetElapsedTime(_stamp, stamp);
            if (wall >= steady)
                _isSetBack = false;
            else if (!_isSetBack)
                (_isSetBack, _setBackAt) = (true, stamp);
            else if (time.GetElapsedTime(_setBackAt, stamp) > LongestHold)
                (_isSetBack, steady) = (false, wall);
            (_wall, _stamp) = (wall > steady ? wall : steady, stamp);
            return _wall;
        }
    }
}
