using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>
/// Finds replies that are out of date: their time is over, what they came from was withdrawn, or several people change them in
/// the same way before they send them. Thread-safe.
/// </summary>
public sealed class StaleReplies(IDecisionStore store, DecisionPatterns patterns, TimeProvider time)
{
    private const int LastUses = 10;
    private const int FewestPeople = 3;

    /// <summary>Those that are out of date, by uses × age, each with why and with the words that people send in its place.</summary>
    public async Task<IReadOnlyList<DecisionPattern>> ListAsync(CancellationToken cancellationToken)
    {
        var now = Moment.Now(time);
        var stale = new List<DecisionPattern>();
        foreach (var pattern in await patterns.ListAsync(cancellationToken))
        {
            var edit = await CommonEditAsync(
                store,
                pattern.PatternId,
                pattern.Reply.Template,
                cancellationToken
            );
            var why = Why(pattern.Reply, edit, now).ToList();
            if (why.Count > 0)
                stale.Add(pattern with { StaleBecause = why, ProposedTemplate = edit });
        }
        return
        [
            .. stale
                .OrderByDescending(p => p.Evidence.Trials * (now - p.UpdatedAt).TotalDays)
                .ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>What most of the last uses were changed to, by at least three people in the same way; null where they were not.</summary>
    internal static async Task<string?> CommonEditAsync(
        IDecisionStore store,
        Guid patternId,
        string template,
        CancellationToken cancellationToken
    )
    {
        var last = (
            await store.LessonsOfAsync(patternId.ToString("D"), LastUses, cancellationToken)
        )
            .Where(l => l.Reply is not null)
            .ToList();
        return last.Where(l => ReplySimilarity.ToTemplate(l.Reply!, template) < 1)
            .GroupBy(l => MessageTokens.Signature(l.Reply!), StringComparer.Ordinal)
            .Where(g =>
                2 * g.Count() > last.Count
                && g.Select(l => l.Actor).Distinct(StringComparer.Ordinal).Count() >= FewestPeople
            )
            .Select(g => g.First().Reply)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Why(ReplyBody reply, string? edit, DateTimeOffset now)
    {
        if (now >= reply.ValidUntil)
            yield return "valid_until";
        if (now >= reply.ReviewAfter)
            yield return "review_after";
        if (reply.SourceWithdrawn)
            yield return "source_withdrawn";
        if (edit is not null)
            yield return "common_edit";
    }
}
