using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

public sealed class CPythonEqualityTests
{
    private const string Packages = "/usr/lib/python3/dist-packages";

    // Files in which a CPython older than 3.14 differs, and why.
    private static readonly Dictionary<string, string> Differing = new(StringComparer.Ordinal)
    {
        ["test/test_future_stmt/badsyntax_future3.py"] =
            "3.14 refuses an unknown future feature when it parses",
        ["test/test_future_stmt/badsyntax_future8.py"] =
            "3.14 refuses an unknown future feature when it parses",
        ["test/test_future_stmt/badsyntax_future9.py"] =
            "3.14 refuses an unknown future feature when it parses",
        ["test/badsyntax_future3.py"] = "3.14 refuses an unknown future feature when it parses",
        ["test/badsyntax_future8.py"] = "3.14 refuses an unknown future feature when it parses",
        ["test/badsyntax_future9.py"] = "3.14 refuses an unknown future feature when it parses",
        ["test/test_stringprep.py"] = "repr escapes characters that Unicode 14 had not assigned",
        ["test/test_unicode.py"] = "repr escapes characters that Unicode 14 had not assigned",
        ["test/test_str.py"] = "repr escapes characters that Unicode 15 had not assigned",
    };

    [RequiresFact("python3")]
    [Trait("Category", "Slow")]
    public async Task The_standard_library_has_CPythons_trees()
    {
        var root = await CPython.StandardLibraryAsync();
        var hasPositions = await CPython.VersionAsync() >= new Version(3, 13);

        Differences(root, await CPython.AskAsync(root), hasPositions).ShouldBeEmpty();
    }

    [RequiresFact("python3")]
    public async Task A_part_of_the_standard_library_has_CPythons_trees()
    {
        var root = Path.Combine(await CPython.StandardLibraryAsync(), "asyncio");
        var answers = await CPython.AskAsync(root);

        answers.Count.ShouldBeGreaterThan(20);
        Differences(root, answers, hasPositions: false).ShouldBeEmpty();
    }

    [RequiresFact("python3")]
    [Trait("Category", "Slow")]
    public async Task Debians_packages_have_CPythons_trees()
    {
        var compared = 0;
        foreach (var package in (string[])["django", "sqlalchemy", "twisted", "numpy"])
        {
            var root = Path.Combine(Packages, package);
            if (!Directory.Exists(root))
                continue;
            var answers = await CPython.AskAsync(root);
            compared += answers.Count;
            Differences(root, answers, hasPositions: false).ShouldBeEmpty(package);
        }
        if (Environment.GetEnvironmentVariable("CI") == "true")
            compared.ShouldBeGreaterThan(2000, $"the packages are not in {Packages}");
    }

    [Requires314Fact]
    [Trait("Category", "Slow")]
    public async Task The_standard_library_has_the_trees_and_positions_of_CPython_314()
    {
        var root = await CPython.StandardLibraryAsync();
        var answers = await CPython.Ask314Async(root);

        answers.Count.ShouldBeGreaterThan(1000);
        Differences(root, answers, hasPositions: true, isTruth: true).ShouldBeEmpty();
    }

    private static List<string> Differences(
        string root,
        Dictionary<string, CPython.Answer> answers,
        bool hasPositions,
        bool isTruth = false
    )
    {
        var differences = new List<string>();
        foreach (var (file, answer) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!isTruth && Differing.ContainsKey(file))
                continue;
            var tree = PythonParser.Parse(File.ReadAllBytes(Path.Combine(root, file)));
            var expected = hasPositions ? answer.Positioned : answer.Plain;
            var found = tree.IsValid ? PythonAstPrinter.Hash(tree, hasPositions) : null;
            if (found != expected)
                differences.Add(
                    $"{file}: {found ?? tree.Diagnostics[0].Message}, CPython {expected ?? "refuses it"}"
                );
        }
        return differences;
    }
}

/// <summary>A test that needs CPython 3.14 under node; skipped with the reason, or failing under CI=true, without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Requires314FactAttribute : FactAttribute
{
    public Requires314FactAttribute()
    {
        if (CPython.WhyNo314 is { } reason && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = reason;
    }
}
