using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.Http;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.OpenAi;

/// <summary>Runs of discovery whose names a language model behind an endpoint may rephrase, and which end without it as well.</summary>
public sealed class ModelNamedRunTests : IAsyncLifetime
{
    private static readonly string[] Subjects =
    [
        "sourdough bread oven yeast flour",
        "bicycle chain tyre gear brake",
        "telescope planet comet galaxy moon",
        "guitar chord string melody song",
    ];

    private readonly SqliteBackend _backend = new();
    private LoopbackServer _endpoint = null!;
    private string _setting = "";
    private Func<JsonArray, Task<LoopbackAnswer>> _answer = _ => Say("{}");

    public async Task InitializeAsync()
    {
        _setting = await _backend.CreateAsync();
        _endpoint = await LoopbackServer.StartAsync(request => _answer(Groups(request)));
    }

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        await _backend.DropAsync(_setting);
    }

    [Fact]
    public async Task Names_are_rephrased_and_stay_without_asking_again()
    {
        _answer = groups => Say(Names(groups, words => $"All on {words[0]}"));
        var (run, clusters) = await RunAsync();
        var asked = _endpoint.Requests.Count;
        var (_, again) = await RunAsync();
        var (_, without) = await RunAsync(withModel: false);

        var named = Asked(clusters);
        run.Report!.Remarks.ShouldNotContain(r => r.Contains("language model"));
        named.ShouldAllBe(c => c.Review == NameReview.Reviewed && c.Name.StartsWith("All on "));
        named.ShouldAllBe(c => c.ExtractedName!.Length > 0);
        named
            .GroupBy(c => c.ParentId)
            .ShouldAllBe(g => g.DistinctBy(c => c.Name).Count() == g.Count());
        _endpoint.Requests.Count.ShouldBe(asked);
        Asked(again).Select(c => c.Name).ShouldBe(named.Select(c => c.Name));
        Asked(without).Select(c => c.Name).ShouldBe(named.Select(c => c.Name));
        clusters.Where(c => c.Level is ClusterLevel.Micro).ShouldAllBe(c => c.Review == null);
    }

    [Theory]
    [InlineData("wrong JSON")]
    [InlineData("surplus")]
    [InlineData("missing")]
    [InlineData("10 MB")]
    [InlineData("failing")]
    [InlineData("never")]
    public async Task A_run_ends_and_keeps_the_names_of_the_words_when_the_model(string does)
    {
        using var never = new CancellationTokenSource();
        _answer = groups =>
            does switch
            {
                "wrong JSON" => Say("Sure! Here are the names: bread, tyres"),
                "surplus" => Say(Names(groups, words => words[0], surplus: 1)),
                "missing" => Say(Names(groups, words => words[0], surplus: -1)),
                "10 MB" => Say(Names(groups, words => words[0] + new string('x', 10 << 20))),
                "failing" => Task.FromResult(new LoopbackAnswer(500, "{}")),
                _ => NeverAsync(never.Token),
            };

        var (run, clusters) = await RunAsync(timeoutSeconds: does == "never" ? 0.3 : 30);
        await never.CancelAsync();

        run.State.ShouldBe(RunState.Finished, run.Error);
        var asked = Asked(clusters);
        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(c => c.Review == NameReview.Unreviewed && c.ExtractedName == null);
        asked.ShouldAllBe(c => c.Terms.Count > 0 && c.Name.Contains(c.Terms[0]));
        run.Report!.Remarks.ShouldContain(r =>
            r.StartsWith($"the language model named 0 of {asked.Count} neighbourhoods")
        );
        // Whoever is silent is not asked for every parent.
        _endpoint.Requests.Count.ShouldBeLessThan(12);
        (await RunAsync(withModel: false))
            .Clusters.Select(c => c.Name)
            .ShouldBe(clusters.Select(c => c.Name));
    }

    private static List<Cluster> Asked(IReadOnlyList<Cluster> clusters) =>
        [.. clusters.Where(c => c.Level is not ClusterLevel.Micro)];

    private static async Task<LoopbackAnswer> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return new LoopbackAnswer(200);
    }

    private static JsonArray Groups(LoopbackRequest request)
    {
        var asked = JsonNode.Parse(request.Body)!["messages"]![1]!["content"]!.GetValue<string>();
        return JsonNode.Parse(asked)!["groups"]!.AsArray();
    }

    private static string Names(JsonArray groups, Func<string[], string> name, int surplus = 0)
    {
        var names = new JsonArray([
            .. groups.Select(g => new JsonObject
            {
                ["id"] = g!["id"]!.GetValue<int>(),
                ["name"] = name([.. g["words"]!.AsArray().Select(w => w!.GetValue<string>())]),
            }),
        ]);
        if (surplus > 0)
            names.Add(new JsonObject { ["id"] = names.Count + 1, ["name"] = "one more" });
        if (surplus < 0)
            names.RemoveAt(names.Count - 1);
        return new JsonObject { ["names"] = names }.ToJsonString();
    }

    private static Task<LoopbackAnswer> Say(string text) =>
        Task.FromResult(
            new LoopbackAnswer(
                200,
                new JsonObject
                {
                    ["choices"] = new JsonArray(
                        new JsonObject
                        {
                            ["finish_reason"] = "stop",
                            ["message"] = new JsonObject
                            {
                                ["role"] = "assistant",
                                ["content"] = text,
                            },
                        }
                    ),
                }.ToJsonString()
            )
        );

    private async Task<(DiscoveryRun Run, IReadOnlyList<Cluster> Clusters)> RunAsync(
        bool withModel = true,
        double timeoutSeconds = 30
    )
    {
        var services = new ServiceCollection();
        services
            .AddMotif()
            .UseDatabase(_setting)
            .UseChat(name =>
                name switch
                {
                    "MOTIF_CHAT_URL" when withModel => new Uri(_endpoint.Address, "v1").AbsoluteUri,
                    "MOTIF_CHAT_MODEL" => "model-a",
                    "MOTIF_CHAT_TIMEOUT_SECONDS" => timeoutSeconds.ToString(
                        CultureInfo.InvariantCulture
                    ),
                    _ => null,
                }
            );
        await using var server = services.BuildServiceProvider();
        await server
            .GetRequiredService<ItemImport>()
            .ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(Lines())), default);
        var runs = server.GetRequiredService<DiscoveryRuns>();
        var started = await runs.StartAsync(
            new StartRun
            {
                Hierarchy = new HierarchySettings { MacroClusters = 2, MesoClusters = 4 },
            },
            default
        );
        var run = await runs.WorkAsync(started.Value!, null, default);
        return (
            run,
            await server
                .GetRequiredService<IDiscoveryStore>()
                .ListClustersAsync(withCentroids: false, default)
        );
    }

    private static string Lines()
    {
        var noise = new Random(11);
        return string.Join(
            '\n',
            Enumerable
                .Range(0, 800)
                .Select(i =>
                {
                    var words = Subjects[noise.Next(Subjects.Length)].Split(' ');
                    return JsonSerializer.Serialize(
                        new
                        {
                            id = i.ToString("0000", CultureInfo.InvariantCulture),
                            text = $"{words[noise.Next(5)]} and {words[noise.Next(5)]} with {words[noise.Next(5)]} n{i}",
                            channel = $"channel {i % 20}",
                            published_at = Sample.Start.AddHours(-7 * i),
                            performance_ratio = Math.Exp(noise.NextDouble() - 0.5),
                        }
                    );
                })
        );
    }
}
