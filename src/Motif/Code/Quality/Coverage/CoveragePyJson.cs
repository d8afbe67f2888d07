using System.Text.Json;

namespace Motif.Code.Quality.Coverage;

/// <summary>The JSON report of coverage.py: <c>{"files": {path: {"executed_lines", "missing_lines", "missing_branches" …}}}</c>.</summary>
internal static class CoveragePyJson
{
    public static void Read(string file, string text, CoverageReport report)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var isReport =
                document.RootElement.TryGetProperty("files", out var files)
                && files.ValueKind is JsonValueKind.Object;
            if (!isReport)
                throw new CoverageFormatException(file, "the JSON has no object 'files'");
            foreach (var entry in files.EnumerateObject())
                Read(entry.Value, report.File(entry.Name));
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new CoverageFormatException(file, exception.Message, exception);
        }
    }

    private static void Read(JsonElement file, LineCoverage coverage)
    {
        foreach (var line in Lines(file, "executed_lines"))
            coverage.Line(line, ran: true);
        foreach (var line in Lines(file, "missing_lines"))
            coverage.Line(line, ran: false);
        var branches = new Dictionary<int, (int Taken, int All)>();
        foreach (var line in BranchLines(file, "executed_branches"))
            branches[line] = Plus(branches.GetValueOrDefault(line), taken: 1);
        foreach (var line in BranchLines(file, "missing_branches"))
            branches[line] = Plus(branches.GetValueOrDefault(line), taken: 0);
        foreach (var (line, (taken, all)) in branches)
            coverage.Branches(line, taken, all);
    }

    private static (int Taken, int All) Plus((int Taken, int All) branch, int taken) =>
        (branch.Taken + taken, branch.All + 1);

    private static IEnumerable<int> Lines(JsonElement file, string name) =>
        file.TryGetProperty(name, out var lines)
            ? lines.EnumerateArray().Select(l => l.GetInt32())
            : [];

    /// <summary>A branch is [from, to]; a negative number is the exit of a scope.</summary>
    private static IEnumerable<int> BranchLines(JsonElement file, string name) =>
        file.TryGetProperty(name, out var branches)
            ? branches.EnumerateArray().Select(b => Math.Abs(b[0].GetInt32()))
            : [];
}
