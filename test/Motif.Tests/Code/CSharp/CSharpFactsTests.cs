using Motif.Code.CSharp;

namespace Motif.Tests.Code.CSharp;

public sealed class CSharpFactsTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var spec in FactsSpec.In("csharp"))
                examples.Add(Path.GetFileName(spec.File), spec.Title, spec.Expects);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Facts_are_as_the_specs_say(string file, string title, string expects) =>
        FactsSpec
            .In("csharp")
            .Single(s =>
                Path.GetFileName(s.File) == file && s.Title == title && s.Expects == expects
            )
            .Check(new CSharpLanguage());
}
