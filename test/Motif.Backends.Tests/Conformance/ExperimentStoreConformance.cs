using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Discovery.Experiments;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IExperimentStore"/> does this, and the experiments that stand on it.</summary>
public abstract class ExperimentStoreConformance(TestBackend backend) : DiscoverySuite(backend)
{
    private static readonly Actor Ann = new("ann", IsAdministrator: true);
    private static readonly ExperimentSetup Setup = new()
    {
        Name = "titles",
        Arms = [new ExperimentArm { Name = "plain" }, new ExperimentArm { Name = "question" }],
        Metrics =
        [
            new ExperimentMetric { Name = "clicked", Kind = MetricKind.Proportion },
            new ExperimentMetric
            {
                Name = "clicks per view",
                Kind = MetricKind.Ratio,
                Outcome = "clicked",
                Denominator = "views",
                Role = MetricRole.Guardrail,
            },
        ],
        ExpectedUnits = 4000,
    };

    private IExperimentStore Experiments => Server.GetRequiredService<IExperimentStore>();

    private ExperimentDesk Desk => Server.GetRequiredService<ExperimentDesk>();

    private UnitImport Import => Server.GetRequiredService<UnitImport>();

    [ConformanceFact]
    public async Task An_experiment_goes_from_draft_to_result_and_its_history_tells_who_and_when()
    {
        var draft = await CreateAsync(Setup);
        (await Desk.ResultAsync(draft.ExperimentId, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.NotAllowed
        );
        await Desk.ChangeAsync(draft.ExperimentId, Setup with { Traffic = 0.5 }, Ann, Forever);
        var running = (await Desk.StartAsync(draft.ExperimentId, Ann, Forever)).Value!;
        (
            await Desk.ChangeAsync(draft.ExperimentId, Setup, Ann, Forever)
        ).Problem!.Detail.ShouldContain("is running");
        (
            await Desk.RaiseTrafficAsync(draft.ExperimentId, 0.4, Ann, Forever)
        ).Problem!.Fields!.ShouldContainKey("traffic");
        await Desk.RaiseTrafficAsync(draft.ExperimentId, 1, Ann, Forever);

        var stopped = (await Desk.StopAsync(draft.ExperimentId, Ann, Forever)).Value!;

        running.State.ShouldBe(ExperimentState.Running);
        stopped.State.ShouldBe(ExperimentState.Stopped);
        stopped.Result!.Units.ShouldBe(0);
        var kept = (await Experiments.FindAsync(draft.ExperimentId, Forever))!;
        kept.History.Select(h => h.Act)
            .ShouldBe(["created", "changed", "started", "raised traffic to 1", "stopped"]);
        kept.History.ShouldAllBe(h => h.Actor == "ann");
        kept.Result.ShouldNotBeNull();
        (await Desk.StopAsync(draft.ExperimentId, Ann, Forever)).Problem.ShouldNotBeNull();
        (await Experiments.ListAsync(ExperimentState.Stopped, 10, Forever))
            .ShouldHaveSingleItem()
            .ExperimentId.ShouldBe(draft.ExperimentId);
        (await Experiments.ListAsync(ExperimentState.Draft, 10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Of_two_changes_of_one_version_one_is_kept()
    {
        var draft = await CreateAsync(Setup);
        var next = draft with { Version = 2, Salt = "one" };

        var kept = await Experiments.ReplaceAsync(next, Forever);
        var late = await Experiments.ReplaceAsync(next with { Salt = "other" }, Forever);

        (kept, late).ShouldBe((true, false));
        (await Experiments.FindAsync(draft.ExperimentId, Forever))!.Salt.ShouldBe("one");
    }

    [ConformanceFact]
    public async Task Bad_lines_are_told_and_what_is_imported_again_counts_once()
    {
        var id = await StartAsync(Setup);
        const string Exposures = """
            {"unit": "a", "arm": "plain", "at": "2026-03-02T10:00:00Z", "os": "android", "age": 30}
            {"unit": "a", "arm": "plain", "at": "2026-03-02T08:00:00Z", "os": "ios"}
            {"unit": "b", "arm": "other", "at": "2026-03-02T10:00:00Z"}
            {"unit": "c", "arm": "plain"}
            {"unit": "", "arm": "plain", "at": "2026-03-02T10:00:00Z"}
            {"unit": "d", "arm": "question", "at": "2026-03-02T10:00:00Z", "deep": {"a": 1}}
            no json
            """;
        const string Outcomes = """
            unit,outcome,at,value
            a,clicked,2026-03-02T11:00:00Z,
            a,views,2026-03-02T11:00:00Z,3
            a,views,2026-03-02T11:00:00Z,4
            a,shares,2026-03-02T11:00:00Z,1
            a,views,2026-03-02T12:00:00Z,many
            a,views

            """;

        var exposed = await ExposeAsync(id, Exposures);
        var again = await ExposeAsync(id, Exposures);
        var came = (await Import.OutcomesAsync(id, Bytes(Outcomes), isCsv: true, Forever)).Value!;

        (exposed.Read, exposed.Added, exposed.Known, exposed.Refused).ShouldBe((7L, 1L, 1L, 5L));
        exposed.Reasons.Select(r => r.Line).ShouldBe([3, 4, 5, 6, 7]);
        exposed.Reasons[0].Reason.ShouldContain("none of plain, question");
        (again.Added, again.Known).ShouldBe((0L, 2L));
        var exposure = (
            await Experiments.ListExposuresAsync(id, null, 10, Forever)
        ).ShouldHaveSingleItem();
        exposure.At.ShouldBe(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        exposure.Attributes["os"].ShouldBe("ios");
        (came.Read, came.Added, came.Known, came.Refused).ShouldBe((6L, 2L, 1L, 3L));
        came.Reasons.Select(r => r.Line).ShouldBe([5, 6, 7]);
        (await Experiments.ListOutcomesAsync(id, null, 10, Forever))
            .Select(o => (o.Name, o.Value))
            .ShouldBe([("clicked", 1), ("views", 4)]);
    }

    [ConformanceFact]
    public async Task Nothing_comes_in_before_the_start_or_after_the_end()
    {
        var draft = await CreateAsync(Setup);
        var id = draft.ExperimentId;
        var line = """{"unit": "a", "arm": "plain", "at": "2026-03-02T10:00:00Z"}""";
        (await Import.ExposuresAsync(id, Bytes(line), false, Forever)).Problem.ShouldNotBeNull();
        await Desk.StartAsync(id, Ann, Forever);
        await Desk.StopAsync(id, Ann, Forever);

        var late = await Import.ExposuresAsync(id, Bytes(line), false, Forever);

        late.Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        (
            await Experiments.AddExposuresAsync(
                id,
                [new Exposure("a", "plain", Sample.Start, new Dictionary<string, string>())],
                Forever
            )
        ).ShouldBeNull();
        (await Desk.ResultAsync(id, Forever)).Value!.Units.ShouldBe(0);
    }

    /// <summary>Pages end between the arms of a unit and between its outcomes; a character beyond U+FFFF is sorted by code point.</summary>
    [ConformanceFact]
    public async Task Units_are_brought_together_with_their_outcomes()
    {
        var id = await StartAsync(Setup);
        string[] units = ["a", "\uFF5E", "😀", "z"];
        var exposures = units.Select(u => new Exposure(
            u,
            u == "z" ? "question" : "plain",
            Sample.Start,
            new Dictionary<string, string>()
        ));
        await Experiments.AddExposuresAsync(id, [.. exposures], Forever);
        await Experiments.AddExposuresAsync(
            id,
            [new Exposure("a", "question", Sample.Start, new Dictionary<string, string>())],
            Forever
        );
        await Experiments.AddOutcomesAsync(
            id,
            [.. units.Select(u => new Outcome(u, "clicked", Sample.Start.AddHours(1), 1))],
            Forever
        );

        var first = await Experiments.ListExposuresAsync(id, null, 2, Forever);
        var rest = await Experiments.ListExposuresAsync(id, first[^1], 10, Forever);
        var result = (await Desk.ResultAsync(id, Forever)).Value!;

        first.Select(e => e.Arm).ShouldBe(["plain", "question"]);
        rest.Select(e => e.Unit).ShouldBe(["z", "\uFF5E", "😀"]);
        (result.Units, result.LeftOut).ShouldBe((3L, 1L));
        result.RatioCheck!.Arms.Select(a => a.Units).ShouldBe([2, 1]);
        result.Decisions.ShouldHaveSingleItem().Metric.ShouldBe("clicked");
        result.Guardrails.ShouldHaveSingleItem().Metric.ShouldBe("clicks per view");
    }

    [ConformanceFact]
    public async Task What_was_shown_stays_when_earlier_days_are_corrected()
    {
        var id = await StartAsync(Setup);
        await Experiments.AddExposuresAsync(id, Exposures(4000), Forever);
        // 5 % click on plain titles, 15 % on questions.
        await Experiments.AddOutcomesAsync(id, Clicks(4000, 20, 7), Forever);

        var shown = (await Desk.ResultAsync(id, Forever)).Value!.Decisions[0];
        var corrected = Clicks(4000, 20, 7).Select(o => o with { Value = 0 });
        await Experiments.AddOutcomesAsync(id, [.. corrected], Forever);
        var later = (await Desk.ResultAsync(id, Forever)).Value!;

        shown.Verdict.ShouldBe(Verdict.Better);
        shown.Interval!.Low.ShouldBeGreaterThan(0);
        later.Decisions[0].Verdict.ShouldBe(Verdict.Better);
        later.Decisions[0].DecidedOn.ShouldBe(shown.DecidedOn);
        later.Decisions[0].Interval.ShouldBeNull();
        later.Remarks.ShouldContain(r => r.Contains("was shown", StringComparison.Ordinal));
    }

    [ConformanceFact]
    public async Task A_sound_result_is_experimental_evidence_and_one_with_lost_units_is_none()
    {
        await ImportAsync(Lines());
        await RunAsync(new StartRun());
        var findings = await Store.ListFindingsAsync(Forever);
        var planted = findings.First(f => f.Feature == "phrase:secret trick");
        var tried = Setup with { Feature = planted.Feature, ClusterId = planted.ClusterId };
        var lost = await StartAsync(tried);
        await Experiments.AddExposuresAsync(
            lost,
            [.. Exposures(4000).Where((e, i) => e.Arm == "plain" || i % 3 > 0)],
            Forever
        );
        await Experiments.AddOutcomesAsync(lost, Clicks(4000, 20, 7), Forever);
        var sound = await StartAsync(tried);
        await Experiments.AddExposuresAsync(sound, Exposures(4000), Forever);
        await Experiments.AddOutcomesAsync(sound, Clicks(4000, 20, 7), Forever);
        var marks = Server.GetRequiredService<FindingExperiments>();

        var withheld = (await Desk.StopAsync(lost, Ann, Forever)).Value!;
        var before = await marks.MarkAsync(findings, Forever);
        await Desk.StopAsync(sound, Ann, Forever);
        var after = await marks.MarkAsync(findings, Forever);

        withheld.Result!.Decisions[0].Verdict.ShouldBe(Verdict.Withheld);
        before.ShouldAllBe(f => f.Evidence == "associated" && f.Experiments.Count == 0);
        var marked = after.Where(f => f.Evidence == "experimental").ShouldHaveSingleItem();
        marked.FindingId.ShouldBe(planted.FindingId);
        marked.Experiments.ShouldBe([sound]);
    }

    [ConformanceFact]
    public async Task A_switchback_has_a_schedule_and_counts_days()
    {
        var days = Setup with
        {
            Design = ExperimentDesign.Switchback,
            Metrics = [new ExperimentMetric { Name = "views" }],
            StartsOn = new DateOnly(2026, 1, 5),
            Zone = "Europe/Berlin",
            ExpectedUnits = 28,
        };
        var id = await StartAsync(days);
        var schedule = (await Desk.ScheduleAsync(id, 28, Forever)).Value!;
        // Half past eleven at night in London is the next day in Berlin.
        await Experiments.AddOutcomesAsync(
            id,
            [
                .. schedule.Select(d => new Outcome(
                    "channel",
                    "views",
                    new DateTimeOffset(d.Day.AddDays(-1), new TimeOnly(23, 30), TimeSpan.Zero),
                    (d.Arm == "question" ? 3000 : 1000) + d.Day.DayNumber % 7
                )),
            ],
            Forever
        );

        var result = (await Desk.ResultAsync(id, Forever)).Value!;

        schedule[0].Day.ShouldBe(days.StartsOn!.Value);
        result.Units.ShouldBe(28);
        result.Decisions[0].Observations.ShouldBe(14);
        result.Decisions[0].Verdict.ShouldBe(Verdict.Better);
        result.Decisions[0].Lift!.Value.ShouldBe(2, 0.05);
        (await Desk.AssignAsync(id, ["a"], Forever)).Problem!.Detail.ShouldContain("schedule");
    }

    private async Task<Experiment> CreateAsync(ExperimentSetup setup)
    {
        var answer = await Desk.CreateAsync(setup, Ann, Forever);
        answer.Problem.ShouldBeNull();
        return answer.Value!;
    }

    private async Task<Guid> StartAsync(ExperimentSetup setup)
    {
        var draft = await CreateAsync(setup);
        return (await Desk.StartAsync(draft.ExperimentId, Ann, Forever)).Value!.ExperimentId;
    }

    private async Task<UnitImportReport> ExposeAsync(Guid id, string lines) =>
        (await Import.ExposuresAsync(id, Bytes(lines), isCsv: false, Forever)).Value!;

    private static MemoryStream Bytes(string text) =>
        new(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    private static List<Exposure> Exposures(int units) =>
        [
            .. Enumerable
                .Range(0, units)
                .Select(i => new Exposure(
                    Name(i),
                    i % 2 == 0 ? "plain" : "question",
                    Sample.Start.AddDays(i / 800),
                    new Dictionary<string, string>()
                )),
        ];

    private static List<Outcome> Clicks(int units, int plain, int question) =>
        [
            .. Enumerable
                .Range(0, units)
                .Where(i => i / 2 % (i % 2 == 0 ? plain : question) == 0)
                .Select(i => new Outcome(
                    Name(i),
                    "clicked",
                    Sample.Start.AddDays((i / 800) + 1),
                    1
                )),
        ];

    private static string Name(int unit) =>
        string.Create(CultureInfo.InvariantCulture, $"viewer {unit:00000}");
}
