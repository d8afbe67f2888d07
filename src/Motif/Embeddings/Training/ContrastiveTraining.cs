using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Embeddings.Training;

/// <summary>How <see cref="ContrastiveTraining"/> runs.</summary>
/// <param name="Steps">Batches seen; the learning rate falls linearly to zero over them.</param>
/// <param name="BatchSize">Pairs per batch; each is the negative of all others.</param>
/// <param name="LearningRate">Of row-wise Adagrad.</param>
/// <param name="Temperature">τ of the loss.</param>
/// <param name="Seed">Order of the pairs.</param>
internal sealed record ContrastiveOptions(
    int Steps,
    int BatchSize,
    double LearningRate,
    double Temperature,
    int Seed
);

/// <summary>
/// Trains token vectors so that the two texts of a pair meet: InfoNCE with in-batch negatives in both directions
/// (van den Oord et al. 2018), L = −½·mean(log softmaxⱼ(xᵢ·yⱼ/τ)ᵢ + log softmaxᵢ(xᵢ·yⱼ/τ)ⱼ), x and y the L2-normalised sums of
/// the pair's token vectors; row-wise Adagrad (one accumulator per token).
/// </summary>
internal sealed class ContrastiveTraining(
    SparseMatrix left,
    SparseMatrix right,
    ContrastiveOptions options
)
{
    /// <summary>Mean loss per pair of the last batch.</summary>
    public double Loss { get; private set; }

    /// <summary>Trains a copy of the start vectors.</summary>
    public FloatMatrix Train(
        FloatMatrix start,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        var vectors = start.Copy();
        var accumulators = new float[vectors.Rows];
        Array.Fill(accumulators, 1e-8f);
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, left.Rows).ToArray();
        random.Shuffle(order);
        var batch = Math.Min(options.BatchSize, order.Length);
        var position = 0;
        for (var step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (position + batch > order.Length)
            {
                random.Shuffle(order);
                position = 0;
            }
            var rate = options.LearningRate * (1 - ((double)step / options.Steps));
            Step(order.AsSpan(position, batch), vectors, accumulators, (float)rate);
            position += batch;
            progress?.Report(step + 1);
        }
        return vectors;
    }

    private void Step(ReadOnlySpan<int> rows, FloatMatrix vectors, float[] accumulators, float rate)
    {
        var leftBatch = left.Select(rows);
        var rightBatch = right.Select(rows);
        var x = leftBatch.Multiply(vectors);
        var y = rightBatch.Multiply(vectors);
        var xNorms = NormalizeRows(x);
        var yNorms = NormalizeRows(y);
        var scores = MatrixProduct.Multiply(x, y.Transpose());
        var gradient = ScoreGradient(scores);
        var gx = MatrixProduct.Multiply(gradient, y);
        var gy = MatrixProduct.Multiply(gradient.Transpose(), x);
        ThroughNormalization(gx, x, xNorms);
        ThroughNormalization(gy, y, yNorms);
        Update(leftBatch.Transpose(), rightBatch.Transpose(), gx, gy, vectors, accumulators, rate);
    }

    private static float[] NormalizeRows(FloatMatrix matrix)
    {
        var norms = new float[matrix.Rows];
        for (var row = 0; row < norms.Length; row++)
        {
            norms[row] = TensorPrimitives.Norm<float>(matrix.Row(row)) + 1e-6f;
            TensorPrimitives.Divide(matrix.Row(row), norms[row], matrix.Row(row));
        }
        return norms;
    }

    /// <summary>∂L/∂(x·y): (softmax over the row + softmax over the column − 2·identity) / (2nτ).</summary>
    private FloatMatrix ScoreGradient(FloatMatrix scores)
    {
        var size = scores.Rows;
        var temperature = (float)options.Temperature;
        TensorPrimitives.Divide(scores.Values, temperature, scores.Values);
        var byRow = scores.Copy();
        var byColumn = scores.Transpose();
        var loss = new double[size];
        Parallel.For(
            0,
            size,
            row =>
            {
                TensorPrimitives.SoftMax<float>(byRow.Row(row), byRow.Row(row));
                TensorPrimitives.SoftMax<float>(byColumn.Row(row), byColumn.Row(row));
                loss[row] =
                    -Math.Log((byRow.Row(row)[row] + 1e-9) * (byColumn.Row(row)[row] + 1e-9)) / 2;
            }
        );
        Loss = loss.Average();
        var columns = byColumn.Transpose();
        TensorPrimitives.Add(byRow.Values, columns.Values, byRow.Values);
        for (var i = 0; i < size; i++)
            byRow.Values[(i * size) + i] -= 2;
        TensorPrimitives.Divide(byRow.Values, 2 * size * temperature, byRow.Values);
        return byRow;
    }

    /// <summary>∂(v/|v|): g ← (g − (g·v̂)v̂)/|v|.</summary>
    private static void ThroughNormalization(FloatMatrix gradient, FloatMatrix unit, float[] norms)
    {
        for (var row = 0; row < norms.Length; row++)
        {
            var g = gradient.Row(row);
            var along = TensorPrimitives.Dot<float>(g, unit.Row(row));
            TensorPrimitives.MultiplyAdd(unit.Row(row), -along, g, g);
            TensorPrimitives.Divide(g, norms[row], g);
        }
    }

    private static void Update(
        SparseMatrix leftPairs,
        SparseMatrix rightPairs,
        FloatMatrix gx,
        FloatMatrix gy,
        FloatMatrix vectors,
        float[] accumulators,
        float rate
    ) =>
        Parallel.ForEach(
            Partitioner.Create(0, vectors.Rows, 512),
            range =>
            {
                Span<float> gradient = stackalloc float[vectors.Columns];
                for (var token = range.Item1; token < range.Item2; token++)
                {
                    if (leftPairs.RowLength(token) + rightPairs.RowLength(token) == 0)
                        continue;
                    gradient.Clear();
                    leftPairs.MultiplyRow(token, gx, gradient);
                    rightPairs.MultiplyRow(token, gy, gradient);
                    accumulators[token] +=
                        TensorPrimitives.SumOfSquares<float>(gradient) / gradient.Length;
                    var step = -rate / MathF.Sqrt(accumulators[token]);
                    TensorPrimitives.MultiplyAdd(
                        gradient,
                        step,
                        vectors.Row(token),
                        vectors.Row(token)
                    );
                }
            }
        );
}
