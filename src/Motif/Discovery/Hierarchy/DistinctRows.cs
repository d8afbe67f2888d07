using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// The rows without copies, dealt out: those of known topics, those in cells that people touched, and the free ones from which
/// neighbourhoods are made.
/// </summary>
internal sealed class DistinctRows
{
    private readonly Place?[] _places;

    /// <param name="unit">Of length 1, not centred; they are centred in place.</param>
    /// <param name="isNew">Of each row.</param>
    public DistinctRows(
        FloatMatrix unit,
        bool[] isNew,
        HierarchyInput input,
        StandingHierarchy? standing
    )
    {
        var topics = input.Topics;
        (Standing, Topics) = (standing, topics);
        Gates = new TopicGates(
            RowBlocks.Join([.. topics.Select(t => RowOf(t.Centre))], unit.Columns),
            [.. topics.Select(t => t.Similarity)]
        );
        HeldCells = standing is null ? [] : Held(standing, topics);
        Mean =
            standing is not null && (input.IsWarm || HeldCells.Count > 0)
                ? standing.Places.Mean
                : CentredVectors.Mean(unit);
        _places = standing is null ? new Place?[unit.Rows] : standing.Places.Of(unit);
        TopicOf = new int[unit.Rows];
        RowBlocks.Each(unit.Rows, i => TopicOf[i] = Gates.Nearest(unit.Row(i)).Topic);
        Centred = unit;
        CentredVectors.Centre(unit, Mean);
        FreeRows = [.. Enumerable.Range(0, unit.Rows).Where(IsFree)];
        Free = FreeRows.Length == unit.Rows ? Centred : RowBlocks.Select(Centred, FreeRows);
        IsFreeNew = Array.ConvertAll(FreeRows, i => isNew[i]);
    }

    public StandingHierarchy? Standing { get; }

    public IReadOnlyList<TopicSeed> Topics { get; }

    public TopicGates Gates { get; }

    /// <summary>That of what stands where centres of it are kept: they are read by it.</summary>
    public float[] Mean { get; }

    public FloatMatrix Centred { get; }

    /// <summary>The topic of each row; −1 for none.</summary>
    public int[] TopicOf { get; }

    public FloatMatrix Free { get; }

    public int[] FreeRows { get; }

    public bool[] IsFreeNew { get; }

    /// <summary>Standing cells that are kept as they are, ascending.</summary>
    public IReadOnlyList<int> HeldCells { get; }

    /// <summary>Standing cells that may change: those of topics that are no more go.</summary>
    public IReadOnlyList<int> OpenCells =>
        Standing is null
            ? []
            :
            [
                .. Enumerable
                    .Range(0, Standing.Places.Cells.Rows)
                    .Where(c => !HeldCells.Contains(c)),
            ];

    public bool HasCells => OpenCells.Count > 0;

    /// <summary>Mesos that are there before any is made.</summary>
    public int GivenMesos => Topics.Count + HeldMesos.Count;

    public IReadOnlyList<int> HeldMesos =>
        Standing is null
            ? []
            : [.. HeldMicros.Select(m => Standing.Places.MesoOfMicro[m]).Distinct().Order()];

    public IReadOnlyList<int> HeldMicros =>
        Standing is null ? [] : [.. HeldCells.SelectMany(Standing.Places.MicrosOfCell).Order()];

    public Place[] FreePlaces => Array.ConvertAll(FreeRows, i => _places[i]!.Value);

    public Place? PlaceOf(int row) => _places[row];

    private bool IsFree(int row) =>
        TopicOf[row] < 0
        && !(
            _places[row] is { } place
            && HeldCells.Contains(Standing!.Places.CellOfMicro[place.Micro])
        );

    private static List<int> Held(StandingHierarchy standing, IReadOnlyList<TopicSeed> topics)
    {
        var known = topics.Select(t => t.TopicId).ToHashSet();
        var places = standing.Places;
        return
        [
            .. Enumerable
                .Range(0, places.Cells.Rows)
                .Where(cell =>
                    places
                        .MicrosOfCell(cell)
                        .Any(micro =>
                            standing.Mesos[places.MesoOfMicro[micro]] is { IsHeld: true } meso
                            && !known.Contains(meso.ClusterId)
                        )
                ),
        ];
    }

    private static FloatMatrix RowOf(float[] centre)
    {
        var row = new FloatMatrix(1, centre.Length);
        centre.CopyTo(row.Row(0));
        return row;
    }
}
