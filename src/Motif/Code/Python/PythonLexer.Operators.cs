using System.Text;
using Motif.Code.Python.Unicode;

namespace Motif.Code.Python;

internal sealed partial class PythonLexer
{
    private void ReadOperator(string text, int position, char c)
    {
        var next = text[position + 1];
        switch (c)
        {
            case '(':
                Open(PythonToken.LeftParen, position, c);
                break;
            case ')':
                Close(PythonToken.RightParen, position, '(', c);
                break;
            case '[':
                Open(PythonToken.LeftBracket, position, c);
                break;
            case ']':
                Close(PythonToken.RightBracket, position, '[', c);
                break;
            case '{':
                Open(PythonToken.LeftBrace, position, c);
                break;
            case '}':
                Close(PythonToken.RightBrace, position, '{', c);
                break;
            case ',':
                Take(PythonToken.Comma, 1);
                break;
            case '.':
                if (next == '.' && text[position + 2] == '.')
                    Take(PythonToken.Ellipsis, 3);
                else
                    Take(PythonToken.Dot, 1);
                break;
            case '=':
                Choose(next, PythonToken.Equal, PythonToken.EqualEqual);
                break;
            case ':':
                ReadColon(next);
                break;
            case ';':
                Take(PythonToken.Semicolon, 1);
                break;
            case '-' when next == '>':
                Take(PythonToken.Arrow, 2);
                break;
            default:
                ReadArithmetic(text, position, c, next);
                break;
        }
    }

    private void ReadArithmetic(string text, int position, char c, char next)
    {
        switch (c)
        {
            case '+':
                Choose(next, PythonToken.Plus, PythonToken.PlusEqual);
                break;
            case '-':
                Choose(next, PythonToken.Minus, PythonToken.MinusEqual);
                break;
            case '*' when next == '*':
                ChooseLong(text, PythonToken.DoubleStar, PythonToken.DoubleStarEqual);
                break;
            case '*':
                Choose(next, PythonToken.Star, PythonToken.StarEqual);
                break;
            case '/' when next == '/':
                ChooseLong(text, PythonToken.DoubleSlash, PythonToken.DoubleSlashEqual);
                break;
            case '/':
                Choose(next, PythonToken.Slash, PythonToken.SlashEqual);
                break;
            case '%':
                Choose(next, PythonToken.Percent, PythonToken.PercentEqual);
                break;
            case '@':
                Choose(next, PythonToken.At, PythonToken.AtEqual);
                break;
            case '&':
                Choose(next, PythonToken.Ampersand, PythonToken.AmpersandEqual);
                break;
            case '|':
                Choose(next, PythonToken.Pipe, PythonToken.PipeEqual);
                break;
            case '^':
                Choose(next, PythonToken.Caret, PythonToken.CaretEqual);
                break;
            default:
                ReadComparison(text, position, c, next);
                break;
        }
    }

    private void ReadComparison(string text, int position, char c, char next)
    {
        switch (c)
        {
            case '<' when next == '<':
                ChooseLong(text, PythonToken.LeftShift, PythonToken.LeftShiftEqual);
                break;
            case '<' when next == '>':
                Take(PythonToken.LessGreater, 2);
                break;
            case '<':
                Choose(next, PythonToken.Less, PythonToken.LessEqual);
                break;
            case '>' when next == '>':
                ChooseLong(text, PythonToken.RightShift, PythonToken.RightShiftEqual);
                break;
            case '>':
                Choose(next, PythonToken.Greater, PythonToken.GreaterEqual);
                break;
            case '!':
                Choose(next, PythonToken.Exclamation, PythonToken.NotEqual);
                break;
            case '~':
                Take(PythonToken.Tilde, 1);
                break;
            default:
                var message = PythonUnicode.IsPrintable(c)
                    ? "invalid syntax"
                    : InvalidCharacter(new Rune(c));
                Fail(message, position, position + 1, position + 1);
                break;
        }
    }

    private void ReadColon(char next)
    {
        if (FieldLevel > 0 && FieldLevel == Level)
            Take(PythonToken.FieldColon, 1);
        else
            Choose(next, PythonToken.Colon, PythonToken.ColonEqual);
    }

    private void Take(PythonToken kind, int length)
    {
        Kind = kind;
        End = Position = Start + length;
    }

    private void Choose(char next, PythonToken plain, PythonToken withEqual) =>
        Take(next == '=' ? withEqual : plain, next == '=' ? 2 : 1);

    private void ChooseLong(string text, PythonToken plain, PythonToken withEqual)
    {
        var hasEqual = text[Start + 2] == '=';
        Take(hasEqual ? withEqual : plain, hasEqual ? 3 : 2);
    }

    private void Open(PythonToken kind, int position, char bracket)
    {
        if (Level >= MaxBrackets)
        {
            Fail("too many nested parentheses", position, position + 1, position + 1);
            return;
        }
        _brackets[Level] = bracket;
        _bracketStarts[Level] = position;
        Level++;
        Take(kind, 1);
    }

    private void Close(PythonToken kind, int position, char opening, char closing)
    {
        if (Level == 0)
        {
            Fail($"unmatched '{closing}'", position, position + 1, position + 1);
            return;
        }
        Level--;
        if (_brackets[Level] != opening)
        {
            var message =
                $"closing parenthesis '{closing}' does not match opening parenthesis '{_brackets[Level]}'";
            Fail(message, position, position + 1, position + 1);
            return;
        }
        Take(kind, 1);
    }
}
