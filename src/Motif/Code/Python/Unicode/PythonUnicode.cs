using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Motif.Code.Python.Unicode;

/// <summary>What CPython 3.14 knows of Unicode 16.0 and of its one-byte encodings, read once from the resource
/// that <c>generate.py</c> wrote. .NET has no names, and normalises nothing under invariant globalization.</summary>
internal static class PythonUnicode
{
    private const string Resource = "Motif.Code.Python.Unicode.unicode-16.0.bin";
    private const int HangulFirst = 0xAC00;
    private const int HangulLast = 0xD7A3;

    private static readonly SearchValues<char> UpperHexDigits = SearchValues.Create(
        "0123456789ABCDEF"
    );
    private static readonly Lazy<Tables> Data = new(Load);
    private static readonly Lazy<Dictionary<string, int>> Names = new(LoadNames);
    private static readonly Lazy<NameRange[]> NameRanges = new(LoadNameRanges);

    private static readonly string[] HangulLeads =
        "G GG N D DD R M B BB S SS  J JJ C K T P H".Split(' ');
    private static readonly string[] HangulVowels =
        "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".Split(' ');
    private static readonly string[] HangulTails =
        " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".Split(' ');

    internal static bool IsIdentifierStart(int codePoint) =>
        IsInside(Data.Value.IdentifierStart, codePoint);

    internal static bool IsIdentifierPart(int codePoint) =>
        IsInside(Data.Value.IdentifierPart, codePoint);

    /// <summary>Whether <c>repr</c> shows the character as itself (<c>str.isprintable</c>).</summary>
    internal static bool IsPrintable(int codePoint) =>
        codePoint < 0x7F ? codePoint >= 0x20 : IsInside(Data.Value.Printable, codePoint);

    /// <summary>The character that <c>\N{name}</c> means, or -1.</summary>
    internal static int Lookup(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("HANGUL SYLLABLE ", StringComparison.Ordinal))
            return LookupHangul(name["HANGUL SYLLABLE ".Length..]);
        const string ideograph = "CJK UNIFIED IDEOGRAPH-";
        if (name.StartsWith(ideograph, StringComparison.Ordinal))
            return LookupInRanges(ideograph, name[ideograph.Length..]);
        if (Names.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found))
            return found;
        var dash = name.LastIndexOf('-');
        if (dash < 0)
            return -1;
        var prefix = name[..(dash + 1)].ToString().ToUpperInvariant();
        return prefix == ideograph
            ? -1
            : LookupInRanges(prefix, name[(dash + 1)..].ToString().ToUpperInvariant());
    }

    /// <summary>Normalisation form KC of text made of identifier characters
    /// (Unicode Standard Annex 15: decompose by compatibility, order by combining class, compose).</summary>
    internal static string NormalizeCompatibility(ReadOnlySpan<char> text)
    {
        var tables = Data.Value;
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(tables, rune.Value, points);
        Order(tables, points);
        Compose(tables, points);
        var result = new StringBuilder(text.Length);
        foreach (var point in points)
            result.Append(new Rune(point).ToString());
        return result.ToString();
    }

    /// <summary>The 256 characters of one of CPython's one-byte encodings, by its normalised name; null for any other.
    /// U+FFFE stands for a byte without meaning.</summary>
    internal static char[]? OneByteEncoding(string normalizedName) =>
        Data.Value.Encodings.GetValueOrDefault(normalizedName);

    private static bool IsInside(int[] flips, int codePoint)
    {
        var index = Array.BinarySearch(flips, codePoint);
        return ((index >= 0 ? index + 1 : ~index) & 1) == 1;
    }

    private static void Decompose(Tables tables, int codePoint, List<int> points)
    {
        if (codePoint is >= HangulFirst and <= HangulLast)
        {
            var syllable = codePoint - HangulFirst;
            points.Add(0x1100 + syllable / 588);
            points.Add(0x1161 + syllable % 588 / 28);
            if (syllable % 28 != 0)
                points.Add(0x11A7 + syllable % 28);
        }
        else if (tables.Decompositions.TryGetValue(codePoint, out var parts))
        {
            points.AddRange(parts);
        }
        else
        {
            points.Add(codePoint);
        }
    }

    private static void Order(Tables tables, List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var current = tables.CombiningClasses.GetValueOrDefault(points[i]);
            for (var j = i; current != 0 && j > 0; j--)
            {
                if (tables.CombiningClasses.GetValueOrDefault(points[j - 1]) <= current)
                    break;
                (points[j - 1], points[j]) = (points[j], points[j - 1]);
            }
        }
    }

    private static void Compose(Tables tables, List<int> points)
    {
        var starter = -1;
        var lastClass = -1;
        var kept = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var combining = tables.CombiningClasses.GetValueOrDefault(point);
            var blocked = lastClass != -1 && lastClass >= combining;
            if (
                starter >= 0
                && !blocked
                && TryCompose(tables, points[starter], point, out var composed)
            )
            {
                points[starter] = composed;
                continue;
            }
            if (combining == 0)
            {
                starter = kept;
                lastClass = -1;
            }
            else
            {
                lastClass = combining;
            }
            points[kept++] = point;
        }
        points.RemoveRange(kept, points.Count - kept);
    }

    private static bool TryCompose(Tables tables, int first, int second, out int composed)
    {
        if (first is >= 0x1100 and <= 0x1112 && second is >= 0x1161 and <= 0x1175)
        {
            composed = HangulFirst + ((first - 0x1100) * 21 + (second - 0x1161)) * 28;
            return true;
        }
        if (
            first is >= HangulFirst and <= HangulLast
            && (first - HangulFirst) % 28 == 0
            && second is > 0x11A7 and <= 0x11C2
        )
        {
            composed = first + second - 0x11A7;
            return true;
        }
        return tables.Compositions.TryGetValue(((long)first << 32) | (uint)second, out composed);
    }

    private static int LookupHangul(ReadOnlySpan<char> name)
    {
        var lead = LongestPrefix(HangulLeads, ref name);
        var vowel = LongestPrefix(HangulVowels, ref name);
        var tail = LongestPrefix(HangulTails, ref name);
        return lead < 0 || vowel < 0 || tail < 0 || name.Length > 0
            ? -1
            : HangulFirst + (lead * 21 + vowel) * 28 + tail;
    }

    private static int LongestPrefix(string[] parts, ref ReadOnlySpan<char> name)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (
                name.StartsWith(parts[i], StringComparison.Ordinal)
                && (best < 0 || parts[i].Length > parts[best].Length)
            )
                best = i;
        }
        if (best >= 0)
            name = name[parts[best].Length..];
        return best;
    }

    private static int LookupInRanges(string prefix, ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 4 or > 6 || digits.ContainsAnyExcept(UpperHexDigits))
            return -1;
        var codePoint = int.Parse(digits, System.Globalization.NumberStyles.HexNumber, null);
        foreach (var range in NameRanges.Value)
        {
            if (range.Prefix == prefix && codePoint >= range.First && codePoint <= range.Last)
                return codePoint;
        }
        return -1;
    }

    private static Dictionary<string, int> LoadNames()
    {
        var tables = Data.Value;
        var names = new Dictionary<string, int>(
            tables.NameSteps.Length,
            StringComparer.OrdinalIgnoreCase
        );
        var codePoint = 0;
        var index = 0;
        foreach (var line in tables.Names.AsSpan().Split((byte)'\n'))
        {
            codePoint += tables.NameSteps[index++];
            names.TryAdd(Encoding.ASCII.GetString(tables.Names.AsSpan(line)), codePoint);
        }
        return names;
    }

    private static NameRange[] LoadNameRanges()
    {
        var lines = Encoding.ASCII.GetString(Data.Value.NameRanges).Split('\n');
        return Array.ConvertAll(
            lines,
            line =>
            {
                var parts = line.Split(' ', 3);
                return new NameRange(
                    Convert.ToInt32(parts[0], 16),
                    Convert.ToInt32(parts[1], 16),
                    parts[2]
                );
            }
        );
    }

    private static Tables Load()
    {
        using var resource =
            typeof(PythonUnicode).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException(
                $"The resource {Resource} is not in the assembly."
            );
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(resource, CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        ReadOnlySpan<byte> bytes = inflated.GetBuffer().AsSpan(0, (int)inflated.Length);
        return new Tables(
            ReadSection(ref bytes),
            ReadSection(ref bytes),
            ReadSection(ref bytes),
            PairsOf(ReadSection(ref bytes)),
            SequencesOf(ReadSection(ref bytes)),
            TriplesOf(ReadSection(ref bytes)),
            ReadSection(ref bytes),
            ReadBlob(ref bytes),
            ReadBlob(ref bytes),
            EncodingsOf(Encoding.ASCII.GetString(ReadBlob(ref bytes)), ReadBlob(ref bytes))
        );
    }

    private static int[] ReadSection(ref ReadOnlySpan<byte> bytes)
    {
        var values = new int[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 + i * 4)..]);
        bytes = bytes[(4 + values.Length * 4)..];
        return values;
    }

    private static byte[] ReadBlob(ref ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var blob = bytes.Slice(4, length).ToArray();
        bytes = bytes[(4 + length)..];
        return blob;
    }

    private static Dictionary<int, int> PairsOf(int[] section)
    {
        var pairs = new Dictionary<int, int>(section.Length / 2);
        for (var i = 0; i < section.Length; i += 2)
            pairs.Add(section[i], section[i + 1]);
        return pairs;
    }

    private static Dictionary<int, int[]> SequencesOf(int[] section)
    {
        var sequences = new Dictionary<int, int[]>();
        for (var i = 0; i < section.Length; i += 2 + section[i + 1])
            sequences.Add(section[i], section.AsSpan(i + 2, section[i + 1]).ToArray());
        return sequences;
    }

    private static Dictionary<long, int> TriplesOf(int[] section)
    {
        var triples = new Dictionary<long, int>(section.Length / 3);
        for (var i = 0; i < section.Length; i += 3)
            triples.Add(((long)section[i] << 32) | (uint)section[i + 1], section[i + 2]);
        return triples;
    }

    private static Dictionary<string, char[]> EncodingsOf(string lines, byte[] tables)
    {
        var encodings = new Dictionary<string, char[]>(StringComparer.Ordinal);
        var offset = 0;
        foreach (var line in lines.Split('\n'))
        {
            var table = new char[256];
            for (var i = 0; i < table.Length; i++)
                table[i] = (char)
                    BinaryPrimitives.ReadUInt16LittleEndian(tables.AsSpan(offset + i * 2));
            offset += 512;
            foreach (var name in line.Split(' '))
                encodings.TryAdd(name, table);
        }
        return encodings;
    }

    private readonly record struct NameRange(int First, int Last, string Prefix);

    // A code point is inside a set of flips if the number of flips up to it is odd.
    private sealed record Tables(
        int[] IdentifierStart,
        int[] IdentifierPart,
        int[] Printable,
        Dictionary<int, int> CombiningClasses,
        Dictionary<int, int[]> Decompositions,
        Dictionary<long, int> Compositions,
        int[] NameSteps,
        byte[] Names,
        byte[] NameRanges,
        Dictionary<string, char[]> Encodings
    );
}
