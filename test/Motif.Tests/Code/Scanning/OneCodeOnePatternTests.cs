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
