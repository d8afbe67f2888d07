using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>What went out, or is about to, without a person in the last hour, and what went wrong with it.</summary>
/// <param name="Faults">Answers that were undone or complained about.</param>
internal sealed record RecentAnswers(IReadOnlyDictionary<Guid, int> OfPattern, int Faults)
{
    private const int Most = 1000;

    public static RecentAnswers None { get; } = new(new Dictionary<Guid, int>(), 0);

    public int All => OfPattern.Values.Sum();

    public static async Task<RecentAnswers> OfAsync(
        IDecisionStore store,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await store.ListAsync(
            new ExecutionQuery
            {
                States =
                [
                    ExecutionState.Held,
                    ExecutionState.Sending,
                    ExecutionState.Sent,
                    ExecutionState.Cancelled,
                ],
                Since = now.AddHours(-1),
                Limit = Most,
            },
            cancellationToken
        );
        var automatic = found
            .Where(e =>
                e is { Action: DecisionAction.Auto, Approvers.Count: 0, PatternId: not null }
            )
            .ToList();
        return new RecentAnswers(
            automatic
                .Where(e => e.State is not ExecutionState.Cancelled)
                .GroupBy(e => e.PatternId!.Value)
                .ToDictionary(g => g.Key, g => g.Count()),
            automatic.Count(e => e.Outcome is "undone" or "complaint")
        );
    }
}
