using System.Numerics;
using System.Text;

namespace Motif.Decisions.Understanding;

/// <summary>One block of hashed features: ids ascending, each with 1 + ln(count).</summary>
internal sealed record FeatureBlock(int[] Ids, float[] Weights)
{
    public static readonly FeatureBlock Empty = new([], []);
}

/// <summary>
/// A message as hashed features in three blocks: words and pairs of words between sentinels; character 3- to 5-grams inside
/// words; context, which is what operators did before in the conversation, and the last of it beside every word. Ids are
/// CRC-32C of the feature's UTF-8 in 18 bits.
/// </summary>
public sealed class MessageFeatures
{
    internal const int Space = 1 << 18;

    private const int Mask = Space - 1;
    private const int ShortestGram = 3;
    private const int LongestGram = 5;

    /// <summary>Words beyond these add nothing to what a message wants, and time to every answer.</summary>
    internal const int MostTokens = 400;

    /// <summary>A word longer than this is no word; its beginning is read.</summary>
    private const int LongestWord = 40;

    private MessageFeatures(
        FeatureBlock words,
        FeatureBlock grams,
        FeatureBlock context,
        int tokens
    ) => (Words, Grams, Context, Tokens) = (words, grams, context, tokens);

    /// <summary>How many words and signs the message has.</summary>
    public int Tokens { get; }

    internal FeatureBlock Words { get; }

    internal FeatureBlock Grams { get; }

    internal FeatureBlock Context { get; }

    /// <param name="history">What operators did before in this conversation, oldest first; null where that is not known.</param>
    public static MessageFeatures Of(string text, IReadOnlyList<string>? history = null)
    {
        var all = MessageTokens.Of(text);
        var tokens = all.Take(MostTokens).Select(Cut).ToList();
        return new MessageFeatures(
            Block(WordFeatures(tokens)),
            Block(GramFeatures(tokens)),
            history is null ? FeatureBlock.Empty : Block(ContextFeatures(tokens, history)),
            all.Count
        );
    }

    private static string Cut(string token) =>
        token.Length <= LongestWord
            ? token
            : token[..(LongestWord - (char.IsHighSurrogate(token[LongestWord - 1]) ? 1 : 0))];

    private static List<int> WordFeatures(List<string> tokens)
    {
        var ids = new List<int>((2 * tokens.Count) + 1);
        var before = "^";
        foreach (var token in tokens)
        {
            ids.Add(Hash("w:", token));
            ids.Add(Hash("b:", before, " ", token));
            before = token;
        }
        ids.Add(Hash("b:", before, " ", "$"));
        return ids;
    }

    private static List<int> GramFeatures(List<string> tokens)
    {
        var ids = new List<int>();
        foreach (var token in tokens)
        {
            if (token is "?" or "!")
                continue;
            var padded = $" {token} ";
            for (var length = ShortestGram; length <= LongestGram; length++)
            for (var start = 0; start + length <= padded.Length; start++)
                ids.Add(Hash("c:", padded.AsSpan(start, length)));
        }
        return ids;
    }

    private static List<int> ContextFeatures(List<string> tokens, IReadOnlyList<string> history)
    {
        var last = history.Count > 0 ? history[^1] : "<start>";
        var before = history.Count > 1 ? history[^2] : "";
        var ids = new List<int> { Hash("x:", last) };
        foreach (var token in tokens.Distinct(StringComparer.Ordinal))
            ids.Add(Hash("xw:", last, "|", token));
        ids.Add(Hash("x:2:", before, ">", history.Count > 0 ? last : ""));
        foreach (var done in history.Distinct(StringComparer.Ordinal))
            ids.Add(Hash("x:done:", done));
        return ids;
    }

    private static FeatureBlock Block(List<int> ids)
    {
        ids.Sort();
        var distinct = new List<int>(ids.Count);
        var weights = new List<float>(ids.Count);
        for (var i = 0; i < ids.Count; )
        {
            var end = i + 1;
            while (end < ids.Count && ids[end] == ids[i])
                end++;
            distinct.Add(ids[i]);
            weights.Add(end - i == 1 ? 1 : 1 + MathF.Log(end - i));
            i = end;
        }
        return new FeatureBlock([.. distinct], [.. weights]);
    }

    private static int Hash(string kind, params ReadOnlySpan<string> parts)
    {
        var crc = Continue(uint.MaxValue, kind);
        foreach (var part in parts)
            crc = Continue(crc, part);
        return (int)(~crc & Mask);
    }

    private static int Hash(string kind, ReadOnlySpan<char> gram) =>
        (int)(~Continue(Continue(uint.MaxValue, kind), gram) & Mask);

    private static uint Continue(uint crc, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                crc = BitOperations.Crc32C(crc, (byte)rune.Value);
                continue;
            }
            var length = rune.EncodeToUtf8(bytes);
            for (var i = 0; i < length; i++)
                crc = BitOperations.Crc32C(crc, bytes[i]);
        }
        return crc;
    }
}
