using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Editing;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>Known topics as the API gives them.</summary>
internal sealed record TopicList(IReadOnlyList<TopicSize> Items);

/// <summary><c>motif discover topics</c>: topics that are known beforehand.</summary>
internal static class DiscoverTopicsCommand
{
    public static Command Build() =>
        new Command(
            "topics",
            "Name topics that are known; a run fills them before it looks for neighbourhoods"
        )
        {
            List(),
            Add(),
            Remove(),
        }.WithExamples(
            "motif discover topics add \"Baking\" --description \"bread, cakes and ovens\"",
            "motif discover topics list"
        );

    private static Command List()
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "List known topics with their sizes") { json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var topics = await engine.Get<KnownTopics>().ListAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(new TopicList(topics));
                else
                    foreach (var (topic, size) in topics)
                        Print.Line(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{topic.Name} ({size?.ToString(CultureInfo.InvariantCulture) ?? "not met by a run yet"})  {topic.TopicId}"
                            )
                        );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif discover topics list");
    }

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "Its name, kept as it is" };
        var description = new Option<string?>("--description")
        {
            Description = "What it is about, in words",
        };
        var examples = new Option<string[]>("--example")
        {
            Description = "The id of an item that belongs to it; may be given several times",
        };
        var similarity = new Option<double?>("--similarity")
        {
            Description = "The least cosine of its items, 0 to 1; that of the run when not given",
        };
        var json = CommonOptions.Json();
        var command = new Command("add", "Name a topic, by description, by examples, or by both")
        {
            name,
            description,
            examples,
            similarity,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var topic = Answer.Expect(
                    await engine
                        .Get<KnownTopics>()
                        .AddAsync(
                            new KnownTopicDraft
                            {
                                Name = parsed.GetRequiredValue(name),
                                Description = parsed.GetValue(description),
                                Examples = parsed.GetValue(examples) ?? [],
                                Similarity = parsed.GetValue(similarity),
                            },
                            Engine.Operator,
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(topic);
                else
                    Print.Line($"{topic.Name}  {topic.TopicId}; the next run fills it");
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover topics add \"Baking\" --example v17 --example v23 --similarity 0.5"
        );
    }

    private static Command Remove()
    {
        var id = new Argument<Guid>("topic")
        {
            Description = "Its id, from motif discover topics list",
        };
        var command = new Command("remove", "Remove a known topic") { id };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var topic = parsed.GetRequiredValue(id);
                if (!await engine.Get<IDiscoveryStore>().RemoveTopicAsync(topic, cancellationToken))
                    throw new UsageException($"no topic has the id {topic}");
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover topics remove 0198b6c2-7d1e-7c3a-9f10-2a4b6c8d0e1f"
        );
    }
}
