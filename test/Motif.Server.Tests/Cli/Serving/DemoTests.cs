namespace Motif.Server.Tests.Cli.Serving;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Category", "Slow")]
    public async Task The_demo_scans_its_own_source_and_prints_patterns_with_their_measures()
    {
        var run = await CommandRun.In(_folder.Path, "demo", "--no-serve");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("units");
        run.Output.ShouldContain("Quality");
        run.Output.ShouldNotContain(".cs │");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }
}
