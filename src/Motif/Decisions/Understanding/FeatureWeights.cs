namespace Motif.Decisions.Understanding;

/// <summary>A message as one sparse vector of length 1.</summary>
internal readonly record struct FeatureVector(int[] Ids, float[] Values)
{
    public int Length => Ids.Length;
}

/// <summary>
/// How rare features are, counted message by message: idf = 1 + ln((N + 1)/(df + 1)). Each block is brought to length 1 before
/// the blocks are joined with the weights 1, 1 and 1.5. Not thread-safe.
/// </summary>
internal sealed class FeatureWeights
{
    private const float WordWeight = 1;
    private const float GramWeight = 1;
    private const float ContextWeight = 1.5f;

    private readonly int[] _frequencies = new int[MessageFeatures.Space];

    /// <summary>How many messages were counted.</summary>
    public int Messages { get; private set; }

    public int Frequency(int feature) => _frequencies[feature];

    public void Count(MessageFeatures message)
    {
        Messages++;
        foreach (var block in Blocks(message))
        foreach (var id in block.Block.Ids)
            _frequencies[id]++;
    }

    public FeatureVector Weigh(MessageFeatures message)
    {
        var length =
            message.Words.Ids.Length + message.Grams.Ids.Length + message.Context.Ids.Length;
        var ids = new int[length];
        var values = new float[length];
        var total = 0f;
        foreach (var (block, weight) in Blocks(message))
            total += block.Ids.Length == 0 ? 0 : weight * weight;
        var at = 0;
        foreach (var (block, weight) in Blocks(message))
            at += Weigh(
                block,
                weight / MathF.Sqrt(Math.Max(total, 1e-9f)),
                ids.AsSpan(at),
                values.AsSpan(at)
            );
        return new FeatureVector(ids, values);
    }

    /// <summary>The share of the words' idf that no message had before, 0 to 1; 1 for a message without words.</summary>
    public double Novelty(MessageFeatures message)
    {
        double novel = 0;
        double all = 0;
        foreach (var id in message.Words.Ids)
        {
            double idf = Idf(id);
            all += idf;
            novel += _frequencies[id] == 0 ? idf : 0;
        }
        return all > 0 ? novel / all : 1;
    }

    private int Weigh(FeatureBlock block, float weight, Span<int> ids, Span<float> values)
    {
        var squares = 0.0;
        for (var i = 0; i < block.Ids.Length; i++)
        {
            ids[i] = block.Ids[i];
            values[i] = block.Weights[i] * Idf(block.Ids[i]);
            squares += values[i] * values[i];
        }
        if (squares > 0)
        {
            var scale = weight / (float)Math.Sqrt(squares);
            for (var i = 0; i < block.Ids.Length; i++)
                values[i] *= scale;
        }
        return block.Ids.Length;
    }

    private float Idf(int feature) =>
        (float)(Math.Log((Messages + 1.0) / (_frequencies[feature] + 1.0)) + 1);

    private static IEnumerable<(FeatureBlock Block, float Weight)> Blocks(
        MessageFeatures message
    ) =>
        [
            (message.Words, WordWeight),
            (message.Grams, GramWeight),
            (message.Context, ContextWeight),
        ];
}
