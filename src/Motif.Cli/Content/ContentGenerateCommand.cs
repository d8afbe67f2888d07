using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Content.Generation;

namespace Motif.Cli.Content;

/// <summary><c>motif content generate</c>: posts about a topic, from templates that are not worn out.</summary>
internal static class ContentGenerateCommand
{
    public static Command Build()
    {
        var topic = new Argument<string>("topic") { Description = "What the posts are about" };
        var persona = new Option<string>("--persona")
        {
            Description = "Who posts",
            Required = true,
        };
        var count = new Option<int>("-n", "--count")
        {
            Description = "Posts to write",
            DefaultValueFactory = _ => 1,
        };
        var templates = new Option<string[]>("--template")
        {
            Description =
                "A template of your own with {topic} in it, such as \"Hot take: {topic} wins\"; may be given again",
        };
        var decision = new Option<string?>("--decision")
        {
            Description = "An id of your own: the same again chooses the same templates",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "generate",
            "Write posts from templates that the audience is not tired of, and hold a place for them"
        )
        {
            topic,
            persona,
            count,
            templates,
            decision,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var contents = Answer.Expect(
                    await engine
                        .Get<ContentGenerator>()
                        .GenerateAsync(
                            new GenerateRequest(
                                parsed.GetRequiredValue(persona),
                                parsed.GetRequiredValue(topic),
                                parsed.GetValue(count),
                                parsed.GetValue(templates),
                                DecisionId: parsed.GetValue(decision)
                            ),
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(contents);
                else
                    Show(contents);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content generate \"deep work\" --persona ada -n 3",
            "motif content generate rest --persona ada --template \"Hot take: {topic} wins\""
        );
    }

    private static void Show(GeneratedContents contents)
    {
        foreach (var item in contents.Items)
        {
            Print.Line($"{item.Content}{(item.PostId is { } post ? $"  {post}" : "")}");
            if (item.Refusal is { } refusal)
                Print.Remark($"written from the template: {refusal}");
        }
        Print.Remark($"decision {contents.DecisionId}");
    }
}
