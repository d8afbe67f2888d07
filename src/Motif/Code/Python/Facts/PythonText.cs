using System.Runtime.InteropServices;

namespace Motif.Code.Python.Facts;

/// <summary>
/// One pass over the text of a file: token hashes, what each line holds, and logical lines as radon counts them. The tree
/// says where f-strings end; all other tokens are read here.
/// </summary>
internal sealed class PythonText
{
    /// <summary>Fewer than there are in most files, so that the lists seldom grow.</summary>
    private const int CharactersPerToken = 4;

    private readonly string _text;
    private readonly PythonTree _tree;
    private readonly List<(int Start, int Count)> _logical = [];
    private readonly List<int> _interpolated = [];
    private int _nextInterpolated;

    // The statement that is being read, up to the end of its last line.
    private int _statementStart = -1;
    private int _statementEnd;
    private int _statementTokens;
    private bool _hasComment;
    private int _depth;

    // Its part since the last semicolon: the tokens so far and the last colon among them.
    private int _pieceStart = -1;
    private int _lastColon = -1;
    private int _pieceTokens;

    public PythonText(PythonTree tree)
    {
        _tree = tree;
        _text = tree.Text;
        Tokens = new TokenHashes(_text.Length / CharactersPerToken);
        Lines = new LineIndex(FindLines(_text));
        CollectInterpolated();
        Read();
    }

    public TokenHashes Tokens { get; }

    public LineIndex Lines { get; }

    /// <summary>Logical lines that begin inside [start, end).</summary>
    public int LogicalBetween(int start, int end)
    {
        var count = 0;
        for (var i = FirstAt(start); i < _logical.Count && _logical[i].Start < end; i++)
            count += _logical[i].Count;
        return count;
    }

    private int FirstAt(int offset)
    {
        var index = CollectionsMarshal.AsSpan(_logical).BinarySearch(new Place(offset));
        return index >= 0 ? index : ~index;
    }

    private readonly struct Place(int start) : IComparable<(int Start, int Count)>
    {
        public int CompareTo((int Start, int Count) other) => start.CompareTo(other.Start);
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (
            var i = text.IndexOf('\n', StringComparison.Ordinal);
            i >= 0 && i + 1 < text.Length;
            i = text.IndexOf('\n', i + 1)
        )
            starts.Add(i + 1);
        return [.. starts];
    }

    private void CollectInterpolated()
    {
        var kinds = _tree.Kinds;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is PythonNodeKind.JoinedStr or PythonNodeKind.TemplateStr)
            {
                _interpolated.Add(i);
                i += _tree.Sizes[i] - 1;
            }
        }
    }

    private void Read()
    {
        var i = 0;
        while (i < _text.Length)
        {
            var c = _text[i];
            if (c == '\n')
            {
                if (_depth == 0)
                    EndStatement();
                i++;
            }
            else if (c == '\\')
                i += i + 1 < _text.Length && _text[i + 1] == '\n' ? 2 : 1;
            else if (c is ' ' or '\t' or '\f')
                i++;
            else if (c == '#')
                i = SkipComment(i);
            else
                i = ReadToken(i);
        }
        EndStatement();
    }

    private int SkipComment(int start)
    {
        Lines.Mark(Lines.LineOf(start), LineKind.Comment);
        _hasComment = true;
        var end = _text.IndexOf('\n', start);
        return end < 0 ? _text.Length : end;
    }

    private int ReadToken(int start)
    {
        var end = EndOfToken(start);
        Tokens.Add(start, _text.AsSpan(start, end - start));
        Count(start, end);
        return end;
    }

    private int EndOfToken(int start)
    {
        if (EndOfInterpolated(start) is { } behind)
            return behind;
        var c = _text[start];
        if (c is '"' or '\'')
            return EndOfString(start);
        if (
            !IsWord(c)
            && !(c == '.' && start + 1 < _text.Length && char.IsAsciiDigit(_text[start + 1]))
        )
            return start + 1;
        var end = start + 1;
        while (
            end < _text.Length
            && (IsWord(_text[end]) || (_text[end] == '.' && char.IsAsciiDigit(c)))
        )
            end++;
        var isPrefix = end - start <= 2 && end < _text.Length && _text[end] is '"' or '\'';
        return isPrefix ? EndOfString(end) : end;
    }

    /// <summary>An f-string may hold quotes of its own kind: only the parser knows its end.</summary>
    private int? EndOfInterpolated(int start)
    {
        while (
            _nextInterpolated < _interpolated.Count
            && _tree[_interpolated[_nextInterpolated]].End <= start
        )
            _nextInterpolated++;
        if (_nextInterpolated == _interpolated.Count)
            return null;
        var node = _tree[_interpolated[_nextInterpolated]];
        return node.Start == start && node.End > start ? node.End : null;
    }

    private int EndOfString(int quote)
    {
        var c = _text[quote];
        var isTriple = quote + 2 < _text.Length && _text[quote + 1] == c && _text[quote + 2] == c;
        var i = quote + (isTriple ? 3 : 1);
        for (; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (_text[i] == '\n' && !isTriple)
                return i;
            else if (_text[i] == c && (!isTriple || _text.AsSpan(i).StartsWith([c, c, c])))
                return i + (isTriple ? 3 : 1);
        }
        return _text.Length;
    }

    private void Count(int start, int end)
    {
        if (_pieceStart < 0)
            _pieceStart = start;
        if (_statementStart < 0)
            (_statementStart, _statementTokens) = (start, 0);
        _statementEnd = end;
        _statementTokens++;
        var c = end == start + 1 ? _text[start] : '\0';
        if (c is '(' or '[' or '{')
            _depth++;
        else if (c is ')' or ']' or '}')
            _depth = Math.Max(0, _depth - 1);
        else if (c == ';' && _depth == 0)
        {
            EndPiece(isLast: false);
            return;
        }
        else if (c == ':' && !(end < _text.Length && _text[end] == '='))
            _lastColon = _pieceTokens;
        _pieceTokens++;
    }

    /// <summary>
    /// A piece with a colon before its last token is two logical lines (<c>if x: y</c>), any other is one; before a semicolon
    /// radon expects the colon one token earlier.
    /// </summary>
    private void EndPiece(bool isLast)
    {
        var plain = _pieceTokens - (isLast ? 1 : 2);
        if (_pieceTokens > 0)
            _logical.Add((_pieceStart, _lastColon >= 0 && _lastColon != plain ? 2 : 1));
        (_pieceStart, _lastColon, _pieceTokens) = (-1, -1, 0);
    }

    private void EndStatement()
    {
        EndPiece(isLast: true);
        if (_statementStart >= 0)
            MarkLines();
        (_statementStart, _hasComment) = (-1, false);
    }

    /// <summary>
    /// Every line of a statement that is not blank is code, even one that holds a comment alone; a string that is the whole
    /// statement is text, or a note if it is on one line.
    /// </summary>
    private void MarkLines()
    {
        var (first, last) = (Lines.LineOf(_statementStart), Lines.LineOf(_statementEnd - 1));
        var isString =
            _statementTokens == 1 && !_hasComment && _text[_statementEnd - 1] is '"' or '\'';
        var kind =
            !isString ? LineKind.Code
            : first == last ? LineKind.Note
            : LineKind.Text;
        Lines.Mark(first, kind);
        for (var line = first + 1; line <= last; line++)
        {
            if (!IsBlank(line))
                Lines.Mark(line, kind);
        }
    }

    private bool IsBlank(int line)
    {
        var end = line + 1 < Lines.Starts.Length ? Lines.Starts[line + 1] : _text.Length;
        return _text.AsSpan(Lines.Starts[line], end - Lines.Starts[line]).IsWhiteSpace();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || c >= '\u0080';
}
