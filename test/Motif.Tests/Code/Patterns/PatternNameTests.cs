using System.Text;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Patterns;
using Motif.Code.Quality;

namespace Motif.Tests.Code.Patterns;

public sealed class PatternNameTests
{
    [Fact]
    public void A_name_says_async_domain_core_modifiers_and_mechanism() =>
        PatternName
            .Of(
                Traits("Transaction", "context_manager", ["backoff", "retry"], "Database"),
                Units("async Task RunAsync() { await X(); }")
            )
            .ShouldBe("Async Database Transaction with Backoff and Retry using Context Manager");

    [Fact]
    public void Async_is_not_said_twice() =>
        PatternName
            .Of(Traits("Asynchronous Function", null, ["async"], null), Units("async Task F() { }"))
            .ShouldBe("Asynchronous Function");

    [Theory]
    [InlineData("Guard Validation", "guards", "Guard Validation")]
    [InlineData("Decorator Function", "function", "Decorator Function")]
    [InlineData("Plugin Loader", "by_name", "Plugin Loader by Name")]
    [InlineData("Memoized Function", "library", "Memoized Function using Library")]
    public void A_mechanism_is_said_once_and_in_words(string core, string variant, string name) =>
        PatternName.Of(Traits(core, variant, [], null), Units("void F() { }")).ShouldBe(name);

    [Fact]
    public void A_structure_is_called_what_most_of_its_units_are_called() =>
        PatternName
            .Of(
                Traits(null, null, [], null),
                Units(
                    "void ReadHTTPHeader() { } void ParseAll() { } int ReadHTTPHeader(int x) => x;"
                )
            )
            .ShouldBe("Read HTTP Header Function");

    [Theory]
    [InlineData("IPv4Network", "IPv4 Network Function")]
    [InlineData("parseXMLFile2", "Parse XML File2 Function")]
    [InlineData("to_URLText", "To URL Text Function")]
    public void A_run_of_capitals_is_a_word_of_its_own(string method, string name) =>
        PatternName
            .Of(Traits(null, null, [], null), Units($"void {method}() {{ }}"))
            .ShouldBe(name);

    [Fact]
    public void A_constructor_is_called_after_its_class() =>
        PatternName
            .Of(Traits(null, null, [], null), Units("public C() { }"))
            .ShouldBe("C Constructor");

    private static PatternTraits Traits(
        string? title,
        string? variant,
        IReadOnlyList<string> modifiers,
        string? domain
    ) => new("key", "category", title, variant, modifiers, domain);

    private static List<MeasuredUnit> Units(string members)
    {
        var facts = new CSharpLanguage().Read(
            new SourceFile("a.cs", Encoding.UTF8.GetBytes($"class C {{ {members} }}"), "")
        );
        var project = new CodeProject([facts]);
        var measures = new ProjectMeasures(
            project,
            null,
            QualityProfile.Graded,
            AnalysisFaults.Thrown
        );
        return
        [
            .. MeasuredUnit
                .Of(project.Files[0], UnitStructure.Of(facts), measures)
                .Where(u => u.Unit.Kind is UnitKind.Method),
        ];
    }
}
