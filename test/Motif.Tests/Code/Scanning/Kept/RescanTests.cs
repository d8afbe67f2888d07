using System.Globalization;
using System.Text.Json;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;
using Motif.Code.TypeScript.Facts;
using Motif.Tests.Code.Rules;

namespace Motif.Tests.Code.Scanning.Kept;

/// <summary>
/// A tree is edited at random and scanned after every edit, once with what scans before had kept and once reading everything: both
/// must write the same, to the byte.
/// </summary>
public sealed class RescanTests : IDisposable
{
    private const int Edits = 14;

    private readonly SourceTree _tree = new();
    private readonly SourceTree _keptFolder = new();
    private readonly SourceTree _coverage = new();
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly FixedTime _time = new();
    private int _numbers;

    public void Dispose()
    {
        _tree.Dispose();
        _keptFolder.Dispose();
        _coverage.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_scan_with_what_was_kept_writes_what_a_scan_from_nothing_writes(int seed)
    {
        var random = new Random(seed);
        var (kept, read) = (new MemoryCodeStore(), new MemoryCodeStore());
        Begin();
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < Edits; step++)
        {
            for (var edits = step == 0 ? 0 : random.Next(1, 4); edits > 0; edits--)
                Edit(random);
            if (step > 0 && random.Next(3) == 0)
                Cover(random);
            var state = await ScanAsync(kept, step, new KeptFacts(_keptFolder.Root));
            state.ShouldBe(
                await ScanAsync(read, step, null),
                string.Create(CultureInfo.InvariantCulture, $"seed {seed}, edit {step}")
            );
            states.Add(state);
        }
        states.Count.ShouldBeGreaterThan(Edits / 2);
        kept.Patterns.ShouldNotBeEmpty();
    }

    /// <summary>As a process leaves them that is killed between two of its writes: each file is of one scan or another, or half of one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whichever_of_its_files_a_killed_scan_had_written_the_next_one_writes_the_same(
        int seed
    )
    {
        var random = new Random(seed);
        var (kept, read) = (new MemoryCodeStore(), new MemoryCodeStore());
        Begin();
        var older = new List<(string Path, byte[] Bytes)>();
        for (var step = 0; step < Edits; step++)
        {
            for (var edits = random.Next(1, 4); edits > 0; edits--)
                Edit(random);
            (await ScanAsync(kept, step, new KeptFacts(_keptFolder.Root))).ShouldBe(
                await ScanAsync(read, step, null),
                string.Create(CultureInfo.InvariantCulture, $"seed {seed}, edit {step}")
            );
            foreach (var file in Directory.GetFiles(_keptFolder.Root, "*.facts.*"))
            {
                if (Path.GetExtension(file) is FactsFile.Found or FactsFile.Alike)
                    older.Add((file, await File.ReadAllBytesAsync(file)));
            }
            var (path, bytes) = older[random.Next(older.Count)];
            await File.WriteAllBytesAsync(path, bytes);
            await File.WriteAllBytesAsync(path + ".new", bytes[..random.Next(bytes.Length)]);
        }
        new KeptFacts(_keptFolder.Root).Forget("tree");
        Directory.GetFiles(_keptFolder.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scan_that_was_cancelled_leaves_what_the_next_one_can_use()
    {
        var random = new Random(5);
        var (kept, read) = (new MemoryCodeStore(), new MemoryCodeStore());
        Begin();
        var cancelled = 0;
        for (var step = 0; step < Edits; step++)
        {
            Edit(random);
            using var source = new CancellationTokenSource();
            var reports = random.Next(1, 30);
            try
            {
                await ScanAsync(
                    kept,
                    step,
                    new KeptFacts(_keptFolder.Root),
                    stop: new Stop(source, reports)
                );
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                Edit(random);
                await ScanAsync(kept, step, new KeptFacts(_keptFolder.Root));
            }
            var state = await ScanAsync(read, step, null);
            Told(kept).ShouldBe(Told(read), state);
        }
        cancelled.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task What_was_kept_is_not_believed_where_it_is_damaged()
    {
        var random = new Random(1);
        var (kept, read) = (new MemoryCodeStore(), new MemoryCodeStore());
        Begin();
        for (var step = 0; step < 16; step++)
        {
            foreach (var file in Directory.GetFiles(_keptFolder.Root))
            {
                var bytes = await File.ReadAllBytesAsync(file);
                if (bytes.Length == 0)
                    continue;
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(
                    file,
                    step % 4 == 3 ? bytes[..random.Next(bytes.Length)] : bytes
                );
            }
            var text = _files["tools/run.py"];
            Change("tools/run.py", text + "\n");
            (await ScanAsync(kept, step, new KeptFacts(_keptFolder.Root))).ShouldBe(
                await ScanAsync(read, step, null)
            );
        }
    }

    [Fact]
    public async Task Only_what_changed_is_parsed_again()
    {
        Begin();
        var language = new CountingLanguage();
        var store = new MemoryCodeStore();
        await ScanAsync(store, 0, new KeptFacts(_keptFolder.Root), language);
        language.Read.Count.ShouldBe(
            _files.Keys.Count(f => f.EndsWith(".py", StringComparison.Ordinal))
        );
        language.Read.Clear();
        Change("shop/models.py", _files["shop/models.py"] + "\nVERSION = 2\n");
        await ScanAsync(store, 1, new KeptFacts(_keptFolder.Root), language);
        language.Read.ShouldBe(["shop/models.py"]);
    }

    [Fact]
    public async Task Rules_look_again_at_what_changed_and_at_what_looked_at_it()
    {
        Begin();
        var store = new MemoryCodeStore();
        Change("tools/alone.py", "def alone():\n    return 1\n");
        await ScanAsync(store, 0, new KeptFacts(_keptFolder.Root));
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        ICodeRule[] rules = [.. ListedRules.All, new SeenFiles(seen)];
        await ScanAsync(store, 1, new KeptFacts(_keptFolder.Root), rules: rules);
        seen.Count.ShouldBe(0);
        Change("tools/alone.py", "def alone():\n    return 2\n");
        await ScanAsync(store, 2, new KeptFacts(_keptFolder.Root), rules: rules);
        seen.Count.ShouldBe(_files.Keys.Count(f => f != "shop/__init__.py") + 1);
        seen.Clear();
        Change("tools/alone.py", "def alone():\n    return 3\n");
        await ScanAsync(store, 3, new KeptFacts(_keptFolder.Root), rules: rules);
        seen.ShouldBe(["tools/alone.py"]);
        seen.Clear();
        Change("shop/models.py", _files["shop/models.py"] + "\n\ndef later():\n    return 3\n");
        await ScanAsync(store, 4, new KeptFacts(_keptFolder.Root), rules: rules);
        seen.ShouldContain("shop/models.py");
        seen.ShouldContain("shop/store.py");
        seen.ShouldContain("shop/views.py");
        seen.ShouldNotContain("tools/alone.py");
        seen.ShouldNotContain("web/cache.ts");
    }

    [Theory]
    [InlineData("from shop.a import made\nfrom shop.b import made\n")]
    [InlineData("from shop.b import made\nfrom shop.a import *\n")]
    public async Task Of_several_imports_of_a_name_the_first_counts_also_after_they_changed_places(
        string passedOn
    )
    {
        Begin();
        var (kept, read) = (new MemoryCodeStore(), new MemoryCodeStore());
        foreach (var name in (string[])["a", "b"])
            Change($"shop/{name}.py", Retrying + $"\n\nNAME = \"{name}\"\n");
        Change("tools/uses.py", "import shop\n\n\ndef use():\n    return shop.made(1)\n");
        var before = -1d;
        for (var step = 0; step < 3; step++)
        {
            Change("shop/__init__.py", passedOn);
            var state = await ScanAsync(kept, step, new KeptFacts(_keptFolder.Root));
            state.ShouldBe(await ScanAsync(read, step, null));
            var users = kept
                .Occurrences.Where(o => o.QualifiedName == "made" && o.File != "tools/run.py")
                .ToDictionary(o => o.File, o => o.Metrics["used_in_files"]);
            users["shop/a.py"].ShouldNotBe(before);
            before = users["shop/a.py"];
            passedOn = string.Concat(passedOn.Split('\n')[..2].Reverse().Select(l => l + "\n"));
        }
    }

    [Fact]
    public async Task A_forgotten_repository_leaves_nothing_of_its_files()
    {
        Begin();
        var store = new MemoryCodeStore();
        var kept = new KeptFacts(_keptFolder.Root);
        await ScanAsync(store, 0, kept);
        Directory.GetFiles(_keptFolder.Root).ShouldNotBeEmpty();
        await new CodeRepositories(store, new Catalogue(store, _time), kept).ForgetAsync(
            "tree",
            new Actor("test"),
            CancellationToken.None
        );
        Directory.GetFiles(_keptFolder.Root).ShouldBeEmpty();
    }

    private async Task<string> ScanAsync(
        MemoryCodeStore store,
        int step,
        KeptFacts? kept,
        ISourceLanguage? python = null,
        IReadOnlyList<ICodeRule>? rules = null,
        Stop? stop = null
    )
    {
        var scan = await new CodeScanner(
            store,
            store,
            new Catalogue(store, _time),
            [new CSharpLanguage(), python ?? new PythonLanguage(), new TypeScriptLanguage()],
            new CodeRules(rules ?? ListedRules.All),
            _time,
            kept
        ).ScanAsync(
            new ScanRequest
            {
                Root = _tree.Root,
                Repository = "tree",
                MinCopies = 2,
                MaxComplexity = step % 5 == 4 ? 3 : null,
                CoverageFiles = File.Exists(Coverage) ? [Coverage] : [],
                ScanId = new Guid(step + 1, 0, 0, new byte[8]),
            },
            stop,
            stop?.Source.Token ?? CancellationToken.None
        );
        kept?.Trouble.ShouldBeNull();
        return JsonSerializer.Serialize(
            new
            {
                scan,
                Patterns = store.Patterns.OrderBy(p => p.PatternId),
                store.Occurrences,
                store.Relationships,
                store.Duplicates,
                Files = await store.FilesAsync("tree", CancellationToken.None),
            }
        );
    }

    /// <summary>What stands in a store, but for when and in how many steps it came there.</summary>
    private static string Told(MemoryCodeStore store) =>
        JsonSerializer.Serialize(
            new
            {
                Patterns = store
                    .Patterns.OrderBy(p => p.PatternId)
                    .Where(p => p.Status is PatternStatus.Active)
                    .Select(p => new
                    {
                        p.PatternId,
                        p.Name,
                        p.Description,
                        p.Body,
                        p.Quality,
                        p.Tags,
                    }),
                store.Occurrences,
                store.Relationships,
                store.Duplicates,
            }
        );

    /// <summary>Cancels a scan at one of its reports.</summary>
    private sealed record Stop(CancellationTokenSource Source, int Reports)
        : IProgress<ScanProgress>
    {
        private int _reports;

        public void Report(ScanProgress value)
        {
            if (Interlocked.Increment(ref _reports) == Reports)
                Source.Cancel();
        }
    }

    private string Coverage => Path.Combine(_coverage.Root, "coverage.info");

    /// <summary>Another report of which lines tests ran.</summary>
    private void Cover(Random random)
    {
        var report = string.Concat(
            _files.Keys.Select(f =>
                $"SF:{f}\n{string.Concat(Enumerable.Range(1, 60).Select(l => $"DA:{l},{random.Next(2)}\n"))}end_of_record\n"
            )
        );
        File.WriteAllText(Coverage, report);
    }

    private void Begin()
    {
        Change("shop/__init__.py", "");
        Change("shop/models.py", Models);
        Change("shop/store.py", Store);
        Change("shop/views.py", Views);
        Change("tools/run.py", Tools);
        Change("Shop/Line.cs", CSharpBase);
        Change("Shop/Cache.cs", CSharpCache);
        Change("web/base.ts", ScriptBase);
        Change("web/cache.ts", ScriptCache);
    }

    private void Edit(Random random)
    {
        var path = _files.Keys.ElementAt(random.Next(_files.Count));
        var text = _files[path];
        switch (random.Next(13))
        {
            case 0:
                Change(path, text + Addition(path));
                break;
            case 1:
                Change(Beside(path), text);
                break;
            case 2 when _files.Count > 5:
                Remove(path);
                break;
            case 3 when _files.Count > 5:
                Remove(path);
                Change(Beside(path), text);
                break;
            // Whose base another file has.
            case 4:
                Change(path, Replaced(text, "Base", "Other"));
                break;
            case 5:
                Change(path, Replaced(text, "Other", "Base"));
                break;
            // The same text is then of another module.
            case 6 when _files.ContainsKey("shop/__init__.py"):
                Remove("shop/__init__.py");
                break;
            case 6:
                Change("shop/__init__.py", "");
                break;
            case 7:
                Change(path, Replaced(text, "notify", "announce"));
                break;
            // A copy under another name, which is like another structure of the tree.
            case 8:
                Change(path, text + Replaced(text, "total", $"total_{_numbers++}"));
                break;
            case 9:
                Change(path, Replaced(text, "total += ", "total -= 1 + "));
                break;
            case 10:
                Change(path, Moved(text, random));
                break;
            // Units and imports in another order.
            case 11:
                Change(path, string.Join("\n\n\n", text.Split("\n\n\n").Reverse()));
                break;
            default:
                Change(path, text + "\n");
                break;
        }
    }

    private string Addition(string path)
    {
        var number = _numbers++;
        return Path.GetExtension(path) switch
        {
            ".py" =>
                $"\n\nclass Added{number}(Base):\n    def notify(self, event):\n        for one in self.listeners:\n            one.update(event, {number})\n",
            ".cs" =>
                $"\npublic class Added{number} : Base {{ public override int Notify(int x) => x + {number}; }}\n",
            _ =>
                $"\nexport class Added{number} extends Base {{ notify(x: number) {{ return x + {number}; }} }}\n",
        };
    }

    /// <summary>One line stands elsewhere, so that some of what follows may no longer parse.</summary>
    private static string Moved(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = lines[random.Next(lines.Count)];
        lines.Remove(line);
        lines.Insert(random.Next(lines.Count + 1), line);
        return string.Join('\n', lines);
    }

    private string Beside(string path) =>
        Path.ChangeExtension(path, null)
        + string.Create(CultureInfo.InvariantCulture, $"_{_numbers++}")
        + Path.GetExtension(path);

    private static string Replaced(string text, string old, string by) =>
        text.Replace(old, by, StringComparison.Ordinal);

    private void Change(string path, string text)
    {
        _files[path] = text;
        _tree.Write(path, text);
    }

    private void Remove(string path)
    {
        _files.Remove(path);
        _tree.Delete(path);
    }

    /// <summary>Everything at once, so that the two scans can be compared.</summary>
    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Finds nothing, and tells where it looked.</summary>
    private sealed class SeenFiles(SortedSet<string> seen) : ICodeRule
    {
        public string Name => "seen_files";

        public string Title => "Seen Files";

        public RuleSubjects Subjects =>
            RuleSubjects.Functions | RuleSubjects.Classes | RuleSubjects.Modules;

        public void Find(ProjectUnit unit, RuleFindings found)
        {
            lock (seen)
                seen.Add(unit.File.Facts.Path);
        }
    }

    /// <summary>Python, and which files were parsed.</summary>
    private sealed class CountingLanguage : ISourceLanguage
    {
        private readonly PythonLanguage _python = new();

        public List<string> Read { get; } = [];

        public string Name => _python.Name;

        public IReadOnlyList<string> Extensions => _python.Extensions;

        public string ModuleName(string path, Func<string, bool> isPackage) =>
            _python.ModuleName(path, isPackage);

        CodeFacts ISourceLanguage.Read(SourceFile file)
        {
            lock (Read)
                Read.Add(file.Path);
            return _python.Read(file);
        }
    }

    private const string Retrying = """
        import time


        def made(client, key):
            for attempt in range(5):
                try:
                    return client.get(key)
                except ConnectionError:
                    time.sleep(2 ** attempt)
            raise TimeoutError(key)
        """;

    private const string Models = """
        from dataclasses import dataclass


        class Base:
            def __init__(self):
                self.listeners = []

            def attach(self, listener):
                self.listeners.append(listener)

            def notify(self, event):
                for listener in self.listeners:
                    listener.update(event)


        class Other:
            def notify(self, event):
                raise NotImplementedError


        @dataclass(frozen=True)
        class Line:
            amount: int
            price: float
        """;

    private const string Store = """
        import time

        from shop.models import Base, Other, Line


        class Store(Base):
            _instance = None

            def __new__(cls):
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
                return cls._instance

            def total(self, lines, rate):
                total = 0
                for line in lines:
                    if line.amount <= 0 or line.price < 0:
                        raise ValueError("bad line")
                    total += line.amount * line.price * (1 + rate)
                return round(total, 2)

            def fetch(self, client, key):
                for attempt in range(5):
                    try:
                        return client.get(key)
                    except ConnectionError:
                        time.sleep(2 ** attempt)
                raise TimeoutError(key)


        def make(kind):
            if kind == "store":
                return Store()
            if kind == "line":
                return Line(1, 2.0)
            raise ValueError(kind)
        """;

    private const string Views = """
        from .models import Base
        from .store import Store, make


        class Screen(Base):
            def __init__(self, store: Store):
                super().__init__()
                self.store = store
                self.store.attach(self)

            def update(self, event):
                self.notify(event)

            def total(self, rows, factor):
                total = 0
                for row in rows:
                    if row.amount <= 0 or row.price < 0:
                        raise ValueError("bad row")
                    total += row.amount * row.price * (1 + factor)
                return round(total, 2)


        class Wrapped(Base):
            def __init__(self, inner: Base):
                self.inner = inner

            def notify(self, event):
                self.inner.notify(event)

            def attach(self, listener):
                self.inner.attach(listener)
        """;

    private const string Tools = """
        import functools

        from shop.store import make


        @functools.lru_cache
        def made(kind):  # motif: ignore
            return make(kind)


        def main(argv):
            store = make("store")
            store.notify("begin")
            return 0
        """;

    private const string CSharpBase = """
        namespace Shop;

        public abstract class Base
        {
            public abstract int Notify(int x);

            public decimal Total(IReadOnlyList<Line> lines, decimal rate)
            {
                var total = 0m;
                foreach (var line in lines)
                {
                    if (line.Amount <= 0 || line.Price < 0)
                        throw new ArgumentException("bad line");
                    total += line.Amount * line.Price * (1 + rate);
                }
                return Math.Round(total, 2);
            }
        }

        public sealed record Line(int Amount, decimal Price);
        """;

    private const string CSharpCache = """
        namespace Shop;

        public sealed class Cache(Base inner) : Base
        {
            private readonly Dictionary<int, int> _known = [];

            public override int Notify(int x)
            {
                if (_known.TryGetValue(x, out var found))
                    return found;
                return _known[x] = inner.Notify(x);
            }

            public decimal Sum(IReadOnlyList<Line> rows, decimal factor)
            {
                var total = 0m;
                foreach (var row in rows)
                {
                    if (row.Amount <= 0 || row.Price < 0)
                        throw new ArgumentException("bad row");
                    total += row.Amount * row.Price * (1 + factor);
                }
                return Math.Round(total, 2);
            }
        }
        """;

    private const string ScriptBase = """
        export abstract class Base {
          private listeners: Base[] = [];
          attach(one: Base) { this.listeners.push(one); }
          notify(x: number): number {
            for (const one of this.listeners) one.notify(x);
            return x;
          }
        }
        """;

    private const string ScriptCache = """
        import { Base } from "./base";

        export class Cache extends Base {
          private known = new Map<number, number>();
          constructor(private inner: Base) { super(); }
          notify(x: number): number {
            const found = this.known.get(x);
            if (found !== undefined) return found;
            const made = this.inner.notify(x);
            this.known.set(x, made);
            return made;
          }
        }
        """;
}
