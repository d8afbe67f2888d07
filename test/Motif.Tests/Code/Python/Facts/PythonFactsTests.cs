using Motif.Code.Python.Facts;

namespace Motif.Tests.Code.Python.Facts;

public sealed class PythonFactsTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var spec in FactsSpec.In("python-facts"))
                examples.Add(Path.GetFileName(spec.File), spec.Title, spec.Expects);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Facts_are_as_the_specs_say(string file, string title, string expects) =>
        FactsSpec
            .In("python-facts")
            .Single(s =>
                Path.GetFileName(s.File) == file && s.Title == title && s.Expects == expects
            )
            .Check(new PythonLanguage());

    [Theory]
    [InlineData("app/models/user.py", "app.models.user")]
    [InlineData("app/models/__init__.py", "app.models")]
    [InlineData("src/app/models/user.py", "app.models.user")]
    [InlineData("tools/convert.py", "tools.convert")]
    [InlineData("setup.py", "setup")]
    public void A_module_is_named_from_its_topmost_package(string path, string name) =>
        new PythonLanguage()
            .ModuleName(
                path,
                folder => folder is "app" or "app/models" or "src/app" or "src/app/models"
            )
            .ShouldBe(name);

    [Theory]
    [InlineData("x = ", ".a", 100_000)]
    [InlineData("x = 1", " + 1", 100_000)]
    [InlineData("if a:\n  pass\n", "elif b:\n  pass\n", 50_000)]
    [InlineData("f", "(1)", 100_000)]
    [InlineData("x = ", "-", 100_000)]
    [InlineData("x = ", "lambda: ", 50_000)]
    public void A_chain_of_any_length_is_read_in_bounded_stack(string start, string link, int count)
    {
        var text =
            start
            + (start.EndsWith("= ", StringComparison.Ordinal) && link[0] == '.' ? "a" : "")
            + string.Concat(Enumerable.Repeat(link, count))
            + "1\n";

        var facts = new PythonLanguage().Read(
            new Motif.Code.SourceFile("chain.py", System.Text.Encoding.UTF8.GetBytes(text), "chain")
        );

        facts.Count.ShouldBePositive();
    }
}
