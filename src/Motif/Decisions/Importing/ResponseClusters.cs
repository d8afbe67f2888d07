using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Importing;

/// <summary>
/// Groups replies that say the same, response first: replies with masked times, amounts and numbers that are equal are one, then
/// in the order of descending frequency each joins the first leader that it is like by the longest common sequence of words, and
/// a leader's members make a template. A group counts with five replies from three conversations.
/// </summary>
internal static class ResponseClusters
{
    private const int FewestReplies = 5;
    private const int FewestConversations = 3;
    private const int MostExamples = 50;
    private const int MostLeaders = 2000;
    private const int MostForTemplate = 40;
    private const double NearlySame = 0.85;
    private const double LooselySame = 0.65;
    private const int FewestConstants = 4;

    public static IReadOnlyList<ImportCandidate> Of(IEnumerable<ImportedPair> pairs)
    {
        var masked = pairs
            .GroupBy(p => string.Join(' ', Words(p.Reply)), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal);
        var leaders = new List<Leader>();
        foreach (var group in masked)
        {
            var words = group.Key.Split(' ');
            var leader = leaders.FirstOrDefault(l => l.IsLike(words));
            if (leader is not null)
                leader.Members.AddRange(group);
            else if (leaders.Count < MostLeaders)
                leaders.Add(new Leader(words, [.. group]));
        }
        return
        [
            .. leaders
                .Select(Candidate)
                .OfType<ImportCandidate>()
                .OrderByDescending(c => c.Support)
                .ThenBy(c => c.Template, StringComparer.Ordinal),
        ];
    }

    private static ImportCandidate? Candidate(Leader leader)
    {
        var conversations = leader
            .Members.Select(m => m.ConversationId)
            .Distinct(StringComparer.Ordinal)
            .Count();
        if (leader.Members.Count < FewestReplies || conversations < FewestConversations)
            return null;
        var replies = leader
            .Members.Select(m => m.Reply)
            .Distinct(StringComparer.Ordinal)
            .Take(MostForTemplate)
            .ToList();
        var template =
            replies.Count == 1
            && !replies[0].Contains('[', StringComparison.Ordinal)
            && !replies[0].Contains('{', StringComparison.Ordinal)
                ? replies[0]
                : TemplateDraft.Of(replies);
        if (template is null)
            return null;
        return new ImportCandidate(
            PatternId.Of($"candidate\n{template}"),
            template,
            leader.Members.Count,
            conversations,
            [
                .. leader
                    .Members.Select(m => m.Text)
                    .DistinctBy(MessageTokens.Signature, StringComparer.Ordinal)
                    .OrderBy(t => t.Length)
                    .ThenBy(t => t, StringComparer.Ordinal)
                    .Take(MostExamples),
            ]
        );
    }

    private static IEnumerable<string> Words(string reply) =>
        MessageTokens.Of(reply).Where(t => t is not ("?" or "!")).Take(100);

    private sealed class Leader(string[] words, List<ImportedPair> members)
    {
        public List<ImportedPair> Members { get; } = members;

        public bool IsLike(string[] other)
        {
            var longer = Math.Max(words.Length, other.Length);
            // The sequence cannot be longer than the shorter of the two.
            if (Math.Min(words.Length, other.Length) < LooselySame * longer)
                return false;
            var common = ReplySimilarity.CommonLength(words, other);
            if (common >= NearlySame * longer)
                return true;
            return common >= LooselySame * longer
                && common >= FewestConstants
                && longer - common <= 2 * Math.Max(1, words.Length / 8);
        }
    }
}
