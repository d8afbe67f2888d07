using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>Seeded vectors with some cluster structure, and the brute-force answer over them.</summary>
internal static class RandomVectors
{
    /// <summary>Points around <paramref name="centres"/> random centres; more of them begin with the same ones.</summary>
    public static float[][] Clustered(int count, int dimension, int seed, int centres = 20)
    {
        var random = new Random(seed);
        var middles = Gaussian(centres, dimension, random);
        var points = new float[count][];
        for (var row = 0; row < count; row++)
        {
            points[row] = Gaussian(1, dimension, random)[0];
            var middle = middles[random.Next(centres)];
            for (var i = 0; i < dimension; i++)
                points[row][i] = 0.6f * points[row][i] + middle[i];
        }
        return points;
    }

    /// <summary>Points of few latent dimensions without clusters: their neighbours lie in many lists.</summary>
    public static float[][] LowRank(int count, int dimension, int seed, int rank = 12)
    {
        var random = new Random(seed);
        var axes = Gaussian(rank, dimension, random);
        var latent = Gaussian(count, rank, random);
        return Array.ConvertAll(
            latent,
            weights =>
            {
                var point = new float[dimension];
                for (var axis = 0; axis < rank; axis++)
                for (var i = 0; i < dimension; i++)
                    point[i] += weights[axis] * axes[axis][i];
                return point;
            }
        );
    }

    private static float[][] Gaussian(int count, int dimension, Random random) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    Enumerable
                        .Range(0, dimension)
                        .Select(_ =>
                            (float)(Enumerable.Range(0, 6).Sum(_ => random.NextDouble()) - 3)
                        )
                        .ToArray()
                ),
        ];

    public static double Score(VectorMetric metric, float[] query, float[] row)
    {
        double dot = 0,
            squares = 0,
            queryNorm = 0,
            rowNorm = 0;
        for (var i = 0; i < query.Length; i++)
        {
            dot += (double)query[i] * row[i];
            squares += ((double)query[i] - row[i]) * ((double)query[i] - row[i]);
            queryNorm += (double)query[i] * query[i];
            rowNorm += (double)row[i] * row[i];
        }
        return metric switch
        {
            VectorMetric.Cosine => dot / Math.Sqrt(queryNorm * rowNorm),
            VectorMetric.Dot => dot,
            _ => -Math.Sqrt(squares),
        };
    }

    /// <summary>The score of the k-th best among the rows that pass.</summary>
    public static double WorstWanted(
        VectorMetric metric,
        float[] query,
        IEnumerable<float[]> rows,
        int limit
    )
    {
        var scores = rows.Select(row => Score(metric, query, row)).OrderDescending().ToArray();
        return scores[Math.Min(limit, scores.Length) - 1];
    }
}
