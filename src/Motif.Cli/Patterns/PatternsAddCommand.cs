using System.CommandLine;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Matching;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns add</c>: one pattern, with a look at what is there already.</summary>
internal static class PatternsAddCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "A JSON or Markdown file (.md) with one pattern, or - for JSON on standard input",
        };
        var allow = new Option<bool>("--allow-duplicate")
        {
            Description = "Add it although it copies another pattern under another key",
        };
        var json = CommonOptions.Json();
        var command = new Command("add", "Add a pattern from JSON or Markdown")
        {
            file,
            allow,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var draft = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var added = Answer.Expect(
                    await engine
                        .Get<PatternAdmission>()
                        .CreateAsync(
                            draft,
                            parsed.GetValue(allow),
                            Engine.Operator,
                            cancellationToken
                        )
                );
                foreach (var near in added.Similar)
                    Print.Remark($"similar: {near.Name} ({ShortId.Of(near.PatternId)})");
                if (parsed.GetValue(json))
                    Print.Json(added.Pattern);
                else
                    Print.Patterns([added.Pattern]);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns add pooling.md",
            """echo '{"pattern_type": "api_optimization", "name": "Connection pooling", "intent": "make queries cheap"}' | motif patterns add -"""
        );
    }

    private static async Task<PatternDraft> ReadAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        if (path != "-" && !File.Exists(path))
            throw new UsageException($"there is no file {path}");
        var text =
            path == "-"
                ? await Console.In.ReadToEndAsync(cancellationToken)
                : await File.ReadAllTextAsync(path, cancellationToken);
        return PatternsImportCommand.IsMarkdown(path) ? Markdown(path, text) : Json(text);
    }

    private static PatternDraft Markdown(string path, string text)
    {
        try
        {
            return MarkdownDraft.Read(text);
        }
        catch (MarkdownException exception)
        {
            throw new UsageException($"{path}, {exception.Message}");
        }
    }

    private static PatternDraft Json(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<PatternDraft>(text, MotifJson.Options)
                ?? throw new UsageException("the pattern is null; expected a JSON object");
        }
        catch (JsonException exception)
        {
            var mistake = JsonMistake.Of(exception, typeof(PatternDraft), MotifJson.Options);
            throw new UsageException($"line {mistake.Line}: {mistake.OneLine}");
        }
    }
}
