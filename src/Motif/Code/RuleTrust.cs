using System.Globalization;

namespace Motif.Code;

/// <summary>
/// How far what a rule finds is right in this catalogue. The prior is Beta(8, 0), eight imagined places that are right; a place
/// counts as right until it is called wrong. So with w of n places called wrong the mean is (8 + n − w) / (8 + n), and 1 without
/// any. The confidence of a place is the rule's own times this.
/// </summary>
/// <param name="Places">Places that the rule found here, those that were called wrong with them.</param>
/// <param name="Wrong">Those that were called wrong.</param>
public sealed record RuleTrust(string Rule, long Places, long Wrong)
{
    /// <summary>Imagined places that are right; as many outcomes as the prior of a pattern's success weighs.</summary>
    public const int PriorStrength = 8;

    /// <summary>0 to 1.</summary>
    public double Trust =>
        Math.Round((PriorStrength + Places - Wrong) / (double)(PriorStrength + Places), 4);

    /// <summary>The figure with how it came about, in a sentence.</summary>
    public string Explanation =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Wrong} of {Places} places of the rule {Rule} were called wrong, so its confidence counts ×{Trust:0.####}: ({PriorStrength} + {Places} − {Wrong}) / ({PriorStrength} + {Places})"
        );

    /// <summary>What is left of a confidence of the rule.</summary>
    public Confidence Of(Confidence confidence) => new(Math.Round(confidence.Value * Trust, 4));
}
