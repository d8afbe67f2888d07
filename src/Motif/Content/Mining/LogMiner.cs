using System.Text.RegularExpressions;
using Motif.Content.Templates;

namespace Motif.Content.Mining;

/// <summary>
/// Templates of lines that a program wrote. Masked lines of one length and beginning are clustered by the share of equal tokens
/// (Drain, He et al. 2017); a cluster in which a position holds only two or three words is divided by them, for one word can be
/// all that tells two events apart; clusters that differ only in units, sizes and lists become one. Lines are taken in canonical
/// order: the result does not depend on theirs.
/// </summary>
internal sealed partial class LogMiner
{
    private const string Version = "logs-1";
    private const int PrefixTokens = 2;
    private const int MostBranches = 100;
    private const double LeastEqual = 0.5;
    private const int MostDecidingWords = 3;
    private const double MostDistinct = 0.4;
    private const double LeastMachineLines = 0.1;
    private const double SurelyMachineLines = 0.8;

    private readonly Dictionary<string, List<Cluster>> _leaves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _branches = new(StringComparer.Ordinal);
    private readonly List<Cluster> _clusters = [];

    /// <summary>Logs repeat themselves once their values are masked, and hold what nobody writes by hand.</summary>
    public static bool LooksLikeLogs(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return false;
        var machine = lines.Count(l => MachineWritten().IsMatch(l)) / (double)lines.Count;
        var distinct = lines.Select(LogMask.Apply).Distinct(StringComparer.Ordinal).Count();
        return (machine >= LeastMachineLines && distinct <= MostDistinct * lines.Count)
            || machine >= SurelyMachineLines;
    }

    public static List<MinedLine> Mine(IReadOnlyList<string> lines)
    {
        var masked = lines.Select(l => Tokens(LogMask.Apply(l))).ToList();
        var miner = new LogMiner();
        foreach (
            var line in masked
                .DistinctBy(t => string.Join(' ', t), StringComparer.Ordinal)
                .OrderBy(t => string.Join(' ', t), StringComparer.Ordinal)
        )
            miner.Add(line);
        var families = miner.Families();
        return [.. masked.Select(t => Line(t, families[string.Join(' ', t)]))];
    }

    private static MinedLine Line(string[] tokens, string template) =>
        new(
            TemplateId.Of(Version, "line", string.Join(' ', tokens)),
            TemplateId.Of(Version, "family", template),
            template
        );

    /// <summary>A size in parentheses behind a size says the same once more.</summary>
    private static string[] Tokens(string masked)
    {
        var tokens = masked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = tokens.Count - 1; i >= 3; i--)
        {
            if (
                tokens[i] is "KB)" or "MB)" or "GB)" or "B)" or "bytes)"
                && tokens[i - 1] == "(" + LogMask.Wildcard
                && tokens[i - 3] == LogMask.Wildcard
            )
                tokens.RemoveRange(i - 1, 2);
        }
        return [.. tokens];
    }

    private void Add(string[] line)
    {
        var leaf = Leaf(line);
        Cluster? best = null;
        var most = (Equal: -1.0, Wild: -1);
        foreach (var cluster in leaf)
        {
            var similarity = cluster.Similarity(line);
            if (similarity.CompareTo(most) > 0)
                (best, most) = (cluster, similarity);
        }
        if (best is null || most.Equal < LeastEqual)
        {
            best = new Cluster(line);
            leaf.Add(best);
            _clusters.Add(best);
        }
        best.Add(line);
    }

    /// <summary>Clusters of the line's length that begin alike; what has a digit in it begins like anything.</summary>
    private List<Cluster> Leaf(string[] line)
    {
        var key = line.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < Math.Min(PrefixTokens, line.Length); i++)
        {
            var token =
                line[i].AsSpan().ContainsAnyInRange('0', '9') || LogTemplate.HasWildcard(line[i])
                    ? LogMask.Wildcard
                    : line[i];
            if (!_branches.TryGetValue(key, out var branches))
                _branches[key] = branches = new HashSet<string>(StringComparer.Ordinal);
            if (!branches.Contains(token) && branches.Count >= MostBranches)
                token = LogMask.Wildcard;
            branches.Add(token);
            key += " " + token;
        }
        if (!_leaves.TryGetValue(key, out var leaf))
            _leaves[key] = leaf = [];
        return leaf;
    }

    /// <summary>The template of every masked line.</summary>
    private Dictionary<string, string> Families()
    {
        var divided = _clusters.SelectMany(c => c.Divide()).ToList();
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var family in divided.GroupBy(
                c => LogTemplate.Canonical(c.Template),
                StringComparer.Ordinal
            )
        )
        {
            var template = string.Join(
                ' ',
                family.Select(c => c.Template).Aggregate(LogTemplate.Align)
            );
            foreach (var line in family.SelectMany(c => c.Lines))
                result[string.Join(' ', line)] = template;
        }
        return result;
    }

    /// <summary>Words in camel case, keys with values, dotted names, paths, addresses, calls.</summary>
    [GeneratedRegex(
        @"[A-Za-z][a-z][A-Z][a-z]|\w=\S|\w\.\w+\.\w|/\w+/\w|0x[0-9a-f]|\d\.\d+\.\d+\.\d|\w_\w|\[\w+\]|\w:\w|\(\w*\)|-\d",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex MachineWritten();

    [GeneratedRegex(
        @"^[^A-Za-z0-9<>]*[A-Za-z]{2,}[A-Za-z_\-]*[0-9]?[^A-Za-z0-9<>]*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex PlainWord();

    private sealed class Cluster(string[] first)
    {
        public string[] Template { get; private set; } = first;

        public List<string[]> Lines { get; } = [];

        public void Add(string[] line)
        {
            Template = LogTemplate.Merge(Template, line);
            Lines.Add(line);
        }

        /// <summary>The share of tokens that are equal, wildcards not counted; then the number of wildcards.</summary>
        public (double Equal, int Wild) Similarity(string[] line)
        {
            int equal = 0,
                wild = 0;
            for (var i = 0; i < line.Length; i++)
            {
                if (LogTemplate.HasWildcard(Template[i]))
                    wild += Template[i] == LogMask.Wildcard || Template[i] == line[i] ? 1 : 0;
                else if (Template[i] == line[i])
                    equal++;
            }
            return (equal / (double)Math.Max(1, line.Length), wild);
        }

        public IEnumerable<Cluster> Divide()
        {
            if (Deciding() is not { } place)
                return [this];
            return Lines
                .GroupBy(l => l[place], StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(part =>
                {
                    var cluster = new Cluster(part.First());
                    foreach (var line in part)
                        cluster.Add(line);
                    return cluster.Divide();
                });
        }

        /// <summary>The position with the fewest words that are only words; null where there is none.</summary>
        private int? Deciding()
        {
            int? best = null;
            var fewest = MostDecidingWords + 1;
            for (var i = 0; i < Template.Length; i++)
            {
                var words = Lines
                    .Select(l => l[i])
                    .Distinct(StringComparer.Ordinal)
                    .Take(fewest)
                    .ToList();
                if (
                    words.Count is > 1
                    && words.Count < fewest
                    && words.TrueForAll(w => PlainWord().IsMatch(w))
                )
                    (best, fewest) = (i, words.Count);
            }
            return best;
        }
    }
}
