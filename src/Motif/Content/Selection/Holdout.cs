using Motif.Numerics;

namespace Motif.Content.Selection;

/// <summary>Which decisions the plain rule serves, so that there is something to compare with: by hash, the same for good.</summary>
public static class Holdout
{
    public static bool Contains(string personaId, string decisionId, double share) =>
        share > 0
        && (SeededRandom.Seed("holdout", personaId, decisionId) >> 11) * (1.0 / (1UL << 53))
            < share;
}
