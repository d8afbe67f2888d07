using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Trends;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover trends</c>: neighbourhoods over the calendar.</summary>
internal static class DiscoverTrendsCommand
{
    private const int Shown = 6;

    public static Command Build()
    {
        var level = CommonOptions.Named<ClusterLevel>("--level", "macro when not given");
        var cluster = new Option<Guid?>("--cluster")
        {
            Description = "Only this neighbourhood, with the words of its periods",
        };
        var period = CommonOptions.Named<TrendPeriod>("--period", "month when not given");
        var zone = new Option<string>("--zone")
        {
            Description = "The time zone whose calendar counts, such as Europe/Berlin",
            DefaultValueFactory = _ => "UTC",
        };
        var json = CommonOptions.Json();
        var command = new Command("trends", "Say which neighbourhoods rise and which fall")
        {
            level,
            cluster,
            period,
            zone,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = Answer.Expect(
                    await engine
                        .Get<CorpusTrends>()
                        .AskAsync(
                            new TrendQuestion
                            {
                                Level =
                                    CommonOptions.Value<ClusterLevel>(parsed.GetValue(level))
                                    ?? ClusterLevel.Macro,
                                ClusterId = parsed.GetValue(cluster),
                                Period =
                                    CommonOptions.Value<TrendPeriod>(parsed.GetValue(period))
                                    ?? TrendPeriod.Month,
                                Zone = parsed.GetValue(zone)!,
                            },
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(report);
                else if (parsed.GetValue(cluster) is not null)
                    ShowOne(report.Clusters[0]);
                else
                    ShowAll(report);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover trends",
            "motif discover trends --level meso --period week --zone Europe/Berlin --json"
        );
    }

    private static void ShowAll(TrendReport report)
    {
        var table = new TextTable(
            new("Neighbourhood", Wraps: true),
            new("Items", IsNumber: true),
            new("Latest", DropAt: 2),
            new("Number"),
            new("Share", DropAt: 1)
        );
        foreach (var one in report.Clusters)
            table.Add(
                one.Name,
                one.Size.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', one.Periods.TakeLast(Shown).Select(p => Figure(p))),
                Direction(one.Direction, one.Q),
                Direction(one.ShareDirection, one.ShareQ)
            );
        Print.Table(table);
    }

    private static void ShowOne(ClusterTrend trend)
    {
        Print.Line(
            $"{trend.Name}: {Direction(trend.Direction, trend.Q)}, its share {Direction(trend.ShareDirection, trend.ShareQ)}"
        );
        foreach (var period in trend.Periods)
            Print.Line(
                $"{period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  {Figure(period), 6}  {string.Join(", ", period.Words)}",
                20
            );
    }

    /// <summary>A plus behind the partial one: more may come.</summary>
    private static string Figure(PeriodCount period) =>
        period.Items.ToString(CultureInfo.InvariantCulture) + (period.IsPartial ? "+" : "");

    private static string Direction(TrendDirection direction, double? q) =>
        q is null ? "too few periods" : WireName.Of(direction);
}
