using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Runs from items to findings, the same on every <see cref="IDiscoveryStore"/>.</summary>
public abstract class DiscoveryStoreConformance(TestBackend backend) : DiscoverySuite(backend)
{
    [ConformanceFact]
    public async Task A_run_finds_what_was_planted_and_a_second_run_changes_nothing()
    {
        await ImportAsync(Lines());

        var first = await RunAsync(new StartRun());
        var (clusters, findings) = await StoredAsync();
        var second = await RunAsync(new StartRun());
        var (clustersAgain, findingsAgain) = await StoredAsync();

        first.State.ShouldBe(RunState.Finished, first.Error);
        first.Report!.Items.ShouldBe(Channels * ItemsOfChannel);
        first.Report.PatternsWritten.ShouldBeGreaterThan(0);
        second.Report!.PatternsWritten.ShouldBe(0);
        second.Report.Events.ShouldBeEmpty();
        clustersAgain.ShouldBe(clusters);
        findingsAgain.ShouldBe(findings);
        var planted = (await Store.ListFindingsAsync(Forever)).First(f =>
            f.Feature == "phrase:secret trick" && f.ClusterId is null
        );
        planted.State.ShouldBe(FindingState.Confirmed);
        var pattern = await Patterns.FindAsync(
            PatternId.For(PatternKind.Semantic, planted.FindingId.ToString("D")),
            Forever
        );
        pattern!.Status.ShouldBe(PatternStatus.Active);
        (await Store.FindFindingAsync(planted.FindingId, Forever)).ShouldNotBeNull();
    }

    [ConformanceFact]
    public async Task The_order_of_the_import_and_the_threads_change_no_byte()
    {
        var lines = Lines();
        await ImportAsync(lines);
        Runs.Threads = 1;
        await RunAsync(new StartRun());
        var forward = await StoredAsync();
        var other = await CreateAnotherAsync();
        try
        {
            await using var backward = TestBackend.Open(other);
            await ImportAsync([.. lines.Reverse()], backward);
            backward.GetRequiredService<DiscoveryRuns>().Threads = 2;
            await RunAsync(new StartRun(), backward);

            (await StoredAsync(backward)).ShouldBe(forward);
        }
        finally
        {
            await DropAnotherAsync(other);
        }
    }

    [ConformanceFact]
    public async Task The_map_stands_with_the_run_and_new_items_move_no_old_point()
    {
        var lines = Lines();
        (await Store.MapVersionAsync(Forever)).ShouldBeNull();
        // The last hundredth comes later.
        await ImportAsync([.. lines.SkipLast(lines.Length / 100)]);
        await RunAsync(new StartRun());
        var before = (await Store.FindMapAsync(Forever))!;
        var version = await Store.MapVersionAsync(Forever);
        before.Attributes.ShouldContain(a => a.Attribute.Name == "channel");
        before.Attributes.ShouldAllBe(a => a.Codes.Length == before.Map.Points);

        await RunAsync(new StartRun());
        (await Store.MapVersionAsync(Forever)).ShouldBe(version);
        await ImportAsync(lines);
        await RunAsync(new StartRun());

        var after = (await Store.FindMapAsync(Forever))!.Map;
        after.Points.ShouldBe(lines.Length);
        (await Store.MapVersionAsync(Forever)).ShouldNotBe(version);
        var places = after
            .ItemIds.Select((id, i) => (id, i))
            .ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var diameter = Math.Max(
            before.Map.X.Max() - before.Map.X.Min(),
            before.Map.Y.Max() - before.Map.Y.Min()
        );
        double[] moved =
        [
            .. before
                .Map.ItemIds.Select(
                    (id, i) =>
                        Math.Abs(before.Map.X[i] - after.X[places[id]])
                        + Math.Abs(before.Map.Y[i] - after.Y[places[id]])
                )
                .Order(),
        ];
        (moved[moved.Length / 2] / diameter).ShouldBeLessThanOrEqualTo(0.02);
    }

    [ConformanceFact]
    public async Task The_views_tell_what_the_last_run_left_and_can_be_read_while_they_are_refreshed()
    {
        (await Store.MetricsAsync(Forever)).Clusters.ShouldBeEmpty();
        await ImportAsync(Lines());
        await RunAsync(new StartRun());

        var refreshing = Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Store.RefreshViewsAsync(Forever))
        );
        var metrics = await Store.MetricsAsync(Forever);
        await refreshing;

        var clusters = await Store.ListClustersAsync(false, Forever);
        metrics
            .Clusters.Select(c => (c.ClusterId, c.Level, c.ClusterName, c.Items))
            .ShouldBe(
                clusters.Select(c => (c.ClusterId, c.Level, c.Name, (long)c.Size)),
                ignoreOrder: true
            );
        metrics.Clusters.ShouldAllBe(c => c.Strength >= 0 && c.Strength <= 1 && c.MeanRatio > 0);
        metrics.Clusters[0].Channels.ShouldBe(Channels);
        var findings = await Store.ListFindingsAsync(Forever);
        metrics
            .Effectiveness.Select(e =>
                (e.FindingId, e.ClusterId, e.ClusterName, e.Feature, e.State, e.Support)
            )
            .ShouldBe(
                findings.Select(f =>
                    (f.FindingId, f.ClusterId, f.Scope, f.Feature, f.State, f.Support)
                ),
                ignoreOrder: true
            );
    }

    [ConformanceFact]
    public async Task A_test_writes_nothing_but_its_report()
    {
        await ImportAsync(Lines());

        var run = await RunAsync(new StartRun { TestMode = true });

        run.Report!.Numbers!.Found.ShouldBeGreaterThan(0);
        (await Store.ListClustersAsync(false, Forever)).ShouldBeEmpty();
        (await Store.ListFindingsAsync(Forever)).ShouldBeEmpty();
        (await Server.GetRequiredService<IItemStore>().CountAsync(Forever)).WithVector.ShouldBe(0);
        (await FoundAsync(new PatternQuery { Kind = PatternKind.Semantic })).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_run_for_which_there_is_too_little_memory_is_refused_before_it_begins()
    {
        await ImportAsync(Lines());
        Runs.AvailableMemory = 1 << 20;

        var refused = (await Runs.StartAsync(new StartRun(), Forever)).Problem!;

        refused.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        refused.OneLine.ShouldContain($"{Channels * ItemsOfChannel} items needs about ");
        refused.OneLine.ShouldContain("1 MB are there");
        (await Store.ListRunsAsync(10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task One_run_goes_on_at_a_time()
    {
        var starts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Runs.StartAsync(new StartRun(), Forever))
        );

        var started = starts.Where(s => s.Value is not null).ShouldHaveSingleItem().Value!;
        starts
            .Where(s => s.Problem is not null)
            .ShouldAllBe(s => s.Problem!.ExistingId == started.RunId);
    }

    [ConformanceFact]
    public async Task A_run_whose_worker_died_is_taken_over_and_the_dead_ones_commit_is_refused()
    {
        await ImportAsync(Lines());
        var dead = (await Runs.StartAsync(new StartRun(), Forever)).Value!;
        var late = dead.StartedAt + TimeSpan.FromMinutes(5);
        (await Store.TakeOverAsync(TimeSpan.FromHours(1), late, Forever)).ShouldBeNull();

        var taken = (await Store.TakeOverAsync(TimeSpan.Zero, late, Forever))!;

        (taken.RunId, taken.Attempt).ShouldBe((dead.RunId, 2));
        (await Store.BeatAsync(dead.RunId, 1, new(RunStep.Mining), late, Forever)).ShouldBeFalse();
        (
            await Store.EndAsync(dead with { State = RunState.Finished }, null, Forever)
        ).ShouldBeFalse();
        (await Store.FindRunAsync(dead.RunId, Forever))!.State.ShouldBe(RunState.Running);
        var ended = await Runs.WorkAsync(taken, null, Forever);
        (ended.State, ended.Attempt).ShouldBe((RunState.Finished, 2));
        (await Store.ListFindingsAsync(Forever)).Select(f => f.FindingId).ShouldBeUnique();
    }

    [ConformanceFact]
    public async Task A_cancelled_run_writes_nothing_and_makes_room_for_the_next()
    {
        await ImportAsync(Lines());
        var run = (await Runs.StartAsync(new StartRun(), Forever)).Value!;
        (await Store.CancelAsync(run.RunId, run.StartedAt, Forever)).ShouldBeTrue();
        (await Store.CancelAsync(run.RunId, run.StartedAt, Forever)).ShouldBeFalse();

        var ended = await Runs.WorkAsync(run, null, Forever);

        ended.State.ShouldBe(RunState.Cancelled);
        (await Store.ListClustersAsync(false, Forever)).ShouldBeEmpty();
        (await RunAsync(new StartRun())).State.ShouldBe(RunState.Finished);
    }

    [ConformanceFact]
    public async Task Why_not_tells_of_any_trait_and_refuses_before_the_first_run()
    {
        var answers = Server.GetRequiredService<FindingAnswers>();
        var early = await answers.WhyNotAsync(new("phrase:secret trick"), Forever);
        await ImportAsync(Lines());
        await RunAsync(new StartRun());

        var planted = (await answers.WhyNotAsync(new("TRICK"), Forever)).Value!;
        var rare = (await answers.WhyNotAsync(new("phrase:never said"), Forever)).Value!;
        var unknown = await answers.WhyNotAsync(new("sorcery:x"), Forever);

        early.Problem!.Refusal.ShouldBe(CatalogueRefusal.Incomplete);
        (planted.IsFinding, planted.SameAs).ShouldBe((true, "phrase:secret trick"));
        rare.Reasons.ShouldHaveSingleItem().ShouldContain("no scored item");
        unknown.Problem!.Refusal.ShouldBe(CatalogueRefusal.Invalid);
    }

    [ConformanceFact]
    public async Task Every_item_is_a_member_of_one_cluster_of_each_level_and_sizes_add_up()
    {
        await ImportAsync(Lines());
        await RunAsync(new StartRun());

        var clusters = await Store.ListClustersAsync(true, Forever);
        var members = await Store.ListMembersAsync(null, null, int.MaxValue, Forever);

        members.Count.ShouldBe(Channels * ItemsOfChannel);
        foreach (var level in Enum.GetValues<ClusterLevel>())
            clusters.Where(c => c.Level == level).Sum(c => c.Size).ShouldBe(members.Count);
        foreach (var parent in clusters.Where(c => c.Level is not ClusterLevel.Micro))
            clusters
                .Where(c => c.ParentId == parent.ClusterId)
                .Sum(c => c.Size)
                .ShouldBe(parent.Size);
        var meso = clusters.First(c => c.Level is ClusterLevel.Meso);
        (await Store.ListMembersAsync(meso.ClusterId, null, int.MaxValue, Forever)).Count.ShouldBe(
            meso.Size
        );
        clusters.ShouldAllBe(c => c.Centroid.Count > 0 && c.Name.Length > 0);
        (await Store.FrameAsync(Forever)).ShouldNotBeNull();
    }

    private async Task<(string Clusters, string Findings)> StoredAsync(
        ServiceProvider? server = null
    )
    {
        var store = (server ?? Server).GetRequiredService<IDiscoveryStore>();
        return (
            JsonSerializer.Serialize(
                new
                {
                    Clusters = await store.ListClustersAsync(true, Forever),
                    Members = await store.ListMembersAsync(null, null, int.MaxValue, Forever),
                },
                MotifJson.Options
            ),
            JsonSerializer.Serialize(await store.ListFindingsAsync(Forever), MotifJson.Options)
        );
    }
}
