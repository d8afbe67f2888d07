using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Text;

namespace Motif.Decisions.Learning;

/// <summary>
/// The words that lessons have. Until enough requests outside every pattern were seen, a message that says something new and is
/// unlike every lesson is taken for one of them, however sure the matcher is. Not thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Labelled requests without a pattern from which on the calibrated confidence is trusted alone.</summary>
    public const int EnoughOutside = 50;

    /// <summary>What may be shown for a message that is taken to lie outside.</summary>
    public const double MostConfidence = 0.29;

    private const double LikeALesson = 0.85;
    private const double NovelShare = 0.15;
    private const double Mostly = 0.5;
    private const int MostShown = 10;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private int _outside;

    public void Learn(StoredLesson lesson)
    {
        _words.UnionWith(Content(lesson.Text));
        if (lesson is { Label: DecisionModel.Custom, Weight: > 0 })
            _outside++;
    }

    public IReadOnlyList<string> NovelWords(string text) =>
        [.. Content(text).Where(w => !_words.Contains(w)).Take(MostShown)];

    public bool IsMostlyNovel(string text)
    {
        var content = Content(text).ToList();
        return content.Count > 0
            && content.Count(w => !_words.Contains(w)) >= Mostly * content.Count;
    }

    public bool IsOutside(string text, IReadOnlyList<string> novel, MessageReading reading) =>
        _outside < EnoughOutside
        && novel.Count > 0
        && novel.Count >= NovelShare * Content(text).Count()
        && reading.Signals.GetValueOrDefault("nearest_similarity") < LikeALesson;

    /// <summary>Words that say something, each once; numbers and placeholders of personal data are none.</summary>
    private static IEnumerable<string> Content(string text) =>
        MessageTokens
            .Of(text)
            .Where(w => char.IsLetter(w[0]) && w.Length > 1 && !Stopwords.Contains(w))
            .Distinct(StringComparer.Ordinal);
}
