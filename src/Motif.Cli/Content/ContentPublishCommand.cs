using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Content.Posts;

namespace Motif.Cli.Content;

/// <summary><c>motif content publish</c>: what became of a reservation.</summary>
internal static class ContentPublishCommand
{
    private const string Released = "released";

    public static Command Build()
    {
        var post = PostArgument.Build();
        var outcome = new Option<string>("--outcome")
        {
            Description =
                "How it ended; unknown keeps the place until it is settled, released gives it back",
            DefaultValueFactory = _ => WireName.Of(PublishOutcome.Published),
        };
        outcome.AcceptOnlyFromAmong([
            .. Enum.GetValues<PublishOutcome>().Select(o => WireName.Of(o)),
            Released,
        ]);
        var at = new Option<string?>("--at")
        {
            Description = "When it went out, with an offset such as Z or +02:00; otherwise now",
        };
        var external = new Option<string?>("--external-id")
        {
            Description = "The platform's id of the post; told twice it counts once",
        };
        var json = CommonOptions.Json();
        var command = new Command("publish", "Say what became of a reservation")
        {
            post,
            outcome,
            at,
            external,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var postId = PostArgument.Parse(parsed.GetRequiredValue(post));
                var said = parsed.GetRequiredValue(outcome);
                var usedAt = PostArgument.Time("--at", parsed.GetValue(at));
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var found = await PostArgument.FindAsync(engine, postId, cancellationToken);
                var lifecycle = engine.Get<PostLifecycle>();
                var receipt = Answer.Expect(
                    said == Released
                        ? await lifecycle.ReleaseAsync(postId, cancellationToken)
                        : await lifecycle.PublishAsync(
                            found.PersonaId,
                            new PublishPost
                            {
                                PostId = postId,
                                ExternalId = parsed.GetValue(external),
                                UsedAt = usedAt,
                                Outcome = WireName.Require<PublishOutcome>(said),
                            },
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(receipt);
                else
                    Show(receipt);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content publish 0192f3c1-5b7e-7c3a-9a53-0a4f1c2d3e4f --external-id 17",
            "motif content publish 0192f3c1-5b7e-7c3a-9a53-0a4f1c2d3e4f --outcome released"
        );
    }

    private static void Show(PostReceipt receipt)
    {
        var post = receipt.Post;
        string[] remarks =
        [
            receipt.Repeated ? "known already" : "",
            post.Late ? "late" : "",
            post.Breaches.Count > 0
                ? $"it breaks a cap: {string.Join(", ", post.Breaches.Select(b => WireName.Of(b.Level)))}"
                : "",
            .. receipt.Warnings,
        ];
        Print.Line(
            string.Join(", ", remarks.Where(r => r.Length > 0).Prepend(WireName.Of(post.State)))
        );
    }
}
