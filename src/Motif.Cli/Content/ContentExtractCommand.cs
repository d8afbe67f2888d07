using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary><c>motif content extract</c>: the template of a content.</summary>
internal static class ContentExtractCommand
{
    public static Command Build()
    {
        var content = new Argument<string>("content") { Description = "The text of a post" };
        var json = CommonOptions.Json();
        var command = new Command("extract", "Find the template of a content and its family")
        {
            content,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var found = await engine
                    .Get<FatigueChecks>()
                    .ExtractAsync(parsed.GetRequiredValue(content), cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(found);
                else
                    Print.Line(
                        found.Status is TemplateStatus.Ok
                            ? $"{found.Template}  (pattern {found.PatternId}, family {found.FamilyId})"
                            : WireName.Of(found.Status)
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content extract \"The secret to productivity? It's not what you think.\""
        );
    }
}
