using Motif.Server.Tests.Cli;
using Motif.Tests;

namespace Motif.Server.Tests.Docs;

/// <summary>The commands of docs/content.md do what the page says.</summary>
public sealed class ContentGuideTests
{
    [Fact]
    public async Task Every_command_of_the_page_answers_as_it_says()
    {
        var folder = Directory.CreateTempSubdirectory("motif-guide-");
        try
        {
            var commands = Commands(
                await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "content.md"))
            );
            commands.Count.ShouldBeGreaterThan(8);
            foreach (var (line, expected) in commands)
            {
                var input = line.Contains('<', StringComparison.Ordinal)
                    ? """["Hot take: rest wins", "Fight me on this: tea wins"]"""
                    : null;
                var run = await CommandRun.In(
                    folder.FullName,
                    input,
                    [.. Words(line.Split(" <")[0])]
                );
                run.ExitCode.ShouldBe(0, run.Errors);
                (run.Output + run.Errors).ShouldContain(expected, Case.Sensitive, line);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each command with the line that stands below it.</summary>
    private static List<(string Line, string Expected)> Commands(string[] page)
    {
        var commands = new List<(string, string)>();
        for (var i = 0; i + 1 < page.Length; i++)
            if (page[i].StartsWith("$ motif ", StringComparison.Ordinal))
                commands.Add((page[i]["$ motif ".Length..], page[i + 1]));
        return commands;
    }

    private static IEnumerable<string> Words(string line) =>
        System
            .Text.RegularExpressions.Regex.Matches(line, "\"([^\"]*)\"|(\\S+)")
            .Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value);
}
