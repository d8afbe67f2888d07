using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;
using Motif.Code.TypeScript.Facts;

namespace Motif.Tests.Code.Scanning.Kept;

public sealed class FactsEncodingTests
{
    [Fact]
    public async Task Every_file_of_this_repository_comes_back_as_it_was_read()
    {
        var languages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (found, read) in await OwnFilesAsync())
        {
            if (read.Facts is not { } facts)
                continue;
            var bytes = FactsEncoding.Encode(read, 3);
            bytes.ShouldNotBeNull(found.Path);
            var back = FactsEncoding.Decode(
                bytes.AsMemory(3),
                found,
                facts.ModuleName,
                read.File.ContentHash
            );
            FactsDumpOf.File(back).ShouldBe(FactsDumpOf.File(read), found.Path);
            languages.Add(facts.Language);
        }
        languages.ShouldBe(["csharp", "python", "typescript"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_of_which_a_text_holds_half_a_character_is_not_kept()
    {
        using var tree = new SourceTree();
        tree.Write("a.py", "def f():\n    return 1\n");
        var found = Found(tree.Root, "a.py", new PythonLanguage());
        var read = (await ReadAsync(found)).Single();
        FactsEncoding.Encode(read, 0).ShouldNotBeNull();
        var builder = new CodeFactsBuilder();
        builder.Open(FactKind.Module, FactRole.None, 0);
        builder.Close(1);
        builder.Add(read.Facts!.Units[0] with { Returns = "\ud800" });
        var facts = builder.Build("a.py", "python", "a");
        var half = ReadFile.Of(found, "", facts, read.Structures, read.Suppressed);
        FactsEncoding.Encode(half, 0).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_record_is_refused()
    {
        using var tree = new SourceTree();
        tree.Write("a.py", "class A(B):\n    def f(self, x):\n        return g(x) + self.y\n");
        var found = Found(tree.Root, "a.py", new PythonLanguage());
        var read = (await ReadAsync(found)).Single();
        var bytes = FactsEncoding.Encode(read, 0)!;
        var whole = FactsDumpOf.File(read);
        var refused = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var value in (byte[])[0, 0x7F, 0xFF, (byte)(bytes[i] + 1)])
            {
                var damaged = (byte[])bytes.Clone();
                damaged[i] = value;
                try
                {
                    _ = FactsEncoding.Decode(damaged, found, "a", "").Facts!.Nodes;
                }
                catch (Exception exception)
                    when (exception
                            is ArgumentException
                                or InvalidDataException
                                or IndexOutOfRangeException
                                or OverflowException
                    )
                {
                    refused++;
                }
            }
        }
        refused.ShouldBeGreaterThan(bytes.Length);
        FactsDumpOf.File(read).ShouldBe(whole);
    }

    [Fact]
    public async Task A_file_whose_kept_nodes_are_none_is_read_again_when_it_is_looked_into()
    {
        using var tree = new SourceTree();
        tree.Write("a.py", "class A(B):\n    def f(self, x):\n        return g(x) + self.y\n");
        var found = Found(tree.Root, "a.py", new PythonLanguage());
        var read = (await ReadAsync(found)).Single();
        var bytes = FactsEncoding.Encode(read, 0)!;
        var asked = 0;
        for (var i = 1; i <= 40; i++)
        {
            var cut = bytes[..^i];
            var back = FactsEncoding.Decode(
                cut,
                found,
                read.Facts!.ModuleName,
                read.File.ContentHash,
                () =>
                {
                    asked++;
                    return read.Facts;
                }
            );
            FactsDumpOf.File(back).ShouldBe(FactsDumpOf.File(read));
            Should.Throw<Exception>(() =>
                FactsEncoding.Decode(cut, found, "a", "", () => null).Facts!.Nodes
            );
        }
        asked.ShouldBe(40);
    }

    internal static FoundFile Found(string root, string path, ISourceLanguage language)
    {
        var full = Path.Combine(root, path);
        return new FoundFile(path, full, new FileInfo(full).Length, language);
    }

    internal static Task<ReadFile[]> ReadAsync(params FoundFile[] files) =>
        new SourceReading(2, 4 << 20, CancellationToken.None).ReadAsync(
            files,
            null,
            null,
            _ => { }
        );

    private static async Task<IEnumerable<(FoundFile, ReadFile)>> OwnFilesAsync()
    {
        var finder = new FileFinder([
            new CSharpLanguage(),
            new PythonLanguage(),
            new TypeScriptLanguage(),
        ]);
        FoundFile[] files =
        [
            .. new[] { "src/Motif", "src/Motif.Dashboard/src", "test/oracle" }.SelectMany(folder =>
                finder.Find(Path.Combine(Repository.Root, folder), [], CancellationToken.None).Files
            ),
        ];
        return files.Zip(await ReadAsync(files));
    }
}
