using System.Text;

namespace Motif.Text.Secrets;

/// <summary>Parts of a text that are to be taken out.</summary>
internal sealed class SpanList
{
    private readonly List<(int Start, int End)> _spans = [];

    public int Count => _spans.Count;

    public void Add(int start, int end)
    {
        if (end > start)
            _spans.Add((start, end));
    }

    /// <summary>The text with something else for each part; parts that overlap or touch are one.</summary>
    public string Replace(string text, string replacement)
    {
        if (_spans.Count == 0)
            return text;
        _spans.Sort();
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in _spans)
        {
            if (start > at || (start == 0 && at == 0))
                kept.Append(text, at, start - at).Append(replacement);
            at = Math.Max(at, end);
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }
}
