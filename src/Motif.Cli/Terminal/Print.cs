using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Motif.Cli.Terminal;

/// <summary>How results are printed: JSON for programs, lines and tables for people.</summary>
internal static class Print
{
    /// <summary>Wide enough for a table of patterns. A pipe has no width of its own, and 80 would leave out columns.</summary>
    private const int WidthOfPipes = 180;

    /// <summary>Progress and remarks go to standard error, so that standard output holds the result alone.</summary>
    public static IAnsiConsole Remarks { get; } =
        CreateConsole(Console.Error, Console.IsErrorRedirected);

    private static readonly IAnsiConsole Results = CreateConsole(
        Console.Out,
        Console.IsOutputRedirected
    );

    /// <summary>Null where lines have no end.</summary>
    private static readonly int? WidthOfResults = WidthOf(Results, Console.IsOutputRedirected);

    private static readonly int? WidthOfRemarks = WidthOf(Remarks, Console.IsErrorRedirected);

    public static void Json<T>(T document) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(document, MotifJson.Indented));

    /// <summary>A line of the result, broken between words where the terminal is narrower.</summary>
    /// <param name="hanging">Blanks before the lines after the first.</param>
    public static void Line(string text = "", int hanging = 0)
    {
        foreach (var line in WordWrap.Lines(Plain(text), WidthOfResults, hanging))
            Console.Out.WriteLine(line);
    }

    /// <summary>A line of the result that is never broken: source code.</summary>
    public static void Verbatim(string line) => Console.Out.WriteLine(Plain(line));

    /// <summary>A line beside the result, on standard error.</summary>
    public static void Remark(string text, int hanging = 0)
    {
        foreach (var line in WordWrap.Lines(Plain(text), WidthOfRemarks, hanging))
            Console.Error.WriteLine(line);
    }

    public static void Table(TextTable table) => table.WriteTo(Results);

    /// <summary>Names and texts come from everywhere: what commands a terminal is shown as a sign of its own.</summary>
    public static string Plain(string text) =>
        text.Any(IsCommand) ? string.Concat(text.Select(c => IsCommand(c) ? '\uFFFD' : c)) : text;

    /// <summary>Two digits, or a dash for what was not measured.</summary>
    public static string Score(double? value) =>
        value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    public static void Patterns(IReadOnlyCollection<Pattern> patterns)
    {
        var table = new TextTable(
            new("Name", Wraps: true),
            new("Type", DropAt: 4),
            new("Status", DropAt: 3),
            new("Quality", IsNumber: true),
            new("Measured", DropAt: 2, IsNumber: true),
            new("Uses", DropAt: 5, IsNumber: true),
            new("Tags", DropAt: 1, Wraps: true),
            new("Id")
        );
        var ids = ShortId.Of(patterns.Select(p => p.PatternId));
        foreach (var pattern in patterns)
            table.Add(
                pattern.Name,
                pattern.PatternType,
                WireName.Of(pattern.Status),
                Score(pattern.Quality.Score),
                Percent(pattern.Quality.Completeness),
                pattern.Usage.Uses.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", pattern.Tags.Take(4)),
                ids[pattern.PatternId]
            );
        Table(table);
    }

    /// <summary>How the page after this one is asked for, where there is one.</summary>
    public static void Next(string? cursor)
    {
        if (cursor is not null)
            Remark($"there are more: --cursor {cursor}");
    }

    public static string Percent(double share) =>
        share.ToString("0 %", CultureInfo.InvariantCulture);

    private static bool IsCommand(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }
        );
        if (isRedirected)
            console.Profile.Width = Columns ?? WidthOfPipes;
        return console;
    }

    private static int? WidthOf(IAnsiConsole console, bool isRedirected) =>
        isRedirected ? Columns : console.Profile.Width;

    /// <summary>What the shell, or a program that shows our output, says of its width.</summary>
    private static int? Columns =>
        int.TryParse(
            Environment.GetEnvironmentVariable("COLUMNS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var columns
        ) && columns is >= 20 and <= 1000
            ? columns
            : null;
}
