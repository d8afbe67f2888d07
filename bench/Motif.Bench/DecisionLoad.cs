using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Replay;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Messages through the whole engine on an SQLite file, several at once: read, matched, decided in shadow, kept and audited. The
/// words are those of BANKING77, of which the first 2,000 are labelled decisions. <c>--messages N --at-once N --report FILE</c>.
/// </summary>
internal static class DecisionLoad
{
    private const int Labels = 2_000;
    private const int Steps = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("decision-load: skipped, no shared data");
            return 0;
        }
        var isSmoke = args.Contains("--smoke");
        var messages = Option(args, "--messages", isSmoke ? 100 : 100_000);
        var atOnce = Option(args, "--at-once", 4);
        await using var file = File.OpenRead(
            Path.Combine(shared, "data", "streams", "banking.jsonl.gz")
        );
        var rows = await ReplayRow.ReadAsync(file, default);
        var folder = Directory.CreateTempSubdirectory("motif-load-");
        try
        {
            await using var server = await OpenAsync(
                Path.Combine(folder.FullName, "motif.db"),
                rows
            );
            var report = new StringBuilder(
                "| messages | a second | p50 ms | p99 ms | managed MB after a collection | resident MB | database MB |\n|---:|---:|---:|---:|---:|---:|---:|\n"
            );
            for (var step = 0; step < Steps; step++)
                await StepAsync(
                    report,
                    server,
                    rows,
                    (step * messages / Steps, (step + 1) * messages / Steps),
                    atOnce,
                    folder
                );
            if (Text(args, "--report") is { } path)
                await File.WriteAllTextAsync(path, report.ToString());
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task StepAsync(
        StringBuilder report,
        ServiceProvider server,
        IReadOnlyList<ReplayRow> rows,
        (int From, int To) part,
        int atOnce,
        DirectoryInfo folder
    )
    {
        var engine = server.GetRequiredService<DecisionEngine>();
        var times = new double[part.To - part.From];
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(part.From, times.Length),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (number, cancellationToken) =>
            {
                var begin = Stopwatch.GetTimestamp();
                var answer = await engine.ProcessAsync(Message(rows, number), cancellationToken);
                if (answer.Value?.Decision is null)
                    throw new InvalidOperationException(
                        answer.Problem?.OneLine ?? answer.Value?.Reason
                    );
                times[number - part.From] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
        );
        var rate = times.Length / watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {part.To} | {rate:0} | {times[times.Length / 2]:0.0} | {times[times.Length * 99 / 100]:0.0} | {GC.GetTotalMemory(forceFullCollection: true) >> 20} | {Environment.WorkingSet >> 20} | {folder.EnumerateFiles().Sum(f => f.Length) >> 20} |"
        );
        report.AppendLine(line);
        Console.WriteLine(line);
    }

    private static InboundMessage Message(IReadOnlyList<ReplayRow> rows, int number) =>
        new()
        {
            MessageId = FormattableString.Invariant($"load {number}"),
            ConversationId = FormattableString.Invariant($"load {number}"),
            Channel = "chat",
            Text = rows[Labels + (number % (rows.Count - Labels))].Text,
        };

    /// <summary>A server on a new database with a pattern for every intent and the first rows as labels.</summary>
    private static async Task<ServiceProvider> OpenAsync(
        string database,
        IReadOnlyList<ReplayRow> rows
    )
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(database);
        var server = services.BuildServiceProvider();
        await server.GetRequiredService<IMotifDatabase>().MigrateAsync(default);
        var actor = new Actor("bench", IsAdministrator: true, Rights: ApiRights.Teach);
        var config = await server
            .GetRequiredService<DecisionConfig>()
            .ConfigureAsync(new DecisionOverrides { Enabled = true }, null, actor, default);
        if (config.Problem is { } problem)
            throw new InvalidOperationException(problem.OneLine);
        var patterns = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var act in rows.Select(r => r.Act).Distinct(StringComparer.Ordinal))
        {
            var created = await server
                .GetRequiredService<DecisionPatterns>()
                .CreateAsync(
                    new DecisionPatternDraft
                    {
                        Name = act,
                        AllowSimilar = true,
                        Reply = new ReplyBody { Template = $"The answer about {act}." },
                    },
                    actor,
                    default
                );
            patterns[act] =
                created.Value?.PatternId
                ?? throw new InvalidOperationException(created.Problem!.OneLine);
        }
        await TeachAsync(server, rows, patterns);
        return server;
    }

    private static Task<bool> TeachAsync(
        ServiceProvider server,
        IReadOnlyList<ReplayRow> rows,
        Dictionary<string, Guid> patterns
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        return server
            .GetRequiredService<IDecisionStore>()
            .ChangeAsync(
                new DecisionScope(),
                ledger =>
                {
                    foreach (var (number, row) in rows.Take(Labels).Index())
                        ledger.Add(
                            new StoredLesson(
                                PatternId.For(
                                    PatternKind.Decision,
                                    FormattableString.Invariant($"load {number}")
                                ),
                                patterns[row.Act].ToString("D"),
                                row.Text,
                                [],
                                null,
                                RiskClass.R0,
                                1,
                                now,
                                "bench",
                                null,
                                null
                            )
                        );
                    return true;
                },
                default
            );
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Text(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
