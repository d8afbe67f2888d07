using System.Text.Json;
using System.Text.RegularExpressions;

namespace Motif.Server.Tests.Cli.Terminal;

public sealed partial class NarrowTerminalTests : IDisposable
{
    private static readonly string[] Names =
    [
        "Circuit breaker around a failing dependency of the checkout service",
        "Cache",
        "Verbindungspool für Datenbankverbindungen und Warteschlangen",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(160)]
    public async Task Columns_go_before_a_word_or_an_id_is_broken(int columns)
    {
        await AddAsync();

        var run = await CommandRun.AtWidth(columns, _folder.Path, "patterns", "list");

        run.ExitCode.ShouldBe(0, run.Errors);
        var lines = run.Output.Split('\n');
        lines.ShouldAllBe(line => line.Length <= columns);
        ShortIds().Count(run.Output).ShouldBe(Names.Length);
        var words = run.Output.Split(
            (char[])[' ', '\n', '│'],
            StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var word in Names.SelectMany(n => n.Split(' ')))
            words.ShouldContain(word);
        run.Output.Contains("Tags", StringComparison.Ordinal).ShouldBe(columns == 160);
        lines.Length.ShouldBeLessThan(5 + (Names.Length * 4));
    }

    [Fact]
    public async Task A_pipe_has_all_columns()
    {
        await AddAsync();

        var run = await CommandRun.In(_folder.Path, "patterns", "list");

        run.Output.ShouldContain("Tags");
        run.Output.ShouldContain(Names[0]);
    }

    [Fact]
    public async Task What_a_match_says_fits_and_its_commands_stay_whole()
    {
        await AddAsync();

        var run = await CommandRun.AtWidth(80, _folder.Path, "match", "circuit breaker");

        run.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        run.Output.ShouldMatch(
            @"\n  motif patterns outcome [0-9a-f]{8} success --match-id [0-9a-f-]{13}\n"
        );
    }

    [Fact]
    public async Task A_name_cannot_command_the_terminal()
    {
        await CommandRun.In(
            _folder.Path,
            """{"pattern_type": "t", "name": "red \u001b[31m", "description": "\u001b]0;title\u0007"}""",
            ["import", "-"]
        );

        foreach (var command in (string[])["patterns list", "match red"])
            (await CommandRun.In(_folder.Path, command.Split(' '))).Output.ShouldNotContain(
                "\u001b"
            );
    }

    private async Task AddAsync()
    {
        var lines = Names.Select(name =>
            JsonSerializer.Serialize(
                new
                {
                    pattern_type = "api_optimization",
                    name,
                    tags = (string[])["resilience", "dependency", "checkout"],
                }
            )
        );
        var run = await CommandRun.In(_folder.Path, string.Join('\n', lines), ["import", "-"]);
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    [GeneratedRegex(@"│ [0-9a-f]{8} │", RegexOptions.CultureInvariant)]
    private static partial Regex ShortIds();
}
