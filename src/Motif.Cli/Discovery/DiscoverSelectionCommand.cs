using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover selection</c>: what goes with performance inside a selection of one's own.</summary>
internal static class DiscoverSelectionCommand
{
    private static readonly Option<string[]> Items = new("--item")
    {
        Description = "Ids of items",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<Guid?> Cluster = new("--cluster")
    {
        Description = "A neighbourhood of any level",
    };

    private static readonly Option<string[]> Where = new("--where")
    {
        Description = "NAME=VALUE of an attribute, or channel=NAME; all have to hold",
    };

    private static readonly Option<DateTimeOffset?> Since = new("--since")
    {
        Description = "Published at this time or later",
    };

    private static readonly Option<DateTimeOffset?> Before = new("--before")
    {
        Description = "Published before this time",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "selection",
            "Look for findings in a selection of your own; exploratory, and kept nowhere"
        )
        {
            Items,
            Cluster,
            Where,
            Since,
            Before,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif discover selection --where format=short --since 2026-01-01",
            "motif discover selection --item video-1 video-2 video-3 --json"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var question = new SelectionQuestion
        {
            ItemIds = parsed.GetValue(Items) is { Length: > 0 } ids ? ids : null,
            ClusterId = parsed.GetValue(Cluster),
            Filters = Filters(parsed.GetValue(Where) ?? []),
            Since = parsed.GetValue(Since),
            Before = parsed.GetValue(Before),
        };
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var answer = Answer.Expect(
            await engine.Get<SelectionFindings>().AskAsync(question, cancellationToken)
        );
        if (parsed.GetValue(Json))
        {
            Print.Json(answer);
            return ExitCode.Ok;
        }
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"exploratory: {answer.Items} items selected, {answer.Numbers.Tested} traits tested, {answer.Findings.Count} found"
            )
        );
        DiscoverFindingsCommand.Show(answer.Findings);
        return ExitCode.Ok;
    }

    /// <summary>true, false and numbers are what JSON makes of them, anything else is a text.</summary>
    private static Dictionary<string, JsonElement>? Filters(string[] conditions)
    {
        var filters = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            var at = condition.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new UsageException($"--where {condition}: NAME=VALUE is expected");
            var (name, text) = (condition[..at], condition[(at + 1)..]);
            filters[name] =
                name == "channel" ? JsonSerializer.SerializeToElement(text) : Value(text);
        }
        return filters.Count == 0 ? null : filters;
    }

    private static JsonElement Value(string text)
    {
        if (text is "true" or "false")
            return JsonElement.Parse(text);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonSerializer.SerializeToElement(number)
            : JsonSerializer.SerializeToElement(text);
    }
}
