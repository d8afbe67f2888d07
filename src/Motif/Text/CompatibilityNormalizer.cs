using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Motif.Text;

/// <summary>
/// Unicode normalization forms KC and D (UAX #15) from tables the assembly carries: under invariant globalization
/// <c>string.Normalize</c> returns its input unchanged, so that "ﬁle" or full-width "ＡＰＩ" would never match.
/// </summary>
public static class CompatibilityNormalizer
{
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    private static readonly Lazy<Tables> Data = new(Tables.Load);

    /// <summary>The NFKC form of <paramref name="text"/>; ASCII text is returned as it is. Lone surrogates become U+FFFD.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return text;
        var points = Decompose(text, Data.Value.Decompositions);
        Reorder(points, Data.Value);
        return Compose(points, Data.Value);
    }

    /// <summary>
    /// The NFD form of <paramref name="text"/>: letters apart from their marks, and nothing that only looks alike made equal;
    /// ASCII text is returned as it is. Lone surrogates become U+FFFD.
    /// </summary>
    public static string DecomposeCanonically(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return text;
        var points = Decompose(text, Data.Value.CanonicalDecompositions);
        Reorder(points, Data.Value);
        return Text(CollectionsMarshal.AsSpan(points));
    }

    private static List<int> Decompose(string text, Dictionary<int, int[]> decompositions)
    {
        var points = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            var point = rune.Value;
            if (point is >= HangulBase and < HangulBase + (LeadCount * VowelCount * TrailCount))
                DecomposeHangul(point - HangulBase, points);
            else if (decompositions.TryGetValue(point, out var parts))
                points.AddRange(parts);
            else
                points.Add(point);
        }
        return points;
    }

    private static void DecomposeHangul(int index, List<int> points)
    {
        points.Add(LeadBase + (index / (VowelCount * TrailCount)));
        points.Add(VowelBase + (index % (VowelCount * TrailCount) / TrailCount));
        if (index % TrailCount is var trail and not 0)
            points.Add(TrailBase + trail);
    }

    /// <summary>Stable sort of every run of combining marks by combining class.</summary>
    private static void Reorder(List<int> points, Tables tables)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var point = points[i];
            var rank = tables.Class(point);
            if (rank == 0)
                continue;
            var j = i;
            for (; j > 0 && tables.Class(points[j - 1]) > rank; j--)
                points[j] = points[j - 1];
            points[j] = point;
        }
    }

    private static string Compose(List<int> points, Tables tables)
    {
        var starter = -1;
        var lastClass = 0;
        var length = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var rank = tables.Class(point);
            var adjacent = starter == length - 1;
            if (
                starter >= 0
                && (adjacent || (lastClass < rank && lastClass != 0))
                && ComposePair(points[starter], point, tables) is var whole and not 0
            )
            {
                points[starter] = whole;
                continue;
            }
            if (rank == 0)
                starter = length;
            lastClass = rank;
            points[length++] = point;
        }
        return Text(CollectionsMarshal.AsSpan(points)[..length]);
    }

    private static string Text(ReadOnlySpan<int> points)
    {
        var result = new StringBuilder(points.Length);
        foreach (var point in points)
            result.Append(new Rune(point));
        return result.ToString();
    }

    /// <summary>The primary composite of the two code points, 0 where there is none.</summary>
    private static int ComposePair(int first, int second, Tables tables)
    {
        if (
            first is >= LeadBase and < LeadBase + LeadCount
            && second is >= VowelBase and < VowelBase + VowelCount
        )
            return HangulBase
                + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TrailCount);
        var syllable = first - HangulBase;
        if (
            syllable >= 0
            && syllable < LeadCount * VowelCount * TrailCount
            && syllable % TrailCount == 0
            && second is > TrailBase and < TrailBase + TrailCount
        )
            return first + second - TrailBase;
        return tables.Compositions.GetValueOrDefault(((long)first << 32) | (uint)second);
    }

    private sealed record Tables(
        Dictionary<int, int[]> Decompositions,
        Dictionary<int, int[]> CanonicalDecompositions,
        Dictionary<int, int> Classes,
        Dictionary<long, int> Compositions
    )
    {
        public int Class(int point) => point < 0x300 ? 0 : Classes.GetValueOrDefault(point);

        public static Tables Load()
        {
            var tables = new Tables([], [], [], []);
            using var stream =
                typeof(CompatibilityNormalizer).Assembly.GetManifestResourceStream(
                    "Motif.Text.nfkc.tsv"
                )
                ?? throw new InvalidOperationException(
                    "The resource nfkc.tsv is missing from the assembly."
                );
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
                tables.Add(line);
            foreach (var point in tables.CanonicalDecompositions.Keys.ToArray())
                tables.CanonicalDecompositions[point] = [.. tables.Canonically(point)];
            return tables;
        }

        /// <summary>A mapping's parts may have mappings themselves.</summary>
        private IEnumerable<int> Canonically(int point) =>
            CanonicalDecompositions.TryGetValue(point, out var parts)
                ? parts.SelectMany(Canonically)
                : [point];

        private void Add(string line)
        {
            var fields = line.Split('\t');
            if (fields.Length != 3)
                return;
            var point = Hex(fields[1]);
            if (fields[0] == "c")
            {
                Classes[point] = int.Parse(fields[2], CultureInfo.InvariantCulture);
                return;
            }
            var parts = Array.ConvertAll(fields[2].Split(' '), Hex);
            if (fields[0] == "d")
            {
                Decompositions[point] = parts;
                return;
            }
            CanonicalDecompositions[point] = parts;
            if (fields[0] == "p")
                Compositions[((long)parts[0] << 32) | (uint)parts[1]] = point;
        }

        private static int Hex(string text) =>
            int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
