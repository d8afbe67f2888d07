using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary><c>motif content merge</c>: two families that are one.</summary>
internal static class ContentMergeCommand
{
    public static Command Build()
    {
        var from = new Argument<string>("from")
        {
            Description = "A family's id, or a template of your own",
        };
        var into = new Argument<string>("into")
        {
            Description = "The family or template for which its posts count from now on",
        };
        var json = CommonOptions.Json();
        var command = new Command("merge", "Let the posts of one family count for another")
        {
            from,
            into,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var alias = Answer.Expect(
                    await engine
                        .Get<FamilyAuthority>()
                        .MergeAsync(
                            parsed.GetRequiredValue(from),
                            parsed.GetRequiredValue(into),
                            Engine.Operator,
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(alias);
                else
                    Print.Line($"{alias.AliasId} counts for {alias.FamilyId}");
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content merge 5f0c1e7a9b3d48f2a6c4e8d0b1f3a597 0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            "motif content merge \"Test pattern {var}\" \"Test pattern {topic}\""
        );
    }
}
