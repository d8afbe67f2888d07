using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>The neighbourhoods with the place of every item in them.</summary>
internal sealed record ClusterTree(
    IReadOnlyList<Cluster> Clusters,
    IReadOnlyList<ClusterMember> Members
);

/// <summary><c>motif discover clusters</c>: the neighbourhoods as a tree.</summary>
internal static class DiscoverClustersCommand
{
    public static Command Build()
    {
        var level = CommonOptions.Named<ClusterLevel>(
            "--level",
            "Down to this level; meso when not given"
        );
        var json = CommonOptions.Json();
        var command = new Command("clusters", "Show the neighbourhoods of the last run as a tree")
        {
            level,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var store = engine.Get<IDiscoveryStore>();
                var clusters = await store.ListClustersAsync(false, cancellationToken);
                if (clusters.Count == 0)
                    throw new UsageException(
                        "there are no neighbourhoods yet; make them with motif discover run"
                    );
                if (parsed.GetValue(json))
                    Print.Json(
                        new ClusterTree(
                            clusters,
                            await store.ListMembersAsync(
                                null,
                                null,
                                int.MaxValue,
                                cancellationToken
                            )
                        )
                    );
                else
                    Show(
                        clusters,
                        CommonOptions.Value<ClusterLevel>(parsed.GetValue(level))
                            ?? ClusterLevel.Meso
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover clusters",
            "motif discover clusters --level micro",
            "motif discover clusters --json"
        );
    }

    private static void Show(IReadOnlyList<Cluster> clusters, ClusterLevel deepest)
    {
        var children = clusters.ToLookup(c => c.ParentId);
        var waiting = new Stack<Cluster>(children[null].Reverse());
        while (waiting.TryPop(out var cluster))
        {
            Print.Line(
                $"{new string(' ', 2 * (int)cluster.Level)}{cluster.Name} ({cluster.Size.ToString(CultureInfo.InvariantCulture)})",
                hanging: 2 + (2 * (int)cluster.Level)
            );
            if (cluster.Level == deepest)
                continue;
            foreach (var child in children[cluster.ClusterId].Reverse())
                waiting.Push(child);
        }
    }
}
