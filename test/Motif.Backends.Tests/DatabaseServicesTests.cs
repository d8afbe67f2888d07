using Microsoft.Extensions.DependencyInjection;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;
using Motif.Storage;

namespace Motif.Backends.Tests;

public sealed class DatabaseServicesTests
{
    [Theory]
    [InlineData("motif.db", "sqlite")]
    [InlineData("sqlite:motif.db", "sqlite")]
    [InlineData("  data/motif.db ", "sqlite")]
    [InlineData("postgresql://u:p@h/d", "postgresql")]
    [InlineData("postgres://h", "postgresql")]
    [InlineData("POSTGRESQL://h", "postgresql")]
    public void The_setting_chooses_the_backend(string setting, string system)
    {
        using var server = TestBackend.Open(setting);
        server.GetRequiredService<Relational.RelationalDatabase>().Dialect.System.ShouldBe(system);
    }

    [Theory]
    [InlineData("motif.db", true)]
    [InlineData("postgresql://u:p@h/d", false)]
    public void What_files_say_is_kept_beside_an_SQLite_file(string setting, bool isKept)
    {
        using var server = TestBackend.Open(setting);
        (server.GetService<KeptFacts>() is not null).ShouldBe(isKept);
        server.GetRequiredService<CodeScanner>().ShouldNotBeNull();
    }

    [Fact]
    public void A_URL_of_something_else_is_refused_without_its_secret()
    {
        var refused = Should.Throw<ArgumentException>(() =>
            TestBackend.Open("mysql://root:geheim@localhost/x")
        );
        refused.Message.ShouldContain("mysql://");
        refused.Message.ShouldNotContain("geheim");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so_without_the_secret()
    {
        await using var server = TestBackend.Open(
            "postgresql://motif:geheim@127.0.0.1:1/motif?connect_timeout=2"
        );
        var failed = await Should.ThrowAsync<BackendException>(() =>
            server.GetRequiredService<IMotifDatabase>().PingAsync(CancellationToken.None)
        );
        failed.IsTransient.ShouldBeTrue();
        failed.Message.ShouldContain("127.0.0.1:1/motif cannot be reached");
        failed.ToString().ShouldNotContain("geheim");
    }
}
