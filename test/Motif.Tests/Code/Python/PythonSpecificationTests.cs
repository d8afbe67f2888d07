using Markdig;
using Markdig.Syntax;
using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

/// <summary>Runs specs/code/python: a block <c>ast</c> is the tree of the block <c>python</c> before it as CPython 3.14 dumps it,
/// <c>recovered</c> is the tree and the diagnostics of source that is no Python, <c>refused</c> holds sources to refuse.
/// Set MOTIF_ACCEPT_SPECS=1 to write what was recovered into the file, then read the difference.</summary>
public sealed class PythonSpecificationTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "specs",
        "code",
        "python"
    );

    public static TheoryData<string> Files
    {
        get
        {
            var files = new TheoryData<string>();
            foreach (var file in Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal))
                files.Add(Path.GetFileName(file));
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_block_is_as_the_specification_says(string file)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var checkedBlocks = 0;
        var source = "";
        foreach (var block in Markdown.Parse(text).Descendants<FencedCodeBlock>())
        {
            var content = block.Lines.ToString();
            if (block.Info == "python")
            {
                source = content;
                continue;
            }
            checkedBlocks++;
            Check(block.Info ?? "", source, content, path);
        }
        checkedBlocks.ShouldBeGreaterThan(0);
    }

    private static void Check(string kind, string source, string content, string path)
    {
        switch (kind)
        {
            case "ast":
                var tree = PythonParser.Parse(source);
                tree.Diagnostics.ShouldBeEmpty(source);
                PythonAstPrinter.Dump(tree, indent: 2).ShouldBe(content, source);
                break;
            case "recovered":
                CheckRecovered(source, content, path);
                break;
            case "refused":
                foreach (var refused in content.Split("\n----\n"))
                    PythonParser.Parse(refused).IsValid.ShouldBeFalse(refused);
                break;
            default:
                throw new InvalidOperationException($"{path}: no block is called {kind}");
        }
    }

    private static void CheckRecovered(string source, string content, string path)
    {
        var tree = PythonParser.Parse(source);
        tree.IsValid.ShouldBeFalse(source);
        var lines = tree.Diagnostics.Select(diagnostic =>
        {
            var (line, column) = tree.Position(diagnostic.Start);
            return $"{line}:{column}: {diagnostic.Message}";
        });
        var found = string.Join('\n', [.. lines, PythonAstPrinter.Dump(tree, indent: 2)]);
        if (Environment.GetEnvironmentVariable("MOTIF_ACCEPT_SPECS") == "1" && found != content)
        {
            var text = File.ReadAllText(path);
            var at = text.IndexOf($"```python\n{source}\n```", StringComparison.Ordinal);
            var old = $"```recovered\n{content}{(content.Length > 0 ? "\n" : "")}```";
            var block = text.IndexOf(old, at, StringComparison.Ordinal);
            File.WriteAllText(
                path,
                text[..block] + $"```recovered\n{found}\n```" + text[(block + old.Length)..]
            );
            return;
        }
        found.ShouldBe(content, source);
    }
}
