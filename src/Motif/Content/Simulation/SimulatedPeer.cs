namespace Motif.Content.Simulation;

/// <summary>Rules of the literature that the product's are compared with. None knows a cap.</summary>
public enum SimulatedPeer
{
    /// <summary>
    /// Filtering on expanding window averages (Seznec et al. 2019, "Rotting bandits are no harder than stochastic ones"): windows
    /// grow, variants whose mean of the last h falls behind by 2c(h) are filtered.
    /// </summary>
    Fewa,

    /// <summary>
    /// Rotting adaptive window UCB (Seznec et al. 2020, "A single algorithm for both restless and rested rotting bandits"): the
    /// least over windows h of mean + c(h).
    /// </summary>
    RawUcb,

    /// <summary>
    /// Look-ahead by d steps with a drawn model of satiation (Pike-Burke and Grünewälder 2019, "Recovering bandits", d-step
    /// look-ahead, with a fixed power law in place of their Gaussian process).
    /// </summary>
    LookAhead,

    /// <summary>
    /// Explore, estimate, plan (Leqi et al. 2021, "Rebounding bandits for modeling satiation effects"): families in turn, then a
    /// linear decay fitted by least squares, then the best by what it gains with the losses that follow counted.
    /// </summary>
    ExploreEstimatePlan,
}
