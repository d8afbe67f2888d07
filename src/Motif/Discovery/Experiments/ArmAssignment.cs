using Motif.Numerics;

namespace Motif.Discovery.Experiments;

/// <summary>
/// Which arm a unit is in: the first 53 bits of SHA-256 over salt, purpose and unit as a number in [0, 1), held against the
/// arms' cumulated ratios. Whether a unit takes part is another number of the same kind, so that raising the traffic adds units
/// and moves none; salts differ, so that the arms of two experiments have nothing to do with each other.
/// </summary>
public static class ArmAssignment
{
    /// <summary>Null for a unit that does not take part.</summary>
    public static string? Of(ExperimentSetup setup, string salt, string unit)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (Share(salt, "traffic", unit) >= setup.Traffic)
            return null;
        var left = Share(salt, "arm", unit) * setup.Arms.Sum(a => a.Ratio);
        foreach (var arm in setup.Arms)
        {
            left -= arm.Ratio;
            if (left < 0)
                return arm.Name;
        }
        return setup.Arms[^1].Name;
    }

    /// <summary>The same for every salt, purpose and unit; even over units.</summary>
    internal static double Share(string salt, string purpose, string unit) =>
        (SeededRandom.Seed(salt, purpose, unit) >> 11) * (1.0 / (1UL << 53));
}
