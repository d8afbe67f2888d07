namespace Motif.Statistics;

/// <summary>
/// Stage 2: the monotone curve with the least squared error (pool adjacent violators, Ayer et al. 1955), linear between the
/// middles of its blocks. Every block is drawn towards the mean by two labels' weight, so that no confidence is 0 or 1.
/// </summary>
/// <param name="Logits">Ascending.</param>
/// <param name="Confidences">Beside each logit, not falling.</param>
public sealed record IsotonicCurve(IReadOnlyList<double> Logits, IReadOnlyList<double> Confidences)
{
    public const int FewestLabels = 1000;

    private const double MeanWeight = 2;

    /// <summary>The confidence at a logit; constant beyond the ends.</summary>
    public double At(double logit)
    {
        if (logit <= Logits[0])
            return Confidences[0];
        for (var i = 1; i < Logits.Count; i++)
        {
            if (logit > Logits[i])
                continue;
            var share = (logit - Logits[i - 1]) / (Logits[i] - Logits[i - 1]);
            return Confidences[i - 1] + (share * (Confidences[i] - Confidences[i - 1]));
        }
        return Confidences[^1];
    }

    /// <param name="labels">What was promised, what came of it, and how much that counts.</param>
    /// <param name="ceiling">A logit and the probability that it, and every one below it, may get at most; null without one.</param>
    internal static IsotonicCurve Fit(
        IReadOnlyList<(double Logit, bool Useful, double Weight)> labels,
        (double Logit, double Most)? ceiling = null
    )
    {
        var weight = labels.Sum(label => label.Weight);
        var mean = labels.Sum(label => label.Useful ? label.Weight : 0) / weight;
        var logits = new List<double>();
        var confidences = new List<double>();
        foreach (var block in Blocks(labels))
        {
            var confidence = (block.Useful + (MeanWeight * mean)) / (block.Weight + MeanWeight);
            logits.Add(block.LogitSum / block.Weight);
            // Shrinking small blocks more than large ones may bend the order; the curve must not fall.
            confidences.Add(
                confidences.Count > 0 ? Math.Max(confidences[^1], confidence) : confidence
            );
        }
        var curve = new IsotonicCurve(logits, confidences);
        return ceiling is { } held ? curve.Under(held.Logit, held.Most) : curve;
    }

    private static List<Block> Blocks(
        IReadOnlyList<(double Logit, bool Useful, double Weight)> labels
    )
    {
        var blocks = new List<Block>();
        foreach (
            var group in labels
                .Where(label => label.Weight > 0)
                .GroupBy(label => label.Logit)
                .OrderBy(group => group.Key)
        )
        {
            var weight = group.Sum(label => label.Weight);
            var useful = group.Sum(label => label.Useful ? label.Weight : 0);
            blocks.Add(new Block(group.Key * weight, useful, weight));
            while (blocks.Count > 1 && blocks[^2].Mean >= blocks[^1].Mean)
            {
                blocks[^2] = blocks[^2].Join(blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }
        return blocks;
    }

    /// <summary>The curve with a point at the logit, and nothing up to it above what it may get.</summary>
    private IsotonicCurve Under(double logit, double most)
    {
        if (At(logit) <= most)
            return this;
        var points = Logits
            .Zip(Confidences)
            .Where(point => point.First != logit)
            .Append((logit, most))
            .OrderBy(point => point.Item1)
            .ToList();
        return new IsotonicCurve(
            [.. points.Select(point => point.Item1)],
            [
                .. points.Select(point =>
                    point.Item1 <= logit ? Math.Min(point.Item2, most) : point.Item2
                ),
            ]
        );
    }

    private readonly record struct Block(double LogitSum, double Useful, double Weight)
    {
        public double Mean => Useful / Weight;

        public Block Join(Block other) =>
            new(LogitSum + other.LogitSum, Useful + other.Useful, Weight + other.Weight);
    }
}
