namespace Motif;

/// <summary>
/// How much outcomes say, by who reported them: the outcomes of one actor about one pattern on one day (UTC), n of them, count
/// as e(n) = C·n/(C − 1 + n), C = <see cref="MostPerDay"/>. One counts as 1, ten as 7.7, a thousand as 29.2 and no number as more than
/// C; of s successes among them e(n)·s/n. It depends on the numbers alone, not on the order in which they came in. Kept in
/// millionths, so that sums are exact.
/// </summary>
public static class OutcomeWeight
{
    /// <summary>C: what the outcomes of an actor about a pattern count at most in a day.</summary>
    public const int MostPerDay = 30;

    /// <summary>One outcome in the unit of the sums.</summary>
    public const long Unit = 1_000_000;

    /// <summary>What some outcomes count, in millionths, of all those of an actor, a pattern and a day.</summary>
    public static long Of(long some, long all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(some);
        ArgumentOutOfRangeException.ThrowIfLessThan(all, some);
        return all == 0 ? 0 : MostPerDay * Unit * some / (MostPerDay - 1 + all);
    }

    /// <summary>
    /// What a pattern says of its type, in millionths: its rate of success r with a weight of w/(m + w), w the weight of its
    /// outcomes and m = <see cref="SuccessPosterior.PriorStrength"/>: at most 1, however many outcomes it has.
    /// </summary>
    public static (long Successes, long Weight) InItsType(long successes, long failures)
    {
        var all = (Int128)successes + failures;
        var whole = all + (Int128)((long)SuccessPosterior.PriorStrength * Unit);
        return ((long)(Unit * (Int128)successes / whole), (long)(Unit * all / whole));
    }
}
