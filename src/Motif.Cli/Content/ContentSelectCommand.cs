using System.CommandLine;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using SelectionMode = Motif.Content.Fatigue.SelectionMode;

namespace Motif.Cli.Content;

/// <summary><c>motif content select</c>: what to post next.</summary>
internal static class ContentSelectCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON: a whole request, or a list of variants, each a text or {variant_id, content}; - for standard input",
        };
        var persona = new Option<string?>("--persona")
        {
            Description = "Who posts; needed where the file is a list",
        };
        var slots = new Option<int>("-n", "--slots")
        {
            Description = "Slots to fill",
            DefaultValueFactory = _ => 1,
        };
        var mode = CommonOptions.Named<SelectionMode>(
            "--mode",
            "How to choose; the settings' when not given"
        );
        var decision = new Option<string?>("--decision")
        {
            Description = "An id of your own: the same again gives the same answer",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "select",
            "Choose what a persona posts next, and hold a place for it"
        )
        {
            file,
            persona,
            slots,
            mode,
            decision,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var source = InputFile.Open(parsed.GetRequiredValue(file));
                var request = await ReadAsync(source, parsed.GetValue(persona), cancellationToken);
                request = request with
                {
                    Slots = parsed.GetResult(slots) is { Implicit: false }
                        ? parsed.GetValue(slots)
                        : request.Slots,
                    Mode = parsed.GetValue(mode) is { } name
                        ? WireName.Require<SelectionMode>(name)
                        : request.Mode,
                    DecisionId = parsed.GetValue(decision) ?? request.DecisionId,
                };
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var answer = Answer.Expect(
                    await engine.Get<ContentSelector>().SelectAsync(request, cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(answer);
                else
                {
                    Show(answer);
                    Print.Remark($"decision {answer.DecisionId}");
                }
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content select variants.json --persona ada -n 2",
            "motif content select request.json --mode adaptive --json"
        );
    }

    private static async Task<SelectRequest> ReadAsync(
        Stream source,
        string? persona,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(source, default, cancellationToken);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                var request = document.RootElement.Deserialize<SelectRequest>(MotifJson.Options)!;
                return persona is null ? request : request with { PersonaId = persona };
            }
            return new SelectRequest
            {
                PersonaId =
                    persona
                    ?? throw new UsageException("--persona is needed beside a list of variants"),
                Variants = [.. document.RootElement.EnumerateArray().Select(Variant)],
            };
        }
        catch (JsonException exception)
        {
            throw new UsageException(
                JsonMistake.Of(exception, typeof(SelectRequest), MotifJson.Options).OneLine
            );
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("the file must hold a request or a list of variants");
        }
    }

    /// <summary>A text alone is its own name.</summary>
    private static VariantCandidate Variant(JsonElement element) =>
        element.ValueKind is JsonValueKind.String
            ? new VariantCandidate
            {
                VariantId = element.GetString()!,
                Content = element.GetString(),
            }
            : element.Deserialize<VariantCandidate>(MotifJson.Options)!;

    internal static void Show(SelectionAnswer answer)
    {
        foreach (var slot in answer.Selected)
            Print.Line(
                $"{Print.Score(slot.Probability)}  {slot.VariantId}{(slot.PostId is { } post ? $"  {post}" : "")}{(slot.Relaxed.Count > 0 ? $"  ({string.Join(", ", slot.Relaxed.Select(r => WireName.Of(r)))})" : "")}"
            );
        foreach (var excluded in answer.Excluded)
            Print.Remark($"not {excluded.VariantId}: {excluded.Detail}");
        if (answer.Reason is { } reason)
            Print.Remark(reason);
    }
}
