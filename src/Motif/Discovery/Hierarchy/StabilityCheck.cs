using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Whether the neighbourhoods are the corpus' or chance's: two samples of 80 % are clustered apart, and what both have in common
/// is compared. Noise gives about 0.
/// </summary>
internal sealed class StabilityCheck(HierarchySettings settings, int threads)
{
    /// <summary>Below this there is no stable structure, and nothing is looked for inside it.</summary>
    public const double Least = 0.2;

    private const double Share = 0.8;
    private const int UsualRows = 20_000;

    /// <summary>Of fewer rows a meso cannot be found again: more mesos are judged by a larger sample.</summary>
    private const int RowsPerMeso = 60;
    private const int RefinePasses = 3;

    /// <param name="rows">Distinct centred rows.</param>
    /// <param name="mesos">How many mesos the whole corpus has.</param>
    public double Measure(FloatMatrix rows, int mesos, CancellationToken cancellationToken)
    {
        var seed = unchecked((ulong)settings.Seed);
        var random = new SplitMix64(SeededRandom.Mix(seed));
        var pool = random.Sample(rows.Rows, Math.Max(UsualRows, RowsPerMeso * mesos));
        var samples = new Dictionary<int, int>[2];
        for (var i = 0; i < samples.Length; i++)
        {
            var chosen = random.Sample(pool.Length, (int)(Share * pool.Length));
            int[] ids = [.. chosen.Select(c => pool[c])];
            var groups = Cluster(RowBlocks.Select(rows, ids), mesos, random.Next());
            cancellationToken.ThrowIfCancellationRequested();
            samples[i] = ids.Zip(groups).ToDictionary(p => p.First, p => p.Second);
        }
        int[] common = [.. samples[0].Keys.Where(samples[1].ContainsKey).Order()];
        return PartitionAgreement.AdjustedRand(
            Array.ConvertAll(common, row => samples[0][row]),
            Array.ConvertAll(common, row => samples[1][row])
        );
    }

    private int[] Cluster(FloatMatrix rows, int mesos, ulong seed)
    {
        var found = MicroClusters.Found(rows, null, seed, threads);
        var micros = MicroClusters.Kept(rows, null, found);
        var (cells, count) = MicroClusters.Cells(rows, micros, found, seed, threads);
        var sizes = new double[count];
        foreach (var group in cells)
            sizes[group]++;
        var cut = WardTree.Grow(Centroids.Of(rows, cells, count), sizes).Cut(mesos);
        int[] groups = [.. cells.Select(c => cut[c])];
        return Centroids.Refine(rows, groups, cut.Max() + 1, RefinePasses).Groups;
    }
}
