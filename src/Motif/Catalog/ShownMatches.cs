using Motif.Storage;

namespace Motif.Catalog;

/// <summary>
/// Whether a match showed a pattern. Exposures reach the ledger by a queue, here or in another process of the same database, so
/// that an agent can be faster than what it was shown: a match is doubted only when its exposures had time to arrive. Thread-safe.
/// </summary>
internal sealed class ShownMatches(IUsageStore uses, TimeProvider time, ExposureQueue? exposures)
{
    /// <summary>How long after a match another server may need to append what it showed.</summary>
    internal static readonly TimeSpan Arrival = TimeSpan.FromSeconds(3);

    /// <summary>Clocks of servers may differ by this much; an id from later than that was made up.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>True without a match. A failing store is a <see cref="BackendException"/>.</summary>
    public async Task<bool> ShowedAsync(
        Guid patternId,
        Guid? matchId,
        CancellationToken cancellationToken
    )
    {
        if (matchId is not { } match)
            return true;
        var (asked, waiting) = (time.GetTimestamp(), exposures?.Taken ?? 0);
        var patience = Patience(match);
        while (true)
        {
            // Before the ledger is read: what settles in between is not missed.
            var isSettled = exposures is null || exposures.Settled >= waiting;
            var found = await uses.MatchIdsAsync(
                patternId,
                IdPrefix.Of(match),
                1,
                cancellationToken
            );
            if (found.Count > 0)
                return true;
            if (patience is not { } left || (isSettled && time.GetElapsedTime(asked) >= left))
                return false;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>How long its exposures may still be on their way; null for an id that no match can have.</summary>
    private TimeSpan? Patience(Guid match)
    {
        const int TimeVersion = 7;
        if (match.Version != TimeVersion)
            return null;
        var age = time.GetUtcNow() - MadeAt(match);
        if (age < -ClockSkew)
            return null;
        var left = Arrival - (age > TimeSpan.Zero ? age : TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The first 48 bits of a version 7 id are milliseconds since 1970 (RFC 9562, 5.7).</summary>
    private static DateTimeOffset MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds =
            ((long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16)
            | System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        var latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, latest));
    }
}
