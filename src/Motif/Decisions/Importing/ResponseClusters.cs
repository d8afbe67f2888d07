using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Importing;

/// <summary>
/// Groups replies that say the same, response first: replies with masked times, amounts and numbers that are equal are of one
/// wording, then in the order of descending frequency each wording joins the first leader that it is like by the longest common
/// sequence of words, and a leader's members make a template. A group counts with five replies from three conversations. Pairs
/// pass by one after another: what is held is bounded by the wordings, not by them.
/// </summary>
internal sealed class ResponseClusters
{
    /// <summary>Rarer ones are left alone.</summary>
    public const int MostWordings = 10_000;

    private const int MostLeaders = 2000;
    private const int MostWords = 100;
    private const int MostCharacters = 500;
    private const double NearlySame = 0.85;
    private const double LooselySame = 0.65;
    private const int FewestConstants = 4;

    private readonly List<Leader> _leaders = [];
    private readonly Dictionary<string, Leader> _byWording = new(StringComparer.Ordinal);

    /// <param name="wordings">The most frequent first.</param>
    public ResponseClusters(IEnumerable<WordingCount> wordings)
    {
        foreach (var (wording, _) in wordings)
        {
            var words = wording.Split(' ');
            var sorted = Array.ConvertAll(words, w => w.GetHashCode(StringComparison.Ordinal));
            Array.Sort(sorted);
            var leader = _leaders.Find(l => l.IsLike(words, sorted));
            if (leader is null && _leaders.Count < MostLeaders)
                _leaders.Add(leader = new Leader(words, sorted));
            if (leader is not null)
                _byWording[wording] = leader;
        }
    }

    /// <summary>The beginning of it: an index holds it.</summary>
    public static string Wording(string reply)
    {
        var words = string.Join(
            ' ',
            MessageTokens.Of(reply).Where(t => t is not ("?" or "!")).Take(MostWords)
        );
        return words.Length <= MostCharacters
            ? words
            : words[
                ..(
                    char.IsHighSurrogate(words[MostCharacters - 1])
                        ? MostCharacters - 1
                        : MostCharacters
                )
            ];
    }

    /// <param name="pair">In the order of conversations.</param>
    public void Add(ImportedPair pair) =>
        _byWording.GetValueOrDefault(pair.Wording)?.Group.Add(pair);

    /// <summary>The candidate of a reply's wording; null where it makes none.</summary>
    public Guid? CandidateOf(string wording) =>
        _byWording.GetValueOrDefault(wording)?.Group.Candidate?.CandidateId;

    public IReadOnlyList<ImportCandidate> Candidates() =>
        [
            .. _leaders
                .Select(l => l.Group.Candidate)
                .OfType<ImportCandidate>()
                .DistinctBy(c => c.CandidateId)
                .OrderByDescending(c => c.Support)
                .ThenBy(c => c.Template, StringComparer.Ordinal),
        ];

    private sealed class Leader(string[] words, int[] sorted)
    {
        public ReplyGroup Group { get; } = new();

        public bool IsLike(string[] other, int[] otherSorted)
        {
            var longer = Math.Max(words.Length, other.Length);
            // The sequence cannot be longer than the words that both have.
            if (
                Math.Min(words.Length, other.Length) < LooselySame * longer
                || Shared(sorted, otherSorted) < LooselySame * longer
            )
                return false;
            var common = ReplySimilarity.CommonLength(words, other);
            if (common >= NearlySame * longer)
                return true;
            return common >= LooselySame * longer
                && common >= FewestConstants
                && longer - common <= 2 * Math.Max(1, words.Length / 8);
        }

        /// <summary>How many words two sorted lists have in common, or more: two words of one hash count as the same.</summary>
        private static int Shared(int[] one, int[] other)
        {
            var shared = 0;
            for (var (i, j) = (0, 0); i < one.Length && j < other.Length; )
            {
                if (one[i] == other[j])
                    (i, j, shared) = (i + 1, j + 1, shared + 1);
                else if (one[i] < other[j])
                    i++;
                else
                    j++;
            }
            return shared;
        }
    }
}
