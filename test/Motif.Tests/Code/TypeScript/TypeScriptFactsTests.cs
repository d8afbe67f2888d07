using Motif.Code.TypeScript.Facts;

namespace Motif.Tests.Code.TypeScript;

public sealed class TypeScriptFactsTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var spec in FactsSpec.In("typescript"))
                examples.Add(Path.GetFileName(spec.File), spec.Title, spec.Expects);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Facts_are_as_the_specs_say(string file, string title, string expects) =>
        FactsSpec
            .In("typescript")
            .Single(s =>
                Path.GetFileName(s.File) == file && s.Title == title && s.Expects == expects
            )
            .Check(new TypeScriptLanguage());
}
