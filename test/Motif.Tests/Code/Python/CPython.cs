using System.Diagnostics;

namespace Motif.Tests.Code.Python;

/// <summary>Asks a CPython what its own parser says.</summary>
internal static class CPython
{
    private static readonly string Oracle = Path.Combine(Repository.Root, "test", "oracle");

    /// <summary>What <c>canonical_ast.py</c> found of a file: hashes without and with positions; null where it is refused.</summary>
    internal readonly record struct Answer(string? Plain, string? Positioned);

    /// <summary>Why CPython 3.14 cannot be asked; null where it can.</summary>
    internal static string? WhyNo314
    {
        get
        {
            if (RequiresFactAttribute.Find("node") is null)
                return "node is not on PATH";
            return Directory.Exists(Path.Combine(Oracle, "node_modules", "pyodide"))
                ? null
                : "pyodide is not installed: run `npm ci` in test/oracle";
        }
    }

    internal static async Task<Version> VersionAsync() =>
        Version.Parse(
            (
                await RunAsync("python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
            ).Trim()
        );

    /// <summary>The folder of the standard library of <c>python3</c>.</summary>
    internal static async Task<string> StandardLibraryAsync() =>
        (
            await RunAsync("python3", "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))")
        ).Trim();

    internal static async Task<Dictionary<string, Answer>> AskAsync(params string[] arguments) =>
        await ParseAsync(
            "python3",
            [Path.Combine(Oracle, "canonical_ast.py"), .. arguments],
            await RunAsync("python3", "-VV")
        );

    internal static async Task<Dictionary<string, Answer>> Ask314Async(params string[] arguments) =>
        await ParseAsync(
            "node",
            [Path.Combine(Oracle, "cpython314.mjs"), .. arguments],
            await File.ReadAllTextAsync(Path.Combine(Oracle, "package-lock.json"))
        );

    private static async Task<Dictionary<string, Answer>> ParseAsync(
        string program,
        string[] arguments,
        string version
    )
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var output = await RememberedAnswers.GetAsync(
            version,
            [Path.Combine(Oracle, "canonical_ast.py"), arguments[^1]],
            () => RunAsync(program, arguments)
        );
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', 3);
            if (parts.Length == 3)
                answers[parts[2]] = parts[0] == "ERR" ? default : new Answer(parts[0], parts[1]);
        }
        return answers;
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Oracle,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
        return output;
    }
}
