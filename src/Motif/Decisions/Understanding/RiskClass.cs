namespace Motif.Decisions.Understanding;

/// <summary>What a wrong answer costs; it decides how sure the machine must be.</summary>
public enum RiskClass
{
    /// <summary>Static information: opening hours, an address. 95 of 100 sent must be right.</summary>
    R0,

    /// <summary>Something about the customer: 98 of 100.</summary>
    R1,

    /// <summary>An action that can be taken back: 99 of 100, with undo.</summary>
    R2,

    /// <summary>Money, law, medicine: never without people.</summary>
    R3,
}

/// <summary>How right each class must be on average, as a share of what is sent.</summary>
/// <param name="R0">Static information.</param>
/// <param name="R1">Customer data.</param>
/// <param name="R2">Actions that can be taken back.</param>
public sealed record PrecisionTargets(double R0 = 0.95, double R1 = 0.98, double R2 = 0.99)
{
    /// <summary>The same for every class, as a replay has it.</summary>
    public static PrecisionTargets All(double target) => new(target, target, target);

    /// <summary>Null for what is never automatic.</summary>
    public double? Of(RiskClass risk) =>
        risk switch
        {
            RiskClass.R0 => R0,
            RiskClass.R1 => R1,
            RiskClass.R2 => R2,
            _ => null,
        };
}
