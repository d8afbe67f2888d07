using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Storage;
using Motif.Tests.Shared;

namespace Motif.Bench;

/// <summary>
/// How long lists, filters, pages, searches and ledger entries take on a catalogue of 100,000 patterns and 1,000,000
/// uses, on SQLite and on PostgreSQL. Options: --smoke (1,000 and 5,000), --database sqlite|postgresql (one of both),
/// --uses COUNT, --only TEXT (operations whose name has it), --report FILE.
/// </summary>
internal static class CatalogueQueries
{
    public static async Task<int> RunAsync(string[] args)
    {
        var isSmoke = args.Contains("--smoke");
        var size = isSmoke ? new CatalogueSize(1_000, 5_000, 20) : new(100_000, 1_000_000, 300);
        if (ValueOf(args, "--uses") is { } uses)
            size = size with { Uses = int.Parse(uses, CultureInfo.InvariantCulture) };
        var only = ValueOf(args, "--only") ?? "";
        var report = new StringBuilder();
        var database = ValueOf(args, "--database");
        if (database is null or "sqlite")
            await MeasureSqliteAsync(size, only, report);
        if (database is null or "postgresql")
            await MeasurePostgresAsync(size, only, report);
        Console.WriteLine(report);
        if (ValueOf(args, "--report") is { } file)
            await File.WriteAllTextAsync(file, Heading(size) + report);
        return 0;
    }

    private static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at ? args[at + 1] : null;

    private static async Task MeasureSqliteAsync(
        CatalogueSize size,
        string only,
        StringBuilder report
    )
    {
        var folder = Directory.CreateTempSubdirectory("motif-bench-").FullName;
        try
        {
            await MeasureAsync(Path.Combine(folder, "motif.db"), size, only, report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasurePostgresAsync(
        CatalogueSize size,
        string only,
        StringBuilder report
    )
    {
        if (PostgresServer.SkipReason is { } reason)
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"PostgreSQL was not measured: {reason}."
            );
            return;
        }
        PostgresServer.IsDurable = true;
        var url = await PostgresServer.CreateDatabaseAsync();
        try
        {
            await MeasureAsync(url, size, only, report);
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(url);
        }
    }

    private static async Task MeasureAsync(
        string setting,
        CatalogueSize size,
        string only,
        StringBuilder report
    )
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(setting);
        await using var server = services.BuildServiceProvider();
        var load = await CatalogueLoad.RunAsync(server, size);
        if (setting.StartsWith("postgresql", StringComparison.Ordinal))
            // What autovacuum does within a minute of such a load.
            await PostgresServer.ExecuteAsync(setting, "VACUUM ANALYZE");
        var status = await server
            .GetRequiredService<IMotifDatabase>()
            .StatusAsync(CancellationToken.None);
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            ## {status.System}

            Loaded {size.Patterns:N0} patterns in {load.Patterns.TotalSeconds:F1} s and {size.Uses:N0} uses in {load.Uses.TotalSeconds:F1} s; {status.SizeBytes
                / 1048576} MiB.

            | operation | p50 ms | p95 ms | p99 ms | max ms |
            |---|---:|---:|---:|---:|
            """
        );
        foreach (var (name, run) in CatalogueOperations.All(server, size))
        {
            if (!name.Contains(only, StringComparison.Ordinal))
                continue;
            var (times, rounds) = (new List<double>(), size.Rounds);
            for (var i = -5; i < rounds; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await run(i);
                if (i >= 0)
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            report.AppendLine(Row(name, times));
        }
        report.AppendLine();
    }

    private static string Row(string name, List<double> times)
    {
        times.Sort();
        double At(double share) => times[(int)Math.Ceiling(share * times.Count) - 1];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {At(.5):F2} | {At(.95):F2} | {At(.99):F2} | {times[^1]:F2} |"
        );
    }

    private static string Heading(CatalogueSize size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # The catalogue's queries

            `dotnet run -c Release --project bench/Motif.Bench -- catalogue --report bench/results/catalogue.md`

            {size.Patterns:N0} patterns of five kinds and 40 types with Zipf-distributed words and tags, {size.Uses:N0} uses. Each operation ran {size.Rounds} times with other parameters each time, one after another, in the process of the store; {Environment.ProcessorCount} cores, .NET {Environment.Version}. PostgreSQL runs on the same machine with its default settings (fsync on) after VACUUM ANALYZE. Goal: lists, filters and pages under 20 ms at p99, counts under 50 ms.


            """
        );
}

/// <param name="Rounds">How often each operation is measured.</param>
internal sealed record CatalogueSize(int Patterns, int Uses, int Rounds);
