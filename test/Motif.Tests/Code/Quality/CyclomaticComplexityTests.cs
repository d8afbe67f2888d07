using System.Text;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Quality;

namespace Motif.Tests.Code.Quality;

public sealed class CyclomaticComplexityTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("if (a) { } else { }", 2)]
    [InlineData("if (a) { } else if (b) { } else { }", 3)]
    [InlineData("while (a) { } do { } while (b); for (;;) { } foreach (var x in y) { }", 5)]
    [InlineData("try { } catch (A) { } catch { } finally { }", 3)]
    [InlineData("switch (a) { case 1: break; case 2: case 3: break; default: break; }", 4)]
    [InlineData("switch (a) { case 1: default: break; }", 2)]
    [InlineData("switch (a) { case int x when x > 1: break; case B or C or D: break; }", 6)]
    [InlineData("var x = a switch { > 1 and < 5 => 2, int y when b => 3, _ => 4 };", 5)]
    [InlineData("a ??= b; a?.M(); a?[1].N();", 4)]
    [InlineData("var x = a is B or C;", 2)]
    [InlineData("var x = a switch { 1 => 2, 2 => 3, _ => 4 };", 3)]
    [InlineData("var x = a && b && c || d;", 4)]
    [InlineData("var x = a ?? b ?? c;", 3)]
    [InlineData("var x = a ? b : c;", 2)]
    [InlineData("using (a) { } lock (b) { }", 1)]
    [InlineData("var x = from a in b where a.C select a;", 3)]
    [InlineData("var f = (int x) => x > 1 ? 1 : 2;", 2)]
    [InlineData("int F(int x) { if (x > 1) return 1; return 2; }", 1)]
    public void Decisions_are_counted_from_1(string body, int complexity)
    {
        var facts = Read($"class C {{ void M() {{ {body} }} }}");
        Of(facts, "M").ShouldBe(complexity);
    }

    [Theory]
    [InlineData("if (a) { } else { }", 2)]
    [InlineData("var x = a && b;", 1)]
    [InlineData("try { } catch (A) { } catch { }", 4)]
    [InlineData("int F(int x) { if (x > 1) return 1; return 2; }", 3)]
    [InlineData("try { } finally { if (a) { } }", 2)]
    public void The_mode_mccabe_counts_statements_and_closures(string body, int complexity)
    {
        var facts = Read($"class C {{ void M() {{ {body} }} }}");
        Of(facts, "M", ComplexityMode.Mccabe).ShouldBe(complexity);
    }

    [Fact]
    public void A_class_is_the_mean_of_its_methods_and_one()
    {
        var facts = Read(
            "class C { void A() { if (x) { } } void B() { } void D() { if (x && y) { } } }"
        );
        // 1 + (2 + 1 + 3), over 3 methods, and one more as there are several
        Of(facts, "C").ShouldBe((7 / 3) + 1);
    }

    [Theory]
    [InlineData(1, 'A')]
    [InlineData(5, 'A')]
    [InlineData(6, 'B')]
    [InlineData(20, 'C')]
    [InlineData(30, 'D')]
    [InlineData(40, 'E')]
    [InlineData(41, 'F')]
    public void Grades_go_from_A_to_F(int complexity, char grade) =>
        CyclomaticComplexity.Grade(complexity).ShouldBe(grade);

    private static int? Of(
        CodeFacts facts,
        string unit,
        ComplexityMode mode = ComplexityMode.Motif
    ) =>
        CyclomaticComplexity.Of(facts, mode)[
            facts.Units.Select((u, i) => (u, i)).First(p => p.u.Name == unit).i
        ];

    private static CodeFacts Read(string source) =>
        new CSharpLanguage().Read(new SourceFile("a.cs", Encoding.UTF8.GetBytes(source), ""));
}
