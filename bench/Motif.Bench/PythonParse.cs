using System.Diagnostics;
using System.Globalization;
using System.Text;
using Motif.Code;
using Motif.Code.Python;
using Motif.Code.Python.Facts;

namespace Motif.Bench;

/// <summary>How fast Python is parsed: lines per second on one core and bytes allocated per line over the standard
/// library of <c>python3</c>, beside CPython's own <c>ast.parse</c> in the same run, and the facts on two cores.</summary>
internal static class PythonParse
{
    private const string Report = "bench/results/python-parse.md";

    // Reads everything first, so that both measure parsing alone.
    private const string CPythonScript = """
        import ast, os, sys, sysconfig, time, warnings
        warnings.simplefilter("ignore")
        files = sys.stdin.read().split("\n")
        sources = [open(f, "rb").read() for f in files if f]
        best = None
        for _ in range(int(sys.argv[1])):
            start = time.process_time()
            for source in sources:
                try:
                    ast.parse(source)
                except Exception:
                    pass
            taken = time.process_time() - start
            best = taken if best is None else min(best, taken)
        print(sys.version.split()[0], best)
        """;

    private readonly record struct Measure(double Seconds, double BytesPerLine, long Nodes);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (await StandardLibraryAsync() is not { } root)
        {
            Console.WriteLine("python-parse: skipped, python3 is not on PATH");
            return 0;
        }
        var isSmoke = arguments.Contains("--smoke");
        var files = Directory
            .GetFiles(root, "*.py", SearchOption.AllDirectories)
            .Where(file => !file.Contains("-packages", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Take(isSmoke ? 50 : int.MaxValue)
            .ToArray();
        var sources = Array.ConvertAll(files, File.ReadAllBytes);
        var lines = sources.Sum(source => (long)source.AsSpan().Count((byte)'\n'));
        var runs = isSmoke ? 1 : 7;
        var parse = Best(runs, () => Parse(sources), lines);
        var facts = Best(isSmoke ? 1 : 3, () => ReadFacts(files, sources), lines);
        var (version, cpython) = await CPythonAsync(files, isSmoke ? 1 : 3);
        var text = Describe(files.Length, lines, parse, facts, version, cpython, runs);
        Console.WriteLine(text);
        if (!isSmoke)
            await File.WriteAllTextAsync(Report, text);
        return 0;
    }

    // On one thread. The first run compiles.
    private static long Parse(byte[][] sources)
    {
        var nodes = 0L;
        foreach (var source in sources)
            nodes += PythonParser.Parse(source).Count;
        return nodes;
    }

    private static long ReadFacts(string[] files, byte[][] sources)
    {
        var language = new PythonLanguage();
        var nodes = 0L;
        Parallel.For(
            0,
            sources.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i =>
            {
                var facts = language.Read(new SourceFile(files[i], sources[i], "module"));
                Interlocked.Add(ref nodes, facts.Count);
            }
        );
        return nodes;
    }

    private static Measure Best(int runs, Func<long> run, long lines)
    {
        var best = new Measure(double.MaxValue, 0, 0);
        for (var i = 0; i < runs; i++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            var nodes = run();
            var seconds = watch.Elapsed.TotalSeconds;
            var bytes = GC.GetTotalAllocatedBytes() - allocated;
            if (seconds < best.Seconds)
                best = new Measure(seconds, (double)bytes / lines, nodes);
        }
        return best;
    }

    private static string Describe(
        int files,
        long lines,
        Measure parse,
        Measure facts,
        string version,
        double cpython,
        int runs
    )
    {
        var culture = CultureInfo.InvariantCulture;
        return string.Create(
            culture,
            $"""
            # python-parse

            Standard library of CPython {version} without site-packages: {files:N0} files, {lines:N0} lines, read into memory
            first. Best of {runs} runs in one process (three for CPython and for facts); {Environment.ProcessorCount} virtual
            cores shared with other work, so that single runs differ by some tens of per cent and only ratios are to be trusted.

            | what | seconds | lines per second | bytes allocated per line |
            |---|---|---|---|
            | parse, one thread | {parse.Seconds:F2} | {lines
                / parse.Seconds:N0} | {parse.BytesPerLine:F0} |
            | parse and facts, two threads | {facts.Seconds:F2} | {lines
                / facts.Seconds:N0} | {facts.BytesPerLine:F0} |
            | CPython {version} `ast.parse`, one thread | {cpython:F2} | {lines / cpython:N0} | |

            Parsing makes {parse.Nodes:N0} nodes of 28 bytes and is {cpython
                / parse.Seconds:F1} times as fast as `ast.parse`.
            Goals: 400,000 lines per second, stretch 800,000.

            """
        );
    }

    private static async Task<string?> StandardLibraryAsync()
    {
        try
        {
            return (
                await PythonAsync("import sysconfig; print(sysconfig.get_path('stdlib'))", "", 0)
            ).Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<(string Version, double Seconds)> CPythonAsync(
        string[] files,
        int runs
    )
    {
        var answer = (await PythonAsync(CPythonScript, string.Join('\n', files), runs)).Split(' ');
        return (answer[0], double.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    private static async Task<string> PythonAsync(string script, string input, int runs)
    {
        var start = new ProcessStartInfo("python3", ["-c", script, $"{runs}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
