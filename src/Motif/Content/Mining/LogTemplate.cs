using System.Buffers;

namespace Motif.Content.Mining;

/// <summary>What the lines of a cluster have in common, token by token.</summary>
internal static class LogTemplate
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("=:([{\"'@");
    private static readonly SearchValues<char> Closers = SearchValues.Create(")]},;:.=\"'");

    private static readonly HashSet<string> Units = new(
        "bytes byte kb mb gb tb kib mib gib b k m g sec secs second seconds ms msec s min mins minute minutes h hour hours day days us ns".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    public static bool HasWildcard(string token) =>
        token.Contains(LogMask.Wildcard, StringComparison.Ordinal);

    public static string[] Merge(string[] left, string[] right)
    {
        var merged = new string[left.Length];
        for (var i = 0; i < merged.Length; i++)
            merged[i] = Merge(left[i], right[i]);
        return merged;
    }

    /// <summary>The same before an opening mark and behind a closing one, a wildcard between.</summary>
    private static string Merge(string left, string right)
    {
        if (left == right)
            return left;
        var prefix = left.AsSpan().CommonPrefixLength(right);
        prefix = left.AsSpan(0, prefix).LastIndexOfAny(Openers) + 1;
        var (restLeft, restRight) = (left[prefix..], right[prefix..]);
        var suffix = 0;
        while (
            suffix < Math.Min(restLeft.Length, restRight.Length)
            && restLeft[^(suffix + 1)] == restRight[^(suffix + 1)]
        )
            suffix++;
        var end = restLeft[^suffix..];
        var close = end.AsSpan().IndexOfAny(Closers);
        return string.Concat(
            left.AsSpan(0, prefix),
            LogMask.Wildcard,
            close < 0 ? "" : end[close..]
        );
    }

    /// <summary>
    /// The template without what varies with the number of values: units behind numbers, sizes in parentheses, and lists.
    /// Clusters that agree in it are one.
    /// </summary>
    public static string Canonical(string[] tokens)
    {
        var result = new List<string>(tokens.Length);
        foreach (var token in tokens)
        {
            if (result.Count > 0 && HasWildcard(result[^1]))
            {
                var isUnit =
                    result[^1].EndsWith(LogMask.Wildcard, StringComparison.Ordinal)
                    && Units.Contains(token.Trim('.', ',', ';', ':', '(', ')'));
                if (
                    isUnit
                    || token == result[^1]
                    || (
                        token == LogMask.Wildcard
                        && result[^1].EndsWith(LogMask.Wildcard, StringComparison.Ordinal)
                    )
                )
                    continue;
            }
            result.Add(token);
        }
        return string.Join(' ', result);
    }

    /// <summary>What two templates of different lengths have in common.</summary>
    public static string[] Align(string[] left, string[] right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        for (var j = right.Length - 1; j >= 0; j--)
            table[i, j] =
                left[i] == right[j]
                    ? table[i + 1, j + 1] + 1
                    : Math.Max(table[i + 1, j], table[i, j + 1]);
        var common = new List<string>();
        int a = 0,
            b = 0;
        while (a < left.Length || b < right.Length)
        {
            var isSame = a < left.Length && b < right.Length && left[a] == right[b];
            var token = isSame ? left[a] : LogMask.Wildcard;
            if (token != LogMask.Wildcard || common.Count == 0 || common[^1] != LogMask.Wildcard)
                common.Add(token);
            if (isSame)
                (a, b) = (a + 1, b + 1);
            else if (b >= right.Length || (a < left.Length && table[a + 1, b] >= table[a, b + 1]))
                a++;
            else
                b++;
        }
        return [.. common];
    }
}
