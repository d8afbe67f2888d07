using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Learning;

/// <summary>What the matcher of the moment makes of a message.</summary>
/// <param name="MayAct">Sure enough for its class, and its pattern reliable.</param>
/// <param name="Threshold">Of the class of the best candidate; null where none can be promised.</param>
/// <param name="Blockers">Why it may not act, in words.</param>
public sealed record ShelfReading(
    MessageReading Reading,
    bool MayAct,
    double? Threshold,
    IReadOnlyList<string> Blockers,
    string? Model
)
{
    /// <summary>Whether the confidence is that of examples which were withheld: it may put an answer before a person, and nothing else.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Words of the message that no lesson has, small ones left out.</summary>
    public IReadOnlyList<string> NovelWords { get; init; } = [];
}

/// <summary>
/// Keeps the matcher in step with the log of lessons: behind another server's lesson it learns it at the next message, and
/// where a lesson was taken back it builds the matcher anew. Thread-safe; one reads at a time.
/// </summary>
public sealed class ModelShelf(IDecisionStore store, MessageVectors vectors, TimeProvider time)
    : IDisposable
{
    private const int Page = 1000;
    private const int MostOfLabel = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, string> _signatures = new(StringComparer.Ordinal);
    private Vocabulary _vocabulary = new();
    private DecisionModel _model = new();
    private PrecisionTargets _targets = new();
    private long _epoch;
    private long _number;
    private DateTimeOffset? _damagedAt;

    /// <param name="text">Without personal data, as lessons are.</param>
    public async Task<ShelfReading> ReadAsync(
        string text,
        IReadOnlyList<string> history,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        var vector = await vectors.OfAsync(text, cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(settings.Targets, cancellationToken, answers: vector is not null);
            var reading = _model.Read(MessageFeatures.Of(text, history), vector);
            if (_damagedAt is not null)
                reading = reading with { Confidence = 0, IsWhole = false };
            var novel = _vocabulary.NovelWords(text);
            // Few requests outside every pattern were seen: the confidence cannot know how such look.
            if (_vocabulary.IsOutside(text, novel, reading))
                reading = reading with
                {
                    Confidence = Math.Min(reading.Confidence, Vocabulary.MostConfidence),
                };
            return new ShelfReading(
                reading,
                _model.MayAct(reading),
                _model.ThresholdOf(reading),
                _model.Blockers(reading),
                vectors.Model
            )
            {
                NovelWords = novel,
                IsProvisional = !_model.IsCalibrated && reading.Confidence > 0,
            };
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The label of the lesson whose words are the same but for case, punctuation and spacing; null where none is.</summary>
    public async Task<string?> LabelOfAsync(
        string text,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        await _one.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(settings.Targets, cancellationToken);
            return MessageTokens.Signature(text) is { } signature
                ? _signatures.GetValueOrDefault(signature)
                : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The lessons whose words are the same but for case, punctuation and spacing.</summary>
    internal async Task<IReadOnlyList<StoredLesson>> LessonsOfWordsAsync(
        string text,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var label = await LabelOfAsync(text, settings, cancellationToken);
        if (label is null)
            return [];
        var signature = MessageTokens.Signature(text);
        return
        [
            .. (await store.LessonsOfAsync(label, MostOfLabel, cancellationToken)).Where(l =>
                MessageTokens.Signature(l.Text) == signature
            ),
        ];
    }

    /// <summary>Whether most of what a text says is in no lesson; as of the last reading.</summary>
    internal bool IsNovel(string text) => _vocabulary.IsMostlyNovel(text);

    /// <summary>How many labelled decisions calibrate confidences.</summary>
    public async Task<int> LabelsAsync(
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        await _one.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(settings.Targets, cancellationToken);
            return _model.CalibratingLabels;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <param name="answers">Whether the sentence model has just answered: only then is it worth building anew for its sake.</param>
    private async Task FollowAsync(
        PrecisionTargets targets,
        CancellationToken cancellationToken,
        bool answers = false
    )
    {
        var position = await store.PositionAsync(cancellationToken);
        var isHealing = answers && _damagedAt is { } since && time.GetUtcNow() - since > Patience;
        if (
            position.Epoch != _epoch
            || position.Lessons < _number
            || targets != _targets
            || isHealing
        )
        {
            _model = new DecisionModel(new DecisionModelOptions { Targets = targets });
            _signatures.Clear();
            _vocabulary = new Vocabulary();
            (_targets, _epoch, _number, _damagedAt) = (targets, position.Epoch, 0, null);
        }
        while (_number < position.Lessons)
        {
            var page = await store.LessonsAsync(_number, Page, cancellationToken);
            if (page.Lessons.Count == 0)
                break;
            await LearnAsync(page.Lessons, cancellationToken);
            _number = page.Number;
        }
    }

    private async Task LearnAsync(
        IReadOnlyList<StoredLesson> lessons,
        CancellationToken cancellationToken
    )
    {
        var made = await VectorsAsync([.. lessons.Select(l => l.Text)], cancellationToken);
        for (var i = 0; i < lessons.Count; i++)
        {
            var lesson = lessons[i];
            _model.Learn(
                new Lesson(
                    MessageFeatures.Of(lesson.Text, lesson.History),
                    lesson.Label,
                    made[i],
                    lesson.Risk,
                    lesson.Weight
                )
            );
            _vocabulary.Learn(lesson);
            if (MessageTokens.Signature(lesson.Text) is { } signature)
                _signatures[signature] = lesson.Label;
        }
    }

    /// <summary>Without them words alone are learned, nothing acts on that, and when the model answers again it is made good.</summary>
    private async Task<IReadOnlyList<float[]?>> VectorsAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        if (_damagedAt is null && await vectors.TryAllAsync(texts, cancellationToken) is { } made)
            return made;
        _damagedAt ??= time.GetUtcNow();
        return new float[]?[texts.Count];
    }
}
