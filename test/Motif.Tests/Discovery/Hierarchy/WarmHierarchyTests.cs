using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Hierarchy;

/// <summary>Hierarchies that go on from one that stands.</summary>
public sealed class WarmHierarchyTests
{
    private const int Fields = 4;
    private const int Subjects = 5;

    [Fact]
    public void Nothing_new_changes_no_byte()
    {
        var nights = new Nights(Old(150));

        var again = nights.Next();

        again.Events.ShouldBeEmpty();
        nights.Before.ShouldBe(nights.After);
    }

    [Fact]
    public void Five_percent_more_leave_nearly_every_old_item_where_it_was()
    {
        var corpus = NestedCorpus.Make(Fields, Subjects, 210, noise: 0.9f);
        var nights = new Nights([.. Rows(corpus, subject => subject.Item % 20 != 0)]);
        var before = nights.Mesos;
        nights.Add([.. Rows(corpus, subject => subject.Item % 20 == 0)]);

        nights.Next();

        nights.Built.Unrefined.ShouldBe(0);
        var now = nights.Mesos;
        var common = before.Keys.ToList();
        PartitionAgreement
            .AdjustedRand(
                [.. common.Select(id => before[id].GetHashCode())],
                [.. common.Select(id => now[id].GetHashCode())]
            )
            .ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Thirty_nights_move_hardly_anything_and_a_new_subject_is_born()
    {
        var corpus = NestedCorpus.Make(Fields, Subjects + 1, 160, noise: 0.7f);
        // The last subject of the last field comes on the fifteenth day alone.
        var late = (Fields * (Subjects + 1)) - 1;
        var nights = new Nights([.. Rows(corpus, r => r.Subject != late && r.Item < 120)]);
        var old = Rows(corpus, r => r.Subject != late && r.Item >= 120)
            .OrderBy(r => Mixed(r.Id))
            .ToList();
        for (var night = 0; night < 30; night++)
        {
            var (mesos, macros) = (nights.Mesos, nights.Macros);
            var count = nights.Counts;
            var names = nights.Names;
            nights.Add([.. old.Skip(night * 24).Take(24)]);
            if (night == 15)
                nights.Add([.. Rows(corpus, r => r.Subject == late)]);

            var hierarchy = nights.Next();

            Changed(mesos, nights.Mesos).ShouldBeLessThanOrEqualTo(0.01, $"night {night}");
            Changed(macros, nights.Macros).ShouldBeLessThanOrEqualTo(0.005, $"night {night}");
            AddUp(hierarchy.Events, count, nights.Counts);
            foreach (var (id, name) in nights.Names)
                if (names.TryGetValue(id, out var known) && nights.IsUntouched(id))
                    name.ShouldBe(known);
            if (night == 15)
                BornWith(hierarchy, nights, corpus, late);
        }
    }

    [Fact]
    public void A_topic_is_filled_first_and_an_empty_one_is_listed()
    {
        var corpus = NestedCorpus.Make(3, 4, 120);
        var rows = Rows(corpus, _ => true).ToList();
        var centre = Unit(rows.Where(r => r.Subject == 2).Select(r => r.Vector));
        var nowhere = new float[centre.Length];
        nowhere[0] = 1;
        var (topic, empty) = (
            PatternId.For(PatternKind.Semantic, "topic"),
            PatternId.For(PatternKind.Semantic, "empty")
        );
        var nights = new Nights(rows)
        {
            Topics = [new(topic, centre, 0.7f), new(empty, nowhere, 0.99f)],
            TopicNames = { [topic] = "My own", [empty] = "Nobody's" },
        };

        var hierarchy = nights.Next(isFresh: true);

        var found = hierarchy.Clusters.Single(c => c.ClusterId == topic);
        (found.Name, found.Level, found.IsTopic).ShouldBe(("My own", ClusterLevel.Meso, true));
        var members = hierarchy
            .Members.Where(m => m.MesoId == topic)
            .Select(m => m.ItemId)
            .ToList();
        members
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                rows.Where(r => Cosine(r.Vector, centre) >= 0.7f)
                    .Select(r => r.Id)
                    .Order(StringComparer.Ordinal)
            );
        members.Count.ShouldBeGreaterThan(100);
        var nobodys = hierarchy.Clusters.Single(c => c.ClusterId == empty);
        (nobodys.Name, nobodys.Size).ShouldBe(("Nobody's", 0));
        hierarchy.Members.Count.ShouldBe(rows.Count);
        foreach (var parent in hierarchy.Clusters.Where(c => c.Level is not ClusterLevel.Micro))
            hierarchy
                .Clusters.Where(c => c.ParentId == parent.ClusterId)
                .Sum(c => c.Size)
                .ShouldBe(parent.Size);
    }

    [Fact]
    public void An_ordered_shape_keeps_its_counts_and_gives_every_parent_two_children()
    {
        var corpus = NestedCorpus.Make(8, 8, 120, noise: 0.9f);
        var settings = new HierarchySettings
        {
            MacroClusters = 8,
            MesoClusters = 60,
            MicroClusters = 500,
            MinChildren = 2,
        };

        var built = new HierarchyBuilder(settings, 2).Build(corpus.Vectors, CancellationToken.None);

        var places = built.Members.Select(m => m!.Value).ToList();
        places.Select(p => p.Macro).Distinct().Count().ShouldBeInRange(7, 8);
        places.Select(p => p.Meso).Distinct().Count().ShouldBeInRange(54, 66);
        places.Select(p => p.Micro).Distinct().Count().ShouldBeInRange(450, 550);
        places
            .GroupBy(p => p.Macro)
            .ShouldAllBe(g => g.Select(p => p.Meso).Distinct().Count() >= 2);
        places
            .GroupBy(p => p.Meso)
            .ShouldAllBe(g => g.Select(p => p.Micro).Distinct().Count() >= 2);
    }

    [Fact]
    public void Ordered_bounds_halve_what_is_large_and_deal_out_what_is_small()
    {
        var corpus = NestedCorpus.Make(3, 4, 250, noise: 0.9f);

        var built = new HierarchyBuilder(
            new() { MinClusterSize = 30, MaxClusterSize = 100 },
            2
        ).Build(corpus.Vectors, CancellationToken.None);

        var sizes = built.Members.GroupBy(m => m!.Value.Meso).Select(g => g.Count()).ToList();
        sizes.Count.ShouldBeGreaterThanOrEqualTo(3000 / 130);
        sizes.Average().ShouldBeLessThan(110);
    }

    private static void BornWith(
        NamedHierarchy hierarchy,
        Nights nights,
        NestedCorpus corpus,
        int late
    )
    {
        var own = Rows(corpus, r => r.Subject == late).Select(r => r.Id).ToList();
        var born = hierarchy
            .Events.Where(e => e is { Level: ClusterLevel.Meso, Change: ClusterChange.Born })
            .Select(e => e.ClusterId)
            .ToHashSet();
        var held = own.GroupBy(id => nights.Mesos[id]).MaxBy(g => g.Count())!;
        born.ShouldContain(held.Key);
        held.Count().ShouldBeGreaterThanOrEqualTo((int)(0.9 * own.Count));
    }

    private static void AddUp(
        IReadOnlyList<ClusterEvent> events,
        Dictionary<ClusterLevel, int> before,
        Dictionary<ClusterLevel, int> after
    )
    {
        foreach (var level in Enum.GetValues<ClusterLevel>())
            events
                .Where(e => e.Level == level)
                .Sum(e => e.Change is ClusterChange.Born or ClusterChange.Split ? 1 : -1)
                .ShouldBe(after[level] - before[level], $"{level}");
    }

    private static double Changed(
        Dictionary<string, Guid> before,
        Dictionary<string, Guid> after
    ) => before.Count(b => after[b.Key] != b.Value) / (double)before.Count;

    private static List<Row> Old(int itemsOfSubject) =>
        [.. Rows(NestedCorpus.Make(Fields, Subjects, itemsOfSubject, noise: 0.7f), _ => true)];

    private static IEnumerable<Row> Rows(NestedCorpus corpus, Func<Row, bool> isWanted)
    {
        var items = new Dictionary<int, int>();
        for (var i = 0; i < corpus.Subjects.Length; i++)
        {
            var item = items[corpus.Subjects[i]] =
                items.GetValueOrDefault(corpus.Subjects[i], -1) + 1;
            var row = new Row(
                $"{corpus.Subjects[i]:00}-{item:000}",
                corpus.Subjects[i],
                item,
                corpus.Vectors.Row(i).ToArray()
            );
            if (isWanted(row))
                yield return row;
        }
    }

    private static float[] Unit(IEnumerable<float[]> vectors)
    {
        var sum = vectors.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
        var unit = sum.ToArray();
        CentredVectors.Normalize(unit);
        return unit;
    }

    private static float Cosine(float[] vector, float[] unit)
    {
        var own = vector.ToArray();
        CentredVectors.Normalize(own);
        return own.Zip(unit, (a, b) => a * b).Sum();
    }

    private static ulong Mixed(string id) =>
        SeededRandom.Mix(id.Aggregate(17UL, (sum, c) => (sum * 31) + c));

    private sealed record Row(string Id, int Subject, int Item, float[] Vector);

    /// <summary>A corpus that grows, and the hierarchy that every night makes of it.</summary>
    private sealed class Nights
    {
        private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
        private NamedHierarchy? _standing;
        private StoredHierarchy? _stored;

        public Nights(List<Row> rows)
        {
            Add(rows);
            Next();
        }

        public IReadOnlyList<TopicSeed> Topics { get; init; } = [];

        public Dictionary<Guid, string> TopicNames { get; } = [];

        public BuiltHierarchy Built { get; private set; } = null!;

        public string Before { get; private set; } = "";

        public string After { get; private set; } = "";

        public Dictionary<string, Guid> Mesos =>
            _standing!.Members.ToDictionary(m => m.ItemId, m => m.MesoId);

        public Dictionary<string, Guid> Macros =>
            _standing!.Members.ToDictionary(m => m.ItemId, m => m.MacroId);

        public Dictionary<Guid, string> Names =>
            _standing!.Clusters.ToDictionary(c => c.ClusterId, c => c.Name);

        public Dictionary<ClusterLevel, int> Counts =>
            Enum.GetValues<ClusterLevel>()
                .ToDictionary(l => l, l => _standing!.Clusters.Count(c => c.Level == l));

        private Dictionary<Guid, int> _sizes = [];

        /// <summary>Whether a cluster has the items that it had the night before.</summary>
        public bool IsUntouched(Guid id) =>
            _standing!.Clusters.Single(c => c.ClusterId == id).Size == _sizes.GetValueOrDefault(id);

        public void Add(List<Row> rows)
        {
            foreach (var row in rows)
                _rows[row.Id] = row;
        }

        public NamedHierarchy Next(bool isFresh = false)
        {
            Before = After;
            var rows = _rows.Values.ToList();
            var vectors = new FloatMatrix(rows.Count, rows[0].Vector.Length);
            for (var i = 0; i < rows.Count; i++)
                rows[i].Vector.CopyTo(vectors.Row(i));
            var members = _standing?.Members.ToDictionary(m => m.ItemId) ?? [];
            Built = new HierarchyBuilder(
                new HierarchySettings { MesoClusters = Fields * Subjects, MacroClusters = Fields },
                2
            ).Build(
                vectors,
                new HierarchyInput(
                    _stored is null ? null : StandingHierarchy.Of(_stored),
                    !isFresh,
                    [.. rows.Select(r => !members.ContainsKey(r.Id))],
                    Topics,
                    new Dictionary<int, Guid>()
                ),
                CancellationToken.None
            );
            _sizes = _standing?.Clusters.ToDictionary(c => c.ClusterId, c => c.Size) ?? [];
            _standing = new ClusterSheet(
                Built,
                [
                    .. rows.Select(r => new Item
                    {
                        ItemId = r.Id,
                        Text =
                            $"subject{(char)('a' + r.Subject)} field{(char)('a' + (r.Subject / Subjects))} item",
                    }),
                ],
                vectors,
                _standing?.Clusters ?? [],
                members,
                [],
                TopicNames
            ).Make();
            _stored = new StoredHierarchy(
                HierarchyFrame.Of("s", Built.Places, Built.Unrefined),
                _standing.Clusters
            );
            After = System.Text.Json.JsonSerializer.Serialize(
                new
                {
                    _standing.Clusters,
                    _standing.Members,
                    Built.Places.Cells.Values,
                }
            );
            return _standing;
        }
    }
}
