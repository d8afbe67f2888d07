using System.Text.Json;
using Motif.Tests;

namespace Motif.Server.Tests.Cli.Usage;

public sealed class UsageImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_manifest_of_the_guide_works_as_it_is_written()
    {
        await MotifAsync(null, "patterns", "starter");

        var run = await MotifAsync(GuidesManifest(), "usage", "import", "-", "--json");

        run.ExitCode.ShouldBe(0, run.Errors);
        var report = JsonElement.Parse(run.Output);
        report.GetProperty("exposures").GetInt32().ShouldBe(2);
        report.GetProperty("uses").GetInt32().ShouldBe(1);
        report.GetProperty("outcomes").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_pattern_that_is_not_there_does_not_take_the_rest_of_its_line_along()
    {
        await MotifAsync(null, "patterns", "starter");
        var manifest = GuidesManifest()
            .Replace("-and-jitter", "-and-nothing", StringComparison.Ordinal);

        var run = await MotifAsync(manifest, "usage", "import", "-", "--json");

        run.ExitCode.ShouldBe(1, run.Errors);
        var report = JsonElement.Parse(run.Output);
        report.GetProperty("exposures").GetInt32().ShouldBe(1);
        report.GetProperty("uses").GetInt32().ShouldBe(1);
        var rejected = report.GetProperty("rejected").EnumerateArray().ShouldHaveSingleItem();
        rejected.GetProperty("line").GetInt32().ShouldBe(1);
        rejected.GetProperty("detail").GetString()!.ShouldContain("-and-nothing");
    }

    private static string GuidesManifest() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "agents.md"))
            .Single(line => line.Contains("manifest_id", StringComparison.Ordinal));

    private Task<CommandRun> MotifAsync(string? input, params string[] arguments) =>
        CommandRun.In(_folder.Path, input, arguments);
}
