using System.Runtime.Intrinsics;

namespace Motif.Vectors;

/// <summary>
/// Takes the best of some scores again and again: beside the scores stand the maxima of blocks of sixteen, so that one
/// taking looks at a sixteenth of them and at one block.
/// </summary>
internal readonly unsafe struct ScoreTournament
{
    private const int Block = 16;
    private readonly float* _scores;
    private readonly float* _maxima;
    private readonly int _blocks;

    /// <param name="scores">Overwritten with −∞ as they are taken; room up to a multiple of sixteen.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="maxima">Room for <see cref="Maxima"/>.</param>
    public ScoreTournament(float* scores, int count, float* maxima)
    {
        _scores = scores;
        _maxima = maxima;
        _blocks = (count + Block - 1) / Block;
        new Span<float>(scores + count, _blocks * Block - count).Fill(float.NegativeInfinity);
        new Span<float>(maxima, Maxima(count)).Fill(float.NegativeInfinity);
        for (var block = 0; block < _blocks; block++)
            _maxima[block] = MaxOf(scores + block * Block);
    }

    /// <summary>Floats of working memory for so many scores.</summary>
    public static int Maxima(int count) => (count / Block + Block) & ~(Block - 1);

    /// <summary>The place of the best score, the first of equals; −1 when all are taken.</summary>
    public int Next(out float score)
    {
        var best = 0;
        score = float.NegativeInfinity;
        for (var start = 0; start < _blocks; start += Block)
        {
            var max = MaxOf(_maxima + start);
            if (max <= score)
                continue;
            score = max;
            best = start;
        }
        if (float.IsNegativeInfinity(score))
            return -1;
        var block = best + IndexOf(_maxima + best, score);
        var scores = _scores + block * Block;
        var at = IndexOf(scores, score);
        scores[at] = float.NegativeInfinity;
        _maxima[block] = MaxOf(scores);
        return block * Block + at;
    }

    private static float MaxOf(float* sixteen)
    {
        var eight = Vector256.MaxNative(Vector256.Load(sixteen), Vector256.Load(sixteen + 8));
        var four = Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
        var two = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(two[0], two[1]);
    }

    private static int IndexOf(float* sixteen, float score)
    {
        var value = Vector256.Create(score);
        var equal =
            Vector256.Equals(Vector256.Load(sixteen), value).ExtractMostSignificantBits()
            | Vector256.Equals(Vector256.Load(sixteen + 8), value).ExtractMostSignificantBits()
                << 8;
        return System.Numerics.BitOperations.TrailingZeroCount(equal);
    }
}
