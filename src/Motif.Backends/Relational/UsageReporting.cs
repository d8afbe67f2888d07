using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>The ledger summed by day and by actor.</summary>
internal static class UsageReporting
{
    private const int MostActors = 100;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static async Task<UsageReport> RunAsync(
        SqlSession session,
        Guid? patternId,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var ofPattern = patternId is null ? "" : "AND pattern_id = @id";
        (string, object?)[] window =
        [
            ("from", from),
            ("to", to),
            .. patternId is { } id ? [("id", (object?)id)] : Array.Empty<(string, object?)>(),
        ];
        var days = await session.QueryAsync<DayRow>(
            $"""
            SELECT {session.Dialect.Day("at")} AS Day,
                   count(*) FILTER (WHERE action = 'applied') AS Uses,
                   count(*) FILTER (WHERE action = 'exposed') AS Exposures,
                   count(*) FILTER (WHERE outcome = 'success') AS Successes,
                   count(*) FILTER (WHERE outcome = 'failure') AS Failures
            FROM pattern_usage WHERE at >= @from AND at < @to {ofPattern}
            GROUP BY 1
            """,
            window
        );
        var actors = await session.QueryAsync<ActorRow>(
            $"""
            SELECT actor AS Actor, count(*) AS Uses, max(at) AS LastUsedAt
            FROM pattern_usage WHERE at >= @from AND at < @to AND action = 'applied' {ofPattern}
            GROUP BY actor ORDER BY 2 DESC, 1 LIMIT {MostActors}
            """,
            window
        );
        return new UsageReport(
            EveryDay(days, from, to),
            actors.ConvertAll(a => new ActorUsage(a.Actor, a.Uses, a.LastUsedAt.Value)),
            await UsesAsync(session, ofPattern, window, to - Week, to),
            await UsesAsync(session, ofPattern, window, to - Week - Week, to - Week)
        );
    }

    private static Task<long> UsesAsync(
        SqlSession session,
        string ofPattern,
        (string Name, object? Value)[] window,
        DateTimeOffset from,
        DateTimeOffset to
    ) =>
        session.FirstOrDefaultAsync<long>(
            $"SELECT count(*) FROM pattern_usage WHERE at >= @from AND at < @to AND action = 'applied' {ofPattern}",
            [("from", from), ("to", to), .. window.Where(p => p.Name == "id")]
        );

    private static List<UsageDay> EveryDay(
        List<DayRow> rows,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var byDay = rows.ToDictionary(r => Epoch.AddDays(r.Day));
        var days = new List<UsageDay>();
        var last = DateOnly.FromDateTime(to.UtcDateTime.AddTicks(to > from ? -1 : 0));
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= last; day = day.AddDays(1))
        {
            days.Add(
                byDay.TryGetValue(day, out var row)
                    ? new UsageDay(day, row.Uses, row.Exposures, row.Successes, row.Failures)
                    : new UsageDay(day, 0, 0, 0, 0)
            );
        }
        return days;
    }

    private static DateOnly Epoch { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch);

    private sealed class DayRow
    {
        public int Day { get; init; }

        public long Uses { get; init; }

        public long Exposures { get; init; }

        public long Successes { get; init; }

        public long Failures { get; init; }
    }

    private sealed class ActorRow
    {
        public string Actor { get; init; } = "";

        public long Uses { get; init; }

        public StoredTime LastUsedAt { get; init; }
    }
}
