namespace Motif.Decisions.Understanding;

/// <summary>
/// How reliable one pattern proved where it would have acted: decayed counts a ← .995a + right, b ← .995b + wrong, shrunk to its
/// target π₀ as r = (a + 20π₀)/(a + b + 20); and a fast average of misses that suspends it until ten in a row are right.
/// </summary>
internal sealed class PatternTrust
{
    private const double Decay = 0.995;
    private const double PriorStrength = 20;
    private const double Slack = 0.03;
    private const int FewestExamples = 5;
    private const double MissStep = 0.2;
    private const double MostMisses = 0.3;
    private const int Rehearsal = 10;

    private double _right;
    private double _wrong;
    private double _misses;
    private int _rehearsals;

    /// <summary>Labelled examples of the pattern.</summary>
    public int Examples { get; private set; }

    /// <summary>How many right ones in a row it still needs; 0 where it is not suspended.</summary>
    public int Rehearsals => _rehearsals;

    public double Reliability(double target) =>
        (_right + (PriorStrength * target)) / (_right + _wrong + PriorStrength);

    public void AddExample() => Examples++;

    /// <summary>A trial in which the pattern would have acted.</summary>
    public void AddTrial(bool isRight)
    {
        _right = (_right * Decay) + (isRight ? 1 : 0);
        _wrong = (_wrong * Decay) + (isRight ? 0 : 1);
    }

    /// <summary>A trial in which the pattern was nearly sure.</summary>
    public void Watch(bool isRight)
    {
        _misses = ((1 - MissStep) * _misses) + (isRight ? 0 : MissStep);
        if (_rehearsals > 0)
            _rehearsals = isRight ? _rehearsals - 1 : Rehearsal;
        else if (_misses > MostMisses)
            (_rehearsals, _misses) = (Rehearsal, MostMisses / 2);
    }

    /// <summary>Why the pattern may not act whatever its confidence; empty where it may.</summary>
    public IEnumerable<string> Blockers(double target)
    {
        if (Examples < FewestExamples)
            yield return FormattableString.Invariant($"examples {Examples}/{FewestExamples}");
        if (Reliability(target) < target - Slack)
            yield return FormattableString.Invariant(
                $"reliability {Reliability(target):0.000} below {target - Slack:0.000}"
            );
        if (_rehearsals > 0)
            yield return FormattableString.Invariant(
                $"suspended: {_rehearsals} more in a row must be right"
            );
    }

    public bool MayAct(double target) =>
        _rehearsals == 0 && Examples >= FewestExamples && Reliability(target) >= target - Slack;
}
