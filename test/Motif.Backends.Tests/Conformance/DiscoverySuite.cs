using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What the suites of discovery start with: a corpus in which a phrase was planted.</summary>
public abstract class DiscoverySuite(TestBackend backend) : StorageConformance(backend)
{
    protected const int Channels = 20;
    protected const int ItemsOfChannel = 80;
    private static readonly string[] Subjects =
    [
        "sourdough bread oven yeast flour",
        "bicycle chain tyre gear brake",
        "telescope planet comet galaxy moon",
        "guitar chord string melody song",
    ];

    protected IDiscoveryStore Store => Server.GetRequiredService<IDiscoveryStore>();

    protected DiscoveryRuns Runs => Server.GetRequiredService<DiscoveryRuns>();

    /// <summary>Titles on four subjects, of which some have a phrase that doubles the outcome.</summary>
    protected static string[] Lines()
    {
        var lines = new List<string>();
        var noise = new Random(11);
        for (var channel = 0; channel < Channels; channel++)
        for (var i = 0; i < ItemsOfChannel; i++)
        {
            var words = Subjects[noise.Next(Subjects.Length)].Split(' ');
            var planted = noise.Next(6) == 0;
            var log = (0.5 * (noise.NextDouble() + noise.NextDouble() - 1)) + (planted ? 0.7 : 0);
            lines.Add(
                JsonSerializer.Serialize(
                    new
                    {
                        id = string.Create(CultureInfo.InvariantCulture, $"{channel:00}-{i:000}"),
                        text = $"{(planted ? "secret trick " : "")}{words[noise.Next(5)]} and {words[noise.Next(5)]} with {words[noise.Next(5)]} {channel}n{i}",
                        channel = $"channel {channel}",
                        published_at = Sample.Start.AddHours(-7 * (ItemsOfChannel - i)),
                        performance_ratio = Math.Exp(log),
                    }
                )
            );
        }
        return [.. lines];
    }

    protected async Task ImportAsync(string[] lines, ServiceProvider? server = null)
    {
        var import = (server ?? Server).GetRequiredService<ItemImport>();
        var report = await import.ImportAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))),
            Forever
        );
        report.Refused.ShouldBe(0, report.Reasons is [var first, ..] ? first.Reason : null);
    }

    protected async Task<DiscoveryRun> RunAsync(StartRun request, ServiceProvider? server = null)
    {
        var runs = (server ?? Server).GetRequiredService<DiscoveryRuns>();
        var started = await runs.StartAsync(request, Forever);
        return await runs.WorkAsync(started.Value!, null, Forever);
    }
}
