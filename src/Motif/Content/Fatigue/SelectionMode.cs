namespace Motif.Content.Fatigue;

/// <summary>How variants are chosen.</summary>
public enum SelectionMode
{
    /// <summary>Satiation-aware sampling under the cap, families of a slate distinct.</summary>
    Guard,

    /// <summary>Satiation-aware sampling, families of a slate distinct, no cap.</summary>
    Adaptive,

    /// <summary>Plain Thompson sampling by variant; fatigue is ignored.</summary>
    Off,

    /// <summary>Serves as <see cref="Off"/> does and says beside it what <see cref="Guard"/> would have served.</summary>
    Shadow,

    /// <summary>.7 · Beta + .3 · freshness, as an older engine did.</summary>
    CompatAdditive,

    /// <summary>Beta · (.5 + .5 · freshness), as an older engine's guide said.</summary>
    CompatMultiplicative,
}
