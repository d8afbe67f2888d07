namespace Motif.Catalog;

/// <summary>
/// Times as they are kept: UTC in whole microseconds, the finest that every store has. A finer one would change between
/// the answer to a write and the next read.
/// </summary>
internal static class Moment
{
    public static DateTimeOffset Now(TimeProvider time) => Kept(time.GetUtcNow());

    public static DateTimeOffset Kept(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
