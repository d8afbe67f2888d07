using System.CommandLine;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif export</c>: the catalogue as JSON lines, which <c>motif import</c> reads back.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var kind = CommonOptions.Named<PatternKind>("--kind", "Only this kind");
        var output = new Option<string?>("--output")
        {
            Description = "File to write; standard output when not given",
            HelpName = "file",
        };
        var command = new Command("export", "Write patterns as JSON lines, one pattern a line")
        {
            kind,
            output,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var query = new PatternQuery
                {
                    Kind = parsed.GetValue(kind) is { } name
                        ? WireName.Require<PatternKind>(name)
                        : null,
                };
                var drafts = Answer.Expect(
                    await engine.Get<PatternExport>().ExportAsync(query, cancellationToken)
                );
                await using var target = parsed.GetValue(output) is { } path
                    ? File.Create(path)
                    : Console.OpenStandardOutput();
                await foreach (var draft in drafts.WithCancellation(cancellationToken))
                {
                    await JsonSerializer.SerializeAsync(
                        target,
                        draft,
                        MotifJson.Options,
                        cancellationToken
                    );
                    target.WriteByte((byte)'\n');
                }
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif export --output catalogue.ndjson",
            "motif export --kind success | gzip > patterns.ndjson.gz"
        );
    }
}
