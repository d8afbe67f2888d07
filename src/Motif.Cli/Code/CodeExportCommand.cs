using System.CommandLine;
using System.Text;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Patterns;

namespace Motif.Cli.Code;

/// <summary><c>motif code export</c>: code patterns as one JSON document or as comma-separated values.</summary>
internal static class CodeExportCommand
{
    private const string Csv = "csv";

    public static Command Build()
    {
        var filters = new PatternFilterOptions();
        var complexity = new Option<int?>("--max-complexity")
        {
            Description =
                "Only patterns whose median cyclomatic complexity is at most this; unmeasured ones pass",
        };
        var format = new Option<string>("--format")
        {
            Description = "json (whole patterns) or csv (a line a pattern)",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", Csv);
        var output = new Option<string?>("--output")
        {
            Description = "File to write; standard output when not given",
            HelpName = "file",
        };
        var command = new Command("export", "Write code patterns as JSON or CSV")
        {
            complexity,
            format,
            output,
        };
        filters.AddTo(command, withKind: false);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var query = filters.Read(parsed) with { Kind = PatternKind.Code };
                var patterns = Answer.Expect(
                    await engine.Get<PatternExport>().ReadAsync(query, cancellationToken)
                );
                var chosen = new List<Pattern>();
                await foreach (var pattern in patterns.WithCancellation(cancellationToken))
                {
                    if (CodePatternCsv.IsWithin(pattern, parsed.GetValue(complexity)))
                        chosen.Add(pattern);
                }
                await using var target = parsed.GetValue(output) is { } path
                    ? File.Create(path)
                    : Console.OpenStandardOutput();
                if (parsed.GetValue(format) == Csv)
                    await WriteCsvAsync(chosen, target);
                else
                    await JsonSerializer.SerializeAsync(
                        target,
                        new { Items = chosen },
                        MotifJson.Indented,
                        cancellationToken
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif code export --format csv --output patterns.csv",
            "motif code export --min-quality 0.6 --max-complexity 15 | jq '.items[].name'"
        );
    }

    private static async Task WriteCsvAsync(List<Pattern> patterns, Stream target)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        await writer.WriteLineAsync(CodePatternCsv.Header);
        foreach (var pattern in patterns)
            await writer.WriteLineAsync(CodePatternCsv.Line(pattern));
    }
}
