using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>The work of searches, in codes scored: about 10 ns each at 256 dimensions.</summary>
/// <param name="ByCode">Rows whose codes were scored in the order of memory.</param>
/// <param name="BySigns">Rows whose signs were looked at.</param>
/// <param name="Survivors">Those of them whose codes were scored after all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlanCost(long ByCode, long BySigns, long Survivors)
{
    /// <summary>Looking at the signs of a row.</summary>
    public const double Sign = 0.3;

    /// <summary>Scoring a code out of the order of memory.</summary>
    public const double Survivor = 2.5;

    /// <summary>Turning to another list.</summary>
    public const double List = 6;

    public static PlanCost None => default;

    public long Rows => ByCode + BySigns;

    /// <summary>True where signs and the codes they left cost less than those rows' codes would have.</summary>
    public bool SignsPay => Sign * BySigns + Survivor * Survivors < BySigns;

    public static PlanCost operator +(PlanCost a, PlanCost b) =>
        new(a.ByCode + b.ByCode, a.BySigns + b.BySigns, a.Survivors + b.Survivors);
}
