using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Catalog;
using Motif.Storage;

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

    private static void DisposeAtOnce(ServiceProvider provider) => provider.Dispose();

    private ServiceProvider NewProvider()
    {
        var services = new ServiceCollection();
        services.AddMotif().UseSqlite(Path.Combine(_folder.FullName, "motif.db"));
        return services.BuildServiceProvider();
    }
}
