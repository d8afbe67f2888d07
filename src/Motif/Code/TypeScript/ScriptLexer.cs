namespace Motif.Code.TypeScript;

/// <summary>
/// Turns source text into tokens, one at a time and on demand: what a slash, a brace or a greater-than sign begins only the
/// parser knows, which then asks for the token to be read again as what it is.
/// </summary>
/// <remarks>Tokens, comments and complaints are remembered in order, and forgotten again where the parser goes back.</remarks>
internal sealed partial class ScriptLexer
{
    private readonly string _text;
    private readonly List<(int Start, int End)> _tokens;
    private readonly List<(int Start, int End)> _comments = [];
    private readonly List<(int Offset, string Message)> _errors = [];
    private int _position;
    private bool _isStopped;

    public ScriptLexer(string text)
    {
        _text = text;
        _tokens = new List<(int, int)>(text.Length / 5);
        if (text.StartsWith("#!", StringComparison.Ordinal))
            SkipLine();
    }

    public ScriptToken Token { get; private set; }

    /// <summary>UTF-16 offset of the token's first character.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 offset behind the token's last character.</summary>
    public int End => _position;

    /// <summary>UTF-16 offset behind the token before this one.</summary>
    public int LastEnd { get; private set; }

    /// <summary>A line ends between the token before and this one.</summary>
    public bool IsNewLine { get; private set; }

    /// <summary>The word is written with <c>\u</c> escapes, so that it is no keyword.</summary>
    public bool IsEscaped { get; private set; }

    public ReadOnlySpan<char> TokenText => _text.AsSpan(Start, End - Start);

    public IReadOnlyList<(int Start, int End)> Tokens => _tokens;

    public IReadOnlyList<(int Start, int End)> Comments => _comments;

    public IReadOnlyList<(int Offset, string Message)> Errors => _errors;

    /// <summary>A place to which the parser can go back.</summary>
    internal readonly record struct Mark(
        ScriptToken Token,
        int Start,
        int Position,
        int LastEnd,
        bool IsNewLine,
        bool IsEscaped,
        int Tokens,
        int Comments,
        int Errors
    );

    public Mark Remember() =>
        new(
            Token,
            Start,
            _position,
            LastEnd,
            IsNewLine,
            IsEscaped,
            _tokens.Count,
            _comments.Count,
            _errors.Count
        );

    public void GoBack(in Mark mark)
    {
        // What is nested too deeply would be tried again on every level.
        if (_isStopped)
            return;
        (Token, Start, _position) = (mark.Token, mark.Start, mark.Position);
        (LastEnd, IsNewLine, IsEscaped) = (mark.LastEnd, mark.IsNewLine, mark.IsEscaped);
        Cut(_tokens, mark.Tokens);
        Cut(_comments, mark.Comments);
        Cut(_errors, mark.Errors);
    }

    public void Report(int offset, string message)
    {
        // One mistake is told once, however many expectations it disappoints.
        if (_errors.Count == 0 || _errors[^1].Offset != offset)
            _errors.Add((offset, message));
    }

    /// <summary>Reads nothing any more: the rest cannot be understood.</summary>
    public void Stop()
    {
        _isStopped = true;
        LastEnd = _position;
        Start = _position = _text.Length;
        Token = ScriptToken.EndOfFile;
    }

    public void Next()
    {
        LastEnd = _position;
        SkipTrivia();
        Start = _position;
        IsEscaped = false;
        Token = _position < _text.Length ? Scan(_text[_position]) : ScriptToken.EndOfFile;
        if (Token is not ScriptToken.EndOfFile)
            _tokens.Add((Start, _position));
    }

    /// <summary>The first character behind the token that is neither white space nor comment; U+0000 at the end.</summary>
    public char Peek()
    {
        var mark = Remember();
        SkipTrivia();
        var found = _position < _text.Length ? _text[_position] : '\0';
        GoBack(mark);
        return found;
    }

    private static void Cut<T>(List<T> list, int count)
    {
        if (list.Count > count)
            list.RemoveRange(count, list.Count - count);
    }

    private char At(int offset) =>
        (uint)(_position + offset) < (uint)_text.Length ? _text[_position + offset] : '\0';

    private ScriptToken Scan(char c)
    {
        if (char.IsAsciiLetter(c) || c is '_' or '$' or '\\' || c >= '\u0080')
            return Word();
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(1))))
            return Number();
        switch (c)
        {
            case '"' or '\'':
                return String(c);
            case '`':
                return TemplatePart(ScriptToken.Template, ScriptToken.TemplateHead);
            case '#':
                _position++;
                if (Word() is ScriptToken.Unknown)
                    Report(Start, "invalid character");
                return ScriptToken.PrivateName;
            default:
                return Sign(c);
        }
    }

    private void SkipTrivia()
    {
        IsNewLine = false;
        for (; _position < _text.Length; )
        {
            var c = _text[_position];
            if (IsLineEnd(c))
            {
                IsNewLine = true;
                _position++;
            }
            else if (c is ' ' or '\t' || IsOtherSpace(c))
                _position++;
            else if (c == '/' && At(1) is '/' or '*')
                SkipComment();
            else if (IsConflictMarker(c))
            {
                Report(_position, "merge conflict marker");
                SkipLine();
            }
            else
                break;
        }
    }

    private void SkipComment()
    {
        var start = _position;
        if (At(1) == '/')
            SkipLine();
        else
            SkipBlockComment();
        _comments.Add((start, _position));
    }

    private void SkipLine()
    {
        var length = _text.AsSpan(_position).IndexOfAny("\n\r\u2028\u2029");
        _position = length < 0 ? _text.Length : _position + length;
    }

    private void SkipBlockComment()
    {
        var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0)
            Report(_text.Length, "'*/' expected");
        end = end < 0 ? _text.Length : end + 2;
        IsNewLine |= _text.AsSpan(_position, end - _position).ContainsAny("\n\r\u2028\u2029");
        _position = end;
    }

    private bool IsConflictMarker(char c) =>
        c is '<' or '=' or '>'
        && (_position == 0 || IsLineEnd(_text[_position - 1]))
        && _position + 7 < _text.Length
        && _text.AsSpan(_position, 7).IndexOfAnyExcept(c) < 0
        && (c == '=' || _text[_position + 7] == ' ');

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsOtherSpace(char c) =>
        c is '\v' or '\f' or '\uFEFF' || (c >= '\u0080' && char.IsWhiteSpace(c));
}
