using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Motif.Cli.Terminal;

/// <summary>How results are printed: JSON for programs, tables for people.</summary>
internal static class Print
{
    /// <summary>Progress and remarks go to standard error, so that standard output holds the result alone.</summary>
    public static IAnsiConsole Remarks { get; } =
        CreateConsole(Console.Error, Console.IsErrorRedirected);

    /// <summary>Tables for people; plain and wide when they go into a pipe.</summary>
    public static IAnsiConsole Results { get; } =
        CreateConsole(Console.Out, Console.IsOutputRedirected);

    public static void Json<T>(T document) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(document, MotifJson.Indented));

    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(column);
        return table;
    }

    public static void AddTextRow(this Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(c => new Spectre.Console.Text(c))]);

    /// <summary>Two digits, or a dash for what was not measured.</summary>
    public static string Score(double? value) =>
        value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    public static void Patterns(IEnumerable<Pattern> patterns)
    {
        var table = Table("Name", "Type", "Status", "Quality", "Measured", "Uses", "Tags", "Id");
        foreach (var pattern in patterns)
        {
            table.AddTextRow(
                pattern.Name,
                pattern.PatternType,
                WireName.Of(pattern.Status),
                Score(pattern.Quality.Score),
                Percent(pattern.Quality.Completeness),
                pattern.Usage.Uses.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", pattern.Tags.Take(4)),
                pattern.PatternId.ToString()
            );
        }
        Results.Write(table);
    }

    /// <summary>How the page after this one is asked for, where there is one.</summary>
    public static void Next(string? cursor)
    {
        if (cursor is not null)
            Remarks.WriteLine($"there are more: --cursor {cursor}");
    }

    public static string Percent(double share) =>
        share.ToString("0 %", CultureInfo.InvariantCulture);

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }
        );
        // A pipe has no width of its own; the default of 80 would break every table and message.
        if (isRedirected)
            console.Profile.Width = 180;
        return console;
    }
}
