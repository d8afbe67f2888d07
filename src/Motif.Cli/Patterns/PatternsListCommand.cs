using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns list</c>, <c>unused</c> and <c>stale</c>: the catalogue page by page, with the same filters.</summary>
internal static class PatternsListCommand
{
    private const int StaleDays = 90;

    public static Command BuildList() =>
        Build(new Command("list", "List patterns, page by page"), (_, query) => query)
            .WithExamples(
                "motif patterns list --kind code --sort best",
                "motif patterns list --search \"retry async\" --tag python --json"
            );

    public static Command BuildUnused()
    {
        var days = Days("--older-than-days", "Only patterns that were added so many days ago", 0);
        var command = new Command("unused", "List patterns that were never applied") { days };
        return Build(
                command,
                (parsed, query) =>
                    query with
                    {
                        Unused = true,
                        CreatedBefore = parsed.GetValue(days) > 0 ? Ago(parsed, days) : null,
                    }
            )
            .WithExamples(
                "motif patterns unused --kind code --older-than-days 30",
                "motif patterns unused --json"
            );
    }

    public static Command BuildStale()
    {
        var days = Days("--days", "Not applied for so many days", StaleDays);
        var command = new Command(
            "stale",
            "List patterns that were applied, but not lately; those never applied are unused"
        )
        {
            days,
        };
        return Build(command, (parsed, query) => query with { LastUsedBefore = Ago(parsed, days) })
            .WithExamples("motif patterns stale", "motif patterns stale --days 30 --used-by coder");
    }

    private static Command Build(
        Command command,
        Func<ParseResult, PatternQuery, PatternQuery> narrow
    )
    {
        var filters = new PatternFilterOptions();
        var sort = CommonOptions.Named<PatternSort>(
            "--sort",
            "Order; when not given what fits --search best first, else last changed first"
        );
        var cursor = CommonOptions.Cursor();
        var limit = CommonOptions.Limit(50, PatternQuery.MaxLimit);
        var json = CommonOptions.Json();
        filters.AddTo(command);
        foreach (var option in (Option[])[sort, cursor, limit, json])
            command.Add(option);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var filter = filters.Read(parsed);
                var query = filter with
                {
                    Sort =
                        CommonOptions.Value<PatternSort>(parsed.GetValue(sort))
                        ?? (filter.Search is null ? PatternSort.Updated : PatternSort.Relevance),
                    Cursor = parsed.GetValue(cursor),
                    Limit = parsed.GetValue(limit),
                };
                var page = Answer.Expect(
                    await engine
                        .Get<Catalogue>()
                        .ListAsync(narrow(parsed, query), cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(page);
                else
                    Show(page);
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static Option<int> Days(string name, string description, int days)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => days,
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && value is < 0 or > 36_500
            )
                result.AddError($"{name} must be 0 to 36500");
        });
        return option;
    }

    private static DateTimeOffset Ago(ParseResult parsed, Option<int> days) =>
        TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(parsed.GetValue(days));

    private static void Show(PatternPage page)
    {
        if (page.Items.Count == 0)
        {
            Print.Remark(
                "no pattern fits; `motif code scan PATH` fills the catalogue from source code"
            );
            return;
        }
        Print.Patterns(page.Items);
        Print.Next(page.NextCursor);
    }
}
