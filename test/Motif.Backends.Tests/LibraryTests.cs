using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Catalog;
using Motif.Matching;
using Motif.Matching.Requests;
using Motif.Matching.Starter;
using Motif.Storage;
using Motif.Tests;

namespace Motif.Backends.Tests;

/// <summary>Motif inside another program, as docs/library.md shows it.</summary>
public sealed class LibraryTests : IDisposable
{
    private static CancellationToken Forever => CancellationToken.None;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motif-library-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_of_the_provider_appends_what_waits(bool isAsync)
    {
        var pattern = Sample.Pattern("seen");
        var provider = NewProvider();
        await provider.GetRequiredService<IMotifDatabase>().MigrateAsync(Forever);
        await provider
            .GetRequiredService<IPatternStore>()
            .SaveAsync([Sample.Insert(pattern)], Forever);
        var exposures = provider.GetRequiredService<ExposureQueue>();
        exposures.TryAdd(Sample.Use(pattern.PatternId, 1, UseAction.Exposed, "key")).ShouldBeTrue();

        if (isAsync)
            await provider.DisposeAsync();
        else
            DisposeAtOnce(provider);

        await using var again = NewProvider();
        var stored = await again
            .GetRequiredService<IPatternStore>()
            .FindAsync(pattern.PatternId, Forever);
        stored!.Usage.Exposures.ShouldBe(1);
    }

    [Fact]
    public async Task The_program_of_the_guide_runs()
    {
        var path = Path.Combine(_folder.FullName, "guide.db");
        var cancellationToken = Forever;

        var services = new ServiceCollection();
        services.AddMotif().UseSqlite(path);
        await using var motif = services.BuildServiceProvider();
        await motif.GetRequiredService<IMotifDatabase>().MigrateAsync(cancellationToken);

        var catalogue = motif.GetRequiredService<Catalogue>();
        var me = new Actor("my program", IsAdministrator: true);
        await StarterCatalogue.AddAsync(catalogue, me, cancellationToken);

        var matcher = motif.GetRequiredService<PatternMatcher>();
        var request = new MatchRequest { Intent = "keep working while a dependency is down" };
        var answer = await matcher.MatchAsync(request, cancellationToken);
        var best = answer.MatchedPatterns[0];
        Console.WriteLine($"{best.ConfidenceScore:0.00} {best.Name}");

        var ledger = motif.GetRequiredService<Ledger>();
        var outcome = new OutcomeDraft(UseOutcome.Success, Actor: me.Name, MatchId: answer.MatchId);
        await ledger.ReportAsync(best.PatternId, outcome, cancellationToken);

        best.Name.ShouldContain("Circuit breaker");
        var used = await catalogue.FindAsync(best.PatternId, cancellationToken);
        used!.Success.Successes.ShouldBe(1);
    }

    [Fact]
    public void The_guide_shows_the_program_that_runs()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "library.md"));
        var test = File.ReadAllText(
            Path.Combine(Repository.Root, "test", "Motif.Backends.Tests", "LibraryTests.cs")
        );

        var program = guide.Split("```csharp\n")[1].Split("```")[0];

        Unindented(test).ShouldContain(Unindented(program));
    }

    private static string Unindented(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static void DisposeAtOnce(ServiceProvider provider) => provider.Dispose();

    private ServiceProvider NewProvider()
    {
        var services = new ServiceCollection();
        services.AddMotif().UseSqlite(Path.Combine(_folder.FullName, "motif.db"));
        return services.BuildServiceProvider();
    }
}
