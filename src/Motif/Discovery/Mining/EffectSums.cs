namespace Motif.Discovery.Mining;

/// <summary>What one unit adds to an effect: Σx̃ỹ and Σx̃², x̃ being 1 or 0 less its stratum's mean.</summary>
internal readonly record struct UnitSums(int Unit, int Channel, double Cross, double Square)
{
    public double Effect => Cross / Square;
}

/// <summary>The sums of a feature in one scope, of the strata in which some rows have it and some have not.</summary>
internal sealed class EffectSums(int scope)
{
    /// <param name="units">In the order of units.</param>
    public EffectSums(
        int scope,
        IEnumerable<UnitSums> units,
        int support,
        int carriers,
        double rankSum,
        double squares,
        int degrees
    )
        : this(scope)
    {
        Units.AddRange(units);
        (Support, Carriers, RankSum) = (support, carriers, rankSum);
        (Squares, Degrees) = (squares, degrees);
        Cross = Units.Sum(u => u.Cross);
        Square = Units.Sum(u => u.Square);
        Close();
    }

    public int Scope { get; } = scope;

    public List<UnitSums> Units { get; } = [];

    /// <summary>Rows with the feature in these strata.</summary>
    public int Support { get; private set; }

    /// <summary>All rows with it in the scope, those without a comparison too.</summary>
    public int Carriers { get; private set; }

    /// <summary>Σ of ranks: its sign is that of a stratified Mann–Whitney test (van Elteren 1960).</summary>
    public double RankSum { get; private set; }

    /// <summary>Σỹ² of the strata, and their degrees of freedom.</summary>
    public double Squares { get; private set; }

    public int Degrees { get; private set; }

    public double Cross { get; private set; }

    public double Square { get; private set; }

    public int Channels { get; private set; }

    /// <summary>The share of the channel that weighs most.</summary>
    public double LargestShare { get; private set; }

    /// <summary>
    /// Of every scope in which the feature stands, in the order of scopes. Strata are numbered by scope, then channel, so that rows
    /// sorted by stratum give all sums in one walk.
    /// </summary>
    /// <param name="rows">With the feature, sorted by stratum; none without one.</param>
    /// <param name="centred">The design's own outcomes or shuffled ones.</param>
    public static List<EffectSums> Of(StratifiedDesign design, int[] rows, double[] centred)
    {
        var result = new List<EffectSums>();
        for (var start = 0; start < rows.Length; )
        {
            var number = design.Stratum[rows[start]];
            var stratum = design.Strata[number];
            var (end, cross, rank) = (start, 0.0, 0.0);
            while (end < rows.Length && design.Stratum[rows[end]] == number)
            {
                cross += centred[rows[end]];
                rank += design.Rank[rows[end++]];
            }
            if (result.Count == 0 || result[^1].Scope != stratum.Scope)
                result.Add(new EffectSums(stratum.Scope));
            result[^1].Add(stratum, end - start, cross, rank);
            start = end;
        }
        foreach (var sums in result)
            sums.Close();
        return result;
    }

    /// <summary>As bytes from which <see cref="Read"/> makes the same, to the last bit.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write(Scope);
        to.Write(Support);
        to.Write(Carriers);
        to.Write(RankSum);
        to.Write(Squares);
        to.Write(Degrees);
        to.Write(Cross);
        to.Write(Square);
        to.Write(Units.Count);
        foreach (var unit in Units)
        {
            to.Write(unit.Unit);
            to.Write(unit.Channel);
            to.Write(unit.Cross);
            to.Write(unit.Square);
        }
    }

    public static EffectSums Read(BinaryReader from)
    {
        var sums = new EffectSums(from.ReadInt32())
        {
            Support = from.ReadInt32(),
            Carriers = from.ReadInt32(),
            RankSum = from.ReadDouble(),
            Squares = from.ReadDouble(),
            Degrees = from.ReadInt32(),
            Cross = from.ReadDouble(),
            Square = from.ReadDouble(),
        };
        for (var left = from.ReadInt32(); left > 0; left--)
            sums.Units.Add(
                new UnitSums(
                    from.ReadInt32(),
                    from.ReadInt32(),
                    from.ReadDouble(),
                    from.ReadDouble()
                )
            );
        sums.Close();
        return sums;
    }

    private void Add(in StratumFacts stratum, int having, double cross, double rank)
    {
        Carriers += having;
        if (having == stratum.Count)
            return;
        Support += having;
        RankSum += rank;
        Squares += stratum.Squares;
        Degrees += stratum.Count - 1;
        var square = having * (1 - ((double)having / stratum.Count));
        Cross += cross;
        Square += square;
        if (Units.Count > 0 && Units[^1].Unit == stratum.Unit)
            Units[^1] = Units[^1] with
            {
                Cross = Units[^1].Cross + cross,
                Square = Units[^1].Square + square,
            };
        else
            Units.Add(new UnitSums(stratum.Unit, stratum.Channel, cross, square));
    }

    private void Close()
    {
        var channels = Units.GroupBy(u => u.Channel).Select(g => g.Sum(u => u.Square)).ToList();
        Channels = channels.Count;
        LargestShare = channels.Count == 0 ? 0 : channels.Max() / Square;
    }
}
