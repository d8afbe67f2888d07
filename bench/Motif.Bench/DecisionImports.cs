using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Importing;
using Motif.Decisions.Replay;
using Motif.Numerics;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Imports of files of made-up conversations, a turn a line, questions of BANKING77 with an answer for each intent and every
/// third answer written for one occasion, into an SQLite file. <c>--conversations N,N --report FILE</c>; memory is the greatest
/// that was seen while it ran.
/// </summary>
internal static class DecisionImports
{
    /// <summary>How many conversations go on at the same time in the file: their turns stand between those of others.</summary>
    private const int AtOnce = 50;

    public static async Task<int> RunAsync(string[] args)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("decision-imports: skipped, no shared data");
            return 0;
        }
        var sizes = args.Contains("--smoke")
            ? "200"
            : Text(args, "--conversations") ?? "10000,50000,100000,200000";
        await using var log = File.OpenRead(
            Path.Combine(shared, "data", "streams", "banking.jsonl.gz")
        );
        var rows = await ReplayRow.ReadAsync(log, default);
        var report = new StringBuilder(
            "| conversations | file MB | s | conversations a second | again s | peak managed MB | peak resident MB | candidates | database MB |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        );
        foreach (var size in sizes.Split(','))
            await MeasureAsync(rows, int.Parse(size, CultureInfo.InvariantCulture), report);
        Console.Write(report);
        if (Text(args, "--report") is { } path)
            await File.WriteAllTextAsync(path, report.ToString());
        return 0;
    }

    private static async Task MeasureAsync(
        IReadOnlyList<ReplayRow> rows,
        int conversations,
        StringBuilder report
    )
    {
        var folder = Directory.CreateTempSubdirectory("motif-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "past.jsonl");
            await WriteAsync(file, rows, conversations);
            await using var server = await OpenAsync(Path.Combine(folder.FullName, "motif.db"));
            GC.Collect();
            using var peak = new MemoryPeak();
            var watch = Stopwatch.StartNew();
            var record = await ImportAsync(server, file);
            var seconds = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var again = await ImportAsync(server, file);
            if (record.Conversations != conversations || again.KnownPairs != record.Pairs)
                throw new InvalidOperationException("the import lost or doubled something");
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {conversations} | {new FileInfo(file).Length >> 20} | {seconds:0} | {conversations / seconds:0} | {watch.Elapsed.TotalSeconds:0} | {peak.Managed >> 20} | {peak.Resident >> 20} | {record.Candidates.Count} | {folder.EnumerateFiles("motif.db*").Sum(f => f.Length) >> 20} |"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ImportRecord> ImportAsync(ServiceProvider server, string file)
    {
        await using var source = File.OpenRead(file);
        var imported = await server
            .GetRequiredService<ConversationImport>()
            .ImportAsync(
                source,
                "past",
                new Actor("bench", IsAdministrator: true, Rights: ApiRights.Teach),
                null,
                default
            );
        return imported.Value ?? throw new InvalidOperationException(imported.Problem!.OneLine);
    }

    private static async Task WriteAsync(
        string path,
        IReadOnlyList<ReplayRow> rows,
        int conversations
    )
    {
        await using var file = new StreamWriter(path);
        var random = SeededRandom.Of("decisions", "import");
        var begin = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var first = 0; first < conversations; first += AtOnce)
        {
            var end = Math.Min(first + AtOnce, conversations);
            for (var i = first; i < end; i++)
                await file.WriteLineAsync(
                    Line(i, "customer", rows[i % rows.Count].Text, begin.AddMinutes(i))
                );
            for (var i = first; i < end; i++)
                await file.WriteLineAsync(
                    Line(i, "operator", Reply(rows, i, random), begin.AddMinutes(i + 3))
                );
        }
    }

    private static string Reply(IReadOnlyList<ReplayRow> rows, int i, SeededRandom random)
    {
        var row = rows[i % rows.Count];
        var words = row.Act.Replace('_', ' ');
        if (i % 3 != 0)
            return $"Hi there, about {words} please open our page on {words}, it takes {random.NextBelow(90)} minutes.";
        var other = rows[random.NextBelow(rows.Count)].Text;
        return $"{other} {rows[random.NextBelow(rows.Count)].Text}";
    }

    private static string Line(int conversation, string role, string text, DateTimeOffset at) =>
        new System.Text.Json.Nodes.JsonObject
        {
            ["conversation_id"] = FormattableString.Invariant($"past {conversation}"),
            ["role"] = role,
            ["text"] = text,
            ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
        }.ToJsonString();

    private static async Task<ServiceProvider> OpenAsync(string database)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(database);
        var server = services.BuildServiceProvider();
        await server.GetRequiredService<IMotifDatabase>().MigrateAsync(default);
        return server;
    }

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The greatest memory since it was made, looked at twenty times a second.</summary>
    private sealed class MemoryPeak : IDisposable
    {
        private readonly Timer _timer;

        public MemoryPeak() => _timer = new Timer(_ => Look(), null, 0, 50);

        public long Managed { get; private set; }

        public long Resident { get; private set; }

        public void Dispose() => _timer.Dispose();

        private void Look()
        {
            Managed = Math.Max(Managed, GC.GetTotalMemory(forceFullCollection: false));
            Resident = Math.Max(Resident, Environment.WorkingSet);
        }
    }
}
