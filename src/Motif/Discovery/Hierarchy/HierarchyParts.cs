using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>Neighbourhoods of some of the rows: every cell is a meso, its micros lie in it.</summary>
/// <param name="StandingMeso">Of each cell the meso that it goes on from; −1 for a new one.</param>
internal sealed record HierarchyParts(
    FloatMatrix Cells,
    FloatMatrix Micros,
    int[] CellOfMicro,
    int[] StandingMeso
)
{
    public static HierarchyParts None(int columns) =>
        new(new FloatMatrix(0, columns), new FloatMatrix(0, columns), [], []);

    /// <summary>From cells with the micros of each.</summary>
    public static HierarchyParts Of(
        FloatMatrix cells,
        IReadOnlyList<FloatMatrix> microsOfCell,
        int[] standingMeso
    ) =>
        new(
            cells,
            RowBlocks.Join([.. microsOfCell], cells.Columns),
            [.. microsOfCell.SelectMany((micros, cell) => Enumerable.Repeat(cell, micros.Rows))],
            standingMeso
        );
}
