using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Usage;

/// <summary><c>motif usage</c>: who uses what, over all patterns.</summary>
internal static class UsageCommand
{
    public static Command Build() =>
        new Command("usage", "Record and report who uses what")
        {
            UsageImportCommand.Build(),
            BuildTrend(),
            BuildActors(),
        }.WithExamples(
            "motif usage import manifests.jsonl",
            "motif usage trend --sort falling",
            "motif usage actors --days 30"
        );

    private static Command BuildTrend()
    {
        var days = Days("Length of both windows", new TrendQuery().Days);
        var kind = CommonOptions.Named<PatternKind>("--kind", "Only this kind");
        var actor = new Option<string?>("--actor") { Description = "Only what this actor did" };
        var sort = CommonOptions.Named<TrendSort>(
            "--sort",
            "Order; most used first when not given"
        );
        var cursor = CommonOptions.Cursor();
        var limit = CommonOptions.Limit(50, Ledger.MaxPage);
        var json = CommonOptions.Json();
        var command = new Command(
            "trend",
            "List patterns by their use in the last days against the same number of days before"
        )
        {
            days,
            kind,
            actor,
            sort,
            cursor,
            limit,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var query = new TrendQuery
                {
                    Days = parsed.GetValue(days),
                    Kind = CommonOptions.Value<PatternKind>(parsed.GetValue(kind)),
                    Actor = parsed.GetValue(actor),
                    Sort = CommonOptions.Value<TrendSort>(parsed.GetValue(sort)) ?? TrendSort.Uses,
                    Cursor = parsed.GetValue(cursor),
                    Limit = parsed.GetValue(limit),
                };
                var page = Answer.Expect(
                    await engine.Get<UsageRanking>().TrendAsync(query, cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(page);
                else
                    Show(page);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif usage trend --sort falling",
            "motif usage trend --days 7 --kind code --json"
        );
    }

    private static Command BuildActors()
    {
        var days = Days("The last so many days", 30);
        var cursor = CommonOptions.Cursor();
        var limit = CommonOptions.Limit(50, Ledger.MaxPage);
        var json = CommonOptions.Json();
        var command = new Command("actors", "List who used patterns lately, the busiest first")
        {
            days,
            cursor,
            limit,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var page = Answer.Expect(
                    await engine
                        .Get<UsageRanking>()
                        .ActorsAsync(
                            parsed.GetValue(days),
                            parsed.GetValue(cursor),
                            parsed.GetValue(limit),
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(page);
                else
                    Show(page);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif usage actors", "motif usage actors --days 7 --json");
    }

    private static Option<int> Days(string description, int days) =>
        new("--days")
        {
            Description = $"{description}, 1 to {Ledger.MaxReportDays}",
            DefaultValueFactory = _ => days,
        };

    private static void Show(TrendPage page)
    {
        var table = new TextTable(
            new("Name", Wraps: true),
            new("Kind", DropAt: 2),
            new("Uses", IsNumber: true),
            new("Before", DropAt: 3, IsNumber: true),
            new("Change", IsNumber: true),
            new("Exposures", DropAt: 1, IsNumber: true),
            new("Id")
        );
        var ids = ShortId.Of(page.Items.Select(i => i.PatternId));
        foreach (var item in page.Items)
        {
            table.Add(
                item.Name,
                WireName.Of(item.Kind),
                Text(item.Uses),
                Text(item.PreviousUses),
                item.Change.ToString("+0;-0;0", CultureInfo.InvariantCulture),
                Text(item.Exposures),
                ids[item.PatternId]
            );
        }
        Show(table, page.Items.Count, page.NextCursor);
    }

    private static void Show(ActorPage page)
    {
        var table = new TextTable(
            new("Actor", Wraps: true),
            new("Uses", IsNumber: true),
            new("Patterns", DropAt: 2, IsNumber: true),
            new("Exposures", DropAt: 1, IsNumber: true),
            new("Successes", IsNumber: true),
            new("Failures", IsNumber: true)
        );
        foreach (var item in page.Items)
        {
            table.Add(
                item.Actor,
                Text(item.Uses),
                Text(item.Patterns),
                Text(item.Exposures),
                Text(item.Successes),
                Text(item.Failures)
            );
        }
        Show(table, page.Items.Count, page.NextCursor);
    }

    private static void Show(TextTable table, int count, string? next)
    {
        if (count == 0)
            Print.Remark("the ledger holds nothing of these days");
        else
            Print.Table(table);
        Print.Next(next);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
