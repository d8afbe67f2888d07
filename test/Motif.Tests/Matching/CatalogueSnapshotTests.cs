using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Tests.Matching;

public sealed class CatalogueSnapshotTests : IDisposable
{
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("motif-test-").FullName;
    private readonly RecentPatterns _store = new();
    private readonly ManualClock _clock = new();
    private readonly List<IDisposable> _opened = [];

    public CatalogueSnapshotTests()
    {
        for (var i = 0; i < 120; i++)
            Save($"Practice {i}", $"answer requests of kind{i % 17} with word{i % 23} and part{i}");
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    public void Dispose()
    {
        _opened.ForEach(opened => opened.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_restarted_index_ranks_like_the_one_that_was_left()
    {
        var before = await OpenAsync();
        before.Forget(PatternId.For(PatternKind.Success, "Practice 7"));
        _store.Purge("Practice 7");
        Save("Practice 3", "something else entirely, such as circuit breakers");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await before.SynchronizeAsync(Forever, atOnce: true);
        before.Index.Refit();
        (await before.SaveAsync(Forever)).ShouldBeTrue();
        (await before.SaveAsync(Forever)).ShouldBeFalse();

        var after = await OpenAsync();

        after.Remark.ShouldBeNull();
        after.Index.Count.ShouldBe(before.Index.Count);
        foreach (var text in (string[])["kind3 word5", "circuit braekers", "part99", "requests"])
            Shown(after, text).ShouldBe(Shown(before, text));
    }

    [Fact]
    public async Task What_changed_since_is_caught_up_with()
    {
        await (await OpenAsync()).SaveAsync(Forever);
        Save("Practice 5", "throttle noisy neighbours");
        Save("Bulkhead", "isolate failing pools from each other");
        _clock.Advance(TimeSpan.FromMinutes(1));

        var after = await OpenAsync();

        after.Index.Count.ShouldBe(121);
        Shown(after, "throttle noisy neighbours")[0].Id.ShouldBe(IdOf("Practice 5"));
        Shown(after, "isolate failing pools")[0].Id.ShouldBe(IdOf("Bulkhead"));
        Found(after, "answer requests", limit: 200)
            .ShouldNotContain(match => match.Id == IdOf("Practice 5") && match.Raw.Bm25 > 0);
    }

    [Fact]
    public async Task Patterns_that_were_purged_meanwhile_are_gone()
    {
        await (await OpenAsync()).SaveAsync(Forever);
        _store.Purge("Practice 11");

        var after = await OpenAsync();

        after.Index.Count.ShouldBe(119);
        Shown(after, "part11").ShouldNotContain(match => match.Id == IdOf("Practice 11"));
    }

    [Fact]
    public async Task An_index_of_another_database_is_not_used()
    {
        await (await OpenAsync()).SaveAsync(Forever);
        foreach (var i in Enumerable.Range(0, 120))
            _store.Purge($"Practice {i}");
        for (var i = 0; i < 130; i++)
            Save($"Other {i}", $"other{i}", DateTimeOffset.UnixEpoch);

        var after = await OpenAsync();

        after.Index.Count.ShouldBe(130);
        Shown(after, "other7")[0].Id.ShouldBe(IdOf("Other 7"));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("byte")]
    [InlineData("empty")]
    public async Task A_damaged_file_is_told_of_and_the_index_built_from_the_database(string damage)
    {
        var before = await OpenAsync();
        await before.SaveAsync(Forever);
        var path = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(path);
        if (damage == "byte")
            bytes[bytes.Length / 2] ^= 1;
        var kept = damage switch
        {
            "short" => bytes.Length - 1000,
            "empty" => 0,
            _ => bytes.Length,
        };
        File.WriteAllBytes(path, bytes[..kept]);

        var after = await OpenAsync();

        after.Remark.ShouldNotBeNull().ShouldContain(path);
        Shown(after, "kind3 word5").ShouldBe(Shown(before, "kind3 word5"));
        // What is left next is sound again.
        (await after.SaveAsync(Forever)).ShouldBeTrue();
        (await OpenAsync()).Remark.ShouldBeNull();
    }

    [Fact]
    public void A_file_for_another_purpose_is_passed_over()
    {
        var path = Path.Combine(_folder, "some.index");
        SnapshotFile.Write(path, "v1", writer => Written(writer, 7)).ShouldBeTrue();
        var read = 0;

        SnapshotFile.TryRead(path, "v2", _ => read = -1, out var reason).ShouldBeFalse();
        reason.ShouldNotBeNull();
        SnapshotFile
            .TryRead(path, "v1", reader => read = reader.ReadInt32(), out reason)
            .ShouldBeTrue();

        read.ShouldBe(7);
        reason.ShouldBeNull();
    }

    [Fact]
    public void A_writing_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "some.index");
        SnapshotFile.Write(path, "v1", writer => Written(writer, 7));

        Should.Throw<IOException>(() =>
            SnapshotFile.Write(
                path,
                "v1",
                writer =>
                {
                    writer.Write(new byte[1 << 21]);
                    throw new IOException("No space left on device");
                }
            )
        );
        SnapshotFile.Write(path, "v1", _ => false).ShouldBeFalse();

        Directory.GetFiles(_folder).ShouldBe([path]);
        SnapshotFile
            .TryRead(path, "v1", reader => reader.ReadInt32().ShouldBe(7), out _)
            .ShouldBeTrue();
    }

    [Fact]
    public async Task Servers_of_one_folder_always_find_a_whole_file()
    {
        var path = Path.Combine(_folder, "some.index");
        SnapshotFile.Write(path, "v1", writer => Numbers(writer, 0));
        var writers = Enumerable
            .Range(1, 3)
            .Select(number =>
                Task.Run(() =>
                {
                    for (var i = 0; i < 20; i++)
                        SnapshotFile.Write(path, "v1", writer => Numbers(writer, number));
                })
            )
            .ToList();
        var wholes = 0;
        do
        {
            SnapshotFile
                .TryRead(
                    path,
                    "v1",
                    reader => reader.ReadArray<int>().Distinct().ShouldHaveSingleItem(),
                    out var reason
                )
                .ShouldBeTrue(reason);
            wholes++;
        } while (!writers.TrueForAll(writer => writer.IsCompleted));
        await Task.WhenAll(writers);

        wholes.ShouldBeGreaterThan(0);
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public async Task What_a_killed_server_left_unfinished_is_cleared_away()
    {
        await (await OpenAsync()).SaveAsync(Forever);
        var path = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        File.WriteAllBytes($"{path}.4711-0{SnapshotFile.Unfinished}", [1, 2, 3]);

        (await OpenAsync()).Remark.ShouldBeNull();

        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    private static CancellationToken Forever => CancellationToken.None;

    private static bool Written(BinaryWriter writer, int number)
    {
        writer.Write(number);
        return true;
    }

    private static bool Numbers(BinaryWriter writer, int number)
    {
        writer.WriteArray<int>([.. Enumerable.Repeat(number, 100_000)]);
        return true;
    }

    private async Task<CatalogueIndex> OpenAsync()
    {
        var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        var snapshots = new CatalogueSnapshots(
            index,
            new VectorOptions { SnapshotFolder = _folder, SnapshotRows = 50 }
        );
        var catalogue = new CatalogueIndex(_store, index, _clock, snapshots: snapshots);
        _opened.Add(catalogue);
        _opened.Add(index);
        await catalogue.SynchronizeAsync(Forever);
        return catalogue;
    }

    private static List<(string Id, double Rank, double Confidence)> Shown(
        CatalogueIndex catalogue,
        string text
    ) =>
        [
            .. Found(catalogue, text, limit: 10)
                .Select(match => (match.Id, match.Rank, match.Confidence)),
        ];

    private static IReadOnlyList<RankedMatch> Found(
        CatalogueIndex catalogue,
        string text,
        int limit
    ) =>
        catalogue
            .Index.Search(
                new MatchSearch([new QueryPart(text, 1)], new MatchFilters(), limit),
                Prior
            )
            .Matches;

    private static string IdOf(string name) => PatternId.For(PatternKind.Success, name).ToString();

    private void Save(string name, string description, DateTimeOffset? at = null) =>
        _store.Save(
            new Pattern
            {
                PatternId = PatternId.For(PatternKind.Success, name),
                Kind = PatternKind.Success,
                PatternType = "practice",
                Key = name,
                Name = name,
                Description = description,
                Body = PatternBody.From(new { }),
                CreatedAt = at ?? _clock.GetUtcNow(),
                UpdatedAt = at ?? _clock.GetUtcNow(),
            }
        );
}
