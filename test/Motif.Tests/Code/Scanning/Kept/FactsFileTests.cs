using Motif.Code.Python.Facts;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;

namespace Motif.Tests.Code.Scanning.Kept;

public sealed class FactsFileTests : IDisposable
{
    private const int Files = 3;
    private readonly SourceTree _tree = new();
    private readonly List<string> _troubles = [];
    private readonly byte[] _reader = new byte[32];

    private string StorePath => Path.Combine(_tree.Root, "kept", "a.facts");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task What_was_kept_is_found_by_its_content_path_module_and_language()
    {
        var (found, read) = await KeepAsync();
        using var file = Open();
        for (var i = 0; i < Files; i++)
        {
            var hash = read[i].File.ContentHash;
            FactsDumpOf.File(file.Find(found[i], "m", hash)!).ShouldBe(FactsDumpOf.File(read[i]));
            file.Find(found[i], "n", hash).ShouldBeNull();
            file.Find(found[i], "m", hash[..^1] + "g").ShouldBeNull();
            file.Find(found[i] with { Path = "other.py" }, "m", hash).ShouldBeNull();
        }
        _troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_with_any_byte_changed_is_not_found_and_the_others_are()
    {
        var (found, read) = await KeepAsync();
        var bytes = await File.ReadAllBytesAsync(StorePath);
        var dumps = read.Select(FactsDumpOf.File).ToList();
        var lost = 0;
        for (var at = 0; at < bytes.Length; at += 3)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= (byte)(1 << (at % 8));
            await File.WriteAllBytesAsync(StorePath, damaged);
            using var file = Open();
            for (var i = 0; i < Files; i++)
            {
                if (file.Find(found[i], "m", read[i].File.ContentHash) is { } back)
                    FactsDumpOf.File(back).ShouldBe(dumps[i]);
                else
                    lost++;
            }
        }
        lost.ShouldBeGreaterThanOrEqualTo(bytes.Length / 3);
    }

    [Fact]
    public async Task Wherever_a_process_died_while_it_wrote_the_next_one_goes_on()
    {
        var (found, read) = await KeepAsync();
        var bytes = await File.ReadAllBytesAsync(StorePath);
        for (var length = 0; length < bytes.Length; length += 5)
        {
            await File.WriteAllBytesAsync(StorePath, bytes[..length]);
            using (var file = Open())
            {
                for (var i = 0; i < Files; i++)
                {
                    if (file.Find(found[i], "m", read[i].File.ContentHash) is null)
                        file.Add(read[i], found[i], "m");
                }
            }
            (await File.ReadAllBytesAsync(StorePath)).ShouldBe(bytes);
        }
    }

    [Fact]
    public async Task What_another_program_kept_is_thrown_away()
    {
        var (found, read) = await KeepAsync();
        _reader[5] = 1;
        using (var file = Open())
        {
            file.Find(found[0], "m", read[0].File.ContentHash).ShouldBeNull();
            file.Add(read[0], found[0], "m");
        }
        using (var file = Open())
            file.Find(found[0], "m", read[0].File.ContentHash).ShouldNotBeNull();
        _reader[5] = 0;
        using var again = Open();
        again.Find(found[0], "m", read[0].File.ContentHash).ShouldBeNull();
    }

    [Fact]
    public async Task While_one_scan_keeps_another_only_reads()
    {
        var (found, read) = await KeepAsync(count: 2);
        using (var first = Open())
        {
            using var second = Open();
            second.Find(found[0], "m", read[0].File.ContentHash).ShouldNotBeNull();
            second.Add(read[2], found[2], "m");
            first.Find(found[2], "m", read[2].File.ContentHash).ShouldBeNull();
        }
        using (var file = Open())
        {
            file.Find(found[2], "m", read[2].File.ContentHash).ShouldBeNull();
            file.Add(read[2], found[2], "m");
        }
        using var last = Open();
        last.Find(found[2], "m", read[2].File.ContentHash).ShouldNotBeNull();
        _troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_scan_asks_for_any_more_goes()
    {
        var text = string.Join('\n', Enumerable.Range(0, 4000).Select(i => $"x{i} = f{i}(y{i})"));
        long largest = 0;
        for (var round = 0; round < 30; round++)
        {
            _tree.Write("large.py", $"{text}\nz = {round}\n");
            var found = FactsEncodingTests.Found(_tree.Root, "large.py", new PythonLanguage());
            var read = (await FactsEncodingTests.ReadAsync(found)).Single();
            using (var file = Open())
            {
                file.Add(read, found, "m");
                file.Complete();
            }
            using (var file = Open())
                file.Find(found, "m", read.File.ContentHash).ShouldNotBeNull();
            largest = Math.Max(largest, new FileInfo(StorePath).Length);
        }
        var one = FactsEncoding
            .Encode(
                (
                    await FactsEncodingTests.ReadAsync(
                        FactsEncodingTests.Found(_tree.Root, "large.py", new PythonLanguage())
                    )
                ).Single(),
                0
            )!
            .Length;
        largest.ShouldBeLessThan((3 * one) + (2 << 20));
        Directory.GetFiles(Path.GetDirectoryName(StorePath)!).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Beyond_its_bound_nothing_is_kept()
    {
        var (found, read) = await KeepAsync(maxBytes: 100);
        new FileInfo(StorePath).Length.ShouldBeLessThanOrEqualTo(100);
        using var file = Open();
        file.Find(found[0], "m", read[0].File.ContentHash).ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_and_stops_nothing()
    {
        _tree.Write("kept", "a file where the folder should be");
        var (found, read) = await KeepAsync();
        using var file = Open();
        file.Find(found[0], "m", read[0].File.ContentHash).ShouldBeNull();
        _troubles.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_oldest_go_where_all_together_are_too_large_and_a_forgotten_one_leaves_nothing()
    {
        var folder = Path.Combine(_tree.Root, "kept");
        var kept = new KeptFacts(folder) { MaxBytes = 150 };
        foreach (var name in (string[])["a", "b", "c"])
        {
            kept.Open(name, []).Dispose();
            kept.Bound(name);
        }
        Directory.GetFiles(folder, "*.facts").Length.ShouldBe(2);
        kept.Forget("c");
        Directory.GetFiles(folder).Length.ShouldBe(2);
        kept.Trouble.ShouldBeNull();
    }

    private FactsFile Open(long maxBytes = 1 << 30) =>
        new(StorePath, _reader, maxBytes, _troubles.Add);

    private async Task<(FoundFile[] Found, ReadFile[] Read)> KeepAsync(
        int count = Files,
        long maxBytes = 1 << 30
    )
    {
        for (var i = 0; i < Files; i++)
            _tree.Write(
                $"f{i}.py",
                $"import os\n\nclass A{i}(Base):\n    \"\"\"Says ä.\"\"\"\n    def f(self, x: int = 1) -> str:\n        return os.path.join(x, self.y{i})\n"
            );
        FoundFile[] found =
        [
            .. Enumerable
                .Range(0, Files)
                .Select(i =>
                    FactsEncodingTests.Found(_tree.Root, $"f{i}.py", new PythonLanguage())
                ),
        ];
        var read = await FactsEncodingTests.ReadAsync(found);
        using var file = Open(maxBytes);
        for (var i = 0; i < count; i++)
        {
            // The module is part of what a file says.
            read[i] = ReadFile.Of(
                found[i],
                read[i].File.ContentHash,
                found[i]
                    .Language.Read(
                        new Motif.Code.SourceFile(
                            found[i].Path,
                            await File.ReadAllBytesAsync(found[i].FullPath),
                            "m"
                        )
                    ),
                read[i].Structures,
                read[i].Suppressed
            );
            file.Add(read[i], found[i], "m");
        }
        return (found, read);
    }
}
