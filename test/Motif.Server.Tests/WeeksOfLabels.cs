using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Server.Tests;

/// <summary>What a desk's people would have answered in some weeks.</summary>
internal static class WeeksOfLabels
{
    /// <summary>The labels, and the evidence of a pattern that people sent as it was.</summary>
    public static async Task LiveAsync(RunningServer server, Guid bay, int labels, PatternMode mode)
    {
        var store = server.App.Services.GetRequiredService<IDecisionStore>();
        var now = server.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await store.ChangeAsync(
            new DecisionScope { Patterns = [bay] },
            ledger =>
            {
                for (var i = 0; i < labels - 1; i++)
                    ledger.Add(Lesson(i, bay, now));
                ledger.Put(
                    ledger.Evidence(bay) with
                    {
                        Right = 40,
                        Trials = 40,
                        Successes = 40,
                        Overridden = [.. Enumerable.Repeat(false, 40)],
                        Mode = mode,
                        ModeSince = now,
                    }
                );
                return true;
            },
            default
        );
    }

    /// <summary>Every other one is about something else.</summary>
    private static StoredLesson Lesson(int number, Guid bay, DateTimeOffset now)
    {
        var isBay = number % 2 == 0;
        string[] words = isBay
            ? ["bay", "number", "left", "parking"]
            : ["open", "hours", "monday", "weekday"];
        var other = new Guid(number % 2, 0, 0, new byte[8]);
        return new StoredLesson(
            new Guid(number + 1, 7, 7, new byte[8]),
            (isBay ? bay : other).ToString("D"),
            number % 23 == 22
                ? $"please tell me about it once more {number % 7}"
                : $"please {words[number / 3 % 4]} and {words[(number / 3 + 1) % 4]} what about it {number % 7}",
            [],
            null,
            RiskClass.R0,
            1,
            now,
            "ada",
            null,
            null
        );
    }
}
