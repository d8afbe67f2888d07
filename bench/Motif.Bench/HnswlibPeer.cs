using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Motif.Bench;

/// <summary>
/// Debian's hnswlib (libhnswlib-dev), compiled with -O3 -march=native and run beside us over the same files:
/// M 16, ef_construction 200, one thread, processor time, recall by score with ties as hits.
/// </summary>
internal static partial class HnswlibPeer
{
    /// <summary>Null where hnswlib or a compiler is not there.</summary>
    public static VectorPeer? Run(string shared, string folder, VectorSet set, float[] worstScores)
    {
        var program = Path.Combine(folder, "hnswlib-bench");
        if (!File.Exists("/usr/include/hnswlib/hnswlib.h"))
            return null;
        if (!File.Exists(program) && !Compile(shared, program))
            return null;
        // The driver reads ten scores a query and looks at the tenth.
        var scores = new float[10 * worstScores.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = worstScores[i / 10];
        VectorSet.Write(set.Prefix + ".gt10.f32", scores);
        return Parse(Output(program, set.Prefix, $"{set.Dimension}", "16", "200"));
    }

    private static bool Compile(string shared, string program)
    {
        var source = Path.Combine(shared, "eval", "vectors", "hnswlib_bench.cpp");
        string[] arguments =
        [
            "-O3",
            "-march=native",
            "-DNDEBUG",
            "-std=c++17",
            source,
            "-o",
            program,
        ];
        try
        {
            Output("g++", arguments);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        return File.Exists(program);
    }

    private static string Output(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static VectorPeer Parse(string output)
    {
        var rates = RateLine()
            .Matches(output)
            .ToDictionary(match => Number(match, 1), match => Number(match, 2));
        var head = HeadLine().Match(output);
        if (!head.Success)
            throw new InvalidDataException($"hnswlib's driver printed: {output}");
        return new VectorPeer(
            "hnswlib M 16, ef_construction 200",
            rates,
            Number(head, 1),
            Number(head, 2)
        );
    }

    private static double Number(Match match, int group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"@([\d.]+) ([\d.]+) qps", RegexOptions.None, 1000)]
    private static partial Regex RateLine();

    [GeneratedRegex(@"build=([\d.]+)s mem=([\d.]+)MB", RegexOptions.None, 1000)]
    private static partial Regex HeadLine();
}
