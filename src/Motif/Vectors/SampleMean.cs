using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>The mean of a sample and how far below it that of all may lie.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SampleMean
{
    /// <summary>Standard errors that nine in ten samples' means stay within, on the one side.</summary>
    private const double Confidence = 1.28;

    private double _sum;
    private double _squares;
    private int _count;

    public readonly double Mean => _sum / _count;

    /// <summary>Mean − 1.28 · √(variance / count).</summary>
    public readonly double LowerBound
    {
        get
        {
            var variance = Math.Max(0, _squares / _count - Mean * Mean);
            return Mean - Confidence * Math.Sqrt(variance / _count);
        }
    }

    public void Add(double value)
    {
        _sum += value;
        _squares += value * value;
        _count++;
    }
}
