using System.Globalization;
using Motif.Numerics;

namespace Motif.Content.Simulation;

/// <summary>A peer in a simulated world: slot by slot the best of its index, each variant once.</summary>
internal abstract class PeerChooser : ISimulatedChooser
{
    public static ISimulatedChooser Of(SimulatedPeer peer, int run) =>
        peer switch
        {
            SimulatedPeer.Fewa => new WindowPeer(isFiltering: true),
            SimulatedPeer.RawUcb => new WindowPeer(isFiltering: false),
            SimulatedPeer.LookAhead => new LookAheadPeer(
                SeededRandom.Of("look-ahead", run.ToString(CultureInfo.InvariantCulture))
            ),
            _ => new PlanningPeer(),
        };

    public virtual IReadOnlyList<int> Choose(int decision, int[] candidates)
    {
        var chosen = new List<int>();
        for (var slot = 0; slot < FatigueWorld.Slots && chosen.Count < candidates.Length; slot++)
            chosen.Add(Best(decision, Array.FindAll(candidates, v => !chosen.Contains(v)), chosen));
        return chosen;
    }

    public virtual void Used(int decision, int family) { }

    public abstract void Learn(
        int decision,
        int usedAt,
        int variant,
        int successes,
        int impressions
    );

    /// <param name="earlier">What stands in the slate already.</param>
    protected abstract int Best(int decision, int[] open, IReadOnlyList<int> earlier);
}
