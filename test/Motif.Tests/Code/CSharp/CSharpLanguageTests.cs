using System.Text;
using Motif.Code;
using Motif.Code.CSharp;

namespace Motif.Tests.Code.CSharp;

public sealed class CSharpLanguageTests
{
    private readonly CSharpLanguage _language = new();

    private static readonly Dictionary<string, Func<string>> Sources = new(StringComparer.Ordinal)
    {
        ["sums"] = () => "var x = 1" + Repeat(" + 1") + ";",
        ["calls"] = () => "var x = a" + Repeat(".B()") + ";",
        ["conditional calls"] = () => "var x = a" + Repeat("?.B()") + ";",
        ["conjunctions"] = () => "var x = a" + Repeat(" && a") + ";",
        ["coalescing"] = () => "var x = a" + Repeat(" ?? a") + ";",
        ["assignments"] = () => "a" + Repeat(" = a") + ";",
        ["else-ifs"] = () => "if (a) b();" + Repeat(" else if (a) b();"),
        ["parentheses"] = () => "var x = " + Repeat("(") + "1" + Repeat(")") + ";",
        ["negations"] = () => "var x = " + Repeat("!") + "a;",
        ["blocks"] = () => Repeat("{") + Repeat("}"),
        ["types"] = () => Repeat("class A {") + Repeat("}"),
        ["namespaces"] = () => Repeat("namespace A {") + Repeat("}"),
        ["lambdas"] = () => "var x = " + Repeat("a => ") + "1;",
        ["generic types"] = () => Repeat("List<") + "int" + Repeat(">") + " x;",
        ["arrays"] = () => "int" + Repeat("[]") + " x;",
        ["patterns"] = () => "var x = a is " + Repeat("1 or ") + "1;",
        ["property patterns"] = () => "var x = a is " + Repeat("{ A: ") + "1" + Repeat("}") + ";",
        ["interpolations"] = () => "var x = " + Repeat("$\"{") + "1" + Repeat("}\"") + ";",
        ["conditionals"] = () => "var x = " + Repeat("a ? 1 : ") + "1;",
        ["casts"] = () => "var x = " + Repeat("(int)") + "1;",
        ["awaits"] = () => "var x = " + Repeat("await ") + "a;",
        ["brackets"] = () => Repeat("[") + Repeat("]"),
        ["open braces"] = () => Repeat("class A { void M() { if ("),
        ["negated patterns"] = () => "var x = a is " + Repeat("not ") + "1;",
        ["references"] = () => Repeat("ref ") + "int x;",
        ["labels"] = () => Repeat("a: ") + ";",
        ["ifs"] = () => Repeat("if (a) ") + ";",
        ["directive expressions"] = () => "#if " + Repeat("!") + "A\n#endif",
        ["function pointers"] = () => Repeat("delegate*<") + "int" + Repeat(">") + " x;",
        ["tuple types"] = () => Repeat("(int a, ") + "int b" + Repeat(")") + " x;",
        ["ranges"] = () => "var x = " + Repeat("..") + ";",
        ["queries"] = () => "var x = " + Repeat("from a in ") + "b select a;",
        ["directives"] = () => Repeat("#if A\n") + Repeat("#endif\n"),
    };

    public static TheoryData<string> Towers => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Towers))]
    public void A_tower_of_100_000_is_read_without_an_overflow_of_the_stack(string name)
    {
        var source = Sources[name]();
        CodeFacts? facts = null;
        var thread = new Thread(() => facts = Read(source), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        facts.ShouldNotBeNull(name);
        facts.Root.Size.ShouldBe(facts.Count);
    }

    [Theory]
    [InlineData("sums", " + 1")]
    [InlineData("calls", ".B()")]
    public void A_chain_of_100_000_is_read_to_its_end(string name, string link)
    {
        var facts = Read("var x = a" + Repeat(link) + ";");
        facts.Errors.ShouldBeEmpty(name);
        facts.Count.ShouldBeGreaterThan(200_000);
    }

    [Fact]
    public void Any_bytes_are_read_without_throwing()
    {
        var random = new Random(7);
        var source = Encoding.UTF8.GetBytes(
            File.ReadAllText(
                Path.Combine(Repository.Root, "src", "Motif", "Code", "CSharp", "CSharpNames.cs")
            )
        );
        for (var i = 0; i < 300; i++)
        {
            var broken = (byte[])source.Clone();
            for (var j = 0; j < 20; j++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var length = random.Next(broken.Length);
            Should.NotThrow(() =>
                _language.Read(new SourceFile("a.cs", broken.AsMemory(0, length), ""))
            );
        }
    }

    [Fact]
    public void An_empty_file_has_a_module_and_nothing_else()
    {
        var facts = Read("");
        facts.Units.Count.ShouldBe(1);
        facts.Lines.ShouldBe(1);
    }

    [Fact]
    public void Copies_have_one_token_hash_whatever_their_layout_and_comments()
    {
        var facts = Read(
            """
            class A
            {
                int F(int x) { return x + 1; }
            }
            class B
            {
                /// <summary>Counts.</summary>
                int F(int x)
                {
                    // one more
                    return x + 1;
                }
                int G(int x) { return x + 2; }
            }
            """
        );
        var functions = facts.Units.Where(u => u.Kind is UnitKind.Method).ToList();
        functions[1].TokenHash.ShouldBe(functions[0].TokenHash);
        functions[1].Tokens.ShouldBe(functions[0].Tokens);
        functions[2].TokenHash.ShouldNotBe(functions[0].TokenHash);
    }

    [Fact]
    public void Lines_are_counted_by_what_they_hold()
    {
        var method = Read(
            """"
            class A
            {
                /// <summary>Not inside.</summary>
                string F()
                {
                    // comment

                    var text = """
                        two
                        """;
                    return text; // also
                }
            }
            """"
        )
            .Units.Single(u => u.Name == "F");
        method.Lines.ShouldBe(new LineCounts(Source: 6, Logical: 3, Comment: 2, Blank: 1, Text: 2));
        (method.StartLine, method.EndLine, method.BodyStartLine).ShouldBe((4, 12, 8));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Byte_order_marks_tell_the_encoding(string encoding)
    {
        var from = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. from.GetPreamble(), .. from.GetBytes("class Größe { }")];
        _language.Read(new SourceFile("a.cs", bytes, "")).Units[1].Name.ShouldBe("Größe");
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_Latin_1()
    {
        var facts = _language.Read(
            new SourceFile("a.cs", Encoding.Latin1.GetBytes("class Größe { }"), "")
        );
        facts.Units[1].Name.ShouldBe("Größe");
    }

    [Fact]
    public void The_whole_repository_is_read_without_an_error()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(Repository.Root, "src"),
                "*.cs",
                SearchOption.AllDirectories
            )
        )
        {
            if (file.Contains("/obj/", StringComparison.Ordinal))
                continue;
            var facts = _language.Read(new SourceFile(file, File.ReadAllBytes(file), ""));
            facts.Errors.ShouldBeEmpty(file);
            facts
                .Kinds.Count(k =>
                    k is FactKind.OtherExpression or FactKind.OtherStatement or FactKind.Error
                )
                .ShouldBe(0, file);
        }
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 100_000));

    private CodeFacts Read(string source) =>
        _language.Read(new SourceFile("a.cs", Encoding.UTF8.GetBytes(source), ""));
}
