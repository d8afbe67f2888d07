using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Patterns;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;
using Motif.Code.TypeScript.Facts;
using Motif.Tests.Code.Rules;

namespace Motif.Tests.Code.Scanning;

/// <summary>One piece of code is one pattern, in relation to others and not to itself; what is alike by chance is no copy.</summary>
public sealed class OneCodeOnePatternTests : IDisposable
{
    private const string Total = """
        def NAME(lines, rate):
            total = 0
            for line in lines:
                if line.amount <= 0 or line.price < 0:
                    raise ValueError("bad line")
                total += line.amount * line.price * (1 + rate)
            return round(total, 2)
        """;

    private readonly SourceTree _tree = new();
    private readonly MemoryCodeStore _store = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task A_function_that_does_several_things_is_one_pattern_with_modifiers()
    {
        _tree.Write(
            "app/transactions.py",
            """
            import asyncio
            import asyncpg

            class TransactionManager:
                def __init__(self, pool: asyncpg.Pool) -> None:
                    self._pool = pool

                async def execute_with_retry(self, operation, max_attempts=3):
                    for attempt in range(max_attempts):
                        try:
                            async with self._pool.transaction():
                                return await operation()
                        except asyncpg.PostgresError:
                            if attempt == max_attempts - 1:
                                raise
                            await asyncio.sleep(2 ** attempt)
            """
        );

        await ScanAsync();

        var pattern = _store.Patterns.ShouldHaveSingleItem();
        pattern.Name.ShouldBe("Async Database Transaction with Retry");
        string[] told = ["async", "error_handling", "retry", "unit_of_work"];
        told.Except(pattern.Tags).ShouldBeEmpty();
    }

    [Fact]
    public async Task Copies_of_which_a_rule_says_what_they_are_for_are_no_second_pattern()
    {
        foreach (var name in (string[])["Mint", "Burn", "Swap"])
            _tree.Write(
                $"src/use{name}.ts",
                $$"""
                import { useMutation } from '@tanstack/react-query';
                import { useConfig } from './useConfig';

                export function use{{name}}(parameters: Parameters) {
                  const { mutation } = parameters;
                  const config = useConfig(parameters);
                  return useMutation({
                    ...mutation,
                    async mutationFn(variables) {
                      return actions.write(config, variables);
                    },
                    mutationKey: ['{{name}}'],
                  });
                }
                """
            );

        await ScanAsync();

        _store.Patterns.ShouldHaveSingleItem().Name.ShouldStartWith("Custom Hook");
        _store.Relationships.ShouldAllBe(r => r.Type != RelationshipType.SimilarTo);
    }

    [Fact]
    public async Task A_place_that_a_rule_names_is_no_place_of_a_copy()
    {
        const string Clock = """
            import functools

            CACHE
            def NAME(day, rate, zone):
                hour = day.hour * rate + zone.shift
                if hour > zone.noon:
                    hour = hour - zone.noon * day.length
                minute = day.minute * rate + zone.shift
                return hour * 60 + minute
            """;
        string[] caches = ["@functools.lru_cache(maxsize=None)", "", "", ""];
        for (var i = 0; i < caches.Length; i++)
            _tree.Write(
                $"clock/part{i}.py",
                Clock
                    .Replace("CACHE", caches[i], StringComparison.Ordinal)
                    .Replace("NAME", $"clock{i}", StringComparison.Ordinal)
            );

        await ScanAsync();

        var places = _store.Occurrences.ToLookup(o => o.Rule, o => o.QualifiedName);
        places["memoize"].ShouldBe(["clock0"]);
        places["structure"].ShouldBe(["clock1", "clock2", "clock3"]);
        _store.Duplicates.ShouldHaveSingleItem().Places.ShouldBe(4);
    }

    [Fact]
    public async Task A_pattern_of_several_domains_is_one_and_says_them()
    {
        WriteTranslations();

        await ScanAsync();

        var pattern = _store.Patterns.ShouldHaveSingleItem();
        pattern.Name.ShouldBe("Error Wrapper using Translation");
        pattern.Key.ShouldBe("error_wrapper/translation///python");
        pattern.Body.GetProperty("occurrence_count").GetInt32().ShouldBe(4);
        pattern
            .Body.GetProperty("domains")
            .EnumerateArray()
            .Select(d => d.GetString())
            .ShouldBe(["Database", "JSON"]);
        string[] told = ["database", "json", "error_handling"];
        told.Except(pattern.Tags).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_domain_that_most_places_are_of_names_the_pattern()
    {
        WriteTranslations();
        _tree.Delete("app/three.py");

        await ScanAsync();

        _store
            .Patterns.ShouldHaveSingleItem()
            .Name.ShouldBe("Database Error Wrapper using Translation");
    }

    [Fact]
    public async Task A_pattern_goes_on_as_that_of_the_domain_that_most_of_its_places_were_of()
    {
        WriteTranslations();
        await ScanAsync();
        var (whole, parts) = (_store.Patterns.Single(), new[] { "Database", "JSON" });
        var former = parts.ToDictionary(d => d, d => Former(whole, d));
        _store.ShouldHaveBeen(
            former.Values,
            o =>
                o with
                {
                    PatternId = former[o.File == "app/two.py" ? "JSON" : "Database"].PatternId,
                }
        );

        _tree.Write("app/four.py", "x = 1\n");
        await ScanAsync();

        var stays = former["Database"].PatternId;
        _store.Occurrences.ShouldAllBe(o => o.PatternId == stays);
        var now = _store.Patterns.ToDictionary(p => p.PatternId);
        now.Keys.ShouldBe(former.Values.Select(p => p.PatternId), ignoreOrder: true);
        now[stays].Status.ShouldBe(PatternStatus.Active);
        now[stays].Name.ShouldBe("Error Wrapper using Translation");
        now[former["JSON"].PatternId].Status.ShouldBe(PatternStatus.Deprecated);

        _tree.Write("app/four.py", "x = 2\n");
        await ScanAsync();
        _store.Occurrences.ShouldAllBe(o => o.PatternId == stays);
    }

    private static Pattern Former(Pattern whole, string domain)
    {
        var key = whole.Key.Replace("///", $"//{domain}/", StringComparison.Ordinal);
        return whole with
        {
            PatternId = PatternId.For(PatternKind.Code, key),
            Key = key,
            Version = 1,
        };
    }

    /// <summary>Two places of one domain, two of none that another says.</summary>
    private void WriteTranslations()
    {
        string[] names = ["one", "two", "three", "zero"];
        string[] calls = ["sqlite3.connect", "json.loads", "load", "sqlite3.connect"];
        string[] errors = ["sqlite3.Error", "ValueError", "KeyError", "sqlite3.Error"];
        for (var i = 0; i < names.Length; i++)
            _tree.Write(
                $"app/{names[i]}.py",
                $"""
                import json
                import sqlite3


                class AppError(Exception):
                    pass


                def read_{names[i]}(name, load):
                    try:
                        return {calls[i]}(name)
                    except {errors[i]} as error:
                        raise AppError(name) from error

                """
            );
    }

    [Fact]
    public async Task Interfaces_that_list_fields_are_no_copies()
    {
        foreach (var name in (string[])["Query", "Update", "Delete"])
        {
            var fields = Enumerable.Range(0, 20).Select(i => $"  option{i}?: string;");
            _tree.Write(
                $"src/{name}.ts",
                $"export interface {name}Options {{\n{string.Join('\n', fields)}\n}}\n"
            );
        }

        await ScanAsync();

        _store.Patterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_a_constructor_calls_that_of_its_base_is_no_use_of_it()
    {
        _tree.Write(
            "src/shapes.ts",
            """
            export abstract class Shape {
              constructor(public name: string) {}
              draw(canvas: Canvas) {
                canvas.begin(this.name);
                this.outline(canvas);
                canvas.end();
              }
              abstract outline(canvas: Canvas): void;
            }

            export class Circle extends Shape {
              static of(radius: number) {
                return new Circle(radius, 0);
              }
              constructor(private radius: number, private x: number) {
                super('circle');
              }
              outline(canvas: Canvas) {
                canvas.arc(this.x, this.radius);
              }
            }

            export class Square extends Shape {
              constructor(private side: number) {
                super('square');
              }
              outline(canvas: Canvas) {
                canvas.rectangle(this.side);
              }
            }
            """
        );

        await ScanAsync();

        _store.Patterns.ShouldNotBeEmpty();
        _store.Relationships.ShouldAllBe(r => r.Type != RelationshipType.Uses);
    }

    [Fact]
    public async Task A_class_uses_nothing_of_itself_and_an_annotation_is_no_use()
    {
        _tree.Write(
            "shop/clients.py",
            """
            class Client:
                _instance = None

                def __new__(cls):
                    if cls._instance is None:
                        cls._instance = super().__new__(cls)
                    return cls._instance

                def send(self, x):
                    for attempt in range(3):
                        try:
                            return self.post(x)
                        except OSError:
                            if attempt == 2:
                                raise

                def post(self, x):
                    return x
            """
        );
        _tree.Write(
            "shop/typed.py",
            """
            from shop.clients import Client

            def later(client: Client, items):
                for attempt in range(3):
                    try:
                        return list(items)
                    except OSError:
                        if attempt == 2:
                            raise
            """
        );

        await ScanAsync();

        _store.Patterns.Count.ShouldBeGreaterThan(1);
        _store.Relationships.Where(r => r.TargetId is not null).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_a_class_is_an_object_is_no_relation()
    {
        _tree.Write(
            "app/rows.py",
            """
            class Rows(object):
                def __init__(self, rows):
                    self._rows = rows

                def __iter__(self):
                    for row in self._rows:
                        yield row.strip()


            class Lines(list):
                def __iter__(self):
                    for line in self.lines:
                        yield line.strip()
            """
        );

        await ScanAsync();

        _store
            .Relationships.Where(r => r.Type == RelationshipType.Extends)
            .ShouldHaveSingleItem()
            .External.ShouldBe("builtins.list");
    }

    [Fact]
    public async Task An_attribute_of_CSharp_is_no_use()
    {
        _tree.Write(
            "Worker.cs",
            """
            using System;
            using System.Threading.Tasks;

            class Worker
            {
                [Obsolete("Run it yourself.")]
                public async Task RunAsync()
                {
                    for (var attempt = 0; attempt < 5; attempt++)
                    {
                        try
                        {
                            await WorkAsync();
                            break;
                        }
                        catch (TimeoutException) when (attempt < 4)
                        {
                            await Task.Delay(100 * attempt);
                        }
                    }
                }

                static Task WorkAsync() => Task.CompletedTask;
            }
            """
        );

        await ScanAsync();

        var used = _store.Relationships.Select(r => r.External).ToList();
        used.ShouldContain("System.Threading.Tasks.Task.Delay");
        used.ShouldNotContain("System.ObsoleteAttribute");
    }

    [Fact]
    public async Task That_one_place_of_many_is_like_another_says_nothing_of_the_patterns()
    {
        const string Reading = """
            def read_NAME(line, rate, table):
                total = line.amount * rate + table.shift
                if total > table.limit:
                    total = total - table.limit * line.length
                rest = line.rest * rate + table.shift
                EXIT total * 60 + rest
            """;
        _tree.Write("a/kept.py", "import functools\n\n@functools.lru_cache\n" + Exit("return"));
        _tree.Write(
            "b/shown.py",
            "from contextlib import contextmanager\n\n@contextmanager\n" + Exit("yield")
        );
        await ScanAsync();
        _store.Relationships.ShouldContain(r => r.Type == RelationshipType.SimilarTo);

        for (var i = 0; i < 6; i++)
        {
            _tree.Write(
                $"a/more{i}.py",
                $"import functools\n\n@functools.lru_cache\ndef more{i}(x{i}):\n    return x{i}.part{i}\n"
            );
            _tree.Write(
                $"b/more{i}.py",
                $"from contextlib import contextmanager\n\n@contextmanager\ndef next{i}(y{i}):\n    yield y{i}.part{i}\n    y{i}.end{i}()\n"
            );
        }
        await ScanAsync();
        _store.Relationships.ShouldAllBe(r => r.Type != RelationshipType.SimilarTo);

        static string Exit(string statement) =>
            Reading
                .Replace("EXIT", statement, StringComparison.Ordinal)
                .Replace("NAME", "row", StringComparison.Ordinal) + "\n";
    }

    [Fact]
    public async Task Copies_are_a_pattern_from_three_places_in_two_files_on()
    {
        _tree.Write("shop/a.py", Named("first"));
        _tree.Write("shop/b.py", Named("second"));
        await ScanAsync();
        _store.Patterns.ShouldBeEmpty();

        _tree.Write("shop/c.py", Named("third"));
        await ScanAsync();
        _store.Patterns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Code_of_one_shape_that_speaks_of_other_things_is_no_copy()
    {
        for (var i = 0; i < 3; i++)
        {
            var names = $"x{i}";
            _tree.Write(
                $"shop/{names}.py",
                Named("run")
                    .Replace("amount", $"{names}_a", StringComparison.Ordinal)
                    .Replace("price", $"{names}_b", StringComparison.Ordinal)
            );
        }

        await ScanAsync();

        _store.Patterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Classes_of_methods_without_bodies_are_no_copies()
    {
        for (var i = 0; i < 3; i++)
            _tree.Write(
                $"shop/p{i}.py",
                $"class P{i}:\n"
                    + string.Concat(
                        Enumerable
                            .Range(0, 9)
                            .Select(m => $"    def m{m}(self, a, b):\n        pass\n\n")
                    )
            );

        await ScanAsync();

        _store.Patterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Statements_on_top_of_a_CSharp_file_are_a_function()
    {
        _tree.Write(
            "Program.cs",
            """
            using System;
            using System.Threading.Tasks;
            for (var attempt = 0; attempt < 5; attempt++)
            {
                try
                {
                    await Work();
                    break;
                }
                catch (TimeoutException) when (attempt < 4)
                {
                    await Task.Delay(100 * attempt);
                }
            }
            static Task Work() => Task.CompletedTask;
            """
        );

        await ScanAsync();

        _store.Occurrences.ShouldContain(o => o.Rule == "retry" && o.QualifiedName == "Program");
    }

    private static string Named(string name) =>
        Total.Replace("NAME", name, StringComparison.Ordinal) + "\n";

    private Task<CodeScan> ScanAsync() =>
        new CodeScanner(
            _store,
            _store,
            new Catalogue(_store, TimeProvider.System),
            [new PythonLanguage(), new CSharpLanguage(), new TypeScriptLanguage()],
            new CodeRules(ListedRules.All),
            TimeProvider.System
        ).ScanAsync(
            new ScanRequest { Root = _tree.Root, Repository = "project" },
            null,
            CancellationToken.None
        );
}
