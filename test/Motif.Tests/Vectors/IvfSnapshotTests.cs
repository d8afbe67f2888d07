using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed class IvfSnapshotTests : IDisposable
{
    private const int Dimension = 40;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motif-vectors-");
    private readonly float[][] _points = RandomVectors.Clustered(900, Dimension, seed: 6);

    private string Path => System.IO.Path.Combine(_folder.FullName, "index.ivf");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(VectorMetric.Cosine, 100)]
    [InlineData(VectorMetric.Euclidean, 100)]
    [InlineData(VectorMetric.Dot, 100)]
    [InlineData(VectorMetric.Cosine, 5000)]
    public void An_opened_snapshot_answers_as_the_index_did(VectorMetric metric, int flatRows)
    {
        var (index, opened) = SaveAndOpen(metric, flatRows);
        opened.Count.ShouldBe(index.Count);
        opened.Statistics.Lists.ShouldBe(index.Statistics.Lists);
        opened.Statistics.Plans.ShouldBe(index.Statistics.Plans);
        foreach (var point in _points.Take(50))
            Hits(opened, point).ShouldBe(Hits(index, point));
    }

    [Fact]
    public void An_opened_snapshot_takes_writes()
    {
        var (_, opened) = SaveAndOpen(VectorMetric.Cosine, 100);
        opened.Upsert([new(5000, _points[3])]);
        opened.Delete([3]);
        Hits(opened, _points[3])[0].Key.ShouldBe(5000);
        opened.Rebuild();
        Hits(opened, _points[3])[0].Key.ShouldBe(5000);
        opened.Save(Path);
        var again = IvfSnapshot.Open(Path, opened.Space, Options(100)).Index.ShouldNotBeNull();
        Hits(again, _points[3])[0].Key.ShouldBe(5000);
    }

    [Fact]
    public void A_zero_vector_survives_a_snapshot()
    {
        var index = new IvfIndex(new VectorSpace(2));
        index.Upsert([new(1, new float[2]), new(2, new float[] { 1, 0 })]);
        index.Save(Path);
        var opened = IvfSnapshot.Open(Path, index.Space).Index.ShouldNotBeNull();
        opened.Count.ShouldBe(2);
        opened.Contains(1).ShouldBeTrue();
        Hits(opened, [1, 1]).Select(hit => hit.Key).ShouldBe([2]);
    }

    [Fact]
    public void The_same_vectors_and_seed_give_the_same_bytes()
    {
        Build(VectorMetric.Cosine, 100).Save(Path);
        var first = File.ReadAllBytes(Path);
        var options = Options(100) with { BuildThreads = 1 };
        IvfIndex.Build(new VectorSpace(Dimension), Records(), options).Save(Path);
        File.ReadAllBytes(Path).ShouldBe(first);
    }

    [Fact]
    public void A_missing_file_is_missing()
    {
        var result = IvfSnapshot.Open(Path, new VectorSpace(Dimension));
        result.Status.ShouldBe(SnapshotStatus.Missing);
        result.Index.ShouldBeNull();
        result.Reason.ShouldNotBeNull().ShouldContain(Path);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_damage()
    {
        Build(VectorMetric.Cosine, 100).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        var random = new Random(1);
        var places = Enumerable.Range(0, 40).Select(_ => random.Next(bytes.Length)).ToList();
        foreach (var place in places.Concat([0, 9, 4095, 4096, bytes.Length - 1]))
        {
            if (IsPadding(bytes, place))
                continue;
            var changed = bytes.ToArray();
            changed[place] ^= 0x10;
            File.WriteAllBytes(Path, changed);
            Status().ShouldBe(SnapshotStatus.Damaged, $"byte {place}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(50_000)]
    public void A_file_cut_short_is_damage(int length)
    {
        Build(VectorMetric.Cosine, 100).Save(Path);
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..length]);
        Status().ShouldBe(SnapshotStatus.Damaged);
    }

    [Fact]
    public void Another_space_or_seed_is_foreign()
    {
        Build(VectorMetric.Cosine, 100).Save(Path);
        Status(new VectorSpace(Dimension + 1)).ShouldBe(SnapshotStatus.Foreign);
        Status(new VectorSpace(Dimension, VectorMetric.Dot)).ShouldBe(SnapshotStatus.Foreign);
        IvfSnapshot
            .Open(Path, new VectorSpace(Dimension), Options(100) with { Seed = 9 })
            .Reason.ShouldNotBeNull()
            .ShouldContain("expected 9");
    }

    [Fact]
    public void A_snapshot_of_an_older_format_is_foreign()
    {
        Build(VectorMetric.Cosine, 100).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        bytes[8] = 1;
        var crc = Checksum.Of(bytes.AsSpan(0, 4092));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4092), crc);
        File.WriteAllBytes(Path, bytes);
        Status().ShouldBe(SnapshotStatus.Foreign);
    }

    [Fact]
    public void Saving_again_leaves_the_mapped_snapshot_usable()
    {
        var (_, opened) = SaveAndOpen(VectorMetric.Cosine, 100);
        var before = Hits(opened, _points[0]);
        var other = new IvfIndex(new VectorSpace(Dimension), Options(100));
        other.Save(Path);
        Hits(opened, _points[0]).ShouldBe(before);
    }

    // Between sections the file is padded to pages; those zeros carry nothing.
    private static bool IsPadding(byte[] bytes, int place) =>
        place > 4096
        && bytes[place] == 0
        && bytes.Skip(place).TakeWhile(value => value == 0).Count() > 64;

    private SnapshotStatus Status(VectorSpace? space = null) =>
        IvfSnapshot.Open(Path, space ?? new VectorSpace(Dimension), Options(100)).Status;

    private (IvfIndex Index, IvfIndex Opened) SaveAndOpen(VectorMetric metric, int flatRows)
    {
        var index = Build(metric, flatRows);
        index.Save(Path);
        var result = IvfSnapshot.Open(Path, index.Space, Options(flatRows));
        result.Status.ShouldBe(SnapshotStatus.Opened, result.Reason);
        return (index, result.Index.ShouldNotBeNull());
    }

    private IvfIndex Build(VectorMetric metric, int flatRows) =>
        IvfIndex.Build(new VectorSpace(Dimension, metric), Records(), Options(flatRows));

    private IEnumerable<VectorRecord> Records() =>
        _points.Select((point, i) => new VectorRecord(i, point));

    private static IvfOptions Options(int flatRows) =>
        new() { FlatRows = flatRows, CalibrationQueries = 100 };

    private static VectorHit[] Hits(IvfIndex index, float[] query)
    {
        var hits = new VectorHit[10];
        return hits[..index.Search(query, hits)];
    }
}
