using System.Globalization;

namespace Motif.Content.Evaluation;

/// <summary>
/// Says what a policy would have got from the log of another (Horvitz and Thompson 1952; Swaminathan and Joachims 2015; Dudík,
/// Langford and Li 2011), and refuses where the log cannot tell.
/// </summary>
public static class OffPolicyEstimator
{
    public const double LeastEffectiveSamples = 200;
    public const double MostWeightError = 0.1;
    private const double Normal95 = 1.96;

    public static OffPolicyEstimate Estimate(IEnumerable<LoggedChoice> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var choices = new List<Weighted>();
        foreach (var choice in log)
        {
            if (Fault(choice) is { } fault)
                refused[fault] = refused.GetValueOrDefault(fault) + 1;
            else
                choices.Add(Weighted.Of(choice));
        }
        var weights = choices.ConvertAll(c => c.Weight);
        var sum = weights.Sum();
        var squares = weights.Sum(w => w * w);
        var samples = squares > 0 ? sum * sum / squares : 0;
        var mean = choices.Count > 0 ? sum / choices.Count : 0;
        if (Refusal(samples, mean) is { } refusal)
            return new(choices.Count, null, null, null, samples, mean, refusal, refused);
        return new OffPolicyEstimate(
            choices.Count,
            Mean(choices.ConvertAll(c => c.Weight * c.Reward)),
            Normalised(choices, sum),
            choices.TrueForAll(c => c.Predicted is not null && c.TargetPredicted is not null)
                ? Mean(
                    choices.ConvertAll(c =>
                        c.TargetPredicted!.Value + (c.Weight * (c.Reward - c.Predicted!.Value))
                    )
                )
                : null,
            samples,
            mean,
            null,
            refused
        );
    }

    private static string? Refusal(double samples, double meanWeight)
    {
        if (samples < LeastEffectiveSamples)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{samples:0.#} effective samples; {LeastEffectiveSamples} are needed: log more decisions, or evaluate a policy nearer to the one that made them"
            );
        return Math.Abs(meanWeight - 1) > MostWeightError
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the weights have the mean {meanWeight:0.###}, not 1: the logged probabilities are not those of the choices"
            )
            : null;
    }

    private static string? Fault(LoggedChoice choice) =>
        choice switch
        {
            { Probability: null } => "probability is missing",
            { Probability: not (> 0 and <= 1) } => "probability is not in (0, 1]",
            { TargetProbability: null } => "target_probability is missing",
            { TargetProbability: not (>= 0 and <= 1) } => "target_probability is not in [0, 1]",
            { Reward: null } => "reward is missing",
            { Reward: { } reward } when !double.IsFinite(reward) => "reward is no number",
            _ => null,
        };

    private static Estimate Mean(List<double> values)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Count - 1);
        var half = Normal95 * Math.Sqrt(variance / values.Count);
        return new Estimate(mean, mean - half, mean + half);
    }

    /// <summary>The spread of a ratio by its linear approximation.</summary>
    private static Estimate Normalised(List<Weighted> choices, double sum)
    {
        var value = choices.Sum(c => c.Weight * c.Reward) / sum;
        var variance = choices.Sum(c =>
            c.Weight * c.Weight * (c.Reward - value) * (c.Reward - value)
        );
        var half = Normal95 * Math.Sqrt(variance) / sum;
        return new Estimate(value, value - half, value + half);
    }

    private readonly record struct Weighted(
        double Weight,
        double Reward,
        double? Predicted,
        double? TargetPredicted
    )
    {
        public static Weighted Of(LoggedChoice choice) =>
            new(
                choice.TargetProbability!.Value / choice.Probability!.Value,
                choice.Reward!.Value,
                choice.Predicted,
                choice.TargetPredicted
            );
    }
}
