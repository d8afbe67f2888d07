using System.Diagnostics.CodeAnalysis;
using Motif.Numerics;

namespace Motif.Decisions.Understanding;

/// <summary>How the matcher learns.</summary>
/// <param name="Rehearsed">How many earlier lessons are gone through again with each new one.</param>
public sealed record DecisionModelOptions(int Rehearsed = 6)
{
    public PrecisionTargets Targets { get; init; } = new();
}

/// <summary>
/// Matches messages to learned patterns: a linear model and nearest neighbours on words, and where there is a sentence model the
/// same two on its vectors. What it knows follows from its lessons and their order alone, so that a log of lessons is all that
/// has to be kept. Not thread-safe.
/// </summary>
public sealed class DecisionModel
{
    /// <summary>The label of what an operator wrote for one occasion; it is learned and never acted on.</summary>
    public const string Custom = "__custom__";

    /// <summary>Labels before which no confidence is claimed.</summary>
    public const int FewestLabels = 200;

    private const int RefitEvery = 100;
    private const int EarlyRefitEvery = 10;
    private const int Window = 4000;
    private const int Remembered = 4000;
    private const int Shown = 3;
    private const double NearlySure = 0.9;
    private const int LexicalNeighbours = 10;
    private const int LexicalPower = 4;

    private readonly DecisionModelOptions _options;
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<RiskClass> _risks = [];
    private readonly List<PatternTrust> _trusts = [];
    private readonly FeatureWeights _weights = new();
    private readonly LinearClassifier _linear = new();
    private readonly ExampleIndex _examples = new();
    private readonly List<int> _exampleLabels = [];
    private readonly NeighbourVotes _votes = new(LexicalNeighbours, LexicalPower);
    private readonly MeaningClassifier _meaning = new();
    private readonly List<(MessageFeatures Features, int Label)> _memory = [];
    private readonly SeededRandom _random = SeededRandom.Of("decisions", "rehearsal");
    private readonly Queue<LabelledTrial> _trials = new();
    private readonly Dictionary<RiskClass, double> _thresholds = [];
    private readonly List<Lesson> _untried = [];
    private ConfidenceFit? _fit;
    private ConfidenceFit? _early;
    private (int Examples, int Labels, int Width) _earlyOf;
    private int _memoryNext;

    public DecisionModel(DecisionModelOptions? options = null) => _options = options ?? new();

    /// <summary>How many lessons were learned.</summary>
    public int Position { get; private set; }

    /// <summary>How many of them calibrate.</summary>
    public int CalibratingLabels { get; private set; }

    /// <summary>
    /// Whether confidences are calibrated by labelled decisions alone. Before, examples that were withheld stand in for those that
    /// are missing: enough to offer an answer to a person, and nothing else is ever derived from such a confidence.
    /// </summary>
    public bool IsCalibrated => CalibratingLabels >= FewestLabels;

    /// <summary>The confidence from which a class may act; null where none can be promised.</summary>
    public double? Threshold(RiskClass risk) =>
        _thresholds.TryGetValue(risk, out var threshold) ? threshold : null;

    /// <summary>Whether the first candidate is sure enough for its class and its pattern reliable enough.</summary>
    public bool MayAct(MessageReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Best >= 0
            && Threshold(_risks[reading.Best]) is { } threshold
            && reading.Confidence >= threshold
            && _options.Targets.Of(_risks[reading.Best]) is { } target
            && _trusts[reading.Best].MayAct(target);
    }

    /// <summary>The confidence from which the first candidate's class may act; null where none can be promised.</summary>
    public double? ThresholdOf(MessageReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Best < 0 ? null : Threshold(_risks[reading.Best]);
    }

    /// <summary>Why the first candidate may not act, beside its confidence.</summary>
    public IReadOnlyList<string> Blockers(MessageReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var blockers = new List<string>();
        if (CalibratingLabels < FewestLabels)
            blockers.Add(
                FormattableString.Invariant($"live_labels {CalibratingLabels}/{FewestLabels}")
            );
        else if (ThresholdOf(reading) is null)
            blockers.Add("no confidence keeps the target of its class");
        else if (reading.Confidence < ThresholdOf(reading))
            blockers.Add(
                FormattableString.Invariant(
                    $"confidence {reading.Confidence:0.000} below {ThresholdOf(reading):0.000}"
                )
            );
        if (!IsCalibrated && reading.Confidence > 0)
            blockers.Add(
                "its confidence is that of examples which were withheld, not of decisions"
            );
        if (!reading.IsWhole)
            blockers.Add("the sentence model gave no vector");
        if (reading.Best >= 0 && _options.Targets.Of(_risks[reading.Best]) is { } target)
            blockers.AddRange(_trusts[reading.Best].Blockers(target));
        return blockers;
    }

    public MessageReading Read(MessageFeatures message, float[]? vector = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Read(message, vector, isShown: true);
    }

    /// <param name="isShown">Whether anybody sees the confidence; before there are labels enough it is dear and teaches nothing.</param>
    internal MessageReading Read(MessageFeatures message, float[]? vector, bool isShown)
    {
        if (Position == 0)
            return new MessageReading(
                0,
                [],
                0,
                new Dictionary<string, double>(StringComparer.Ordinal),
                IsWhole: true
            );
        var weighed = _weights.Weigh(message);
        var linear = _linear.Score(weighed);
        _examples.Find(weighed, _weights, _votes);
        _votes.Tally(_exampleLabels, _names.Count);
        var hasMeaning = vector is not null && _meaning.Read(vector, _names.Count);
        var signals = new ReadingSignals(
            linear,
            _votes,
            hasMeaning ? _meaning : null,
            _names.Count
        );
        var best = signals.Best;
        var values =
            best < 0
                ? []
                : signals.Values(
                    _trusts[best].Examples,
                    _weights.Novelty(message),
                    message.Tokens,
                    _trusts[best]
                        .Reliability(_options.Targets.Of(_risks[best]) ?? _options.Targets.R2)
                );
        var isWhole = hasMeaning || _meaning.Examples == 0;
        return new MessageReading(
            Position,
            Candidates(signals),
            isShown || IsCalibrated ? ConfidenceOf(best, values, isWhole) : 0,
            ReadingSignals.Named(values),
            isWhole
        )
        {
            Values = values,
            Best = best,
            Top = [.. signals.Top],
        };
    }

    /// <param name="reading">What <see cref="Read(MessageFeatures, float[])"/> answered just before, where nothing was learned since.</param>
    [SuppressMessage(
        "Design",
        "CA1062",
        Justification = "a lesson is never null under nullable annotations"
    )]
    public void Learn(Lesson lesson, MessageReading? reading = null)
    {
        var before =
            reading?.Position == Position
                ? reading
                : Read(lesson.Features, lesson.Vector, isShown: false);
        var label = Label(lesson.Label);
        _risks[label] = lesson.Risk;
        var isRight = before.Best == label && lesson.Label != Custom;
        Judge(before, isRight);
        Study(lesson, label);
        _trusts[label].AddExample();
        Position++;
        if (lesson.Weight <= 0 && !IsCalibrated)
            _untried.Add(lesson);
        Calibrate(lesson, before, isRight);
    }

    /// <summary>Whether only a person can answer.</summary>
    internal bool IsCustom(MessageReading reading) =>
        reading.Best >= 0 && _names[reading.Best] == Custom;

    private Candidate[] Candidates(ReadingSignals signals)
    {
        var candidates = new Candidate[signals.Top.Count];
        for (var i = 0; i < candidates.Length; i++)
            candidates[i] = new Candidate(_names[signals.Top[i]], signals.Score(signals.Top[i]));
        return candidates;
    }

    private double ConfidenceOf(int best, double[] values, bool isWhole)
    {
        if (best < 0 || !isWhole || _names[best] == Custom)
            return 0;
        var fit = IsCalibrated ? _fit : Early(values.Length);
        return fit?.Probability(values) ?? 0;
    }

    /// <summary>
    /// Before there are labels enough: examples that were withheld stand for those that are missing. It follows from the lessons
    /// alone, whenever it is asked for; null where there are too few examples.
    /// </summary>
    private ConfidenceFit? Early(int width)
    {
        var examples = EarlyExamples();
        if (examples == 0)
            return null;
        var labels = CalibratingLabels - (CalibratingLabels % EarlyRefitEvery);
        if (_earlyOf == (examples, labels, width))
            return _early;
        _early = FitEarly(examples, labels, width);
        _earlyOf = (examples, labels, width);
        return _early;
    }

    /// <summary>Withheld anew each time there are a quarter more of them.</summary>
    private int EarlyExamples()
    {
        var most = 0;
        for (var count = FewestLabels; count <= _untried.Count; count += count / 4)
            most = count;
        return most;
    }

    private ConfidenceFit? FitEarly(int examples, int labels, int width)
    {
        var withheld = WithheldTrials.Of(
            [.. _untried.Take(examples)],
            _options,
            FewestLabels - labels
        );
        LabelledTrial[] trials =
        [
            .. withheld.Concat(_trials.Take(labels)).Where(t => t.Signals.Length == width),
        ];
        return withheld.Count == 0 || trials.Length == 0 ? null : ConfidenceFit.Of(trials);
    }

    private int Label(string name)
    {
        if (_labels.TryGetValue(name, out var label))
            return label;
        _labels[name] = _names.Count;
        _names.Add(name);
        _risks.Add(RiskClass.R0);
        _trusts.Add(new PatternTrust());
        return _names.Count - 1;
    }

    private void Judge(MessageReading reading, bool isRight)
    {
        if (!IsCalibrated || reading.Best < 0 || _names[reading.Best] == Custom)
            return;
        var threshold = Threshold(_risks[reading.Best]);
        if (reading.Confidence >= Math.Min(threshold ?? 1, NearlySure))
            _trusts[reading.Best].Watch(isRight);
        if (threshold is { } sure && reading.Confidence >= sure)
            _trusts[reading.Best].AddTrial(isRight);
    }

    private void Study(Lesson lesson, int label)
    {
        var weighed = _weights.Weigh(lesson.Features);
        _linear.Learn(weighed, label);
        for (var i = 0; i < _options.Rehearsed && _memory.Count > 0; i++)
        {
            var (features, old) = _memory[_random.NextBelow(_memory.Count)];
            _linear.Learn(_weights.Weigh(features), old);
        }
        Remember(lesson.Features, label);
        _examples.Add(weighed);
        _exampleLabels.Add(label);
        _weights.Count(lesson.Features);
        if (lesson.Vector is { } vector)
            _meaning.Learn(vector, label);
    }

    private void Remember(MessageFeatures features, int label)
    {
        if (_memory.Count < Remembered)
            _memory.Add((features, label));
        else
            _memory[_memoryNext] = (features, label);
        _memoryNext = (_memoryNext + 1) % Remembered;
    }

    private void Calibrate(Lesson lesson, MessageReading reading, bool isRight)
    {
        if (lesson.Weight <= 0 || !reading.IsWhole)
            return;
        // What a person would have been asked anyhow tells nothing about those that are not.
        if (reading.Best < 0 || _names[reading.Best] == Custom)
            return;
        _trials.Enqueue(
            new LabelledTrial(
                reading.Values,
                isRight,
                IsCalibrated ? reading.Confidence : 0,
                lesson.Weight
            )
        );
        if (_trials.Count > Window)
            _trials.Dequeue();
        CalibratingLabels++;
        if (IsCalibrated)
            (_early, _earlyOf) = (null, default);
        if (CalibratingLabels == FewestLabels)
            _untried.Clear();
        if (CalibratingLabels >= FewestLabels && CalibratingLabels % RefitEvery == 0)
            Refit();
    }

    private void Refit()
    {
        // A sentence model that came later makes other signals; those from before it do not fit them.
        var width = _trials.Last().Signals.Length;
        var trials = _trials.Where(t => t.Signals.Length == width).ToArray();
        _fit = ConfidenceFit.Of(trials);
        _thresholds.Clear();
        foreach (var risk in Enum.GetValues<RiskClass>())
            if (
                _options.Targets.Of(risk) is { } target
                && ActionThreshold.Of(trials, target) is { } threshold
            )
                _thresholds[risk] = threshold;
    }
}
