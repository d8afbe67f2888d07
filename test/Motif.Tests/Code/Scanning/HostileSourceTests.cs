using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;

namespace Motif.Tests.Code.Scanning;

/// <summary>No file, name or rule ends a scan: what cannot be kept is told, the rest stands.</summary>
public sealed class HostileSourceTests : IDisposable
{
    private const string Function = """
        def NAME(items, limit):
            '''DOCUMENTATION'''
            total = 0
            for item in items:
                if item.price > limit and item.count > 0:
                    total += item.price * item.count
                elif item.price < 0:
                    raise ValueError("bad " + str(item))
            while total > 1000:
                total = total / 2
            return total
        """;

    private readonly SourceTree _tree = new();
    private readonly MemoryCodeStore _store = new();

    public void Dispose() => _tree.Dispose();

    public static TheoryData<string> Documentations =>
        [
            "a \\x00 b",
            "a \\ud800 b",
            "a \\udc00\\ud800 b",
            new string('x', 19_999) + "\U0001F600",
            ":param " + string.Concat(Enumerable.Repeat("a ", 50_000)),
            "Args:\n        a" + string.Concat(Enumerable.Repeat(", a", 50_000)),
            "Args:\n        a" + string.Concat(Enumerable.Repeat("( ", 50_000)),
            new string('A', 100_000) + "b",
        ];

    [Theory, MemberData(nameof(Documentations))]
    public async Task Whatever_a_docstring_holds_is_kept_as_well_formed_text(string documentation)
    {
        _tree.Write("odd.py", Written("odd", documentation));
        _tree.Write("plain.py", Written("plain", documentation));
        var scan = await ScanAsync();
        scan.FilesFailed.ShouldBe(0);
        scan.Patterns.ShouldBe(1);
        foreach (
            var text in Texts(JsonSerializer.SerializeToElement(_store.Patterns, MotifJson.Options))
        )
            IsWellFormed(text).ShouldBeTrue(text);
        _store
            .Patterns.Single()
            .Description.Length.ShouldBeLessThanOrEqualTo(PatternDraft.MaxDescriptionLength);
    }

    [Fact]
    public async Task A_path_too_long_to_be_kept_is_an_error_of_that_file()
    {
        WritePair();
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 200), 11));
        if (OperatingSystem.IsWindows())
            return;
        _tree.Write($"{folder}/deep.py", Written("deep", "deep"));
        var scan = await ScanAsync();
        scan.Patterns.ShouldBe(1);
        var error = scan.Errors.ShouldHaveSingleItem();
        error.Message.ShouldContain("path is longer");
        Encoding.UTF8.GetByteCount(error.File).ShouldBeLessThan(ScannedFile.MaxPathBytes);
        (await ScanAsync()).Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_language_that_throws_costs_its_file_and_no_other()
    {
        WritePair();
        _tree.Write("fatal.bad", "x");
        var scan = await ScanAsync(languages: [new PythonLanguage(), new ThrowingLanguage()]);
        scan.Patterns.ShouldBe(1);
        scan.Errors.Single().File.ShouldBe("fatal.bad");
        scan.Errors.Single().Message.ShouldContain("out of luck");
    }

    [Fact]
    public async Task A_rule_that_throws_is_told_where_it_did_and_the_others_stand()
    {
        WritePair();
        var scan = await ScanAsync(rules: [new ThrowingRule()]);
        scan.Patterns.ShouldBe(1);
        scan.Errors.Select(e => (e.File, e.Line)).ShouldBe([("a.py", 1), ("b.py", 1)]);
        scan.Errors[0].Message.ShouldContain("rule throwing");
    }

    [Fact]
    public void A_file_of_very_many_names_is_followed_by_another_on_the_same_thread()
    {
        var many = string.Join('\n', Enumerable.Range(0, 40_000).Select(i => $"n{i} = 'v{i}'"));
        PythonParser.Parse(many).IsValid.ShouldBeTrue();
        PythonParser.Parse("match = case + 1\n").IsValid.ShouldBeTrue();
        PythonParser.Parse(many).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("plus.py", "a + ", "a")]
    [InlineData("calls.py", "a", "()")]
    [InlineData("members.py", "a", ".b(1)")]
    [InlineData("calls.cs", "a", "()")]
    [InlineData("members.cs", "a", ".B(1)")]
    public async Task What_is_nested_tens_of_thousands_deep_is_left_out(
        string file,
        string first,
        string next
    )
    {
        WritePair();
        var chain = string.Concat(Enumerable.Repeat(first.Length > 1 ? first : next, 40_000));
        var expression = first.Length > 1 ? chain + next : first + chain;
        _tree.Write(
            file,
            file.EndsWith(".py", StringComparison.Ordinal)
                ? $"def f(a):\n    return {expression}\n"
                : $"class C {{ object F(dynamic a) => {expression}; }}"
        );
        var scan = await ScanAsync();
        scan.Patterns.ShouldBe(1);
        scan.Errors.ShouldAllBe(e => e.File == file);
    }

    [Fact]
    public async Task A_file_of_nothing_but_nested_nonsense_is_not_kept()
    {
        WritePair();
        _tree.Write(
            "dense.py",
            "x = [" + string.Concat(Enumerable.Repeat("1,", 1_600_000)) + "]\n"
        );
        var scan = await ScanAsync();
        scan.Patterns.ShouldBe(1);
        scan.Errors.Single().Message.ShouldContain("more than the limit");
    }

    [Fact]
    public async Task Pipes_sockets_and_links_in_a_circle_are_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        WritePair();
        _tree.Write("sub/c.py", "x = 1\n");
        foreach (var pipe in new[] { ".gitignore", "sub/.gitignore", "pipe.py" })
            MakePipe(pipe);
        File.CreateSymbolicLink(Path.Combine(_tree.Root, "self.py"), "self.py");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "sub/loop"), "..");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var scan = await ScanAsync(cancellationToken: patience.Token);
        (scan.Files, scan.Patterns).ShouldBe((4, 1));
    }

    [Fact]
    public async Task Names_that_are_no_text_are_told_apart_and_a_backslash_is_a_character()
    {
        if (!OperatingSystem.IsLinux())
            return;
        WritePair();
        Run(
            "printf 'x = 1\\n' > \"$(printf 'caf\\351.py')\"; printf 'x = 2\\n' > \"$(printf 'caf\\352.py')\""
        );
        _tree.Write("caf\uFFFD.py", "x = 3\n");
        _tree.Write("back\\slash.py", "x = 4\n");
        _tree.Write("back/slash.py", "x = 5\n");
        var scan = await ScanAsync();
        scan.Files.ShouldBe(5);
        scan.Errors.Select(e => e.File).ShouldBe(["caf\uFFFD.py#1", "caf\uFFFD.py#2"]);
        var files = await _store.FilesAsync(scan.Repository, CancellationToken.None);
        files.Keys.ShouldContain("caf\uFFFD.py");
        files.Keys.ShouldContain("back\\slash.py");
        files.Keys.ShouldContain("back/slash.py");
        (await ScanAsync()).Writes.ShouldBe(0);
        // By their names nothing here can remove them.
        Run("rm caf*");
    }

    [Fact]
    public async Task Only_what_a_build_wrote_beside_its_project_is_left_out_as_bin()
    {
        _tree.Write("bin/a.py", Written("a", "one"));
        _tree.Write("tools/bin/b.py", Written("b", "two"));
        _tree.Write("shop/shop.csproj", "<Project/>");
        _tree.Write("shop/bin/c.py", Written("c", "three"));
        _tree.Write("shop/obj/d.py", Written("d", "four"));
        (await ScanAsync()).Files.ShouldBe(2);
    }

    [Fact]
    public async Task A_scan_ends_when_it_is_cancelled_in_the_middle_of_a_file()
    {
        WritePair();
        _tree.Write("endless.bad", "x");
        using var language = new WaitingLanguage();
        using var cancellation = new CancellationTokenSource();
        var scan = ScanAsync(
            languages: [new PythonLanguage(), language],
            cancellationToken: cancellation.Token
        );
        await language.Begun;
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(scan);
        _store.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task More_than_the_room_holds_is_read_one_after_another()
    {
        var room = new WeighedRoom(10);
        room.Enter(25, CancellationToken.None);
        var second = Task.Run(() => room.Enter(6, CancellationToken.None));
        second.IsCompleted.ShouldBeFalse();
        room.Leave(25);
        await second;
        room.Enter(4, CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Should.Throw<OperationCanceledException>(() => room.Enter(1, cancelled.Token));
    }

    private static string Written(string name, string documentation) =>
        Function
            .Replace("NAME", name, StringComparison.Ordinal)
            .Replace("DOCUMENTATION", documentation, StringComparison.Ordinal);

    private void WritePair()
    {
        _tree.Write("a.py", Written("a", "one"));
        _tree.Write("b.py", Written("b", "two"));
    }

    private Task<CodeScan> ScanAsync(
        IEnumerable<ISourceLanguage>? languages = null,
        IEnumerable<ICodeRule>? rules = null,
        CancellationToken cancellationToken = default
    ) =>
        new CodeScanner(
            _store,
            _store,
            new Catalogue(_store, TimeProvider.System),
            languages ?? [new PythonLanguage(), new CSharpLanguage()],
            new CodeRules(rules ?? []),
            TimeProvider.System
        ).ScanAsync(new ScanRequest { MinCopies = 2, Root = _tree.Root }, null, cancellationToken);

    private void MakePipe(string path) => Run($"mkfifo '{path}'");

    private void Run(string command)
    {
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _tree.Root }
        )!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    private static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(m => Texts(m.Value)),
            _ => [],
        };

    private static bool IsWellFormed(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private abstract class BadLanguage : ISourceLanguage
    {
        public string Name => "bad";

        public IReadOnlyList<string> Extensions { get; } = [".bad"];

        public string ModuleName(string path, Func<string, bool> isPackage) => "";

        public abstract CodeFacts Read(SourceFile file);
    }

    private sealed class ThrowingLanguage : BadLanguage
    {
        public override CodeFacts Read(SourceFile file) =>
            throw new InvalidOperationException("out of luck");
    }

    private sealed class WaitingLanguage : BadLanguage, IDisposable
    {
        private readonly TaskCompletionSource _begun = new();
        private readonly ManualResetEventSlim _end = new();

        public Task Begun => _begun.Task;

        public override CodeFacts Read(SourceFile file)
        {
            _begun.SetResult();
            _end.Wait();
            return new PythonLanguage().Read(file);
        }

        public void Dispose() => _end.Set();
    }

    private sealed class ThrowingRule : ICodeRule
    {
        public string Name => "throwing";

        public string Title => "Throwing";

        public RuleSubjects Subjects => RuleSubjects.Functions;

        public void Find(ProjectUnit unit, RuleFindings findings) =>
            throw new InvalidOperationException("no idea");
    }
}
