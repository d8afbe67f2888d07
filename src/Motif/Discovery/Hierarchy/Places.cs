using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>Where an item stands: the numbers of its neighbourhoods, and how firmly.</summary>
/// <param name="Strength">
/// 0 to 1: (a − b)/(1 − b) of the cosines to its own cell and to the next one, in a known topic of the cosine to it and of the
/// least that it asks; 0 lies at the border, 1 is the centre.
/// </param>
/// <param name="Cosine">To the centre of its cell.</param>
internal readonly record struct Place(
    int Macro,
    int Meso,
    int Micro,
    double Strength,
    double Cosine
);

/// <summary>
/// The frozen hierarchy: everything that decides where an item belongs. A vector falls into the cell whose centre is nearest,
/// in it to the nearest micro; the micro says the meso, that the macro. As made every meso is one cell; what people merge and
/// split changes whose the micros are, never where the borders run, so that no other item moves. An item of the run and one that
/// comes later are placed by the same products: a match and the stored membership never contradict each other.
/// </summary>
/// <param name="mean">Of the corpus' vectors of length 1.</param>
/// <param name="cells">Centres, one a row; the cells of topics come behind them and have none.</param>
/// <param name="micros">Centres, one a row.</param>
internal sealed class Places(
    float[] mean,
    FloatMatrix cells,
    FloatMatrix micros,
    int[] cellOfMicro,
    int[] mesoOfMicro,
    int[] macroOfMeso,
    TopicGates topics
)
{
    private readonly int[][] _microsOfCell = ByCell(cellOfMicro, cells.Rows + topics.Count);

    /// <summary>The centres, one a column, made when they are first asked: of the cells, and of the micros of each cell.</summary>
    private readonly Lazy<FloatMatrix> _cellColumns = new(cells.Transpose);
    private readonly FloatMatrix?[] _microColumns = new FloatMatrix?[cells.Rows + topics.Count];

    public float[] Mean { get; } = mean;

    public FloatMatrix Cells { get; } = cells;

    public FloatMatrix Micros { get; } = micros;

    public IReadOnlyList<int> CellOfMicro { get; } = cellOfMicro;

    public IReadOnlyList<int> MesoOfMicro { get; } = mesoOfMicro;

    public IReadOnlyList<int> MacroOfMeso { get; } = macroOfMeso;

    public TopicGates Topics { get; } = topics;

    public int Dimensions => Mean.Length;

    public static Places Empty(float[] mean) =>
        new(
            mean,
            new FloatMatrix(0, mean.Length),
            new FloatMatrix(0, mean.Length),
            [],
            [],
            [],
            TopicGates.None(mean.Length)
        );

    public IReadOnlyList<int> MicrosOfCell(int cell) => _microsOfCell[cell];

    /// <summary>Places rows of length 1 (not centred); a row of zeros gets null.</summary>
    public Place?[] Of(FloatMatrix unit) => Of(unit, out _);

    /// <inheritdoc cref="Of(FloatMatrix)"/>
    /// <param name="tied">The rows, ascending, that are equally near to two centres, so that the order of these decided.</param>
    public Place?[] Of(FloatMatrix unit, out int[] tied)
    {
        var own = CellsOf(unit);
        var places = new Place?[unit.Rows];
        var isTied = new bool[unit.Rows];
        int[][] groups =
        [
            .. Enumerable
                .Range(0, unit.Rows)
                .Where(i => own[i] is not null)
                .GroupBy(i => own[i]!.Value.Cell)
                .Select(g => g.ToArray()),
        ];
        RowBlocks.EachGroup(
            unit,
            groups,
            (group, part) =>
            {
                var rows = groups[group];
                var cell = own[rows[0]]!.Value.Cell;
                var inside = _microsOfCell[cell];
                var nearest = Centroids.AssignToColumns(
                    part,
                    _microColumns[cell] ??= RowBlocks.Select(Micros, inside).Transpose(),
                    Mean
                );
                for (var i = 0; i < rows.Length; i++)
                {
                    var at = own[rows[i]]!.Value;
                    places[rows[i]] = At(inside[nearest[i].Centroid], at);
                    isTied[rows[i]] = at.IsTied || nearest[i].Cosine == nearest[i].NextCosine;
                }
            }
        );
        tied = [.. Enumerable.Range(0, unit.Rows).Where(i => isTied[i])];
        return places;
    }

    /// <summary>The place of a micro, as if the item were its centre.</summary>
    public Place AtCentre(int micro) => At(micro, new InCell(CellOfMicro[micro], 1, 1));

    private InCell?[] CellsOf(FloatMatrix unit)
    {
        var nearest =
            Cells.Rows == 0 ? null : Centroids.AssignToColumns(unit, _cellColumns.Value, Mean);
        var found = new InCell?[unit.Rows];
        RowBlocks.Each(found.Length, i => found[i] = CellOf(unit.Row(i), nearest?[i]));
        return found;
    }

    private InCell? CellOf(ReadOnlySpan<float> unit, Nearest? nearest)
    {
        if (!unit.ContainsAnyExcept(0f))
            return null;
        if (Topics.Nearest(unit) is (>= 0 and var topic, var cosine))
            return InCell.Between(Cells.Rows + topic, cosine, Topics.Similarities[topic]);
        return nearest is { } cell
            ? InCell.Between(cell.Centroid, cell.Cosine, Cells.Rows == 1 ? -1 : cell.NextCosine)
            : null;
    }

    private Place At(int micro, InCell cell)
    {
        var meso = MesoOfMicro[micro];
        return new Place(MacroOfMeso[meso], meso, micro, cell.Strength, cell.Cosine);
    }

    private static int[][] ByCell(int[] cellOfMicro, int cells)
    {
        var micros = cellOfMicro
            .Select((cell, micro) => (cell, micro))
            .ToLookup(m => m.cell, m => m.micro);
        return [.. Enumerable.Range(0, cells).Select(cell => micros[cell].ToArray())];
    }

    private readonly record struct InCell(
        int Cell,
        double Strength,
        double Cosine,
        bool IsTied = false
    )
    {
        public static InCell Between(int cell, double cosine, double next) =>
            new(
                cell,
                1 - next <= 0 ? 0 : Math.Clamp((cosine - next) / (1 - next), 0, 1),
                Math.Clamp(cosine, -1, 1),
                cosine == next
            );
    }
}
