namespace Motif.Catalog;

/// <summary>How good a pattern is, in words; the bounds are the same everywhere.</summary>
public enum QualityBand
{
    /// <summary>A score of at least .8.</summary>
    Excellent,

    /// <summary>From .6 on.</summary>
    Good,

    /// <summary>From .4 on.</summary>
    Fair,

    /// <summary>Below .4.</summary>
    Poor,

    /// <summary>Nothing was measured.</summary>
    Unmeasured,
}

/// <summary>Where the bands begin, in tenths: the bins in which the stores count.</summary>
public static class QualityBands
{
    /// <summary>The band of a tenth, 0 to 9; -1 while unmeasured.</summary>
    public static QualityBand OfTenth(int tenth) =>
        tenth switch
        {
            < 0 => QualityBand.Unmeasured,
            < 4 => QualityBand.Poor,
            < 6 => QualityBand.Fair,
            < 8 => QualityBand.Good,
            _ => QualityBand.Excellent,
        };

    public static QualityBand Of(double? score) =>
        score is null ? QualityBand.Unmeasured : OfTenth((int)(score.Value * 10));
}
