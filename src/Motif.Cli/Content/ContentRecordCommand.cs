using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Content.Posts;

namespace Motif.Cli.Content;

/// <summary><c>motif content record</c>: a post that went out.</summary>
internal static class ContentRecordCommand
{
    public static Command Build()
    {
        var content = new Argument<string?>("content")
        {
            Description = "The text of the post",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var persona = new Option<string>("--persona")
        {
            Description = "Who posted it",
            Required = true,
        };
        var pattern = new Option<string?>("--pattern")
        {
            Description = "Instead of a text a template, or the id of a family",
        };
        var external = new Option<string?>("--external-id")
        {
            Description = "The platform's id of the post; told twice it counts once",
        };
        var json = CommonOptions.Json();
        var command = new Command("record", "Record that a persona posted something now")
        {
            content,
            persona,
            pattern,
            external,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var post = new PublishPost
                {
                    Content = parsed.GetValue(content),
                    Pattern = parsed.GetValue(pattern),
                    ExternalId = parsed.GetValue(external),
                };
                if (post is { Content: null, Pattern: null })
                    throw new UsageException("give a content or --pattern");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var receipt = Answer.Expect(
                    await engine
                        .Get<PostLifecycle>()
                        .PublishAsync(parsed.GetRequiredValue(persona), post, cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(receipt);
                else
                    Print.Line(
                        $"{(receipt.Repeated ? "known already" : "recorded")}: {receipt.Post.PostId}{(receipt.Post.Breaches.Count > 0 ? ", it breaks a cap" : "")}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content record \"Hot take: remote work is killing culture\" --persona ada --external-id 17"
        );
    }
}
