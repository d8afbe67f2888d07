namespace Motif.Code.TypeScript;

/// <summary>Operators, and what a token is when it is read again in another context.</summary>
internal sealed partial class ScriptLexer
{
    private ScriptToken Sign(char c)
    {
        switch (c)
        {
            case '{':
                return Take(1, ScriptToken.OpenBrace);
            case '}':
                return Take(1, ScriptToken.CloseBrace);
            case '(':
                return Take(1, ScriptToken.OpenParenthesis);
            case ')':
                return Take(1, ScriptToken.CloseParenthesis);
            case '[':
                return Take(1, ScriptToken.OpenBracket);
            case ']':
                return Take(1, ScriptToken.CloseBracket);
            case ';':
                return Take(1, ScriptToken.Semicolon);
            case ',':
                return Take(1, ScriptToken.Comma);
            case ':':
                return Take(1, ScriptToken.Colon);
            case '@':
                return Take(1, ScriptToken.At);
            case '~':
                return Take(1, ScriptToken.Tilde);
            case '>':
                return Take(1, ScriptToken.Greater);
            case '.':
                return At(1) == '.' && At(2) == '.'
                    ? Take(3, ScriptToken.DotDotDot)
                    : Take(1, ScriptToken.Dot);
            case '=':
                if (At(1) == '>')
                    return Take(2, ScriptToken.Arrow);
                return Equality(
                    ScriptToken.Equals,
                    ScriptToken.EqualsEquals,
                    ScriptToken.EqualsEqualsEquals
                );
            case '!':
                return Equality(
                    ScriptToken.Exclamation,
                    ScriptToken.NotEquals,
                    ScriptToken.NotEqualsEquals
                );
            case '+':
                return At(1) == '+'
                    ? Take(2, ScriptToken.PlusPlus)
                    : Assigning(1, ScriptToken.Plus, ScriptToken.PlusEquals);
            case '-':
                return At(1) == '-'
                    ? Take(2, ScriptToken.MinusMinus)
                    : Assigning(1, ScriptToken.Minus, ScriptToken.MinusEquals);
            case '*':
                return At(1) == '*'
                    ? Assigning(2, ScriptToken.AsteriskAsterisk, ScriptToken.AsteriskAsteriskEquals)
                    : Assigning(1, ScriptToken.Asterisk, ScriptToken.AsteriskEquals);
            case '/':
                return Assigning(1, ScriptToken.Slash, ScriptToken.SlashEquals);
            case '%':
                return Assigning(1, ScriptToken.Percent, ScriptToken.PercentEquals);
            case '^':
                return Assigning(1, ScriptToken.Caret, ScriptToken.CaretEquals);
            case '&':
                return At(1) == '&'
                    ? Assigning(
                        2,
                        ScriptToken.AmpersandAmpersand,
                        ScriptToken.AmpersandAmpersandEquals
                    )
                    : Assigning(1, ScriptToken.Ampersand, ScriptToken.AmpersandEquals);
            case '|':
                return At(1) == '|'
                    ? Assigning(2, ScriptToken.BarBar, ScriptToken.BarBarEquals)
                    : Assigning(1, ScriptToken.Bar, ScriptToken.BarEquals);
            case '?':
                return Question();
            case '<':
                if (At(1) == '<')
                    return Assigning(2, ScriptToken.LessLess, ScriptToken.LessLessEquals);
                return At(1) == '=' ? Take(2, ScriptToken.LessEquals) : Take(1, ScriptToken.Less);
            default:
                Report(_position, "invalid character");
                return Take(1, ScriptToken.Unknown);
        }
    }

    private ScriptToken Question()
    {
        if (At(1) == '?')
            return Assigning(2, ScriptToken.QuestionQuestion, ScriptToken.QuestionQuestionEquals);
        // `a?.5:b` is a conditional.
        return At(1) == '.' && !char.IsAsciiDigit(At(2))
            ? Take(2, ScriptToken.QuestionDot)
            : Take(1, ScriptToken.Question);
    }

    private ScriptToken Equality(ScriptToken one, ScriptToken two, ScriptToken three)
    {
        if (At(1) != '=')
            return Take(1, one);
        return At(2) == '=' ? Take(3, three) : Take(2, two);
    }

    private ScriptToken Assigning(int length, ScriptToken plain, ScriptToken assigning) =>
        At(length) == '=' ? Take(length + 1, assigning) : Take(length, plain);

    private ScriptToken Take(int length, ScriptToken token)
    {
        _position += length;
        return token;
    }

    /// <summary>Joins the greater-than sign with what stands right behind it.</summary>
    public void AgainAsOperator()
    {
        if (Token is not ScriptToken.Greater)
            return;
        _position = Start;
        var arrows = At(1) != '>' ? 1 : (At(2) == '>' ? 3 : 2);
        var isAssigning = At(arrows) == '=';
        Replace(
            Take(
                arrows + (isAssigning ? 1 : 0),
                (arrows, isAssigning) switch
                {
                    (1, false) => ScriptToken.Greater,
                    (1, true) => ScriptToken.GreaterEquals,
                    (2, false) => ScriptToken.GreaterGreater,
                    (2, true) => ScriptToken.GreaterGreaterEquals,
                    (_, false) => ScriptToken.GreaterGreaterGreater,
                    _ => ScriptToken.GreaterGreaterGreaterEquals,
                }
            )
        );
    }

    /// <summary>The first of two less-than signs alone, where type arguments begin with a generic function type.</summary>
    public void AgainAsLess()
    {
        if (Token is not ScriptToken.LessLess)
            return;
        _position = Start;
        Replace(Take(1, ScriptToken.Less));
    }

    /// <summary>A slash that begins a regular expression, up to its flags.</summary>
    public void AgainAsRegex()
    {
        _position = Start + 1;
        for (var inClass = false; ; _position++)
        {
            if (_position >= _text.Length || IsLineEnd(_text[_position]))
            {
                Report(Start, "unterminated regular expression literal");
                break;
            }
            var c = _text[_position];
            if (c == '\\')
                _position +=
                    _position + 1 < _text.Length && !IsLineEnd(_text[_position + 1]) ? 1 : 0;
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            else if (c == '/' && !inClass)
            {
                _position++;
                SkipWhile(f => char.IsAsciiLetterOrDigit(f) || f is '_' or '$');
                break;
            }
        }
        Replace(ScriptToken.Regex);
    }

    /// <summary>A closing brace that goes on with a template.</summary>
    public void AgainAsTemplate()
    {
        _position = Start;
        Replace(TemplatePart(ScriptToken.TemplateTail, ScriptToken.TemplateMiddle));
    }

    /// <summary>A name of JSX, in which hyphens are letters.</summary>
    public void AgainAsJsxName()
    {
        if (!Token.IsWord())
            return;
        while (At(0) == '-')
        {
            _position++;
            SkipWhile(c => char.IsLetterOrDigit(c) || c is '_' or '$');
        }
        Replace(ScriptToken.Identifier);
    }

    /// <summary>A string of JSX behind the equals sign: no escapes, and lines may end in it.</summary>
    public void NextJsxAttributeValue()
    {
        LastEnd = _position;
        SkipTrivia();
        if (At(0) is not ('"' or '\''))
        {
            _position = LastEnd;
            Next();
            return;
        }
        Start = _position;
        var end = _text.IndexOf(At(0), _position + 1);
        if (end < 0)
            Report(_position, "unterminated string literal");
        _position = end < 0 ? _text.Length : end + 1;
        Token = ScriptToken.String;
        _tokens.Add((Start, _position));
    }

    /// <summary>Text between tags, up to the next tag or brace; a tag or a brace where there is no text.</summary>
    public void NextJsxChild()
    {
        (LastEnd, Start, IsNewLine) = (_position, _position, false);
        if (_position >= _text.Length)
        {
            Token = ScriptToken.EndOfFile;
            return;
        }
        if (At(0) is '<' or '{')
        {
            Token = Take(1, At(0) == '<' ? ScriptToken.Less : ScriptToken.OpenBrace);
        }
        else
        {
            var length = _text.AsSpan(_position).IndexOfAny("<{");
            _position = length < 0 ? _text.Length : _position + length;
            var stray = _text.AsSpan(Start, _position - Start).IndexOfAny(">}");
            if (stray >= 0)
                Report(Start + stray, "unexpected token in JSX text");
            Token = ScriptToken.JsxText;
        }
        _tokens.Add((Start, _position));
    }

    private void Replace(ScriptToken token)
    {
        Token = token;
        _tokens[^1] = (Start, _position);
    }
}
