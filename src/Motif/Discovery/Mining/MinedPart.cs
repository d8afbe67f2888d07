namespace Motif.Discovery.Mining;

/// <summary>An effect that chance made.</summary>
/// <param name="P">Two-sided.</param>
/// <param name="IsBroad">Whether enough channels carry it.</param>
internal readonly record struct ChanceEffect(Layer Layer, double P, bool IsBroad);

/// <summary>What one part of the work came to: the corpus as a whole, or one macro with the mesos inside it.</summary>
/// <param name="Part">The number of the macro, or <see cref="Everything"/>.</param>
/// <param name="Permuted">Of each round with outcomes dealt out anew.</param>
internal sealed record MinedPart(
    int Part,
    IReadOnlyList<EffectTest> Tests,
    IReadOnlyList<IReadOnlyList<ChanceEffect>> Permuted
)
{
    public const int Everything = -1;
    public const int Permutations = 20;

    /// <summary>The sums that were taken; all else follows from them, to the last bit.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(Part);
        to.Write(Tests.Count);
        foreach (var test in Tests)
        {
            to.Write((byte)test.Layer);
            to.Write((byte)test.Feature.Parts.Count);
            foreach (
                var feature in test.Feature.Parts is { Count: > 0 } parts ? parts : [test.Feature]
            )
                to.Write(feature.Number);
            Write(to, test.Found, test.Later, test.Whole);
            if (test.Interaction is { } beyond)
                Write(to, beyond.Found, beyond.Later, beyond.Whole);
        }
        foreach (var round in Permuted)
        {
            to.Write(round.Count);
            foreach (var effect in round)
            {
                to.Write((byte)effect.Layer);
                to.Write(effect.P);
                to.Write(effect.IsBroad);
            }
        }
        to.Flush();
        return bytes.ToArray();
    }

    private static void Write(
        BinaryWriter to,
        EffectEstimate found,
        EffectEstimate? later,
        EffectEstimate whole
    )
    {
        found.Sums.Write(to);
        whole.Sums.Write(to);
        to.Write(later is not null);
        later?.Sums.Write(to);
    }

    private static (EffectEstimate Found, EffectEstimate? Later, EffectEstimate Whole) Read(
        BinaryReader from
    )
    {
        var found = EffectEstimate.Of(EffectSums.Read(from))!;
        var whole = EffectEstimate.Of(EffectSums.Read(from))!;
        return (found, from.ReadBoolean() ? EffectEstimate.Of(EffectSums.Read(from)) : null, whole);
    }

    /// <param name="miner">Of the corpus that the part was mined in.</param>
    public static MinedPart Read(byte[] bytes, EffectMiner miner, PartedFeatures features)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        var part = from.ReadInt32();
        var own = features.Of(part);
        var byNumber = own.ToDictionary(f => f.Number);
        var compounds = new CompoundMiner(miner, own);
        var tests = new EffectTest[from.ReadInt32()];
        for (var i = 0; i < tests.Length; i++)
        {
            var (layer, parts) = ((Layer)from.ReadByte(), from.ReadByte());
            int[] numbers =
            [
                .. Enumerable.Range(0, Math.Max((int)parts, 1)).Select(_ => from.ReadInt32()),
            ];
            var feature = parts == 0 ? byNumber[numbers[0]] : compounds.Rows(numbers);
            var (found, later, whole) = Read(from);
            tests[i] = miner.Test(layer, feature, found, later, whole);
            if (parts > 0)
            {
                (found, later, whole) = Read(from);
                tests[i].Interaction = new InteractionTest(found, later, whole);
            }
        }
        var rounds = new IReadOnlyList<ChanceEffect>[Permutations];
        for (var round = 0; round < rounds.Length; round++)
        {
            var effects = new ChanceEffect[from.ReadInt32()];
            for (var i = 0; i < effects.Length; i++)
                effects[i] = new((Layer)from.ReadByte(), from.ReadDouble(), from.ReadBoolean());
            rounds[round] = effects;
        }
        return new MinedPart(part, tests, rounds);
    }
}
