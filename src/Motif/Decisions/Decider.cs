using Motif.Decisions.Intake;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>Everything that a decision depends on.</summary>
/// <param name="Pattern">The best candidate as the catalogue has it; null where there is none.</param>
/// <param name="CanSend">Whether the channel has a way out.</param>
internal sealed record DecisionInputs(
    InboundMessage Message,
    DecisionSettings Settings,
    Conversation? Conversation,
    ShelfReading Shelf,
    Pattern? Pattern,
    PatternEvidence? Evidence,
    IReadOnlyList<RuleHit> Hits,
    DateTimeOffset Now,
    bool CanSend
)
{
    public double Confidence => Shelf.Reading.Confidence;

    /// <summary>The customer's; null where it could not be told.</summary>
    public string? Language { get; init; }

    /// <summary>What the message asks for, where that is more than one thing.</summary>
    public IReadOnlyList<MatchedRequest> Requests { get; init; } = [];

    /// <summary>Whether several people change the reply in the same way before they send it.</summary>
    public bool IsEditedByAll { get; init; }

    public RecentAnswers Recent { get; init; } = RecentAnswers.None;
}

/// <summary>What was decided, and why.</summary>
internal sealed record DecisionVerdict(
    DecisionAction Action,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Blockers,
    RenderedReply? Reply = null
);

/// <summary>
/// Turns what is known of a message into an action. Relevance comes first; what stands in the way of an automatic answer is
/// collected whole, so that nobody has to find the blockers one by one.
/// </summary>
internal static class Decider
{
    private const double SuggestFrom = 0.50;
    private const double QueueFrom = 0.30;
    private const double AuditShare = 0.10;

    public static DecisionVerdict Decide(DecisionInputs given)
    {
        if (
            IntakeCheck.Of(
                given.Message,
                given.Hits,
                given.Conversation,
                given.Settings,
                given.Now
            ) is
            { } refusal
        )
            return new(refusal.Action, [refusal.Reason], []);
        if (given.Shelf.Reading.Candidates is not [var best, ..])
            return new(DecisionAction.Log, ["nothing_learned"], given.Shelf.Blockers);
        if (best.Label == DecisionModel.Custom)
            return new(DecisionAction.Log, ["no_pattern"], []);
        if (
            given.Pattern is not { Status: PatternStatus.Active } pattern
            || ReplyBody.Of(pattern) is not { } body
        )
            return new(DecisionAction.Log, ["inactive_pattern"], []);
        if (Tier(given) is DecisionAction.Log)
            return new(
                DecisionAction.Log,
                ["not_sure"],
                [.. OfLanguage(given, body), .. given.Shelf.Blockers]
            );
        return Answer(given, pattern, body);
    }

    private static DecisionVerdict Answer(DecisionInputs given, Pattern pattern, ReplyBody body)
    {
        // A template is checked when it is saved; what came into the catalogue by another door is a person's affair.
        if (
            ReplyTemplate.Parse(body.For(given.Language) ?? body.Template).Template
            is not { } template
        )
            return new(DecisionAction.Log, ["broken_template"], []);
        var form = given.Message.ChannelKind is ChannelKind.Email ? TextForm.Html : TextForm.Plain;
        var reply = template.Render(given.Message.Variables, form);
        if (TalkedAbout(given, body))
            return new(DecisionAction.Log, ["operator_active_on_topic"], [], reply);
        var blockers = Blockers(given, pattern, body, reply).ToList();
        var tier = Tier(given);
        var mode =
            given.Settings.Profile is DecisionProfile.Learned
                ? given.Evidence?.Mode ?? PatternMode.Shadow
                : PatternMode.Auto;
        var action = Lower(tier, Most(mode));
        if (action is DecisionAction.Auto && blockers.Count > 0)
            action = DecisionAction.Suggest;
        if (action is DecisionAction.Log)
            return new(action, ["pattern_in_shadow"], blockers, reply);
        if (
            action is DecisionAction.Auto
            && AuditSample.Draw($"audit:{given.Message.MessageId}") < AuditShare
        )
            return new(DecisionAction.Suggest, ["audited"], [], reply);
        return new(action, Reasons(given, body, action, blockers), blockers, reply);
    }

    /// <summary>What a person has to know before he reads the reply stands first.</summary>
    private static IReadOnlyList<string> Reasons(
        DecisionInputs given,
        ReplyBody body,
        DecisionAction action,
        List<string> blockers
    ) =>
        given.Requests.Count > 1 ? ["multiple_requests"]
        : body.For(given.Language) is null && given.Language is not null ? ["language_mismatch"]
        : action switch
        {
            DecisionAction.Auto => ["sure_enough"],
            DecisionAction.Suggest when blockers.Count > 0 => ["not_automatic"],
            DecisionAction.Suggest => ["likely"],
            _ => ["possible"],
        };

    private static DecisionAction Tier(DecisionInputs given)
    {
        var (settings, p) = (given.Settings, given.Confidence);
        if (settings.Profile is DecisionProfile.Fixed)
            return p >= settings.AutoThreshold ? DecisionAction.Auto
                : p >= settings.SuggestThreshold ? DecisionAction.Suggest
                : p >= settings.QueueThreshold ? DecisionAction.Queue
                : DecisionAction.Log;
        return given.Shelf.MayAct ? DecisionAction.Auto
            : p >= SuggestFrom ? DecisionAction.Suggest
            : p >= QueueFrom ? DecisionAction.Queue
            : DecisionAction.Log;
    }

    private static DecisionAction Most(PatternMode mode) =>
        mode switch
        {
            PatternMode.Auto => DecisionAction.Auto,
            PatternMode.Suggest => DecisionAction.Suggest,
            PatternMode.Queue => DecisionAction.Queue,
            _ => DecisionAction.Log,
        };

    /// <summary>The actions stand in the order of how much the machine does by itself.</summary>
    private static DecisionAction Lower(DecisionAction one, DecisionAction other) =>
        one < other ? one : other;

    private static bool TalkedAbout(DecisionInputs given, ReplyBody body) =>
        body.Topic is { } topic
        && given.Conversation is { OperatorTopic: { } theirs, OperatorAt: { } at }
        && string.Equals(topic, theirs, StringComparison.OrdinalIgnoreCase)
        && given.Now - at < TimeSpan.FromHours(given.Settings.OperatorTopicHours);

    /// <summary>Everything that stands between this message and an automatic answer.</summary>
    private static IEnumerable<string> Blockers(
        DecisionInputs given,
        Pattern pattern,
        ReplyBody body,
        RenderedReply reply
    )
    {
        var settings = given.Settings;
        if (body.Risk is RiskClass.R3)
            yield return "risk R3 is never automatic";
        foreach (var hit in given.Hits.Where(h => h.Effect is RuleEffect.NeverAutomatic))
            yield return $"rule {hit.Rule}: '{hit.Phrase}'";
        if (!body.AutoExecutable)
            yield return "not auto_executable";
        if (!body.Auto)
            yield return "auto is not switched on";
        if (settings.KillSwitch)
            yield return "the kill switch is set";
        if (!given.CanSend)
            yield return "the channel has no way out";
        if (reply.Missing.Count > 0)
            yield return $"missing {string.Join(", ", reply.Missing)}";
        if (reply.HasPlaceholders)
            yield return "a value looks like a place of a template";
        if (given.Requests.Count > 1)
            yield return $"multiple_requests: {string.Join(" | ", given.Requests.Select(r => r.Part.Text))}";
        foreach (var blocker in OfLanguage(given, body))
            yield return blocker;
        if (given.IsEditedByAll)
            yield return "people change this reply in the same way before they send it";
        if (body.SourceWithdrawn)
            yield return "what the answer came from was withdrawn";
        if (given.Recent.Faults >= settings.BreakerFaults)
            yield return "too many answers were undone or complained about within the hour";
        if (given.Recent.All >= settings.AutomaticPerHour)
            yield return "enough was answered automatically this hour";
        if (
            given.Recent.OfPattern.GetValueOrDefault(pattern.PatternId)
            >= settings.AutomaticPerHourAndPattern
        )
            yield return "this pattern answered often enough this hour";
        if (given.Message.HasAttachment && !body.AllowsAttachments)
            yield return "the message has an attachment";
        if (body.ValidUntil is { } until && given.Now >= until)
            yield return "valid_until has passed";
        foreach (
            var blocker in OfEvidence(
                given.Evidence ?? new PatternEvidence(pattern.PatternId),
                settings
            )
        )
            yield return blocker;
        foreach (var blocker in OfRates(given, pattern))
            yield return blocker;
        foreach (
            var blocker in settings.Profile is DecisionProfile.Learned || given.Shelf.IsProvisional
                ? given.Shelf.Blockers
                : []
        )
            yield return blocker;
    }

    private static IEnumerable<string> OfLanguage(DecisionInputs given, ReplyBody body)
    {
        if (body.For(given.Language) is null)
            yield return given.Language is { } language
                ? $"language_mismatch: no reply in '{language}'"
                : "the customer's language is not known";
    }

    private static IEnumerable<string> OfEvidence(
        PatternEvidence evidence,
        DecisionSettings settings
    )
    {
        if (evidence.Trials < settings.MinTrials)
            yield return FormattableString.Invariant(
                $"trials {evidence.Trials}/{settings.MinTrials}"
            );
        if (evidence.SuccessRate is { } rate && rate < settings.MinSuccess)
            yield return FormattableString.Invariant(
                $"success {rate:0.00} below {settings.MinSuccess:0.00}"
            );
        if (!evidence.IsCleanFor(settings.CleanRecentUses))
            yield return FormattableString.Invariant(
                $"overridden in the last {settings.CleanRecentUses} uses"
            );
    }

    private static IEnumerable<string> OfRates(DecisionInputs given, Pattern pattern)
    {
        if (given.Conversation is not { } conversation)
            yield break;
        var pause = given.Now - TimeSpan.FromMinutes(given.Settings.ConversationPauseMinutes);
        if (conversation.Answers.Any(a => a.At > pause))
            yield return "the machine answered this conversation a moment ago";
        if (
            conversation.Answers.Count(a => a.At > given.Now - TimeSpan.FromDays(1))
            >= given.Settings.ConversationPerDay
        )
            yield return "the machine answered this conversation often enough today";
        if (conversation.Answers.Any(a => a.PatternId == pattern.PatternId))
            yield return "this pattern answered this conversation before";
    }
}
