using System.Diagnostics;
using System.Text.Json;
using Motif.Code;
using Motif.Code.Python.Facts;
using Motif.Code.Quality;

namespace Motif.Tests.Code.Quality;

/// <summary>Compares with radon itself on Python's standard library.</summary>
[Trait("Category", "Slow")]
public sealed class RadonParityTests
{
    private const string Library = "/usr/lib/python3.11";

    /// <summary>
    /// Files whose index radon 5.1 gets wrong, and why. None of the other 680 of Debian's library is .01 away.
    /// </summary>
    private static readonly Dictionary<string, string> RadonErrs = new(StringComparer.Ordinal)
    {
        ["dataclasses.py"] = "a match counts as no decision",
        ["traceback.py"] = "a match counts as no decision",
    };

    /// <summary>
    /// radon's index tokenizes a statement again with each of its lines and takes half an hour over the whole library, most of it
    /// in tables.
    /// </summary>
    private static readonly string[] IndexedPackages =
    [
        "asyncio",
        "collections",
        "concurrent",
        "email",
        "html",
        "http",
        "importlib",
        "json",
        "logging",
        "multiprocessing",
        "unittest",
        "urllib",
        "xml",
    ];

    [RequiresFact("radon")]
    public async Task Complexity_equals_radons_on_every_function_and_class()
    {
        using var report = await RadonAsync("cc -j", Library);
        var compared = 0;
        var differences = new List<string>();
        foreach (var file in report.RootElement.EnumerateObject())
        {
            if (file.Value.ValueKind is not JsonValueKind.Array)
                continue;
            var facts = Read(file.Name);
            var own = Complexities(facts);
            foreach (var block in file.Value.EnumerateArray().SelectMany(Blocks))
            {
                var key = (
                    block.GetProperty("lineno").GetInt32(),
                    block.GetProperty("name").GetString()!
                );
                if (!own.TryGetValue(key, out var found) || found.HasMatch)
                    continue;
                compared++;
                if (found.Complexity != block.GetProperty("complexity").GetInt32())
                    differences.Add(
                        $"{file.Name}:{key} radon {block.GetProperty("complexity")}, here {found.Complexity}"
                    );
            }
        }
        compared.ShouldBeGreaterThan(20_000);
        differences.ShouldBeEmpty($"{differences.Count} of {compared}");
    }

    [RequiresFact("radon")]
    public async Task The_maintainability_index_of_every_file_is_within_a_hundredth_of_radons()
    {
        var indexed = await IndicesAsync(IndexedPackages);

        indexed.Count.ShouldBeGreaterThan(150);
        indexed
            .Where(f => Math.Abs(f.Ours - f.Theirs) > 0.01)
            .Select(f => $"{f.Name} radon {f.Theirs:0.000}, here {f.Ours:0.000}")
            .ShouldBeEmpty();
    }

    [RequiresFact("radon")]
    public async Task Where_radon_passes_over_a_match_its_index_is_too_high()
    {
        var indexed = await IndicesAsync(RadonErrs.Keys);

        indexed.Count.ShouldBe(RadonErrs.Count);
        indexed.ShouldAllBe(f => f.Theirs > f.Ours + 0.01);
    }

    private static async Task<List<(string Name, double Ours, double Theirs)>> IndicesAsync(
        IEnumerable<string> paths
    )
    {
        using var report = await RadonAsync("mi -j -s", [.. paths.Select(p => $"{Library}/{p}")]);
        return
        [
            .. report
                .RootElement.EnumerateObject()
                .Select(f =>
                    (
                        f.Name,
                        MaintainabilityIndex.OfFile(Read(f.Name), ComplexityMode.Radon),
                        f.Value.GetProperty("mi").GetDouble()
                    )
                ),
        ];
    }

    private static Dictionary<(int, string), (int? Complexity, bool HasMatch)> Complexities(
        CodeFacts facts
    )
    {
        var complexities = CyclomaticComplexity.Of(facts, ComplexityMode.Radon);
        var own = new Dictionary<(int, string), (int?, bool)>();
        for (var i = 1; i < facts.Units.Count; i++)
        {
            var unit = facts.Units[i];
            var end = unit.Node + facts.Sizes[unit.Node];
            // radon 5.1 does not know match.
            var hasMatch = facts.Kinds.AsSpan(unit.Node..end).Contains(FactKind.Switch);
            own[(unit.StartLine, unit.Name)] = (complexities[i], hasMatch);
        }
        return own;
    }

    /// <summary>The block itself, its methods and its closures.</summary>
    private static IEnumerable<JsonElement> Blocks(JsonElement block)
    {
        yield return block;
        foreach (var part in (string[])["methods", "closures"])
        {
            if (!block.TryGetProperty(part, out var inner))
                continue;
            foreach (var nested in inner.EnumerateArray().SelectMany(Blocks))
                yield return nested;
        }
    }

    private static CodeFacts Read(string path) =>
        new PythonLanguage().Read(new SourceFile(path, File.ReadAllBytes(path), "module"));

    private static async Task<JsonDocument> RadonAsync(string arguments, params string[] paths) =>
        JsonDocument.Parse(
            await RememberedAnswers.GetAsync(
                arguments + await RunAsync("--version"),
                paths,
                () => RunAsync($"{arguments} {string.Join(' ', paths)}")
            )
        );

    private static async Task<string> RunAsync(string arguments)
    {
        using var radon = Process.Start(
            new ProcessStartInfo("radon", arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = await radon.StandardOutput.ReadToEndAsync();
        await radon.WaitForExitAsync();
        return output;
    }
}
