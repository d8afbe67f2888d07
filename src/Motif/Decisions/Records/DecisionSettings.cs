using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Records;

/// <summary>How confidence becomes an action.</summary>
public enum DecisionProfile
{
    /// <summary>P̂ against a threshold learned for each class of risk.</summary>
    Learned,

    /// <summary>P̂ against the fixed thresholds of the settings.</summary>
    Fixed,
}

/// <summary>The settings in force. All of them are safe as they begin: off, and in shadow.</summary>
public sealed record DecisionSettings
{
    /// <summary>Off is silence: nothing is stored, sent or learned.</summary>
    public bool Enabled { get; init; }

    /// <summary>Everything but the sending, to be compared with what people send.</summary>
    public bool ShadowMode { get; init; } = true;

    /// <summary>Learns from people's replies although decisions are off.</summary>
    public bool LearnWhileDisabled { get; init; }

    /// <summary>Read again at every send: nothing goes out while it is set, and what it stopped stays stopped.</summary>
    public bool KillSwitch { get; init; }

    public DecisionProfile Profile { get; init; } = DecisionProfile.Learned;

    /// <summary>How the confidence of patterns moves. Set at run time alone.</summary>
    public LearningProfile Learning { get; init; } = LearningProfile.Evidence;

    /// <summary>Of the profile increments: the days take no confidence below that. 0 to 1.</summary>
    [Range(0.0, 1)]
    public double DecayFloor { get; init; } = 0.30;

    /// <summary>Of the fixed profile: from here on automatic. 0 to 1, not below <see cref="SuggestThreshold"/>.</summary>
    [Range(0.5, 1)]
    public double AutoThreshold { get; init; } = 0.95;

    [Range(0.0, 1)]
    public double SuggestThreshold { get; init; } = 0.75;

    [Range(0.0, 1)]
    public double QueueThreshold { get; init; } = 0.50;

    /// <summary>The share of automatic answers that must be right on average, for static information.</summary>
    [Range(0.5, 0.999)]
    public double TargetR0 { get; init; } = 0.95;

    /// <summary>For customer data.</summary>
    [Range(0.5, 0.999)]
    public double TargetR1 { get; init; } = 0.98;

    /// <summary>For actions that can be taken back.</summary>
    [Range(0.5, 0.999)]
    public double TargetR2 { get; init; } = 0.99;

    /// <summary>Trials in which a pattern would have acted, before it may.</summary>
    [Range(20, 10_000)]
    public int MinTrials { get; init; } = 20;

    /// <summary>The share of them that must have been right, 0 to 1.</summary>
    [Range(0.5, 1)]
    public double MinSuccess { get; init; } = 0.9;

    /// <summary>None of so many last uses may have been overridden.</summary>
    [Range(1, 50)]
    public int CleanRecentUses { get; init; } = 10;

    /// <summary>What a customer who asks for a person is told, once until his conversation is closed; places as replies have them. Null or empty for nothing.</summary>
    [StringLength(2000)]
    public string? HandOverText { get; init; }

    /// <summary>How long an automatic answer waits for a person to cancel it.</summary>
    [Range(5, 3600)]
    public int HoldSeconds { get; init; } = 20;

    [Range(1, 168)]
    public int ApprovalHours { get; init; } = 4;

    /// <summary>Older chat messages are never answered automatically.</summary>
    [Range(1, 1440)]
    public int ChatMaxAgeMinutes { get; init; } = 15;

    [Range(1, 168)]
    public int EmailMaxAgeHours { get; init; } = 24;

    /// <summary>How long a person's reply silences the machine, whatever is asked.</summary>
    [Range(1, 1440)]
    public int OperatorSilenceMinutes { get; init; } = 60;

    /// <summary>The same where the topic is that of the person's reply.</summary>
    [Range(1, 168)]
    public int OperatorTopicHours { get; init; } = 4;

    /// <summary>So many messages within <see cref="RapidSeconds"/> go to a person.</summary>
    [Range(2, 100)]
    public int RapidMessages { get; init; } = 3;

    [Range(5, 600)]
    public int RapidSeconds { get; init; } = 60;

    /// <summary>Between two automatic answers in one conversation.</summary>
    [Range(1, 1440)]
    public int ConversationPauseMinutes { get; init; } = 10;

    [Range(1, 100)]
    public int ConversationPerDay { get; init; } = 3;

    /// <summary>Automatic answers of all conversations in an hour.</summary>
    [Range(1, 100_000)]
    public int AutomaticPerHour { get; init; } = 600;

    /// <summary>Automatic answers of one pattern in an hour.</summary>
    [Range(1, 100_000)]
    public int AutomaticPerHourAndPattern { get; init; } = 60;

    /// <summary>So many undone answers or complaints within an hour stop all automatic answers until the hour is over.</summary>
    [Range(1, 100)]
    public int BreakerFaults { get; init; } = 3;

    /// <summary>Pieces of a chat that come within so many seconds of each other are one request; 0 for none.</summary>
    [Range(0, 60)]
    public int ChatBurstSeconds { get; init; } = 8;

    [Range(0, 60)]
    public int SmsBurstSeconds { get; init; } = 30;

    /// <summary>Channels that take a reply only so many hours after the customer's message.</summary>
    public IReadOnlyDictionary<string, double> ReplyWindowHours { get; init; } =
        new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>When the machine may answer; null for always.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>Channels that are switched off.</summary>
    public IReadOnlyList<string> DisabledChannels { get; init; } = [];

    public IReadOnlyList<SafetyRule> Rules { get; init; } = SafetyRules.Defaults;

    /// <summary>Within what time pieces on a channel are one request.</summary>
    internal TimeSpan BurstOn(ChannelKind kind) =>
        TimeSpan.FromSeconds(
            kind switch
            {
                ChannelKind.Chat => ChatBurstSeconds,
                ChannelKind.Sms => SmsBurstSeconds,
                _ => 0,
            }
        );

    internal PrecisionTargets Targets => new(TargetR0, TargetR1, TargetR2);

    /// <summary>The wrong fields by wire name.</summary>
    public Dictionary<string, string[]> Mistakes()
    {
        var mistakes = SafetyRules.Mistakes(Rules);
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(
            this,
            new ValidationContext(this),
            results,
            validateAllProperties: true
        );
        foreach (var result in results)
        foreach (var member in result.MemberNames)
            mistakes[JsonNamingPolicy.SnakeCaseLower.ConvertName(member)] =
            [
                result.ErrorMessage ?? "is outside its range",
            ];
        if (AutoThreshold < SuggestThreshold)
            mistakes["auto_threshold"] = ["must not be below suggest_threshold"];
        if (SuggestThreshold < QueueThreshold)
            mistakes["suggest_threshold"] = ["must not be below queue_threshold"];
        if (
            HandOverText is { Length: > 0 } text
            && ReplyTemplate.Parse(text).Mistake is { } mistake
        )
            mistakes["hand_over_text"] = [mistake];
        foreach (var (field, wrong) in Hours?.Mistakes() ?? [])
            mistakes[field] = wrong;
        if (ReplyWindowHours.Any(w => !(w.Value > 0 && w.Value <= 24 * 365)))
            mistakes["reply_window_hours"] = ["must be hours above 0 by channel"];
        if (TargetR1 < TargetR0 || TargetR2 < TargetR1)
            mistakes["target_r1"] = ["targets must not fall as the risk grows"];
        return mistakes;
    }

    /// <summary>From the variables that the guides name.</summary>
    /// <exception cref="ValidationException">A variable is neither true nor false.</exception>
    public static DecisionSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new DecisionSettings
        {
            Enabled = Flag(variable, "PATTERN_LEARNING_ENABLED") ?? false,
            ShadowMode = Flag(variable, "PATTERN_LEARNING_SHADOW_MODE") ?? true,
        };
    }

    private static bool? Flag(Func<string, string?> variable, string name) =>
        variable(name)?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "true" or "1" => true,
            "false" or "0" => false,
            var text => throw new ValidationException(
                $"{name} is '{text}'; it must be true or false"
            ),
        };
}

/// <summary>What is set at run time over the environment's settings; null leaves one as it is.</summary>
[WireRequest]
public sealed record DecisionOverrides
{
    public bool? Enabled { get; init; }
    public bool? ShadowMode { get; init; }
    public bool? LearnWhileDisabled { get; init; }
    public bool? KillSwitch { get; init; }
    public DecisionProfile? Profile { get; init; }
    public LearningProfile? Learning { get; init; }
    public double? DecayFloor { get; init; }
    public double? AutoThreshold { get; init; }
    public double? SuggestThreshold { get; init; }
    public double? QueueThreshold { get; init; }
    public double? TargetR0 { get; init; }
    public double? TargetR1 { get; init; }
    public double? TargetR2 { get; init; }
    public int? MinTrials { get; init; }
    public double? MinSuccess { get; init; }
    public int? CleanRecentUses { get; init; }
    public string? HandOverText { get; init; }
    public int? HoldSeconds { get; init; }
    public int? ApprovalHours { get; init; }
    public int? ChatMaxAgeMinutes { get; init; }
    public int? EmailMaxAgeHours { get; init; }
    public int? OperatorSilenceMinutes { get; init; }
    public int? OperatorTopicHours { get; init; }
    public int? RapidMessages { get; init; }
    public int? RapidSeconds { get; init; }
    public int? ConversationPauseMinutes { get; init; }
    public int? ConversationPerDay { get; init; }
    public int? AutomaticPerHour { get; init; }
    public int? AutomaticPerHourAndPattern { get; init; }
    public int? BreakerFaults { get; init; }
    public int? ChatBurstSeconds { get; init; }
    public int? SmsBurstSeconds { get; init; }
    public IReadOnlyDictionary<string, double>? ReplyWindowHours { get; init; }
    public OpeningHours? Hours { get; init; }
    public IReadOnlyList<string>? DisabledChannels { get; init; }
    public IReadOnlyList<SafetyRule>? Rules { get; init; }

    public DecisionSettings On(DecisionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            Enabled = Enabled ?? settings.Enabled,
            ShadowMode = ShadowMode ?? settings.ShadowMode,
            LearnWhileDisabled = LearnWhileDisabled ?? settings.LearnWhileDisabled,
            KillSwitch = KillSwitch ?? settings.KillSwitch,
            Profile = Profile ?? settings.Profile,
            Learning = Learning ?? settings.Learning,
            DecayFloor = DecayFloor ?? settings.DecayFloor,
            AutoThreshold = AutoThreshold ?? settings.AutoThreshold,
            SuggestThreshold = SuggestThreshold ?? settings.SuggestThreshold,
            QueueThreshold = QueueThreshold ?? settings.QueueThreshold,
            TargetR0 = TargetR0 ?? settings.TargetR0,
            TargetR1 = TargetR1 ?? settings.TargetR1,
            TargetR2 = TargetR2 ?? settings.TargetR2,
            MinTrials = MinTrials ?? settings.MinTrials,
            MinSuccess = MinSuccess ?? settings.MinSuccess,
            CleanRecentUses = CleanRecentUses ?? settings.CleanRecentUses,
            HandOverText = HandOverText ?? settings.HandOverText,
            HoldSeconds = HoldSeconds ?? settings.HoldSeconds,
            ApprovalHours = ApprovalHours ?? settings.ApprovalHours,
            ChatMaxAgeMinutes = ChatMaxAgeMinutes ?? settings.ChatMaxAgeMinutes,
            EmailMaxAgeHours = EmailMaxAgeHours ?? settings.EmailMaxAgeHours,
            OperatorSilenceMinutes = OperatorSilenceMinutes ?? settings.OperatorSilenceMinutes,
            OperatorTopicHours = OperatorTopicHours ?? settings.OperatorTopicHours,
            RapidMessages = RapidMessages ?? settings.RapidMessages,
            RapidSeconds = RapidSeconds ?? settings.RapidSeconds,
            ConversationPauseMinutes =
                ConversationPauseMinutes ?? settings.ConversationPauseMinutes,
            ConversationPerDay = ConversationPerDay ?? settings.ConversationPerDay,
            AutomaticPerHour = AutomaticPerHour ?? settings.AutomaticPerHour,
            AutomaticPerHourAndPattern =
                AutomaticPerHourAndPattern ?? settings.AutomaticPerHourAndPattern,
            BreakerFaults = BreakerFaults ?? settings.BreakerFaults,
            ChatBurstSeconds = ChatBurstSeconds ?? settings.ChatBurstSeconds,
            SmsBurstSeconds = SmsBurstSeconds ?? settings.SmsBurstSeconds,
            ReplyWindowHours = ReplyWindowHours ?? settings.ReplyWindowHours,
            Hours = Hours ?? settings.Hours,
            DisabledChannels = DisabledChannels ?? settings.DisabledChannels,
            Rules = Rules ?? settings.Rules,
        };
    }
}
