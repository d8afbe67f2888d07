using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IRelationshipStore"/> does this.</summary>
public abstract class RelationshipStoreConformance(TestBackend backend)
    : StorageConformance(backend)
{
    [ConformanceFact]
    public async Task An_edge_is_added_once_and_then_updated()
    {
        var (a, b, _) = await ThreeAsync();
        var edge = new Relationship(a, RelationshipType.Uses, b, null, new(.5), "a.py:3");
        (await Relationships.SaveAsync(edge, Forever)).ShouldBeEmpty();
        var stronger = edge with { Confidence = new(.9), Evidence = null };
        (await Relationships.SaveAsync(stronger, Forever)).ShouldBeEmpty();

        (await Of(a, RelationshipDirection.Outgoing)).ShouldBe([stronger]);
        (await Of(b, RelationshipDirection.Incoming)).ShouldBe([stronger]);
        (await Of(a, RelationshipDirection.Incoming)).ShouldBeEmpty();
        (await Of(b, RelationshipDirection.Both)).ShouldBe([stronger]);
    }

    [ConformanceFact]
    public async Task Edges_come_by_type_then_target_then_external_name()
    {
        var (a, b, c) = await ThreeAsync();
        var targets = new[] { b, c }.Order().ToArray();
        Relationship[] expected =
        [
            new(a, RelationshipType.ComposedOf, targets[0], null, new(1)),
            new(a, RelationshipType.Uses, targets[0], null, new(1)),
            new(a, RelationshipType.Uses, targets[1], null, new(1)),
            new(a, RelationshipType.Uses, null, "asyncio.sleep", new(.7)),
            new(a, RelationshipType.Uses, null, "zlib", new(.7)),
        ];
        foreach (var edge in expected.Reverse())
            await Relationships.SaveAsync(edge, Forever);
        (await Of(a, RelationshipDirection.Outgoing)).ShouldBe(expected);
    }

    [ConformanceFact]
    public async Task A_symmetric_edge_is_kept_once_and_seen_from_both_ends()
    {
        var (a, b, _) = await ThreeAsync();
        await Relationships.SaveAsync(
            new(a, RelationshipType.SimilarTo, b, null, new(.8)),
            Forever
        );
        await Relationships.SaveAsync(
            new(b, RelationshipType.SimilarTo, a, null, new(.9)),
            Forever
        );
        var (smaller, greater) = a.CompareTo(b) < 0 ? (a, b) : (b, a);
        var edge = new Relationship(smaller, RelationshipType.SimilarTo, greater, null, new(.9));
        foreach (var direction in Enum.GetValues<RelationshipDirection>())
        {
            (await Of(a, direction)).ShouldBe([edge]);
            (await Of(b, direction)).ShouldBe([edge]);
        }
        (
            await Relationships.RemoveAsync(
                greater,
                RelationshipType.SimilarTo,
                smaller,
                null,
                Forever
            )
        ).ShouldBeTrue();
        (await Of(a, RelationshipDirection.Both)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Ends_that_are_not_in_the_catalogue_are_named_and_nothing_is_written()
    {
        var (a, _, _) = await ThreeAsync();
        var nobody = PatternId.For(PatternKind.Code, "nobody");
        (
            await Relationships.SaveAsync(
                new(a, RelationshipType.Uses, nobody, null, new(1)),
                Forever
            )
        ).ShouldBe([nobody]);
        (
            await Relationships.SaveAsync(
                new(nobody, RelationshipType.Uses, null, "x", new(1)),
                Forever
            )
        ).ShouldBe([nobody]);
        (await Of(a, RelationshipDirection.Both)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task An_edge_without_one_end_or_to_itself_is_refused()
    {
        var (a, b, _) = await ThreeAsync();
        Relationship[] wrong =
        [
            new(a, RelationshipType.Uses, null, null, new(1)),
            new(a, RelationshipType.Uses, b, "both", new(1)),
            new(a, RelationshipType.Uses, a, null, new(1)),
        ];
        foreach (var edge in wrong)
            await Should.ThrowAsync<ArgumentException>(() =>
                Relationships.SaveAsync(edge, Forever)
            );
    }

    [ConformanceFact]
    public async Task Removing_says_whether_there_was_such_an_edge()
    {
        var (a, b, _) = await ThreeAsync();
        await Relationships.SaveAsync(new(a, RelationshipType.Uses, b, null, new(1)), Forever);
        await Relationships.SaveAsync(new(a, RelationshipType.Uses, null, "x", new(1)), Forever);
        (
            await Relationships.RemoveAsync(a, RelationshipType.Extends, b, null, Forever)
        ).ShouldBeFalse();
        (
            await Relationships.RemoveAsync(a, RelationshipType.Uses, b, null, Forever)
        ).ShouldBeTrue();
        (
            await Relationships.RemoveAsync(a, RelationshipType.Uses, b, null, Forever)
        ).ShouldBeFalse();
        (
            await Relationships.RemoveAsync(a, RelationshipType.Uses, null, "x", Forever)
        ).ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task A_walk_finds_what_the_model_finds_at_every_depth()
    {
        var random = new Random(17);
        var ids = await ManyAsync(40);
        var edges = new List<Relationship>();
        for (var i = 0; i < 55; i++)
        {
            var type = (RelationshipType)random.Next(5);
            var source = ids[random.Next(ids.Count)];
            var target = ids[random.Next(ids.Count)];
            var edge =
                random.Next(5) == 0
                    ? new Relationship(source, type, null, $"lib.{random.Next(4)}", new(.5))
                    : new Relationship(source, type, target, null, new(.5));
            if (edge.TargetId == source)
                continue;
            await Relationships.SaveAsync(edge, Forever);
        }
        foreach (var id in ids)
            edges.AddRange(await Of(id, RelationshipDirection.Outgoing));
        edges = [.. edges.Distinct()];
        for (var depth = 1; depth <= 5; depth++)
            foreach (
                var types in (RelationshipType[][])
                    [
                        [],
                        [RelationshipType.Uses, RelationshipType.SimilarTo],
                    ]
            )
            foreach (var id in ids.Take(8))
            {
                var (nodes, found, truncated) = await Relationships.WalkAsync(
                    id,
                    depth,
                    types,
                    500,
                    Forever
                );
                var expected = Reachable(id, depth, types, edges);
                truncated.ShouldBeFalse();
                nodes
                    .Select(n => (n.PatternId, n.PatternId is null ? n.Name : null, n.Depth))
                    .ShouldBe(expected, ignoreOrder: true);
                nodes.Select(n => n.Depth).ShouldBeInOrder();
                found.ShouldBe(Among(expected, types, edges), ignoreOrder: true);
            }
    }

    [ConformanceFact]
    public async Task A_walk_keeps_the_nearest_nodes_up_to_its_limit_and_says_so()
    {
        var ids = await ManyAsync(30);
        foreach (var id in ids.Skip(1))
            await Relationships.SaveAsync(
                new(ids[0], RelationshipType.Uses, id, null, new(1)),
                Forever
            );
        var (nodes, edges, truncated) = await Relationships.WalkAsync(ids[0], 2, [], 10, Forever);
        truncated.ShouldBeTrue();
        nodes.Count.ShouldBe(10);
        nodes[0].PatternId.ShouldBe(ids[0]);
        edges.Count.ShouldBe(9);
        var (all, _, isCut) = await Relationships.WalkAsync(ids[0], 2, [], 30, Forever);
        (all.Count, isCut).ShouldBe((30, false));
    }

    [ConformanceFact]
    public async Task A_walk_from_nowhere_is_empty_and_a_depth_out_of_range_is_refused()
    {
        var nobody = PatternId.For(PatternKind.Code, "nobody");
        var (nodes, edges, truncated) = await Relationships.WalkAsync(nobody, 3, [], 10, Forever);
        (nodes.Count, edges.Count, truncated).ShouldBe((0, 0, false));
        foreach (var depth in (int[])[0, 6])
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() =>
                Relationships.WalkAsync(nobody, depth, [], 10, Forever)
            );
    }

    [ConformanceFact]
    public async Task Awkward_names_come_back_and_what_cannot_be_kept_is_refused()
    {
        var (a, _, _) = await ThreeAsync();
        foreach (var text in Sample.Awkward)
        {
            var edge = new Relationship(a, RelationshipType.Uses, null, text, new(1), text);
            await Relationships.SaveAsync(edge, Forever);
            (await Of(a, RelationshipDirection.Outgoing)).ShouldContain(edge);
        }
        foreach (var text in Sample.Unstorable)
            await Should.ThrowAsync<ArgumentException>(() =>
                Relationships.SaveAsync(new(a, RelationshipType.Uses, null, text, new(1)), Forever)
            );
    }

    private Task<IReadOnlyList<Relationship>> Of(Guid id, RelationshipDirection direction) =>
        Relationships.OfAsync(id, direction, Forever);

    private async Task<(Guid, Guid, Guid)> ThreeAsync()
    {
        var ids = await ManyAsync(3);
        return (ids[0], ids[1], ids[2]);
    }

    private async Task<List<Guid>> ManyAsync(int count)
    {
        var patterns = Enumerable.Range(0, count).Select(i => Sample.Pattern($"n{i}")).ToList();
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        return patterns.ConvertAll(p => p.PatternId);
    }

    /// <summary>Breadth first by hand; external names are reached, not walked through.</summary>
    private static List<(Guid? Id, string? External, int Depth)> Reachable(
        Guid start,
        int depth,
        RelationshipType[] types,
        List<Relationship> edges
    )
    {
        var found = new Dictionary<(Guid?, string?), int> { [(start, null)] = 0 };
        for (var step = 1; step <= depth; step++)
        {
            foreach (var node in found.Where(f => f.Value == step - 1).Select(f => f.Key).ToList())
            foreach (var edge in edges.Where(e => types.Length == 0 || types.Contains(e.Type)))
            {
                if (node.Item1 == edge.SourceId)
                    found.TryAdd((edge.TargetId, edge.External), step);
                if (node.Item1 is not null && node.Item1 == edge.TargetId)
                    found.TryAdd((edge.SourceId, null), step);
            }
        }
        return [.. found.Select(f => (f.Key.Item1, f.Key.Item2, f.Value))];
    }

    private static List<Relationship> Among(
        List<(Guid? Id, string? External, int Depth)> nodes,
        RelationshipType[] types,
        List<Relationship> edges
    )
    {
        var keys = nodes.Select(n => (n.Id, n.External)).ToHashSet();
        return
        [
            .. edges.Where(e =>
                (types.Length == 0 || types.Contains(e.Type))
                && keys.Contains((e.SourceId, null))
                && keys.Contains((e.TargetId, e.External))
            ),
        ];
    }
}
