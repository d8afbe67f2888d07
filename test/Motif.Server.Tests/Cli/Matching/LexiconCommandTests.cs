using System.Text.Json;
using Motif.Embeddings;

namespace Motif.Server.Tests.Cli.Matching;

public sealed class LexiconCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_training_gives_the_same_file_again_and_its_vectors_a_name_of_their_own()
    {
        File.WriteAllLines(
            Path.Combine(_folder.Path, "sections.jsonl"),
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    $$"""{"t": "page {{i % 8}}", "h": "retry number {{i}}", "b": "Repeat the call after a pause of {{i}} seconds, and count the attempts in a metric. Give up after a deadline."}"""
                )
        );
        foreach (var seed in (string[])["7", "7", "8"])
        {
            var run = await MotifAsync([
                "lexicon",
                "train",
                "sections.jsonl",
                "--out",
                $"{Directory.GetFiles(_folder.Path).Length}.lexicon",
                "--dimensions",
                "8",
                "--steps",
                "4",
                "--seed",
                seed,
            ]);
            run.ExitCode.ShouldBe(0, run.Errors);
            run.Output.ShouldContain("lexicon-");
        }

        var (first, again, other) = (Bytes(1), Bytes(2), Bytes(3));
        again.ShouldBe(first);
        other.ShouldNotBe(first);
        Name(other).ShouldNotBe(Name(first));
        Name(first).ShouldNotBe(Lexicon.Default.Name);

        byte[] Bytes(int number) =>
            File.ReadAllBytes(Path.Combine(_folder.Path, $"{number}.lexicon"));
        string Name(byte[] file) => LexiconFile.Read(new MemoryStream(file)).Name;
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
