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
    /// <param name="keepLines">Whether the line ends of a part stay, so that the text has as many lines as before.</param>
    public string Replace(string text, string replacement, bool keepLines = false)
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
            if (keepLines && end > at)
                kept.Append('\n', text.AsSpan(Math.Max(at, start)..end).Count('\n'));
            at = Math.Max(at, end);
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }
}
