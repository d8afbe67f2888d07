using System.Buffers;

namespace Motif.Code.CSharp;

/// <summary>
/// How deeply brackets, type arguments and interpolated strings are nested in a source text, found without a parser and in
/// linear time. Roslyn reads type arguments and directives by unguarded recursion, where a thousand levels end the process, and
/// parentheses in time that grows with the cube of their depth: what is deeper than <see cref="Max"/> is not given to it.
/// </summary>
internal struct NestingDepth
{
    /// <summary>Code that people write stays below 30, generated code below 100.</summary>
    public const int Max = 200;

    /// <summary>Roslyn follows <c>a?.b?.c</c> by recursion as well.</summary>
    private const int MaxConditionalAccesses = 500;

    /// <summary>Words in a row with nothing between them, such as <c>not not not</c> or <c>ref ref ref</c>: recursion once more.</summary>
    private const int MaxWords = 200;

    /// <summary>Every <c>#elif</c> is compared with all before it.</summary>
    private const int MaxAlternatives = 2000;

    private const char Hole = 'h';
    private const char Text = 't';

    private static readonly SearchValues<char> Telling = SearchValues.Create("/'\"$@#()[]{}<>;?");

    private readonly string _source;
    private readonly List<Level> _levels = [];
    private int _at;
    private int _angles;
    private int _conditionals;
    private int _alternatives;
    private int _accesses;
    private int _words;

    private NestingDepth(string source) => _source = source;

    /// <param name="Kind">An opening bracket, <see cref="Hole"/>, or <see cref="Text"/> of an interpolated string.</param>
    /// <param name="Dollars">Braces that open a hole.</param>
    /// <param name="Quotes">Quotes that end the text.</param>
    private readonly record struct Level(char Kind, int Dollars, int Quotes, bool IsVerbatim);

    /// <summary>The offset at which the text becomes too deep; null where it never does.</summary>
    public static int? FirstBeyondMax(string source) => new NestingDepth(source).Find();

    private int? Find()
    {
        while (_at < _source.Length)
        {
            var start = _at;
            if (_levels is [.., { Kind: Text } text])
                InText(text);
            else if (!InCode())
                return start;
            if (_levels.Count + _angles > Max)
                return start;
            if (_accesses > MaxConditionalAccesses || _words > MaxWords)
                return start;
        }
        return null;
    }

    private readonly char Peek(int ahead = 0) =>
        _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private readonly int Run(char c, int ahead = 0)
    {
        var length = 0;
        while (Peek(ahead + length) == c)
            length++;
        return length;
    }

    /// <returns>False where a directive alone is too deep.</returns>
    private bool InCode()
    {
        switch (Peek())
        {
            case '/' when Peek(1) is '/':
                SkipTo("\n");
                break;
            case '/' when Peek(1) is '*':
                _at += 2;
                SkipTo("*/");
                break;
            case '\'':
                SkipCharacter();
                break;
            case '"' or '$' or '@':
                OpenString();
                break;
            case '#' when IsFirstOfLine():
                return SkipDirective();
            default:
                Bracket(Peek());
                _at++;
                SkipPlain();
                break;
        }
        return true;
    }

    /// <summary>Nearly all text is neither a bracket nor the beginning of what hides brackets.</summary>
    private void SkipPlain()
    {
        if (_at >= _source.Length || _levels is [.., { Kind: Text }])
            return;
        var plain = _source.AsSpan(_at).IndexOfAny(Telling);
        var end = plain < 0 ? _source.Length : _at + plain;
        CountWords(_source.AsSpan(_at..end));
        _at = end;
    }

    private void CountWords(ReadOnlySpan<char> plain)
    {
        var isInWord = false;
        foreach (var c in plain)
        {
            var isWord = char.IsLetterOrDigit(c) || c == '_';
            if (isWord && !isInWord)
                _words++;
            else if (!isWord && !char.IsWhiteSpace(c))
                _words = 0;
            isInWord = isWord;
        }
    }

    private void Bracket(char c)
    {
        if (!char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c))
            _words = 0;
        switch (c)
        {
            case '(' or '[' or '{':
                _angles = c == '{' ? 0 : _angles;
                _levels.Add(new Level(c, 0, 0, false));
                break;
            case '}' when _levels is [.., { Kind: Hole } hole]:
                _at += hole.Dollars - 1;
                _levels.RemoveAt(_levels.Count - 1);
                break;
            case ')' or ']' or '}':
                _angles = c == '}' ? 0 : _angles;
                if (_levels is [.., { Kind: not Hole }])
                    _levels.RemoveAt(_levels.Count - 1);
                break;
            case '<':
                _angles++;
                break;
            case '>':
                _angles = Math.Max(0, _angles - 1);
                break;
            case '?' when Peek(1) is '.' or '[':
                _accesses++;
                break;
            case ';':
                (_angles, _accesses) = (0, 0);
                break;
        }
    }

    private void InText(Level text)
    {
        var c = Peek();
        if (c == '{')
        {
            var braces = Run('{');
            var isRaw = text.Quotes >= 3;
            _at += braces;
            if (isRaw ? braces >= text.Dollars : braces % 2 == 1)
                _levels.Add(new Level(Hole, isRaw ? text.Dollars : 1, 0, false));
        }
        else if (c == '"')
        {
            CloseText(text);
        }
        else if (c == '\\' && !text.IsVerbatim && text.Quotes == 1)
        {
            _at += 2;
        }
        else
        {
            if (c == '\n' && !text.IsVerbatim && text.Quotes == 1)
                _levels.RemoveAt(_levels.Count - 1);
            _at++;
        }
    }

    private void CloseText(Level text)
    {
        var quotes = Run('"');
        if (text.IsVerbatim && quotes % 2 == 0)
        {
            _at += quotes;
            return;
        }
        _at += text.IsVerbatim || text.Quotes >= 3 ? quotes : 1;
        if (quotes >= text.Quotes)
            _levels.RemoveAt(_levels.Count - 1);
    }

    /// <summary>Interpolated strings become a level, since code stands in their holes; others are skipped.</summary>
    private void OpenString()
    {
        var isVerbatim = false;
        var dollars = 0;
        for (; Peek() is '$' or '@'; _at++)
        {
            isVerbatim |= Peek() == '@';
            dollars += Peek() == '$' ? 1 : 0;
        }
        var quotes = Run('"');
        if (quotes == 0)
            return;
        var isRaw = quotes >= 3 && !isVerbatim;
        if (quotes == 2 || (isVerbatim && quotes % 2 == 0))
        {
            _at += quotes;
            return;
        }
        _at += isRaw || isVerbatim ? quotes : 1;
        if (dollars > 0)
            _levels.Add(new Level(Text, dollars, isRaw ? quotes : 1, isVerbatim));
        else if (isRaw)
            SkipTo(new string('"', quotes));
        else
            SkipString(isVerbatim);
    }

    private void SkipString(bool isVerbatim)
    {
        for (; _at < _source.Length; _at++)
        {
            var c = Peek();
            if (c == '"' && isVerbatim && Peek(1) == '"')
                _at++;
            else if (c == '\\' && !isVerbatim)
                _at++;
            else if (c == '"' || (c == '\n' && !isVerbatim))
            {
                _at++;
                return;
            }
        }
    }

    private void SkipCharacter()
    {
        const int longest = 12;
        var end = _at + 1;
        while (end < _source.Length && end - _at < longest && _source[end] is not ('\'' or '\n'))
            end += _source[end] == '\\' ? 2 : 1;
        _at = end < _source.Length && _source[end] == '\'' ? end + 1 : _at + 1;
    }

    private void SkipTo(string end)
    {
        var found = _source
            .AsSpan(Math.Min(_at, _source.Length))
            .IndexOf(end, StringComparison.Ordinal);
        _at = found < 0 ? _source.Length : _at + found + end.Length;
    }

    private readonly bool IsFirstOfLine()
    {
        for (var i = _at - 1; i >= 0 && _source[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(_source[i]))
                return false;
        }
        return true;
    }

    private bool SkipDirective()
    {
        var start = _at;
        SkipTo("\n");
        var line = _source.AsSpan(start.._at);
        var word = line[1..].TrimStart();
        if (word.StartsWith("if", StringComparison.Ordinal))
            _conditionals++;
        else if (word.StartsWith("endif", StringComparison.Ordinal))
            (_conditionals, _alternatives) = (Math.Max(0, _conditionals - 1), 0);
        else if (word.StartsWith("elif", StringComparison.Ordinal))
            _alternatives++;
        return line.Count('(') + line.Count('!') <= Max
            && _conditionals <= Max
            && _alternatives <= MaxAlternatives;
    }
}
