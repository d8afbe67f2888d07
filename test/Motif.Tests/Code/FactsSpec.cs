using System.Text;
using Motif.Code;

namespace Motif.Tests.Code;

/// <summary>
/// Specs of a language's facts: a Markdown file with examples, each a heading, a block of source, and a block
/// <c>facts</c> (the tree), <c>units</c> or <c>errors</c> with what is expected. Set MOTIF_ACCEPT_SPECS=1 to write what is
/// found into the files, then read the difference.
/// </summary>
internal sealed record FactsSpec(
    string File,
    string Title,
    string Source,
    string Expects,
    string Expected
)
{
    public static IEnumerable<FactsSpec> In(string folder)
    {
        var directory = Path.Combine(Repository.Root, "specs", "code", folder);
        foreach (var file in Directory.GetFiles(directory, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var spec in Read(file))
                yield return spec;
        }
    }

    public string Found(ISourceLanguage language)
    {
        var facts = FactsOf(language);
        return Expects switch
        {
            "facts" => FactsDump.Tree(facts),
            "units" => FactsDump.Units(facts),
            "errors" => string.Join('\n', facts.Errors.Select(e => $"{e.Line}: {e.Message}")),
            _ => throw new InvalidOperationException($"{File}: no block is called {Expects}"),
        };
    }

    public void Check(ISourceLanguage language)
    {
        var found = Found(language);
        if (Environment.GetEnvironmentVariable("MOTIF_ACCEPT_SPECS") == "1")
            Accept(found);
        else
            Compare(found);
    }

    /// <summary>Names the first line that differs: the whole of both texts is more than anybody reads.</summary>
    private void Compare(string found)
    {
        var (expected, actual) = (Expected.Split('\n'), found.Split('\n'));
        for (var i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            var (want, have) = (expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i));
            if (want != have)
                Assert.Fail(
                    $"{Path.GetFileName(File)}, {Title}, {Expects}, line {i + 1}: expected\n{want}\nbut found\n{have}"
                );
        }
    }

    private CodeFacts FactsOf(ISourceLanguage language)
    {
        var path = "example" + language.Extensions[0];
        var module = language.ModuleName(path, _ => false);
        return language.Read(new SourceFile(path, Encoding.UTF8.GetBytes(Source), module));
    }

    private void Accept(string found)
    {
        var old = $"```{Expects}\n{Expected}{(Expected.Length > 0 ? "\n" : "")}```";
        var text = System.IO.File.ReadAllText(File);
        var at = text.IndexOf(
            old,
            text.IndexOf(Source, StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        System.IO.File.WriteAllText(
            File,
            text[..at] + $"```{Expects}\n{found}\n```" + text[(at + old.Length)..]
        );
    }

    private static IEnumerable<FactsSpec> Read(string file)
    {
        string title = "",
            source = "",
            language = "";
        StringBuilder? block = null;
        foreach (var line in System.IO.File.ReadLines(file))
        {
            if (block is null && line.StartsWith('#'))
                title = line.TrimStart('#', ' ');
            else if (block is null && line.StartsWith("```", StringComparison.Ordinal))
                (language, block) = (line[3..], new StringBuilder());
            else if (block is not null && line == "```")
            {
                var text = block.ToString().TrimEnd('\n');
                block = null;
                if (language is "facts" or "units" or "errors")
                    yield return new FactsSpec(file, title, source, language, text);
                else
                    source = text;
            }
            else
                block?.Append(line).Append('\n');
        }
    }
}
