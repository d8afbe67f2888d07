namespace Motif.Content.Simulation;

/// <summary>What one run came to.</summary>
/// <param name="Reward">The sum of true rates over all slots.</param>
/// <param name="Violations">Slots whose family had been used to its cap.</param>
/// <param name="EffectiveFamilies">Mean over weeks of exp(Shannon entropy) of the families' shares.</param>
internal readonly record struct RunResult(
    double Reward,
    int Violations,
    int DuplicateSlates,
    double EffectiveFamilies
);

/// <summary>One run of one chooser through one world.</summary>
internal sealed class SimulatedRun(FatigueWorld world, ISimulatedChooser chooser)
{
    private readonly Queue<(int Decision, int Variant, int Successes)> _pending = new();
    private readonly int[] _week = new int[FatigueWorld.Families];
    private double _reward;
    private int _violations;
    private int _duplicates;
    private double _effective;
    private int _weeks;

    public RunResult Run()
    {
        for (var decision = 0; decision < FatigueWorld.Decisions; decision++)
        {
            Deliver(decision);
            var slate = chooser.Choose(decision, world.CandidatesAt(decision));
            Play(decision, slate);
            if ((decision + 1) % FatigueWorld.Window == 0)
                CloseWeek();
        }
        return new RunResult(_reward, _violations, _duplicates, _effective / _weeks);
    }

    private void Deliver(int decision)
    {
        while (_pending.Count > 0 && _pending.Peek().Decision <= decision - FatigueWorld.Delay)
        {
            var (usedAt, variant, successes) = _pending.Dequeue();
            chooser.Learn(decision, usedAt, variant, successes);
        }
    }

    private void Play(int decision, IReadOnlyList<int> slate)
    {
        Span<int> used = stackalloc int[FatigueWorld.Families];
        for (var slot = 0; slot < slate.Count; slot++)
        {
            var variant = slate[slot];
            var family = FatigueWorld.FamilyOf(variant);
            var rate =
                world.Rate(decision, variant) * world.Multiplier(decision, family, used[family]);
            _reward += rate;
            if (world.Recent(decision, family) + used[family] >= FatigueWorld.Cap)
                _violations++;
            if (used[family] > 0)
                _duplicates++;
            _pending.Enqueue((decision, variant, world.Outcome(decision, slot, variant, rate)));
            used[family]++;
            _week[family]++;
            chooser.Used(decision, family);
        }
        if (world.Forced(decision) is var forced and >= 0)
        {
            used[forced]++;
            chooser.Used(decision, forced);
        }
        world.Commit(decision, used);
    }

    private void CloseWeek()
    {
        double sum = _week.Sum();
        var entropy = _week.Where(n => n > 0).Sum(n => -(n / sum) * Math.Log(n / sum));
        _effective += Math.Exp(entropy);
        _weeks++;
        Array.Clear(_week);
    }
}
