using System.Globalization;
using Motif.Catalog;
using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>
/// One run of discovery a day. What was started is in the database under an id that follows from its hour: of several servers one
/// starts it, and a server that comes back makes up for the last one that it missed. Thread-safe.
/// </summary>
public sealed class DailyRuns(
    DiscoveryRuns runs,
    IDiscoveryStore store,
    IItemStore items,
    TimeProvider time
)
{
    /// <summary>Starts the run of the last hour that has come, unless that was started before, there are no items, or another run goes on.</summary>
    /// <param name="at">Time of day in UTC.</param>
    public async Task<DiscoveryRun?> StartDueAsync(TimeOnly at, CancellationToken cancellationToken)
    {
        var due = LastBefore(Moment.Now(time), at);
        var id = IdOf(due);
        if (
            await store.FindRunAsync(id, cancellationToken) is not null
            || (await items.CountAsync(cancellationToken)).Items == 0
        )
            return null;
        // Lists of words that somebody gave are not lost overnight.
        var last = (await store.ListRunsAsync(50, cancellationToken)).FirstOrDefault(r =>
            r.State is RunState.Finished && !r.Request.TestMode
        );
        var request = new StartRun { WordLists = last?.Request.WordLists };
        return (await runs.StartAsync(request, id, cancellationToken)).Value;
    }

    /// <summary>The id of the run that is to begin at a time.</summary>
    public static Guid IdOf(DateTimeOffset due) =>
        PatternId.Of(
            string.Create(CultureInfo.InvariantCulture, $"daily discovery\n{due.UtcDateTime:O}")
        );

    private static DateTimeOffset LastBefore(DateTimeOffset now, TimeOnly at)
    {
        var today = new DateTimeOffset(
            DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(at),
            TimeSpan.Zero
        );
        return today <= now ? today : today.AddDays(-1);
    }
}
