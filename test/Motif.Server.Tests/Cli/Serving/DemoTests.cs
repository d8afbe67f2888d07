namespace Motif.Server.Tests.Cli.Serving;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Category", "Slow")]
    public async Task The_demo_shows_every_capability_and_leaves_nothing_behind()
    {
        var run = await CommandRun.In(_folder.Path, "demo", "--no-serve");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("units");
        run.Output.ShouldContain("Quality");
        run.Output.ShouldContain("24 made-up channels");
        run.Output.ShouldContain("phrase:notes");
        run.Output.ShouldContain("single-channel");
        run.Output.ShouldNotContain(".cs │");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }
}
