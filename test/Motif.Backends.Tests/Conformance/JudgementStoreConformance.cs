using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Code;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IJudgementStore"/> does this.</summary>
public abstract class JudgementStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private readonly Pattern retry = Sample.Pattern("retry", PatternKind.Code);

    private IJudgementStore Judgements => Server.GetRequiredService<IJudgementStore>();

    [ConformanceFact]
    public async Task A_place_that_is_called_wrong_is_none_until_that_is_taken_back()
    {
        await ScanAsync(Found("a", 3), Found("b", 9), Found("c", 20));
        var mark = Mark("b");
        (await Judgements.SaveAsync(null, [mark], [], Forever)).ShouldBeEmpty();

        (await Judgements.OfAsync(retry.PatternId, Forever)).ShouldBe([mark]);
        (await NamesAsync()).ShouldBe(["a", "c"]);
        (await Code.OccurrencesInAsync("one", Forever)).Count.ShouldBe(2);
        (await Code.OccurrencesAtAsync(retry.PatternId, "one", "a.py", Forever)).Count.ShouldBe(2);
        (await Judgements.PlacesAsync(retry.PatternId, Forever)).Count.ShouldBe(3);
        (await Code.WrongAsync("one", Forever)).ShouldBe([mark.Place()]);
        (await Code.WrongAsync("two", Forever)).ShouldBeEmpty();

        await Judgements.SaveAsync(null, [], [mark], Forever);
        (await NamesAsync()).ShouldBe(["a", "b", "c"]);
        (await Judgements.OfAsync(retry.PatternId, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_mark_stays_over_scans_and_moved_lines()
    {
        await ScanAsync(Found("a", 3), Found("b", 9));
        await Judgements.SaveAsync(null, [Mark("b")], [], Forever);
        await ScanAsync(2, [], Found("a", 5), Found("b", 11));
        (await NamesAsync()).ShouldBe(["a"]);
        await ScanAsync(3, []);
        (await Judgements.OfAsync(retry.PatternId, Forever)).ShouldBe([Mark("b")]);
        await ScanAsync(4, [], Found("b", 11));
        (await NamesAsync()).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_rule_is_trusted_less_with_every_place_that_is_wrong()
    {
        await ScanAsync(Found("a", 3), Found("b", 9), Found("c", 20), Found("d", 30, "memoize"));
        (await Judgements.TrustsAsync(Forever)).ShouldBeEmpty();
        await Judgements.SaveAsync(null, [Mark("b")], [], Forever);
        (await Judgements.TrustsAsync(Forever)).ShouldBe([new RuleTrust("retry", 3, 1)]);
        await Judgements.SaveAsync(
            null,
            [Mark("b") with { Reason = "again" }, Mark("gone")],
            [],
            Forever
        );
        (await Judgements.TrustsAsync(Forever)).ShouldBe([new RuleTrust("retry", 4, 2)]);
        (await Judgements.OfAsync(retry.PatternId, Forever))
            .Select(m => m.Reason)
            .ShouldBe(["again", "no loop"]);
    }

    [ConformanceFact]
    public async Task A_mark_and_the_version_that_follows_are_written_together_or_not_at_all()
    {
        await ScanAsync(Found("a", 3));
        var stale = Sample.Update(retry with { Version = 4 });
        (await Judgements.SaveAsync(stale, [Mark("a")], [], Forever)).ShouldBe([retry.PatternId]);
        (await NamesAsync()).ShouldBe(["a"]);

        var next = Sample.Update(retry with { Description = "none left" });
        (await Judgements.SaveAsync(next, [Mark("a")], [], Forever)).ShouldBeEmpty();
        (await Patterns.FindAsync(retry.PatternId, Forever))!.Description.ShouldBe("none left");
        (await NamesAsync()).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await Code.OccurrencesAsync(retry.PatternId, 10, Forever)).Select(o => o.QualifiedName);

    private Task ScanAsync(params Occurrence[] found) => ScanAsync(1, [retry], found);

    private async Task ScanAsync(int scan, Pattern[] patterns, params Occurrence[] found) =>
        (
            await Code.CommitAsync(
                new ScanCommit(
                    new CodeScan(
                        PatternId.For(PatternKind.Code, $"judged {scan}"),
                        "one",
                        "/src/one",
                        ScanState.Finished,
                        Sample.Start.AddMinutes(scan),
                        Sample.Start.AddMinutes(scan),
                        Files: 1,
                        FilesFailed: 0,
                        Lines: 100,
                        Units: 4,
                        found.Length,
                        Patterns: 1,
                        Added: 0,
                        Changed: 0,
                        Retired: 0,
                        Writes: 1,
                        Errors: []
                    ),
                    [.. patterns.Select(Sample.Insert)],
                    [],
                    found,
                    []
                )
                {
                    Place = new TreePlace("here", "/src/one"),
                },
                Forever
            )
        ).ShouldBeEmpty();

    private WrongMark Mark(string name) =>
        new("one", "a.py", name, "retry", retry.PatternId, "tester", "no loop", Sample.Start);

    private Occurrence Found(string name, int line, string rule = "retry") =>
        new(
            "one",
            "a.py",
            line,
            line + 4,
            name,
            rule,
            new Confidence(.75),
            retry.PatternId,
            "python",
            Quality.Unmeasured,
            new Dictionary<string, double>(),
            []
        );
}
