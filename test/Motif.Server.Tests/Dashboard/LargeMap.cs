using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Map;
using Motif.Discovery.Runs;
using Motif.Numerics;

namespace Motif.Server.Tests.Dashboard;

/// <summary>A server whose last run drew a hundred thousand points: the run is written down, not made.</summary>
internal static class LargeMap
{
    public const int Points = 100_000;
    private const int Mesos = 40;
    private const int Batch = 5_000;

    public static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync(options =>
            options with
            {
                DashboardPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            }
        );
        var items = server.App.Services.GetRequiredService<IItemStore>();
        foreach (var batch in Enumerable.Range(0, Points).Chunk(Batch))
            await items.SaveAsync([.. batch.Select(Item)], CancellationToken.None);
        var store = server.App.Services.GetRequiredService<IDiscoveryStore>();
        var now = server.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var run = new DiscoveryRun(
            PatternId.For(PatternKind.Semantic, "large"),
            RunState.Running,
            new StartRun(),
            now,
            now,
            null,
            1,
            null,
            null,
            null
        );
        (await store.StartAsync(run, CancellationToken.None)).ShouldBeNull();
        var clusters = Clusters();
        (
            await store.EndAsync(
                run with
                {
                    State = RunState.Finished,
                    FinishedAt = now,
                },
                new DiscoveredState(
                    new HierarchyFrame("given:1", [0], [1], [0], [], [], 0),
                    clusters,
                    [],
                    []
                )
                {
                    Map = Drawn(clusters),
                },
                CancellationToken.None
            )
        ).ShouldBeTrue();
        return server;
    }

    private static string Id(int point) => FormattableString.Invariant($"i{point:000000}");

    private static Item Item(int point) =>
        new() { ItemId = Id(point), Text = FormattableString.Invariant($"Video number {point}") };

    private static Cluster[] Clusters()
    {
        var macro = PatternId.For(PatternKind.Semantic, "everything here");
        return
        [
            new Cluster(
                macro,
                ClusterLevel.Macro,
                null,
                "everything here",
                [],
                [],
                Points,
                Points,
                1
            ),
            .. Enumerable
                .Range(0, Mesos)
                .Select(m => new Cluster(
                    PatternId.For(PatternKind.Semantic, $"subject {m}"),
                    ClusterLevel.Meso,
                    macro,
                    $"subject {m}",
                    [],
                    [],
                    Points / Mesos,
                    Points / Mesos,
                    1
                )),
        ];
    }

    /// <summary>Each subject a round cloud on a grid.</summary>
    private static DrawnMap Drawn(Cluster[] clusters)
    {
        var random = new SeededRandom(3);
        var (x, y) = (new float[Points], new float[Points]);
        for (var i = 0; i < Points; i++)
        {
            var meso = i % Mesos;
            x[i] = (float)((10 * (meso % 8)) + (2 * random.NextNormal()));
            y[i] = (float)((10 * (meso / 8)) + (2 * random.NextNormal()));
        }
        var map = new CorpusMap(
            [.. Enumerable.Range(0, Points).Select(Id)],
            x,
            y,
            [.. Enumerable.Range(0, Points).Select(i => (ushort)(i % Mesos))],
            [.. Enumerable.Range(0, Points).Select(i => (ushort)(1 + (i % 65_535)))]
        );
        var camera = new MapColumn(
            new MapAttribute(
                "camera",
                MapAttributeKind.Category,
                Points,
                ["phone", "reflex"],
                0,
                0,
                [],
                null,
                null
            ),
            [],
            [.. Enumerable.Range(0, Points).Select(i => (ushort)(1 + (i % 2)))]
        );
        return new DrawnMap(
            map,
            [
                .. clusters.Select(
                    (c, place) =>
                        new MapLabel(
                            c.Level,
                            c.ClusterId,
                            c.ParentId,
                            c.Name,
                            Id(Math.Max(0, place - 1)),
                            Math.Max(0, place - 1),
                            x[Math.Max(0, place - 1)],
                            y[Math.Max(0, place - 1)],
                            map.Bounds!,
                            c.Size
                        )
                ),
            ]
        )
        {
            Attributes = [camera],
        };
    }
}
