using System.Text;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Quality;

namespace Motif.Tests.Code.Quality;

public sealed class CohesionTests
{
    [Fact]
    public void Methods_that_share_an_attribute_are_one_group()
    {
        var cohesion = OfClass(
            "class C { int _a; public int Get() => _a; public void Set(int x) { _a = x; } }"
        );
        cohesion.ShouldBe(new ClassCohesion(1, 1));
        cohesion!.Value.ShouldBe(1);
    }

    [Fact]
    public void Two_classes_in_one_are_two_groups()
    {
        // Four methods: two share _a, two share _b; of six pairs two are connected.
        var cohesion = OfClass(
            """
            class C
            {
                int _a; int _b;
                public int A1() => _a;
                public void A2() { _a = 1; }
                public int B1() => _b;
                public void B2() { _b = 1; }
            }
            """
        );
        cohesion.ShouldBe(new ClassCohesion(2, 2 / 6d));
        cohesion!.Value.ShouldBe(((1 / 2d) + (2 / 6d)) / 2, 1e-9);
    }

    [Fact]
    public void A_call_joins_and_a_constructor_does_not()
    {
        OfClass(
            """
            class C
            {
                int _a; int _b;
                public C() { _a = 1; _b = 2; }
                public int A() => _a + B();
                private int B() => _b;
            }
            """
        )!
            .Lcom4.ShouldBe(1);
        OfClass(
            "class C { int _a; int _b; public C() { _a = _b; } public int A() => _a; public int B() => _b; }"
        )!
            .Lcom4.ShouldBe(2);
    }

    [Fact]
    public void A_class_without_methods_has_no_cohesion() =>
        OfClass("class C { public int A; }").ShouldBeNull();

    [Theory]
    [InlineData("var a = x; use(a); var b = y; use(b);", 0.5)]
    [InlineData("var a = x; var b = a; use(b);", 1.0)]
    [InlineData("return x;", null)]
    public void A_function_falls_into_as_many_parts_as_its_statements_share_no_names(
        string body,
        double? expected
    ) =>
        Cohesion
            .OfFunction(Unit($"class C {{ void F(int x, int y) {{ {body} }} }}", "F"))
            .ShouldBe(expected);

    private static ClassCohesion? OfClass(string source) => Cohesion.Of(Unit(source, "C"));

    private static ProjectUnit Unit(string source, string name) =>
        new CodeProject([
            new CSharpLanguage().Read(new SourceFile("a.cs", Encoding.UTF8.GetBytes(source), "")),
        ])
            .Files[0]
            .Units.First(u => u.Name == name);
}
