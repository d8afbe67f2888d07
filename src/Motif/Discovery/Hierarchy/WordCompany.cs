using Motif.Discovery.Items;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Which words keep company: normalised pointwise mutual information of two words in one text, ln(p(a, b)/(p(a)·p(b)))/−ln p(a, b)
/// (Bouma 2009), −1 for two that never meet. Words of a list that is to say one thing should.
/// </summary>
internal sealed class WordCompany
{
    private readonly Dictionary<string, List<int>> _texts = new(StringComparer.Ordinal);
    private readonly int _count;

    /// <param name="wanted">Words that will be asked for.</param>
    public WordCompany(IEnumerable<string[]> texts, IReadOnlySet<string> wanted)
    {
        foreach (var text in texts.SelectMany(t => t))
        {
            foreach (var word in TitleWords.Of(text))
            {
                if (!wanted.Contains(word))
                    continue;
                if (!_texts.TryGetValue(word, out var list))
                    _texts[word] = list = [];
                if (list.Count == 0 || list[^1] != _count)
                    list.Add(_count);
            }
            _count++;
        }
    }

    /// <summary>Of runs of words the mean over the words of the one and those of the other.</summary>
    public double Of(string one, string other)
    {
        var (sum, pairs) = (0.0, 0);
        foreach (var a in one.Split(' '))
        foreach (var b in other.Split(' '))
        {
            sum += a == b ? 1 : OfWords(a, b);
            pairs++;
        }
        return sum / pairs;
    }

    private double OfWords(string one, string other)
    {
        if (!_texts.TryGetValue(one, out var a) || !_texts.TryGetValue(other, out var b))
            return -1;
        var both = Common(a, b);
        if (both == 0)
            return -1;
        return both == _count
            ? 1
            : Math.Log(both * (double)_count / ((double)a.Count * b.Count))
                / Math.Log(_count / (double)both);
    }

    private static int Common(List<int> one, List<int> other)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < one.Count && j < other.Count)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
