using System.Diagnostics;
using System.Text;

namespace Motif.Tests.Code.TypeScript;

/// <summary>Our parser beside the TypeScript compiler's own: the same declarations, calls and operators at the same places.</summary>
public sealed class TypeScriptOracleTests
{
    private static readonly string Dashboard = Path.Combine(
        Repository.Root,
        "src",
        "Motif.Dashboard"
    );

    private static readonly string Compiler = Path.Combine(
        Dashboard,
        "node_modules",
        "typescript",
        "lib",
        "typescript.js"
    );

    internal static string? WhyNot =>
        RequiresFactAttribute.Find("node") is null ? "node is not on PATH"
        : File.Exists(Compiler) ? null
        : "typescript is not installed: run `npm ci` in src/Motif.Dashboard";

    [TypeScriptFact]
    public async Task The_dashboard_is_read_as_the_compiler_reads_it()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Dashboard, "src"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Dashboard, "scripts")))
            .Where(IsScript)
            .ToList();
        var (equal, different) = await CompareAsync(files);
        different.ShouldBeEmpty();
        equal.ShouldBeGreaterThan(200);
    }

    [TypeScriptFact]
    public async Task The_grammar_is_read_as_the_compiler_reads_it()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "specs", "code", "typescript", "grammar"))
            .Where(IsScript)
            .ToList();
        var (equal, different) = await CompareAsync(files);
        different.ShouldBeEmpty();
        equal.ShouldBe(files.Count);
    }

    /// <summary>The types of the dashboard's packages; <c>MOTIF_TS_ORACLE</c> names another folder.</summary>
    [TypeScriptFact]
    public async Task Packages_are_read_as_the_compiler_reads_them()
    {
        var folder =
            Environment.GetEnvironmentVariable("MOTIF_TS_ORACLE")
            ?? Path.Combine(Dashboard, "node_modules", "@types");
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsScript)
            .Where(f => new FileInfo(f).Length < 2_000_000)
            .Order(StringComparer.Ordinal)
            .ToList();
        var (equal, different) = await CompareAsync(files);
        different.ShouldBeEmpty($"{equal} of {files.Count} are equal");
        equal.ShouldBeGreaterThan(0);
    }

    private static bool IsScript(string path) =>
        Path.GetExtension(path)
            is ".ts"
                or ".tsx"
                or ".mts"
                or ".cts"
                or ".js"
                or ".jsx"
                or ".mjs"
                or ".cjs";

    private static async Task<(int Equal, List<string> Different)> CompareAsync(
        IReadOnlyList<string> files
    )
    {
        var equal = 0;
        var different = new List<string>();
        await foreach (var (path, theirs) in AskAsync(files))
        {
            var ours = ScriptOutline.Of(path, await File.ReadAllTextAsync(path));
            var isRefused = theirs.StartsWith("ERR", StringComparison.Ordinal);
            if (isRefused ? ours.StartsWith("ERR", StringComparison.Ordinal) : ours == theirs)
                equal++;
            else
                different.Add($"{path}\n  {Difference(theirs, ours)}");
        }
        return (equal, different);
    }

    private static string Difference(string theirs, string ours)
    {
        if (ours.StartsWith("ERR", StringComparison.Ordinal))
            return $"we refuse it: {ours}";
        if (theirs.StartsWith("ERR", StringComparison.Ordinal))
            return $"it is refused: {theirs}";
        var (left, right) = (theirs.Split(' '), ours.Split(' '));
        return $"only theirs: {string.Join(' ', left.Except(right).Take(4))}; only ours: {string.Join(' ', right.Except(left).Take(4))}";
    }

    private static async IAsyncEnumerable<(string Path, string Outline)> AskAsync(
        IReadOnlyList<string> files
    )
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "test", "oracle", "typescript.mjs"));
        start.ArgumentList.Add(Compiler);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(string.Join('\n', files));
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var tab = line.LastIndexOf('\t');
            yield return (line[(tab + 1)..], line[..tab]);
        }
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }
}

/// <summary>Needs node and the dashboard's TypeScript; without them it is skipped with the reason, under CI=true it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TypeScriptFactAttribute : FactAttribute
{
    public TypeScriptFactAttribute()
    {
        if (
            TypeScriptOracleTests.WhyNot is { } reason
            && Environment.GetEnvironmentVariable("CI") != "true"
        )
            Skip = reason;
    }
}
