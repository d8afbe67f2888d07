using System.Text;
using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

public sealed class PythonNestingTests
{
    private const int Deep = 100_000;

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{", "1", "}")]
    [InlineData("f(", "1", ")")]
    [InlineData("a[", "1", "]")]
    [InlineData("lambda x=", "1", ": 1")]
    [InlineData("f'{", "1", "}'")]
    [InlineData("f\"\"\"{f'''{", "1", "}'''}\"\"\"")]
    [InlineData("(yield ", "1", ")")]
    public void Nesting_that_needs_recursion_gives_a_diagnostic(
        string open,
        string inner,
        string close
    )
    {
        var tree = PythonParser.Parse(Repeat(open, Deep) + inner + Repeat(close, Deep));

        tree.IsValid.ShouldBeFalse();
        PythonAstPrinter.Dump(tree).ShouldStartWith("Module(");
    }

    [Theory]
    [InlineData("x = a", ".a", "")]
    [InlineData("x = a", "()", "")]
    [InlineData("x = a", "[0]", "")]
    [InlineData("x = a", "(b)[c].d", "")]
    [InlineData("x = a", " + b", "")]
    [InlineData("x = a", " or b and c", "")]
    [InlineData("x = a", " < b", "")]
    [InlineData("x = a", " ** b", "")]
    [InlineData("x = ", "-", "1")]
    [InlineData("x = ", "not ", "1")]
    [InlineData("x = ", "lambda: ", "1")]
    [InlineData("x = ", "a if b else ", "1")]
    [InlineData("x = ", "lambda: a if not - b else ", "1")]
    [InlineData("", "a = ", "1")]
    [InlineData("if a: pass", "\nelif b: pass", "\nelse: pass")]
    [InlineData("try: pass", "\nexcept a: pass", "\nfinally: pass")]
    [InlineData("x = [a", " for b in c if d", "]")]
    [InlineData("import a", ", b.c as d", "")]
    [InlineData("from ", ".", " import a")]
    [InlineData("x = 'a'", " 'b'", "")]
    [InlineData("x = f'a'", " f'{b}'", "")]
    [InlineData("", "@a\n", "def f(): pass")]
    [InlineData("global a", ", a", "")]
    [InlineData("match a:\n case b", " | b", ": pass")]
    public void Chains_of_any_length_are_read_without_recursion(
        string head,
        string link,
        string tail
    )
    {
        var tree = PythonParser.Parse(head + Repeat(link, Deep) + tail);

        tree.IsValid.ShouldBeTrue();
        PythonAstPrinter.Hash(tree, positions: true).Length.ShouldBe(40);
        tree.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_caller_with_little_stack_gets_the_same_tree()
    {
        var source = "x = " + Repeat("[", 190) + Repeat("]", 190);
        PythonTree? tree = null;
        var thread = new Thread(() => tree = PythonParser.Parse(source), 256 * 1024);
        thread.Start();
        thread.Join();

        PythonAstPrinter
            .Hash(tree!, positions: true)
            .ShouldBe(PythonAstPrinter.Hash(PythonParser.Parse(source), positions: true));
        tree!.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void A_hundred_levels_of_indentation_are_too_many_and_ninety_nine_are_not()
    {
        PythonParser.Parse(Indented(99)).IsValid.ShouldBeTrue();
        PythonParser
            .Parse(Indented(100))
            .Diagnostics[0]
            .Message.ShouldBe("too many levels of indentation");
    }

    [Fact]
    public void Two_hundred_brackets_are_as_many_as_there_may_be()
    {
        PythonParser.Parse(Repeat("(", 200) + Repeat(")", 200)).IsValid.ShouldBeTrue();
        PythonParser.Parse(Repeat("(", 201) + Repeat(")", 201)).IsValid.ShouldBeFalse();
    }

    private static string Indented(int levels)
    {
        var source = new StringBuilder();
        for (var level = 0; level < levels; level++)
            source.Append(' ', level).Append("if a:\n");
        return source.Append(' ', levels).Append("pass\n").ToString();
    }

    private static string Repeat(string part, int count) =>
        new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
