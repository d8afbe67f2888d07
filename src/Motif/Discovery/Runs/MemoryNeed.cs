using System.Globalization;
using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>What a run holds in memory at its height, so that one that cannot end is not begun.</summary>
internal static class MemoryNeed
{
    /// <summary>Rows of vectors that stand at once: as they were read, as they are compared, and one more while they are copied.</summary>
    private const int Rows = 3;

    /// <summary>An item's text, attributes, words, features and places.</summary>
    private const int BytesOfItem = 3000;

    /// <summary>Where vectors are still to be made nobody has said how long they are.</summary>
    private const int UsualDimensions = 384;

    public static long BytesFor(ItemCounts counts) =>
        counts.Items
        * (
            (Rows * sizeof(float) * (long)(counts.GivenDimensions ?? UsualDimensions)) + BytesOfItem
        );

    /// <summary>Null where it fits.</summary>
    public static string? Shortage(ItemCounts counts, long available)
    {
        var needed = BytesFor(counts);
        return needed <= available
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"a run over {counts.Items} items needs about {Megabytes(needed)} MB of memory, and {Megabytes(available)} MB are there; give it more, or fewer items"
            );
    }

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
