using System.Diagnostics;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

public sealed class RulesOnRealCodeTests
{
    [Fact, Trait("Category", "Slow")]
    public void All_rules_read_the_own_sources_without_an_exception()
    {
        var root = Repository.Root;
        var files = Directory
            .EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Order(StringComparer.Ordinal);

        var found = FindIn(new CSharpLanguage(), root, files);

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(m => m.Evidence.Count > 0 && m.Confidence >= CodeRules.Shown);
    }

    [RequiresFact("python3"), Trait("Category", "Slow")]
    public void All_rules_read_the_standard_library_without_an_exception()
    {
        var root = StandardLibrary();
        var files = Directory
            .EnumerateFiles(root, "*.py", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

        var found = FindIn(new PythonLanguage(), root, files);

        found.Select(m => m.Rule).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(20);
        found.ShouldAllBe(m => m.Evidence.All(e => e.StartLine >= 1 && e.EndLine >= e.StartLine));
    }

    private static IReadOnlyList<RuleMatch> FindIn(
        ISourceLanguage language,
        string root,
        IEnumerable<string> files
    )
    {
        var facts = new List<CodeFacts>();
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            var module = language.ModuleName(path, _ => true);
            facts.Add(language.Read(new SourceFile(path, File.ReadAllBytes(file), module)));
        }
        return new CodeRules(ListedRules.All).Find(new CodeProject(facts), 2);
    }

    private static string StandardLibrary()
    {
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("import sysconfig; print(sysconfig.get_path('stdlib'))");
        using var python = Process.Start(start)!;
        return python.StandardOutput.ReadToEnd().Trim();
    }
}
