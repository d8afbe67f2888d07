using Motif.Decisions.Understanding;

namespace Motif.Decisions.Replay;

/// <summary>
/// Plays a log through the matcher as it would have been lived: every message is read and decided by what was learned before
/// it, then as much of the operator's answer is learned as would have been seen. The same log gives the same report.
/// </summary>
public static class DecisionReplay
{
    private const double AuditWeight = 10;

    /// <param name="vectors">Of the rows by the sentence model, in their order; null without one.</param>
    /// <param name="progress">Told how many rows are done.</param>
    public static ReplayReport Run(
        IReadOnlyList<ReplayRow> rows,
        IReadOnlyList<float[]?>? vectors,
        ReplayOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var model = new DecisionModel(
            new DecisionModelOptions { Targets = PrecisionTargets.All(options.Target) }
        );
        var outcomes = new List<ReplayOutcome>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(Live(model, rows[i], vectors?[i], options.Feedback));
            progress?.Report(i + 1);
        }
        return ReplayMetrics.Of(outcomes, options, vectors is not null);
    }

    private static ReplayOutcome Live(
        DecisionModel model,
        ReplayRow row,
        float[]? vector,
        ReplayFeedback feedback
    )
    {
        var features = MessageFeatures.Of(row.Text, row.History);
        var reading = model.Read(features, vector);
        var isRight =
            reading.Candidates.Count > 0
            && reading.Candidates[0].Label == row.Act
            && row.Act != DecisionModel.Custom;
        var wouldAct = model.MayAct(reading);
        var isAutomatic = wouldAct && !(feedback is ReplayFeedback.Partial && row.IsAudited);
        var isRevealed =
            feedback is ReplayFeedback.Full || !isAutomatic || (!isRight && row.IsDetected);
        if (isRevealed)
            model.Learn(
                new Lesson(
                    features,
                    row.Act,
                    vector,
                    Weight: WeightOf(feedback, wouldAct, isAutomatic)
                ),
                reading
            );
        return new ReplayOutcome(row.Act, reading, isRight, isAutomatic, isRevealed);
    }

    private static double WeightOf(ReplayFeedback feedback, bool wouldAct, bool isAutomatic) =>
        feedback is ReplayFeedback.Full ? 1
        : isAutomatic ? 0
        : wouldAct ? AuditWeight
        : 1;
}

/// <summary>One row as it was decided.</summary>
internal readonly record struct ReplayOutcome(
    string Act,
    MessageReading Reading,
    bool IsRight,
    bool IsAutomatic,
    bool IsRevealed
)
{
    public bool IsCustom => Act == DecisionModel.Custom;

    public double Confidence => Reading.Confidence;

    public bool IsAmongTop
    {
        get
        {
            foreach (var candidate in Reading.Candidates)
                if (candidate.Label == Act)
                    return true;
            return false;
        }
    }
}
