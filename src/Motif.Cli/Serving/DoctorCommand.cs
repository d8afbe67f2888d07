using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Motif.Cli.Terminal;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Storage;

namespace Motif.Cli.Serving;

/// <summary><c>motif doctor</c>: looks at everything a user can get wrong and says what to do.</summary>
internal static class DoctorCommand
{
    private const string DashboardEntry = "wwwroot/index.html";

    private enum Finding
    {
        Ok,
        Remark,
        Problem,
    }

    private sealed record Check(string Name, Finding Finding, string Detail);

    public static Command Build()
    {
        var json = CommonOptions.Json();
        var command = new Command(
            "doctor",
            "Check this installation; exit code 1 when something must be mended"
        )
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                List<Check> checks =
                [
                    new(
                        "runtime",
                        Finding.Ok,
                        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors"
                    ),
                    await CheckDatabaseAsync(parsed, cancellationToken),
                    await CheckModelAsync(parsed),
                    await CheckVectorsAsync(parsed, cancellationToken),
                    CheckDashboard(),
                    CheckNode(),
                ];
                if (parsed.GetValue(json))
                    Print.Json(new { Checks = checks });
                else
                    checks.ForEach(c => Print.Line($"{Mark(c.Finding)} {c.Name, -10} {c.Detail}"));
                return checks.Exists(c => c.Finding is Finding.Problem)
                    ? ExitCode.Failed
                    : ExitCode.Ok;
            }
        );
        return command.WithExamples("motif doctor", "motif doctor --json");
    }

    private static async Task<Check> CheckDatabaseAsync(
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var engine = Engine.Create(parsed);
            var status = await engine.Get<IMotifDatabase>().StatusAsync(cancellationToken);
            var where = $"{status.System} at {status.Location}, schema {status.SchemaVersion}";
            return status.Pending.Count == 0
                ? new Check("database", Finding.Ok, where)
                : new Check(
                    "database",
                    Finding.Remark,
                    $"{where}; {status.Pending.Count} migrations pending: motif db migrate"
                );
        }
        catch (BackendException exception)
        {
            return new Check("database", Finding.Problem, exception.Message);
        }
    }

    private static async Task<Check> CheckModelAsync(ParseResult parsed)
    {
        await using var engine = Engine.Create(parsed);
        var model = engine.Get<SentenceModel>();
        model.Check();
        var status = model.Status;
        return status.State is SentenceModelState.Used
            ? new Check("model", Finding.Ok, $"{status.Model} in {status.Folder}")
            : new Check(
                "model",
                status.IsProblem ? Finding.Remark : Finding.Ok,
                status.IsProblem
                    ? $"{WireName.Of(status.State)}, the lexicon answers: {status.Reason}"
                    : status.Reason!
            );
    }

    /// <summary>Asks the model and the index; changes nothing.</summary>
    private static async Task<Check> CheckVectorsAsync(
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var engine = Engine.Create(parsed);
            if (engine.Find<VectorSync>() is not { } sync)
                return new Check("vectors", Finding.Ok, "the offline lexicon, in memory");
            var database = await engine.Get<IMotifDatabase>().StatusAsync(cancellationToken);
            if (database.Pending.Count > 0)
                return new Check(
                    "vectors",
                    Finding.Remark,
                    "not looked at: motif db migrate first"
                );
            await sync.CheckAsync(cancellationToken);
            var status = await sync.StatusAsync(cancellationToken);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{status.Index}, {status.Space ?? status.Building}, {status.Vectors} vectors, {status.Pending} pending (lag {status.LagSeconds:0} s), {status.DeadLetters} refused; circuits: embedding {status.EmbeddingCircuit ?? "none"}, index {status.IndexCircuit ?? "none"}"
            );
            return new Check(
                "vectors",
                status.Pending + status.DeadLetters > 0 || status.Space is null
                    ? Finding.Remark
                    : Finding.Ok,
                status.Pending > 0 || status.Space is null
                    ? $"{text}; a server works it off, or motif vectors sync"
                    : text
            );
        }
        catch (BackendException exception)
        {
            return new Check(
                "vectors",
                Finding.Remark,
                $"{exception.Message}; the offline vectors answer meanwhile"
            );
        }
    }

    private static Check CheckDashboard() =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, DashboardEntry))
            ? new Check("dashboard", Finding.Ok, "built")
            : new Check(
                "dashboard",
                Finding.Remark,
                "not built; install Node 20 or later and build again to get it"
            );

    private static Check CheckNode()
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(f => File.Exists(Path.Combine(f, name)))
            ? new Check("node", Finding.Ok, "found; needed only to build the dashboard")
            : new Check("node", Finding.Remark, "not found; needed only to build the dashboard");
    }

    private static string Mark(Finding finding) =>
        finding switch
        {
            Finding.Ok => "ok     ",
            Finding.Remark => "note   ",
            _ => "PROBLEM",
        };
}
