using Motif.Decisions.Understanding;

namespace Motif.Decisions.Records;

/// <summary>A lesson as it is kept; the log of them is the truth from which the matcher is built.</summary>
/// <param name="Label">The id of the pattern, or <see cref="DecisionModel.Custom"/>.</param>
/// <param name="Text">The customer's words without personal data.</param>
/// <param name="Reply">The person's words without personal data; null where a pattern says them.</param>
/// <param name="Weight">See <see cref="Lesson"/>.</param>
public sealed record StoredLesson(
    Guid LessonId,
    string Label,
    string Text,
    IReadOnlyList<string> History,
    string? Reply,
    RiskClass Risk,
    double Weight,
    DateTimeOffset At,
    string Actor,
    Guid? ExecutionId,
    string? CustomerId
);

/// <summary>Lessons in their order.</summary>
/// <param name="Number">Of the last one in the list, or the one asked behind.</param>
public sealed record LessonPage(IReadOnlyList<StoredLesson> Lessons, long Number);

/// <summary>Where the log of lessons stands.</summary>
/// <param name="Epoch">Changes whenever a lesson was taken back: what was built before is then built anew.</param>
/// <param name="Lessons">The number of the last lesson.</param>
public sealed record LogPosition(long Epoch, long Lessons);

/// <summary>What was set at run time.</summary>
/// <param name="Version">Counts the changes; the ETag.</param>
public sealed record StoredSettings(DecisionOverrides Overrides, long Version);
