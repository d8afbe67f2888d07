using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary><c>motif content check</c>: is a persona's audience tired of this?</summary>
internal static class ContentCheckCommand
{
    public static Command Build()
    {
        var content = new Argument<string?>("content")
        {
            Description = "The text of a post",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var persona = new Option<string>("--persona")
        {
            Description = "Who would post it",
            Required = true,
        };
        var pattern = new Option<string?>("--pattern")
        {
            Description = "Instead of a text a template, or the id of a family",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "check",
            "Say whether a persona's audience is tired of a template"
        )
        {
            content,
            persona,
            pattern,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var question = new FatigueQuestion
                {
                    Content = parsed.GetValue(content),
                    Pattern = parsed.GetValue(pattern),
                };
                if (question is { Content: null, Pattern: null })
                    throw new UsageException("give a content or --pattern");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var answer = Answer.Expect(
                    await engine
                        .Get<FatigueChecks>()
                        .CheckAsync(parsed.GetRequiredValue(persona), [question], cancellationToken)
                )[0];
                if (parsed.GetValue(json))
                    Print.Json(answer);
                else
                    Show(answer);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content check \"Hot take: remote work is killing culture\" --persona ada",
            "motif content check --pattern \"Test pattern {var}\" --persona ada --json"
        );
    }

    private static void Show(FatigueAnswer answer)
    {
        if (answer.Status is not TemplateStatus.Ok)
        {
            Print.Line(WireName.Of(answer.Status));
            return;
        }
        var state = answer.Fatigued ? $"fatigued until {answer.FreshAt:O}" : "fresh";
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{state}: {answer.Count} of {answer.Threshold} uses in {answer.WindowDays} days, {answer.Reserved} reserved"
            )
        );
    }
}
