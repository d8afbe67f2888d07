using MathNet.Numerics;

namespace Motif.Statistics;

/// <summary>
/// A test of counts against wanted shares that may be looked at after every single count (Lindon and Malek 2022, "Anytime-valid
/// inference for multinomial count data"). The shares θ of the alternative have a Dirichlet distribution of mean w and
/// concentration c; the evidence against w is the Bayes factor
/// B = Γ(c)/Γ(c + N) · Π Γ(c·wᵢ + nᵢ)/Γ(c·wᵢ) · Π wᵢ^−nᵢ, a martingale while w is true, so that it ever exceeds 1/α with
/// probability α at most (Ville). p is the least 1/B so far.
/// </summary>
public sealed class MultinomialSequence
{
    /// <summary>The shares of the alternative lie within some 3 % of two equal arms: what goes wrong with assignments is small.</summary>
    private const double Concentration = 1000;

    private readonly double[] _shares;

    /// <param name="shares">Above 0, of any sum; two or more.</param>
    public MultinomialSequence(IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count < 2)
            throw new ArgumentException("two shares or more", nameof(shares));
        var whole = shares.Sum();
        _shares = [.. shares.Select(s => s / whole)];
    }

    /// <summary>Never rises; 1 before the first look.</summary>
    public double P { get; private set; } = 1;

    /// <param name="counts">All that was counted up to this look, in the order of the shares.</param>
    public double Look(IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        P = Math.Min(P, Math.Exp(-LogEvidence(counts)));
        return P;
    }

    private double LogEvidence(IReadOnlyList<long> counts)
    {
        var evidence =
            SpecialFunctions.GammaLn(Concentration)
            - SpecialFunctions.GammaLn(Concentration + counts.Sum());
        for (var i = 0; i < _shares.Length; i++)
            evidence +=
                SpecialFunctions.GammaLn((Concentration * _shares[i]) + counts[i])
                - SpecialFunctions.GammaLn(Concentration * _shares[i])
                - (counts[i] * Math.Log(_shares[i]));
        return evidence;
    }
}
