namespace Motif.Content.Simulation;

/// <summary>An oracle that knows the world: by the next reward, under the cap, or with the losses that follow counted.</summary>
public enum OracleKind
{
    Myopic,
    Capped,
    Marginal,
}

/// <inheritdoc cref="OracleKind"/>
internal sealed class OracleChooser(FatigueWorld world, OracleKind kind) : ISimulatedChooser
{
    public IReadOnlyList<int> Choose(int decision, int[] candidates)
    {
        var used = new int[FatigueWorld.Families];
        var chosen = new List<int>();
        for (var slot = 0; slot < FatigueWorld.Slots; slot++)
        {
            var eligible = Array.FindAll(candidates, v => !chosen.Contains(v));
            if (kind is OracleKind.Capped)
                eligible = Limit(decision, eligible, used);
            var best = eligible.MaxBy(v => Score(decision, v, used[FatigueWorld.FamilyOf(v)]));
            chosen.Add(best);
            used[FatigueWorld.FamilyOf(best)]++;
        }
        return chosen;
    }

    public void Used(int decision, int family) { }

    public void Learn(int decision, int usedAt, int variant, int successes, int impressions) { }

    private int[] Limit(int decision, int[] eligible, int[] used)
    {
        var distinct = Array.FindAll(eligible, v => used[FatigueWorld.FamilyOf(v)] == 0);
        if (distinct.Length > 0)
            eligible = distinct;
        int Counted(int v) =>
            world.Recent(decision, FatigueWorld.FamilyOf(v)) + used[FatigueWorld.FamilyOf(v)];
        var within = Array.FindAll(eligible, v => Counted(v) < FatigueWorld.Cap);
        if (within.Length > 0)
            return within;
        var least = eligible.Min(Counted);
        return Array.FindAll(eligible, v => Counted(v) == least);
    }

    private double Score(int decision, int variant, int earlier)
    {
        var family = FatigueWorld.FamilyOf(variant);
        var rate = world.Rate(decision, variant);
        var now = rate * world.Multiplier(decision, family, earlier);
        return kind is OracleKind.Marginal && world.HasDecay
            ? (rate * world.Marginal(family, earlier)) + (0.001 * now)
            : now;
    }
}
