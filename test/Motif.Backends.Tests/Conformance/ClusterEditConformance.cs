using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Discovery.Advice;
using Motif.Discovery.Editing;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>The hierarchy between runs, by hand and by items that come, the same on every <see cref="IDiscoveryStore"/>.</summary>
public abstract class ClusterEditConformance(TestBackend backend) : DiscoverySuite(backend)
{
    private static readonly Actor Ada = new("ada");
    private static readonly Guid Nobody = PatternId.For(PatternKind.Semantic, "nobody");
    private static readonly StartRun Shape = new()
    {
        Hierarchy = new() { MacroClusters = 3, MesoClusters = 8 },
    };

    private ClusterEditor Editor => Server.GetRequiredService<ClusterEditor>();

    private ItemPlacement Placement => Server.GetRequiredService<ItemPlacement>();

    [ConformanceFact]
    public async Task Edits_are_in_force_through_rebuilds_warm_and_fresh()
    {
        await ImportAsync(Lines());
        await RunAsync(Shape);
        var mesos = await LevelAsync(ClusterLevel.Meso);
        var macro = mesos.GroupBy(m => m.ParentId).First(g => g.Count() > 2).ToList();
        var (kept, gone, cut) = (macro[0], macro[1], macro[2]);
        await DoneAsync(Editor.RenameAsync(gone.ClusterId, "Mine", Ada, Forever));
        await DoneAsync(Editor.MergeAsync(kept.ClusterId, gone.ClusterId, Ada, Forever));
        var split = await DoneAsync(Editor.SplitAsync(cut.ClusterId, Ada, Forever));
        var item = (await Store.ListMembersAsync(cut.ClusterId, null, 1, Forever))[0].ItemId;
        await DoneAsync(Editor.MoveAsync(kept.ClusterId, item, Ada, Forever));
        await InForceAsync();

        foreach (var isFresh in (bool[])[false, true, false])
        {
            var run = await RunAsync(
                Shape with
                {
                    Hierarchy = Shape.Hierarchy with { Fresh = isFresh },
                }
            );
            run.State.ShouldBe(RunState.Finished, run.Error);
            await InForceAsync();
        }

        async Task InForceAsync()
        {
            var now = (await Store.ListClustersAsync(false, Forever)).ToDictionary(c =>
                c.ClusterId
            );
            now[kept.ClusterId].Name.ShouldBe("Mine");
            now.ShouldNotContainKey(gone.ClusterId);
            now.ShouldContainKey(cut.ClusterId);
            now.ShouldContainKey(split.OtherId!.Value);
            var member = (await Store.FindMemberAsync(item, Forever))!;
            (member.MesoId, member.Origin).ShouldBe((kept.ClusterId, MemberOrigin.Moved));
            await ShouldNestAsync();
        }
    }

    [ConformanceFact]
    public async Task Merging_two_leaves_every_other_cluster_as_it_was_and_undo_restores()
    {
        await ImportAsync(Lines());
        await RunAsync(Shape);
        var before = await StoredAsync();
        var mesos = await LevelAsync(ClusterLevel.Meso);
        var pair = mesos.GroupBy(m => m.ParentId).First(g => g.Count() > 1).Take(2).ToList();

        var edit = await DoneAsync(
            Editor.MergeAsync(pair[0].ClusterId, pair[1].ClusterId, Ada, Forever)
        );

        var after = (await LevelAsync(ClusterLevel.Meso)).ToDictionary(c => c.ClusterId);
        after.Count.ShouldBe(mesos.Count - 1);
        after[pair[0].ClusterId].Size.ShouldBe(pair[0].Size + pair[1].Size);
        foreach (var other in mesos.Except(pair))
            JsonSerializer
                .Serialize(after[other.ClusterId])
                .ShouldBe(JsonSerializer.Serialize(other));
        (edit.Actor, edit.Number, edit.OtherName).ShouldBe(("ada", 1, pair[1].Name));
        var undone = await DoneAsync(Editor.UndoAsync(edit.EditId, new Actor("bob"), Forever));
        undone.UndoneBy.ShouldBe("bob");
        (await StoredAsync()).ShouldBe(before);
        var again = await Editor.UndoAsync(edit.EditId, Ada, Forever);
        again.Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
    }

    [ConformanceFact]
    public async Task A_split_and_a_moved_item_come_back_in_the_order_in_which_they_went()
    {
        await ImportAsync(Lines());
        await RunAsync(Shape);
        var before = await StoredAsync();
        var mesos = await LevelAsync(ClusterLevel.Meso);
        var cut = mesos[0];
        var split = await DoneAsync(Editor.SplitAsync(cut.ClusterId, Ada, Forever));
        var item = (await Store.ListMembersAsync(mesos[1].ClusterId, null, 1, Forever))[0].ItemId;
        var move = await DoneAsync(Editor.MoveAsync(cut.ClusterId, item, Ada, Forever));
        var match = await Server
            .GetRequiredService<ItemMatcher>()
            .MatchAsync(new ItemQuestion { ItemId = item }, Forever);
        match.Value!.Meso!.ClusterId.ShouldBe(cut.ClusterId);

        var early = await Editor.UndoAsync(split.EditId, Ada, Forever);
        early.Problem!.Detail.ShouldContain("undo that first");
        await DoneAsync(Editor.UndoAsync(move.EditId, Ada, Forever));
        await DoneAsync(Editor.UndoAsync(split.EditId, Ada, Forever));

        (await StoredAsync()).ShouldBe(before);
        (await Store.ListEditsAsync(10, Forever))
            .Select(e => (e.Edit.Number, e.Edit.UndoneBy))
            .ShouldBe([(2, "ada"), (1, "ada")]);
    }

    [ConformanceFact]
    public async Task An_impossible_edit_is_refused_with_the_reason()
    {
        (await Editor.PinAsync(Nobody, true, Ada, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.Incomplete
        );
        await ImportAsync(Lines());
        await RunAsync(Shape);
        var meso = (await LevelAsync(ClusterLevel.Meso))[0];
        var micro = (await LevelAsync(ClusterLevel.Micro))[0];
        var sibling = (await LevelAsync(ClusterLevel.Meso)).First(c =>
            c.ParentId == meso.ParentId && c.ClusterId != meso.ClusterId
        );

        await RefusedAsync(
            Editor.MergeAsync(meso.ClusterId, meso.ClusterId, Ada, Forever),
            "itself"
        );
        await RefusedAsync(
            Editor.MergeAsync(meso.ClusterId, micro.ClusterId, Ada, Forever),
            "one level"
        );
        await RefusedAsync(Editor.MergeAsync(meso.ClusterId, Nobody, Ada, Forever), "no cluster");
        await RefusedAsync(Editor.SplitAsync(micro.ClusterId, Ada, Forever), "smallest");
        await RefusedAsync(
            Editor.RenameAsync(meso.ClusterId, sibling.Name, Ada, Forever),
            "is called"
        );
        await RefusedAsync(Editor.RenameAsync(meso.ClusterId, " ", Ada, Forever), "name");
        await RefusedAsync(Editor.MoveAsync(meso.ClusterId, "nobody", Ada, Forever), "no item");
        await RefusedAsync(Editor.UndoAsync(Nobody, Ada, Forever), "no edit");
        await Runs.StartAsync(Shape, Forever);
        await RefusedAsync(Editor.PinAsync(meso.ClusterId, true, Ada, Forever), "is under way");
        (await Store.ListEditsAsync(10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task New_items_have_their_place_at_once_one_by_one_as_in_a_batch_as_by_a_match()
    {
        var lines = Lines();
        var late = lines.Where((_, i) => i % 40 == 7).ToArray();
        await ImportAsync([.. lines.Except(late)]);
        (await Placement.PlaceNewAsync(Forever)).ShouldBe(0);
        await RunAsync(Shape);
        foreach (var line in late.Take(10))
        {
            await ImportAsync([line]);
            (await Placement.PlaceNewAsync(Forever)).ShouldBe(1);
        }
        await ImportAsync([.. late.Skip(10)]);
        (await Placement.PlaceNewAsync(Forever)).ShouldBe(late.Length - 10);
        await ShouldNestAsync();
        var first = await PlacesAsync();
        var matcher = Server.GetRequiredService<ItemMatcher>();
        foreach (var line in late)
        {
            var id = JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
            var match = (await matcher.MatchAsync(new() { ItemId = id }, Forever)).Value!;
            (match.Micro!.ClusterId, match.Strength).ShouldBe(
                (first[id].MicroId, first[id].Strength)
            );
            first[id].Origin.ShouldBe(MemberOrigin.Placed);
        }

        var other = await CreateAnotherAsync();
        try
        {
            await using var fresh = TestBackend.Open(other);
            await ImportAsync([.. lines.Except(late)], fresh);
            await RunAsync(Shape, fresh);
            await ImportAsync([.. late.Reverse()], fresh);
            await fresh.GetRequiredService<ItemPlacement>().PlaceNewAsync(Forever);
            (await PlacesAsync(fresh)).ShouldBe(first, ignoreOrder: true);
        }
        finally
        {
            await DropAnotherAsync(other);
        }
    }

    [ConformanceFact]
    public async Task An_item_whose_text_changes_is_placed_anew_and_counts_stay_true()
    {
        var lines = Lines();
        await ImportAsync(lines);
        await RunAsync(Shape);

        await ImportAsync([
            lines[0].Replace(" and ", " telescope planet comet ", StringComparison.Ordinal),
        ]);
        await ShouldNestAsync();
        (await Placement.PlaceNewAsync(Forever)).ShouldBe(1);

        await ShouldNestAsync();
        (await Store.ListMembersAsync(null, null, int.MaxValue, Forever)).Count.ShouldBe(
            lines.Length
        );
    }

    [ConformanceFact]
    public async Task Known_topics_are_filled_first_and_keep_their_names()
    {
        var lines = Lines();
        await ImportAsync(lines);
        var topics = Server.GetRequiredService<KnownTopics>();
        var bread = (
            await topics.AddAsync(
                new()
                {
                    Name = "Baking at Home!",
                    Description = "sourdough bread oven yeast flour",
                    Examples =
                    [
                        .. lines
                            .Where(l => l.Contains("yeast", StringComparison.Ordinal))
                            .Take(20)
                            .Select(l =>
                                JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!
                            ),
                    ],
                    Similarity = 0.3,
                },
                Ada,
                Forever
            )
        ).Value!;
        var nothing = (
            await topics.AddAsync(
                new() { Name = "Deep sea mining", Similarity = 0.95 },
                Ada,
                Forever
            )
        ).Value!;
        (
            await topics.AddAsync(new() { Name = "Deep sea mining" }, Ada, Forever)
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.Duplicate);
        (await topics.ListAsync(Forever)).ShouldAllBe(t => t.Items == null);

        await RunAsync(Shape);
        await RunAsync(Shape);

        var sizes = (await topics.ListAsync(Forever)).ToDictionary(
            t => t.Topic.TopicId,
            t => t.Items
        );
        sizes[bread.TopicId]!.Value.ShouldBeGreaterThan(50);
        sizes[nothing.TopicId].ShouldBe(0);
        var cluster = (await LevelAsync(ClusterLevel.Meso)).Single(c =>
            c.ClusterId == bread.TopicId
        );
        (cluster.Name, cluster.IsTopic).ShouldBe(("Baking at Home!", true));
        await RefusedAsync(
            Editor.MergeAsync(bread.TopicId, nothing.TopicId, Ada, Forever),
            "known topic"
        );
        await ShouldNestAsync();
        (await Store.RemoveTopicAsync(bread.TopicId, Forever)).ShouldBeTrue();
        (await Store.RemoveTopicAsync(bread.TopicId, Forever)).ShouldBeFalse();
        await RunAsync(Shape);
        (await LevelAsync(ClusterLevel.Meso)).ShouldNotContain(c => c.ClusterId == bread.TopicId);
        await ShouldNestAsync();
    }

    private async Task ShouldNestAsync()
    {
        var clusters = await Store.ListClustersAsync(false, Forever);
        var members = await Store.ListMembersAsync(null, null, int.MaxValue, Forever);
        foreach (var level in Enum.GetValues<ClusterLevel>())
        {
            var counted = members
                .GroupBy(m => m.At(level))
                .ToDictionary(g => g.Key, g => g.Count());
            foreach (var cluster in clusters.Where(c => c.Level == level))
                cluster.Size.ShouldBe(counted.GetValueOrDefault(cluster.ClusterId), cluster.Name);
        }
        var parents = clusters.ToDictionary(c => c.ClusterId, c => c.ParentId);
        members.ShouldAllBe(m => parents[m.MicroId] == m.MesoId && parents[m.MesoId] == m.MacroId);
        clusters.GroupBy(c => (c.ParentId, c.Name)).ShouldAllBe(g => g.Count() == 1);
    }

    private async Task<Dictionary<string, ClusterMember>> PlacesAsync(
        ServiceProvider? server = null
    ) =>
        (
            await (server ?? Server)
                .GetRequiredService<IDiscoveryStore>()
                .ListMembersAsync(null, null, int.MaxValue, Forever)
        ).ToDictionary(m => m.ItemId);

    private async Task<string> StoredAsync() =>
        JsonSerializer.Serialize(
            new
            {
                Clusters = (await Store.ListClustersAsync(false, Forever)).OrderBy(c =>
                    c.ClusterId
                ),
                Members = await Store.ListMembersAsync(null, null, int.MaxValue, Forever),
            }
        );

    private async Task<List<Cluster>> LevelAsync(ClusterLevel level) =>
        [.. (await Store.ListClustersAsync(false, Forever)).Where(c => c.Level == level)];

    private static async Task<ClusterEdit> DoneAsync(Task<CatalogueAnswer<ClusterEdit>> edit)
    {
        var answer = await edit;
        return answer.Value ?? throw new InvalidOperationException(answer.Problem!.OneLine);
    }

    private static async Task RefusedAsync(
        Task<CatalogueAnswer<ClusterEdit>> edit,
        string reason
    ) => (await edit).Problem!.OneLine.ShouldContain(reason);
}
