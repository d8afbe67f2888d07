using Motif.Numerics;

namespace Motif.Tests.Discovery.Hierarchy;

/// <summary>Vectors with subjects inside of fields, and which is which.</summary>
internal sealed record NestedCorpus(FloatMatrix Vectors, int[] Fields, int[] Subjects)
{
    public static NestedCorpus Make(
        int fields,
        int subjectsOfField,
        int itemsOfSubject,
        int dimensions = 48,
        float noise = 0.35f,
        ulong seed = 7
    )
    {
        var random = new SeededRandom(seed);
        var rows = fields * subjectsOfField * itemsOfSubject;
        var corpus = new NestedCorpus(
            new FloatMatrix(rows, dimensions),
            new int[rows],
            new int[rows]
        );
        var row = 0;
        for (var field = 0; field < fields; field++)
        {
            var middle = Draw(random, dimensions, 1);
            for (var subject = 0; subject < subjectsOfField; subject++)
            {
                var centre = Draw(random, dimensions, 0.7f);
                for (var item = 0; item < itemsOfSubject; item++, row++)
                {
                    var own = Draw(random, dimensions, noise);
                    for (var i = 0; i < dimensions; i++)
                        corpus.Vectors.Row(row)[i] = middle[i] + centre[i] + own[i];
                    corpus.Fields[row] = field;
                    corpus.Subjects[row] = (field * subjectsOfField) + subject;
                }
            }
        }
        return corpus;
    }

    public static FloatMatrix Noise(int rows, int dimensions, ulong seed)
    {
        var random = new SeededRandom(seed);
        var matrix = new FloatMatrix(rows, dimensions);
        for (var i = 0; i < matrix.Values.Length; i++)
            matrix.Values[i] = (float)((2 * random.NextDouble()) - 1);
        return matrix;
    }

    private static float[] Draw(SeededRandom random, int dimensions, float size)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
            vector[i] = size * (float)(random.NextNormal() / Math.Sqrt(dimensions));
        return vector;
    }
}
