using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Selection;

namespace Motif.Backends.Tests.Conformance;

/// <summary>A server killed in the middle of its decisions breaks no cap, doubles nothing, and loses nothing that it answered.</summary>
public abstract class ContentCrashConformance(TestBackend backend) : ContentConformance(backend)
{
    public const string Verb = "select-until-killed";
    private const int Families = 200;

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task A_killed_server_leaves_whole_decisions_and_retries_double_nothing()
    {
        await Database.MigrateAsync(Forever);
        var answered = new List<string>();
        foreach (var lines in (int[])[20, 45])
        {
            using var server = Start(answered.Count);
            for (var i = 0; i < lines; i++)
                answered.Add((await server.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
            server.Kill();
            await server.WaitForExitAsync();
        }
        using var restarted = TestBackend.Open(Setting);
        var selector = restarted.GetRequiredService<ContentSelector>();
        foreach (var line in answered)
        {
            var (decision, variant) = (line.Split(' ')[0], line.Split(' ')[1]);
            var again = Good(await selector.SelectAsync(Request(decision), Forever));
            again.Repeated.ShouldBeTrue(decision);
            again.Selected[0].VariantId.ShouldBe(variant);
        }
        var posts = await Store.ListPostsAsync(Persona, 10_000, Forever);
        posts.GroupBy(p => p.DecisionId).ShouldAllBe(g => g.Count() == 1);
        posts.GroupBy(p => p.FamilyId).ShouldAllBe(g => g.Count() <= 3);
    }

    /// <summary>Decides without end, eight at once, and says what it decided once it is kept.</summary>
    public static async Task RunAsync(string setting, int first)
    {
        using var server = TestBackend.Open(setting);
        var selector = server.GetRequiredService<ContentSelector>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, int.MaxValue - first),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, cancellationToken) =>
            {
                var decision = $"crash-{first}-{number}";
                var answer = Good(await selector.SelectAsync(Request(decision), cancellationToken));
                Console.WriteLine($"{decision} {answer.Selected[0].VariantId}");
            }
        );
    }

    private static SelectRequest Request(string decision) =>
        new()
        {
            PersonaId = Persona,
            DecisionId = decision,
            Variants =
            [
                .. Enumerable
                    .Range(0, Families)
                    .Select(i => new VariantCandidate
                    {
                        VariantId = $"v{i}",
                        Pattern = $"family {i}",
                    }),
            ],
        };

    private Process Start(int first) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    typeof(ContentCrashConformance).Assembly.Location,
                    Verb,
                    Setting,
                    first.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
}
