using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>How far a pattern agreed with people.</summary>
/// <param name="Decided">Messages for which it was the first candidate.</param>
/// <param name="Answered">Those that a person answered.</param>
/// <param name="Agreed">Those that he answered with it.</param>
/// <param name="WouldSend">Those of the answered whose confidence reached the threshold.</param>
/// <param name="WouldBeWrong">Those of them that the person answered otherwise.</param>
/// <param name="Wrong">What would have gone wrong, the surest first.</param>
public sealed record ShadowPattern(
    Guid PatternId,
    string? Name,
    int Decided,
    int Answered,
    int Agreed,
    int WouldSend,
    int WouldBeWrong,
    IReadOnlyList<WhatIfExample> Wrong
);

/// <summary>A week of it.</summary>
/// <param name="Monday">Its first day, UTC.</param>
public sealed record ShadowWeek(
    DateOnly Monday,
    int Answered,
    int Agreed,
    int WouldSend,
    int WouldBeWrong
);

/// <summary>What the machine would have done, held against what people did.</summary>
/// <param name="Since">Of the first message in it; null without one.</param>
public sealed record ShadowReport(
    DateTimeOffset? Since,
    int Messages,
    int Answered,
    int Agreed,
    IReadOnlyList<ShadowPattern> Patterns,
    IReadOnlyList<ShadowWeek> Weeks
)
{
    private const int MostExamples = 10;

    internal static ShadowReport Of(IReadOnlyList<DecisionExecution> messages)
    {
        var answered = messages.Where(m => m.Agrees is not null).ToList();
        return new ShadowReport(
            messages.Count == 0 ? null : messages.Min(m => m.At),
            messages.Count,
            answered.Count,
            answered.Count(m => m.Agrees == true),
            [
                .. messages
                    .Where(m => m.PatternId is not null)
                    .GroupBy(m => m.PatternId!.Value)
                    .Select(g => Pattern(g.Key, [.. g]))
                    .OrderByDescending(p => p.Decided)
                    .ThenBy(p => p.PatternId),
            ],
            [
                .. answered
                    .GroupBy(m => Monday(m.At))
                    .OrderBy(g => g.Key)
                    .Select(g => Week(g.Key, [.. g])),
            ]
        );
    }

    private static ShadowPattern Pattern(Guid id, List<DecisionExecution> messages)
    {
        var answered = messages.Where(m => m.Agrees is not null).ToList();
        var sent = answered.Where(WouldHaveSent).ToList();
        var wrong = sent.Where(m => m.Agrees == false).ToList();
        return new ShadowPattern(
            id,
            messages[0].PatternName,
            messages.Count,
            answered.Count,
            answered.Count(m => m.Agrees == true),
            sent.Count,
            wrong.Count,
            [
                .. wrong
                    .OrderByDescending(m => m.Confidence)
                    .ThenBy(m => m.ExecutionId)
                    .Take(MostExamples)
                    .Select(m => new WhatIfExample(
                        m.ExecutionId,
                        m.Text,
                        m.PatternName,
                        m.Reply,
                        m.Confidence,
                        m.Agrees
                    )),
            ]
        );
    }

    private static ShadowWeek Week(DateOnly monday, List<DecisionExecution> answered) =>
        new(
            monday,
            answered.Count,
            answered.Count(m => m.Agrees == true),
            answered.Count(WouldHaveSent),
            answered.Count(m => WouldHaveSent(m) && m.Agrees == false)
        );

    private static bool WouldHaveSent(DecisionExecution message) =>
        message is { IsProvisional: false, Threshold: { } threshold }
        && message.Confidence >= threshold;

    private static DateOnly Monday(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
