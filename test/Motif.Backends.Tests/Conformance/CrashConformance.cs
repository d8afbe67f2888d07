using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>A writer killed at any moment loses nothing that it was told is written, and leaves no half of a batch.</summary>
public abstract class CrashConformance(TestBackend backend) : StorageConformance(backend)
{
    private const int BatchSize = 5;

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task A_killed_writer_leaves_whole_batches_and_everything_it_acknowledged()
    {
        await Database.MigrateAsync(Forever);
        var acknowledged = -1;
        foreach (var lines in (int[])[25, 60, 140])
            acknowledged = await KillAfterAsync(lines, acknowledged + 1);

        var last = 0;
        var ids = new List<Guid>();
        for (; ; last++)
        {
            var batch = Batch(last).ConvertAll(p => p.PatternId);
            var found = await Patterns.FindManyAsync(batch, Forever);
            if (found.Count == 0)
                break;
            found.Count.ShouldBe(BatchSize, $"batch {last} is whole");
            ids.AddRange(batch);
        }
        last.ShouldBeGreaterThan(acknowledged);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(ids.Count);
        await LedgerCheck.ShouldAgreeAsync(Server, ids);
        var written = await Patterns.FindManyAsync(
            [.. ids.Take((acknowledged + 1) * BatchSize)],
            Forever
        );
        written.ShouldAllBe(p => p.Usage.Uses == 1);
    }

    /// <summary>
    /// The other process: writes batches from a number on, and says which are written. The first one may be there already
    /// in part: the writer before was killed in it.
    /// </summary>
    internal static async Task WriteAsync(string setting, int first)
    {
        await using var server = TestBackend.Open(setting);
        var store = server.GetRequiredService<IPatternStore>();
        var usage = server.GetRequiredService<IUsageStore>();
        for (var number = first; ; number++)
        {
            var batch = Batch(number);
            await store.SaveAsync([.. batch.Select(Sample.Insert)], Forever);
            await usage.AppendAsync(
                [
                    .. batch.Select(p =>
                        Sample.Use(p.PatternId, 1, key: "once", outcome: UseOutcome.Success)
                    ),
                ],
                Forever
            );
            Console.WriteLine(number);
        }
    }

    private static List<Pattern> Batch(int number) =>
        [
            .. Enumerable
                .Range(0, BatchSize)
                .Select(i => Sample.Pattern($"batch {number} pattern {i}")),
        ];

    /// <returns>The last number that the writer said before it was killed.</returns>
    private async Task<int> KillAfterAsync(int lines, int first)
    {
        using var writer = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    typeof(CrashConformance).Assembly.Location,
                    CrashingWriter.Verb,
                    Setting,
                    first.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var last = first - 1;
        for (var i = 0; i < lines; i++)
        {
            var line = await writer.StandardOutput.ReadLineAsync();
            line.ShouldNotBeNull("the writer ended by itself");
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }
        writer.Kill();
        await writer.WaitForExitAsync();
        return last;
    }
}
