using System.Text.Json;

namespace Motif.Server.Tests.Cli;

public sealed class LexiconCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Vectors_tuned_on_the_catalogue_rank_the_next_match_until_they_are_reset()
    {
        (await MotifAsync("patterns", "starter")).ExitCode.ShouldBe(0);
        (await ModelAsync()).ShouldNotContain("tuned");

        var tuned = await MotifAsync("lexicon", "tune", "--json");

        tuned.ExitCode.ShouldBe(0, tuned.Errors);
        JsonElement.Parse(tuned.Output).GetProperty("promoted").GetBoolean().ShouldBeTrue();
        (await ModelAsync()).ShouldContain("tuned");
        (await MotifAsync("lexicon", "tune", "--reset")).ExitCode.ShouldBe(0);
        (await ModelAsync()).ShouldNotContain("tuned");
    }

    private Task<CommandRun> MotifAsync(params string[] arguments) =>
        CommandRun.In(_folder.Path, arguments);

    private async Task<string> ModelAsync()
    {
        var run = await MotifAsync("match", "retry a flaky service", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonElement
            .Parse(run.Output)
            .GetProperty("query_metadata")
            .GetProperty("embedding_model")
            .GetString()!;
    }
}
