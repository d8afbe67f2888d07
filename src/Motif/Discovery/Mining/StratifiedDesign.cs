using System.Text.Json;
using Motif.Numerics;

namespace Motif.Discovery.Mining;

/// <summary>How wide the scope of a comparison is.</summary>
internal enum Layer
{
    /// <summary>The whole corpus.</summary>
    All,
    Macro,
    Meso,
}

/// <summary>
/// Rows of one part in strata within which they are compared: scope × channel × language × some 25 neighbours in time. Whatever
/// differs between channels, or with the years, is the same for all rows of a stratum and cannot pass for an effect.
/// </summary>
internal sealed class StratifiedDesign
{
    private const int BlockRows = 25;

    /// <summary>Time blocks that count as one where a catalogue has too few channels to count these.</summary>
    private const int BlocksOfUnit = 2;

    private StratifiedDesign(int rows)
    {
        Stratum = new int[rows];
        Array.Fill(Stratum, -1);
        Centred = new double[rows];
        Rank = new double[rows];
    }

    /// <summary>Of each row of evidence; −1 for one outside the part or alone in its stratum.</summary>
    public int[] Stratum { get; }

    /// <summary>Outcome less its stratum's mean.</summary>
    public double[] Centred { get; }

    /// <summary>(rank − middle)/(n + 1) inside its stratum, ties sharing theirs.</summary>
    public double[] Rank { get; }

    public List<StratumFacts> Strata { get; } = [];

    /// <summary>Residual variance inside the strata of each unit.</summary>
    public double[] UnitVariance { get; private set; } = [];

    /// <summary>Members of every stratum, for permutations.</summary>
    public List<int[]> Members { get; } = [];

    /// <param name="rows">Those of the part, ascending.</param>
    public static StratifiedDesign Of(Evidence evidence, Layer layer, IEnumerable<int> rows)
    {
        var design = new StratifiedDesign(evidence.Rows.Count);
        var units = new Dictionary<(int Scope, int Channel, int Era), int>();
        var groups = rows.Where(row => evidence.ScopeOf(row, layer) >= 0)
            .GroupBy(row =>
                (
                    Scope: evidence.ScopeOf(row, layer),
                    Channel: evidence.Channels[row],
                    Language: Language(evidence.Rows[row])
                )
            )
            .OrderBy(g => g.Key.Scope)
            .ThenBy(g => g.Key.Channel)
            .ThenBy(g => g.Key.Language, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            // Rows come in the order of time.
            int[] own = [.. group];
            var blocks = Math.Max(1, own.Length / BlockRows);
            for (var block = 0; block < blocks; block++)
            {
                var members = own[
                    (int)((long)block * own.Length / blocks)..(int)(
                        (long)(block + 1) * own.Length / blocks
                    )
                ];
                var era = evidence.IsSmall ? block / BlocksOfUnit : 0;
                var key = (group.Key.Scope, group.Key.Channel, era);
                if (!units.TryGetValue(key, out var unit))
                    units[key] = unit = units.Count;
                design.Add(evidence, members, group.Key.Scope, group.Key.Channel, unit);
            }
        }
        design.UnitVariance = design.Variances(units.Count);
        return design;
    }

    /// <summary>Deals the outcomes of strata out anew inside each: what chance alone would show.</summary>
    /// <param name="strata">Their numbers.</param>
    /// <param name="shuffled">Of every row; those of the strata are written.</param>
    public void Shuffle(SeededRandom random, IReadOnlyList<int> strata, double[] shuffled)
    {
        foreach (var stratum in strata)
        {
            var members = Members[stratum];
            foreach (var row in members)
                shuffled[row] = Centred[row];
            for (var i = members.Length - 1; i > 0; i--)
            {
                var j = random.NextBelow(i + 1);
                (shuffled[members[i]], shuffled[members[j]]) = (
                    shuffled[members[j]],
                    shuffled[members[i]]
                );
            }
        }
    }

    private static string Language(EvidenceRow row) =>
        row.Item.Attributes.TryGetValue("language", out var language)
        && language.ValueKind is JsonValueKind.String
            ? language.GetString()!
            : "";

    private void Add(Evidence evidence, int[] members, int scope, int channel, int unit)
    {
        if (members.Length < 2)
            return;
        var mean = members.Average(row => evidence.Rows[row].Outcome);
        var squares = 0.0;
        foreach (var row in members)
        {
            Stratum[row] = Strata.Count;
            Centred[row] = evidence.Rows[row].Outcome - mean;
            squares += Centred[row] * Centred[row];
        }
        RankRows(members);
        Strata.Add(new StratumFacts(scope, channel, unit, members.Length, squares));
        Members.Add(members);
    }

    private void RankRows(int[] members)
    {
        int[] sorted = [.. members.OrderBy(row => Centred[row]).ThenBy(row => row)];
        for (var i = 0; i < sorted.Length; )
        {
            var end = i;
            while (end < sorted.Length && Centred[sorted[end]].Equals(Centred[sorted[i]]))
                end++;
            // Ranks i + 1 … end, less their middle (n + 1)/2.
            var rank = ((i + 1 + end) / 2.0) - ((sorted.Length + 1) / 2.0);
            for (; i < end; i++)
                Rank[sorted[i]] = rank / (sorted.Length + 1);
        }
    }

    /// <summary>Each unit's own, drawn towards that of its scope by ten degrees of freedom: a unit of two rows knows little.</summary>
    private double[] Variances(int units)
    {
        const double Prior = 10;
        var squares = new double[units];
        var degrees = new double[units];
        var scopes = new Dictionary<int, (double Squares, double Degrees)>();
        foreach (var s in Strata)
        {
            squares[s.Unit] += s.Squares;
            degrees[s.Unit] += s.Count - 1;
            var (sum, df) = scopes.GetValueOrDefault(s.Scope);
            scopes[s.Scope] = (sum + s.Squares, df + s.Count - 1);
        }
        var variances = new double[units];
        foreach (var s in Strata)
        {
            var (sum, df) = scopes[s.Scope];
            variances[s.Unit] = (squares[s.Unit] + (Prior * sum / df)) / (degrees[s.Unit] + Prior);
        }
        return variances;
    }
}

/// <summary>What is the same for all rows of a stratum.</summary>
/// <param name="Unit">What errors are counted by: its channel, or its channel's years in a small catalogue.</param>
/// <param name="Squares">Σ(y − mean)².</param>
internal readonly record struct StratumFacts(
    int Scope,
    int Channel,
    int Unit,
    int Count,
    double Squares
);
