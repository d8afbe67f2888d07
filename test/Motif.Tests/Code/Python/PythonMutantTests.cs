using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

public sealed class PythonMutantTests
{
    [Requires314Fact]
    [Trait("Category", "Slow")]
    public async Task Ten_thousand_mutants_are_accepted_or_refused_as_by_CPython_314()
    {
        var sources = PythonMutants.SourcesIn(await CPython.StandardLibraryAsync(), 8_000);
        var mutants = Mutants(sources, seed: 20_240_801, count: 10_000);
        var text = Encoding.UTF8.GetBytes(string.Join('\0', mutants));
        // Named by its content, so that the answer is remembered.
        var path = Path.Combine(
            Path.GetTempPath(),
            $"motif-mutants-{Convert.ToHexStringLower(SHA256.HashData(text))}"
        );
        try
        {
            await File.WriteAllBytesAsync(path, text);
            var answers = await CPython.Ask314Async("--sources", path);
            Differences(mutants, answers).ShouldBeEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [RequiresFact("python3")]
    public async Task No_mutant_throws_or_hangs()
    {
        var sources = PythonMutants.SourcesIn(
            await CPython.StandardLibraryAsync() + "/json",
            20_000
        );
        foreach (var mutant in Mutants(sources, seed: 7, count: 500))
        {
            var tree = PythonParser.Parse(mutant);
            tree.IsValid.ShouldBe(tree.Diagnostics.Count == 0);
            PythonAstPrinter.Dump(tree).ShouldStartWith("Module(");
        }
    }

    [RequiresFact("python3")]
    [Trait("Category", "Slow")]
    public async Task At_most_one_in_twenty_undamaged_functions_is_lost_with_a_token()
    {
        var sources = PythonMutants.SourcesIn(await CPython.StandardLibraryAsync(), 20_000);
        var generator = new PythonMutants(seed: 42);
        var (whole, kept) = (0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            var source = sources[generator.Next(sources.Count)];
            if (generator.DeleteToken(source) is not { } deletion)
                continue;
            var damaged = Functions(PythonParser.Parse(deletion.Source));
            foreach (var (text, start, end) in FunctionSpans(PythonParser.Parse(source)))
            {
                if (start < deletion.Start + deletion.Length && end > deletion.Start)
                    continue;
                whole++;
                kept += damaged.Contains(text) ? 1 : 0;
            }
        }
        whole.ShouldBeGreaterThan(10_000);
        ((double)kept / whole).ShouldBeGreaterThan(0.95);
    }

    private static List<string> Mutants(List<string> sources, int seed, int count)
    {
        var generator = new PythonMutants(seed);
        var mutants = new List<string>(count);
        while (mutants.Count < count)
        {
            var mutant = generator.Mutate(sources[generator.Next(sources.Count)]);
            // Half of a surrogate pair cannot be written as UTF-8.
            if (mutant is not null && !mutant.Any(char.IsSurrogate))
                mutants.Add(mutant);
        }
        return mutants;
    }

    private static List<string> Differences(
        List<string> mutants,
        Dictionary<string, CPython.Answer> answers
    )
    {
        answers.Count.ShouldBe(mutants.Count);
        var differences = new List<string>();
        for (var i = 0; i < mutants.Count; i++)
        {
            var tree = PythonParser.Parse(Encoding.UTF8.GetBytes(mutants[i]));
            var found = tree.IsValid ? PythonAstPrinter.Hash(tree, positions: true) : null;
            var expected = answers[$"{i}"].Positioned;
            if (found != expected)
                differences.Add(
                    $"mutant {i}: {(tree.IsValid ? "accepted" : tree.Diagnostics[0].Message)}, CPython {expected ?? "refuses it"}"
                );
        }
        return differences;
    }

    private static HashSet<string> Functions(PythonTree tree) =>
        [.. FunctionSpans(tree).Select(function => function.Text)];

    // A function is its dump: an equal one further down counts as the same.
    private static IEnumerable<(string Text, int Start, int End)> FunctionSpans(PythonTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.Kind is not (PythonNodeKind.FunctionDef or PythonNodeKind.AsyncFunctionDef))
                continue;
            var decorator = node.Child(PythonField.DecoratorList);
            var start = decorator.Exists ? Math.Min(decorator.Start, node.Start) : node.Start;
            yield return (PythonAstPrinter.Dump(node), start, node.End);
        }
    }
}
