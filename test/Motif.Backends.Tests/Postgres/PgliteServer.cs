using System.Diagnostics;
using System.Globalization;

namespace Motif.Backends.Tests.Postgres;

/// <summary>
/// PostgreSQL with pgvector for tests: the one that MOTIF_TEST_PGVECTOR names, else PGlite under node, started once per test
/// run on a free loopback port. It ends with the test process. PGlite takes one connection at a time.
/// </summary>
internal static class PgliteServer
{
    private const string Variable = "MOTIF_TEST_PGVECTOR";

    private static readonly Lazy<Task<string>> Running = new(StartAsync);

    /// <summary>Held: when it is collected, its input closes and the server ends.</summary>
    private static Process? server;

    /// <summary>Why tests that need pgvector are skipped; null when they run. Under CI=true they never are.</summary>
    public static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
        || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
        : Node() is null ? "node is not on PATH, and MOTIF_TEST_PGVECTOR is not set"
        : Directory.Exists(Path.Combine(Folder(), "node_modules")) ? null
        : "test/pglite is not installed (./test.sh or npm ci there), and MOTIF_TEST_PGVECTOR is not set";

    /// <summary>The URL of its database.</summary>
    public static Task<string> UrlAsync() => Running.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var node =
            Node()
            ?? throw new InvalidOperationException(
                $"node is not on PATH, and {Variable} is not set"
            );
        server = Process.Start(
            new ProcessStartInfo(node, ["server.mjs"])
            {
                WorkingDirectory = Folder(),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        );
        var line = await server!.StandardOutput.ReadLineAsync();
        return int.TryParse(line, CultureInfo.InvariantCulture, out var port)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"postgresql://postgres@127.0.0.1:{port}/postgres?sslmode=disable"
            )
            : throw new InvalidOperationException(
                "PGlite did not start; run npm ci in test/pglite"
            );
    }

    private static string? Node() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "node"))
            .FirstOrDefault(File.Exists);

    private static string Folder()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Motif.slnx")))
                return Path.Combine(folder.FullName, "test", "pglite");
        }
        throw new InvalidOperationException($"no Motif.slnx above {AppContext.BaseDirectory}");
    }
}
