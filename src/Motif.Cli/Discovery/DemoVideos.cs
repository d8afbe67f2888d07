using System.Text;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Discovery.Advice;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>Three years of made-up video channels, through the real engine: what Discovery looks like with something in it.</summary>
internal static class DemoVideos
{
    private const int FindingsShown = 10;
    private const string Joke = "I tried";
    private const string Concept = "sourdough";

    /// <summary>Six subjects are known to be in it; by its size alone there would be one neighbourhood over them all.</summary>
    private static readonly StartRun Run = new()
    {
        Hierarchy = new HierarchySettings { MacroClusters = 2, MesoClusters = 6 },
    };

    public static async Task ShowAsync(Engine engine, CancellationToken cancellationToken)
    {
        var videos = DemoChannels.Publish(engine.Get<TimeProvider>().GetUtcNow());
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(Lines(videos)));
        var report = await engine.Get<ItemImport>().ImportAsync(lines, cancellationToken);
        Print.Line(
            $"{report.Added} videos of {DemoChannels.Count} made-up channels: what goes with views, and does it hold?"
        );
        var runs = engine.Get<DiscoveryRuns>();
        var run = Answer.Expect(await runs.StartAsync(Run, cancellationToken));
        RunSheet.Show(await runs.WorkAsync(run, null, cancellationToken));
        await ShowFindingsAsync(engine, cancellationToken);
        await ShowJokeAsync(engine, cancellationToken);
        await ShowAdviceAsync(engine, cancellationToken);
    }

    private static async Task ShowFindingsAsync(Engine engine, CancellationToken cancellationToken)
    {
        var findings = await engine.Get<IDiscoveryStore>().ListFindingsAsync(cancellationToken);
        DiscoverFindingsCommand.Show([
            .. findings.Where(f => f.State is FindingState.Confirmed).Take(FindingsShown),
            .. findings.Where(f => f.State is not FindingState.Confirmed).Take(FindingsShown / 2),
        ]);
    }

    private static async Task ShowJokeAsync(Engine engine, CancellationToken cancellationToken)
    {
        Print.Line($"Why is \"{Joke}\" not among them?");
        DiscoverWhyNotCommand.Show(
            Answer.Expect(
                await engine
                    .Get<FindingAnswers>()
                    .WhyNotAsync(new WhyNotQuestion(Joke), cancellationToken)
            )
        );
    }

    private static async Task ShowAdviceAsync(Engine engine, CancellationToken cancellationToken)
    {
        Print.Line($"How should a video about {Concept} be called?");
        DiscoverRecommendCommand.Show(
            Answer.Expect(
                await engine
                    .Get<Recommender>()
                    .RecommendAsync(
                        new RecommendRequest { Concept = Concept, Limit = 3 },
                        cancellationToken
                    )
            )
        );
    }

    /// <summary>The videos as an import takes them.</summary>
    public static string Lines(IEnumerable<DemoVideo> videos)
    {
        var lines = new StringBuilder();
        foreach (var video in videos)
            lines.AppendLine(
                JsonSerializer.Serialize(
                    new ItemLine
                    {
                        Id = video.Id,
                        Text = video.Title,
                        Channel = video.Channel,
                        PublishedAt = video.PublishedAt,
                        Views = video.Views,
                        Attributes = new(StringComparer.Ordinal)
                        {
                            ["duration_seconds"] = Json(video.DurationSeconds),
                            ["guest"] = Json(video.HasGuest),
                            ["camera"] = Json(video.Camera),
                        },
                    },
                    MotifJson.Options
                )
            );
        return lines.ToString();
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}

/// <summary>A made-up video.</summary>
internal sealed record DemoVideo(
    string Id,
    string Title,
    string Channel,
    DateTimeOffset PublishedAt,
    double Views,
    int DurationSeconds,
    bool HasGuest,
    string Camera
);
