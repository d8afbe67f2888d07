namespace Motif.Content.Simulation;

/// <summary>What one run came to.</summary>
/// <param name="Reward">The sum of true rates over all slots.</param>
/// <param name="Violations">Slots whose family had been used to its cap.</param>
/// <param name="Rewards">The same by decision.</param>
/// <param name="EffectiveFamilies">Mean over weeks of exp(Shannon entropy) of the families' shares.</param>
internal readonly record struct RunResult(
    double Reward,
    int Violations,
    int DuplicateSlates,
    double EffectiveFamilies,
    double[] Rewards
);

/// <summary>One run of one chooser through one world.</summary>
internal sealed class SimulatedRun(FatigueWorld world, ISimulatedChooser chooser)
{
    private readonly PriorityQueue<Piece, (int Due, int Number)> _pending = new();
    private readonly double[] _rewards = new double[world.Decisions];
    private readonly int[] _week = new int[FatigueWorld.Families];
    private int _number;
    private int _violations;
    private int _duplicates;
    private double _effective;
    private int _weeks;

    public RunResult Run()
    {
        for (var decision = 0; decision < world.Decisions; decision++)
        {
            Deliver(decision);
            var slate = chooser.Choose(decision, world.CandidatesAt(decision));
            Play(decision, slate);
            if ((decision + 1) % FatigueWorld.Window == 0)
                CloseWeek();
        }
        return new RunResult(
            _rewards.Sum(),
            _violations,
            _duplicates,
            _effective / _weeks,
            _rewards
        );
    }

    private void Deliver(int decision)
    {
        while (_pending.TryPeek(out var piece, out var at) && at.Due <= decision)
        {
            _pending.Dequeue();
            chooser.Learn(
                decision,
                piece.Decision,
                piece.Variant,
                piece.Successes,
                piece.Impressions
            );
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
            _rewards[decision] += rate;
            if (world.Recent(decision, family) + used[family] >= FatigueWorld.Cap)
                _violations++;
            if (used[family] > 0)
                _duplicates++;
            Await(decision, slot, variant, world.Outcome(decision, slot, variant, rate));
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

    /// <summary>The numbers of a post at once, or split among pieces that come one by one.</summary>
    private void Await(int decision, int slot, int variant, int successes)
    {
        var pieces = world.ComesInPieces ? FatigueWorld.Pieces : 1;
        for (var piece = 0; piece < pieces; piece++)
            _pending.Enqueue(
                new Piece(
                    decision,
                    variant,
                    Share(successes, piece, pieces),
                    Share(FatigueWorld.Impressions, piece, pieces)
                ),
                (decision + world.DelayOf(decision, slot, piece), _number++)
            );
    }

    private static int Share(int whole, int piece, int pieces) =>
        ((piece + 1) * whole / pieces) - (piece * whole / pieces);

    private void CloseWeek()
    {
        double sum = _week.Sum();
        var entropy = _week.Where(n => n > 0).Sum(n => -(n / sum) * Math.Log(n / sum));
        _effective += Math.Exp(entropy);
        _weeks++;
        Array.Clear(_week);
    }

    private readonly record struct Piece(int Decision, int Variant, int Successes, int Impressions);
}
