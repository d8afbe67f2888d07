using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;

namespace Motif.Backends.Tests.Conformance;

/// <summary>The learning profile of fixed steps with a step back a day, on every database.</summary>
public abstract class DecisionIncrementsConformance(TestBackend backend)
    : DecisionSendingSuite(backend)
{
    private static readonly DecisionOverrides Increments = new()
    {
        Enabled = true,
        Learning = LearningProfile.Increments,
    };

    private ConfidenceDecay Decay => Timed.GetRequiredService<ConfidenceDecay>();

    [ConformanceFact]
    public async Task Steps_are_five_hundredths_for_a_success_two_for_an_edit_and_ten_back_for_a_failure()
    {
        await SetAsync(Increments);
        var (bay, hours) = (await LongAsync(), await HoursAsync());
        await AnswerAsync("m1", bay.Reply.Template);
        await AnswerAsync(
            "m2",
            bay.Reply.Template.Replace("door", "gate", StringComparison.Ordinal)
        );
        await AnswerAsync("m3", hours.Reply.Template);
        var changes = (await Store.EvolutionAsync(bay.PatternId, 10, Forever)).Reverse().ToList();
        changes
            .Select(c => (c.Reason, c.Old, c.New))
            .ShouldBe([("right", .50, .55), ("edited", .55, .57), ("other", .57, .47)]);
        var pattern = Good(await Replies.FindAsync(bay.PatternId, Forever));
        (pattern.Confidence, pattern.Learning).ShouldBe((.47, LearningProfile.Increments));
        pattern.Evidence.Confidence.ShouldBeGreaterThan(.5);
    }

    [ConformanceFact]
    public async Task The_same_answers_under_the_default_profile_show_the_evidence_and_keep_the_steps()
    {
        await EnableAsync();
        var bay = await LongAsync();
        await AnswerAsync("m1", bay.Reply.Template);
        var pattern = Good(await Replies.FindAsync(bay.PatternId, Forever));
        (pattern.Learning, pattern.Evidence.Steps).ShouldBe((LearningProfile.Evidence, .55));
        pattern.Confidence.ShouldBe(2 / 3.0, 1e-12);
        await SetAsync(Increments);
        Good(await Replies.FindAsync(bay.PatternId, Forever)).Confidence.ShouldBe(.55);
    }

    [ConformanceFact]
    public async Task A_day_takes_a_hundredth_once_however_often_the_job_runs()
    {
        await SetAsync(Increments);
        var bay = await SteppedAsync(.90);
        (await Decay.RunAsync(Forever)).ShouldBe(0);
        (await StepsAsync(bay)).ShouldBe(.90);
        Clock.Now += TimeSpan.FromDays(1);
        (await Decay.RunAsync(Forever)).ShouldBe(1);
        for (var i = 0; i < 5; i++)
            (await Decay.RunAsync(Forever)).ShouldBe(0);
        (await StepsAsync(bay)).ShouldBe(.89);
        var change = (
            await Store.EvolutionAsync(bay.PatternId, 10, Forever)
        ).ShouldHaveSingleItem();
        (change.Reason, change.Actor, change.Old, change.New).ShouldBe(
            ("decayed", DecisionEngine.Machine, .90, .89)
        );
        Clock.Now += TimeSpan.FromDays(3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Decay.RunAsync(Forever)));
        (await StepsAsync(bay)).ShouldBe(.86);
    }

    [ConformanceFact]
    public async Task The_days_stop_at_the_floor_and_lift_nothing_that_stands_below_it()
    {
        await SetAsync(Increments with { DecayFloor = .60 });
        var bay = await SteppedAsync(.62);
        await Decay.RunAsync(Forever);
        Clock.Now += TimeSpan.FromDays(30);
        await Decay.RunAsync(Forever);
        (await StepsAsync(bay)).ShouldBe(.60);
        var hours = await HoursAsync();
        await AnswerAsync("m1", hours.Reply.Template);
        (await StepsAsync(bay)).ShouldBe(.50);
        Clock.Now += TimeSpan.FromDays(1);
        await Decay.RunAsync(Forever);
        (await StepsAsync(bay)).ShouldBe(.50);
    }

    [ConformanceFact]
    public async Task Off_takes_no_step_back()
    {
        await SetAsync(Increments);
        var bay = await SteppedAsync(.90);
        await Decay.RunAsync(Forever);
        await SetAsync(Increments with { Enabled = false });
        Clock.Now += TimeSpan.FromDays(2);
        (await Decay.RunAsync(Forever)).ShouldBe(0);
        (await StepsAsync(bay)).ShouldBe(.90);
    }

    [ConformanceFact]
    public async Task The_ladder_stands_on_the_steps_and_falls_as_they_do()
    {
        await SetAsync(Increments);
        var bay = await SteppedAsync(.75, trials: 30, PatternMode.Queue);
        await AnswerAsync("m1", bay.Reply.Template);
        (await ModeAsync(bay)).ShouldBe(PatternMode.Queue);
        Clock.Now += TimeSpan.FromHours(25);
        await AnswerAsync("m2", bay.Reply.Template);
        (await ModeAsync(bay)).ShouldBe(PatternMode.Suggest);
        await Decay.RunAsync(Forever);
        // .85 falls below .70, which .75 keeps with its slack, on the sixteenth day.
        Clock.Now += TimeSpan.FromDays(15);
        await Decay.RunAsync(Forever);
        (await ModeAsync(bay)).ShouldBe(PatternMode.Suggest);
        Clock.Now += TimeSpan.FromDays(1);
        await Decay.RunAsync(Forever);
        (await ModeAsync(bay)).ShouldBe(PatternMode.Queue);
    }

    [ConformanceFact]
    public async Task A_floor_outside_zero_to_one_is_refused_by_its_name()
    {
        foreach (var floor in new[] { -.01, 1.01, double.NaN })
            (
                await Config.ConfigureAsync(
                    Increments with
                    {
                        DecayFloor = floor,
                    },
                    null,
                    Admin,
                    Forever
                )
            ).Problem!.Fields!.Keys.ShouldBe(["decay_floor"]);
        (await Config.CurrentAsync(Forever)).Learning.ShouldBe(LearningProfile.Evidence);
    }

    private Task<DecisionPattern> LongAsync() =>
        PatternAsync(
            "Long",
            "Your bay is the one on the left of the door in the yard.",
            ["Which bay is mine?", "where is my bay", "what bay do I have"],
            topic: "booking"
        );

    private async Task AnswerAsync(string id, string reply)
    {
        // Numbers are alike to the matcher: each message has a word of its own.
        var word = $"x{(char)(id[^1] + 'a' - '0')}";
        (await DecideAsync(Message($"which bay is mine {word}", id, id))).PatternName.ShouldBe(
            "Long"
        );
        (await ReplyAsync(reply, id, conversation: id)).Reason.ShouldBe("learned");
    }

    private async Task<DecisionPattern> SteppedAsync(
        double steps,
        int trials = 0,
        PatternMode mode = PatternMode.Shadow
    )
    {
        var bay = await LongAsync();
        await Store.ChangeAsync(
            new DecisionScope { Patterns = [bay.PatternId] },
            ledger =>
            {
                ledger.Put(
                    ledger.Evidence(bay.PatternId) with
                    {
                        Steps = steps,
                        Trials = trials,
                        Mode = mode,
                        ModeSince = Clock.Now,
                    }
                );
                return true;
            },
            Forever
        );
        return bay;
    }

    private async Task<double> StepsAsync(DecisionPattern pattern) =>
        Good(await Replies.FindAsync(pattern.PatternId, Forever)).Evidence.Steps;

    private async Task<PatternMode> ModeAsync(DecisionPattern pattern) =>
        Good(await Replies.FindAsync(pattern.PatternId, Forever)).Evidence.Mode;
}
