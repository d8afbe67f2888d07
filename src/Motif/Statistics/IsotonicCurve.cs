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

    internal static IsotonicCurve Fit(IReadOnlyList<(double Logit, bool Useful)> labels)
    {
        var mean = labels.Average(label => label.Useful ? 1.0 : 0.0);
        var blocks = new List<Block>();
        foreach (var group in labels.GroupBy(label => label.Logit).OrderBy(group => group.Key))
        {
            var count = group.Count();
            blocks.Add(new Block(group.Key * count, group.Count(label => label.Useful), count));
            while (blocks.Count > 1 && blocks[^2].Mean >= blocks[^1].Mean)
            {
                blocks[^2] = blocks[^2].Join(blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }
        var logits = new List<double>();
        var confidences = new List<double>();
        foreach (var block in blocks)
        {
            var confidence = (block.Useful + (MeanWeight * mean)) / (block.Count + MeanWeight);
            logits.Add(block.LogitSum / block.Count);
            // Shrinking small blocks more than large ones may bend the order; the curve must not fall.
            confidences.Add(
                confidences.Count > 0 ? Math.Max(confidences[^1], confidence) : confidence
            );
        }
        return new IsotonicCurve(logits, confidences);
    }

    private readonly record struct Block(double LogitSum, double Useful, int Count)
    {
        public double Mean => Useful / Count;

        public Block Join(Block other) =>
            new(LogitSum + other.LogitSum, Useful + other.Useful, Count + other.Count);
    }
}
