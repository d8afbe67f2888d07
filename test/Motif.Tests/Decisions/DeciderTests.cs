using Motif.Decisions;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions;

public sealed class DeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ReplyBody Ready = new()
    {
        Template = "Your bay is on the left.",
        Risk = RiskClass.R0,
        AutoExecutable = true,
        Auto = true,
    };

    [Theory]
    [InlineData(.95, DecisionAction.Auto)]
    [InlineData(.949, DecisionAction.Suggest)]
    [InlineData(.75, DecisionAction.Suggest)]
    [InlineData(.749, DecisionAction.Queue)]
    [InlineData(.50, DecisionAction.Queue)]
    [InlineData(.49, DecisionAction.Log)]
    public void The_fixed_thresholds_hold_exactly(double confidence, DecisionAction expected) =>
        Decide(confidence, Ready).Action.ShouldBe(expected);

    [Fact]
    public void However_sure_what_is_not_executable_is_suggested()
    {
        var verdict = Decide(.99, Ready with { AutoExecutable = false, Auto = false });
        verdict.Action.ShouldBe(DecisionAction.Suggest);
        verdict.Blockers.ShouldContain("not auto_executable");
    }

    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 18, true)]
    [InlineData(20, 17, false)]
    public void Twenty_trials_at_ninety_percent_are_needed(
        int trials,
        int successes,
        bool isAutomatic
    ) =>
        (
            Decide(.99, Ready, Proven with { Trials = trials, Successes = successes }).Action
            is DecisionAction.Auto
        ).ShouldBe(isAutomatic);

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void None_of_the_last_ten_uses_was_overridden(int usesSince, bool isAutomatic)
    {
        bool[] uses = [true, .. Enumerable.Repeat(false, usesSince)];
        (
            Decide(.99, Ready, Proven with { Overridden = uses }).Action is DecisionAction.Auto
        ).ShouldBe(isAutomatic);
    }

    [Fact]
    public void Each_thing_in_the_way_is_named()
    {
        var verdict = Decide(
            .99,
            Ready with
            {
                Template = "{{booking_link}}",
                ValidUntil = Now,
                Risk = RiskClass.R3,
            },
            new PatternEvidence(Guid.Empty),
            "where is my refund",
            hasAttachment: true,
            canSend: false,
            settings: new DecisionSettings { Profile = DecisionProfile.Fixed, KillSwitch = true }
        );
        verdict.Action.ShouldBe(DecisionAction.Suggest);
        verdict.Blockers.ShouldBe([
            "risk R3 is never automatic",
            "rule blocklist: 'refund'",
            "the kill switch is set",
            "the channel has no way out",
            "missing booking_link",
            "the message has an attachment",
            "valid_until has passed",
            "trials 0/20",
        ]);
    }

    [Fact]
    public void One_in_ten_that_could_be_automatic_goes_to_a_person()
    {
        var verdicts = Enumerable
            .Range(0, 2000)
            .Select(i => Decide(.99, Ready, messageId: $"m{i}"))
            .ToList();
        verdicts.Count(v => v.Reasons[0] == "audited").ShouldBeInRange(150, 250);
        verdicts.ShouldAllBe(v =>
            v.Action == (v.Reasons[0] == "audited" ? DecisionAction.Suggest : DecisionAction.Auto)
        );
    }

    [Fact]
    public void A_pattern_in_shadow_does_nothing_under_learned_confidences() =>
        Decide(
            .99,
            Ready,
            Proven with
            {
                Mode = PatternMode.Shadow,
            },
            settings: new DecisionSettings()
        )
            .Reasons[0]
            .ShouldBe("pattern_in_shadow");

    private static PatternEvidence Proven { get; } =
        new(Guid.Empty, 40)
        {
            Trials = 40,
            Successes = 40,
            Mode = PatternMode.Auto,
        };

    private static DecisionVerdict Decide(
        double confidence,
        ReplyBody body,
        PatternEvidence? evidence = null,
        string text = "which bay is mine",
        bool hasAttachment = false,
        bool canSend = true,
        string messageId = "m1",
        DecisionSettings? settings = null
    )
    {
        var pattern = new Pattern
        {
            PatternId = Guid.Empty,
            Kind = PatternKind.Decision,
            PatternType = "reply_template",
            Key = "bay",
            Name = "Bay",
            Body = PatternBody.From(body),
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        var reading = new MessageReading(
            300,
            [new Candidate(Guid.Empty.ToString("D"), 1)],
            confidence,
            new Dictionary<string, double>(),
            IsWhole: true
        );
        return Decider.Decide(
            new DecisionInputs(
                new InboundMessage
                {
                    MessageId = messageId,
                    ConversationId = "c",
                    Channel = "chat",
                    Text = text,
                    HasAttachment = hasAttachment,
                },
                settings ?? new DecisionSettings { Profile = DecisionProfile.Fixed },
                null,
                new ShelfReading(reading, MayAct: true, .9, [], null),
                pattern,
                evidence ?? Proven,
                new SafetyRules(SafetyRules.Defaults).Check(text),
                Now,
                canSend
            )
            {
                Language = "en",
            }
        );
    }
}
