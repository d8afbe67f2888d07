using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Importing;

/// <summary>
/// Lives an import again in the order of time, to say of each candidate how it would have done: see <see cref="CandidateReplay"/>.
/// Words alone are matched; before 200 labels no confidence is claimed, and then nothing is said of any candidate.
/// </summary>
internal static class ImportReplay
{
    /// <summary>Older ones are not lived again.</summary>
    public const int MostPairs = 2_000;

    /// <summary>From here on a candidate is put before a person.</summary>
    private const double ShownFrom = 0.30;

    private const int Folds = 4;

    /// <param name="pairs">In the order of time.</param>
    /// <param name="candidateOf">The candidate of a pair's reply; null for what was written for one occasion.</param>
    public static IReadOnlyDictionary<Guid, CandidateReplay> Of(
        IReadOnlyList<ImportedPair> pairs,
        Func<ImportedPair, Guid?> candidateOf,
        CancellationToken cancellationToken
    )
    {
        var seen = new Dictionary<string, (int Right, int Wrong)>(StringComparer.Ordinal);
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new DecisionModel();
            foreach (var pair in pairs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Live(model, pair, Label(candidateOf(pair), fold), seen);
            }
        }
        return seen.ToDictionary(
            s => Guid.ParseExact(s.Key, "D"),
            s => new CandidateReplay((double)s.Value.Right / Folds, (double)s.Value.Wrong / Folds)
        );
    }

    private static void Live(
        DecisionModel model,
        ImportedPair pair,
        string label,
        Dictionary<string, (int Right, int Wrong)> seen
    )
    {
        var features = MessageFeatures.Of(pair.Text, pair.History);
        var reading = model.Read(features);
        if (reading.Confidence >= ShownFrom)
        {
            var best = reading.Candidates[0].Label;
            var (right, wrong) = seen.GetValueOrDefault(best);
            seen[best] = best == label ? (right + 1, wrong) : (right, wrong + 1);
        }
        model.Learn(new Lesson(features, label), reading);
    }

    /// <summary>A withheld candidate's answers are those of one occasion.</summary>
    private static string Label(Guid? candidate, int fold) =>
        candidate is { } id && id.ToByteArray()[0] % Folds != fold
            ? id.ToString("D")
            : DecisionModel.Custom;
}
