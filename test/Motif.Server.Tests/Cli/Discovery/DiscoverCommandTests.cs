using System.Text.Json;

namespace Motif.Server.Tests.Cli.Discovery;

public sealed class DiscoverCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Items_become_neighbourhoods_findings_and_answers()
    {
        (await MotifAsync("discover", "status")).ExitCode.ShouldBe(2);
        var imported = await CommandRun.In(
            _folder.Path,
            DiscoveryItems.Lines(),
            ["items", "import", "-", "--json"]
        );
        imported.ExitCode.ShouldBe(0, imported.Errors);
        JsonElement.Parse(imported.Output).GetProperty("added").GetInt32().ShouldBe(1200);

        var run = await MotifAsync(
            "discover",
            "run",
            "--word-list",
            "tricks=secret, trick*",
            "--word-list",
            "tyres=TYRE"
        );
        var status = JsonElement.Parse((await MotifAsync("discover", "status", "--json")).Output);
        var findings = JsonElement.Parse(
            (await MotifAsync("discover", "findings", "--json")).Output
        );
        var tree = await MotifAsync("discover", "clusters");
        var why = await MotifAsync("discover", "why-not", "bread");
        var listed = await MotifAsync("discover", "why-not", "words:tyres", "--json");
        var course = await MotifAsync("discover", "over-time", "secret", "--period", "quarter");

        var trends = await MotifAsync("discover", "trends", "--level", "meso");
        var selection = await MotifAsync("discover", "selection", "--where", "channel=channel 1");
        var empty = await MotifAsync("discover", "selection");
        var match = await MotifAsync("discover", "match", "secret oven");

        trends.Output.ShouldContain("+", Case.Sensitive, trends.Errors);
        selection.Output.ShouldContain("exploratory", Case.Sensitive, selection.Errors);
        empty.ExitCode.ShouldBe(2);
        var advice = await MotifAsync("discover", "recommend", "bread");

        match.Output.ShouldContain("phrase:secret in ", Case.Sensitive, match.Errors);
        match.Output.ShouldContain("expected");
        advice.Output.ShouldContain("say \"secret\" with bread", Case.Sensitive, advice.Errors);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("confirmed by later items");
        status.GetProperty("state").GetString().ShouldBe("finished");
        var planted = findings
            .GetProperty("items")
            .EnumerateArray()
            .First(f => f.GetProperty("feature").GetString() == "phrase:secret");
        planted.GetProperty("state").GetString().ShouldBe("confirmed");
        planted.GetProperty("multiplier").GetDouble().ShouldBe(2, 0.4);
        var lists = status.GetProperty("request").GetProperty("word_lists");
        lists
            .GetProperty("tricks")
            .EnumerateArray()
            .Select(w => w.GetString())
            .ShouldBe(["secret", "trick*"]);
        JsonElement
            .Parse(listed.Output)
            .GetProperty("carriers")
            .GetInt32()
            .ShouldBe(DiscoveryItems.Lines().Split('\n').Count(l => l.Contains("tyre")));
        tree.Output.ShouldContain("(1200)");
        why.Output.ShouldContain("is no confirmed finding");
        why.Output.ShouldContain("inside channel and time");
        course.Output.ShouldContain("over all; ", Case.Sensitive, course.Errors);
    }

    [Fact]
    public async Task Bad_rows_are_told_and_end_with_1_and_wrong_usage_with_2()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "items.csv"),
            "id,text,views\na,first,1\nb,second,many\n"
        );
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "bad.csv"), "name,text\na,b\n");

        var rows = await MotifAsync("items", "import", "items.csv");
        var header = await MotifAsync("items", "import", "bad.csv");
        var clear = await MotifAsync("items", "clear");
        var shape = await MotifAsync("discover", "run", "--macro", "9", "--meso", "3");

        rows.ExitCode.ShouldBe(1);
        rows.Errors.ShouldContain("line 3: views");
        rows.Output.ShouldContain("1 added");
        header.ExitCode.ShouldBe(2);
        header.Errors.ShouldContain("no column id");
        clear.ExitCode.ShouldBe(2);
        shape.ExitCode.ShouldBe(2);
        shape.Errors.ShouldContain("hierarchy.macro_clusters");
    }

    [Theory]
    [InlineData("write NAME=WORD,WORD", "prices")]
    [InlineData("write NAME=WORD,WORD", "=cheap")]
    [InlineData("word_lists", " =cheap")]
    [InlineData("no letter stands before", "prices=cheap,*")]
    [InlineData("given twice", "prices=cheap", "prices=free")]
    public async Task A_list_that_is_none_is_told_before_anything_begins(
        string reason,
        params string[] lists
    )
    {
        var refused = await MotifAsync([
            "discover",
            "run",
            .. lists.SelectMany(l => new[] { "--word-list", l }),
        ]);

        refused.ExitCode.ShouldBe(2, refused.Output);
        refused.Errors.ShouldContain(reason);
        (await MotifAsync("discover", "status")).ExitCode.ShouldBe(2);
    }

    private Task<CommandRun> MotifAsync(params string[] arguments) =>
        CommandRun.In(_folder.Path, arguments);
}
