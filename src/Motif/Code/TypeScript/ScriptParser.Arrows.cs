namespace Motif.Code.TypeScript;

/// <summary>Arrow functions, which begin like an expression in parentheses.</summary>
internal sealed partial class ScriptParser
{
    /// <summary>Where parentheses turned out to be no parameters: they are not tried twice, or nesting would double the work.</summary>
    private readonly HashSet<int> _notArrows = [];

    private enum Likelihood
    {
        No,
        Maybe,
        Yes,
    }

    private int? TryArrow(bool colonFollows)
    {
        switch (Token)
        {
            case ScriptToken.OpenParenthesis or ScriptToken.Less:
                break;
            case ScriptToken.Async:
                if (IsAsyncSimpleArrow())
                    return AsyncSimpleArrow(colonFollows);
                break;
            default:
                return null;
        }
        var likelihood = ArrowLikelihood();
        if (likelihood is Likelihood.Yes)
            return Arrow(isSure: true, colonFollows: false);
        if (likelihood is Likelihood.No || _notArrows.Contains(_lexer.Start))
            return null;
        var (mark, count, start) = (_lexer.Remember(), _tree.Count, _lexer.Start);
        var outer = (_inAsync, _inGenerator, _noIn, _inDecorator);
        var arrow = Arrow(isSure: false, colonFollows);
        if (arrow >= 0)
            return arrow;
        Leave(outer);
        _lexer.GoBack(mark);
        _tree.Cut(count);
        _notArrows.Add(start);
        return null;
    }

    private bool IsAsyncSimpleArrow() =>
        Ahead(() =>
        {
            if (_lexer.IsNewLine || !Token.IsIdentifier())
                return false;
            _lexer.Next();
            return Token is ScriptToken.Arrow && !_lexer.IsNewLine;
        });

    private int AsyncSimpleArrow(bool colonFollows)
    {
        var start = _lexer.Start;
        _lexer.Next();
        var arrow = SimpleArrow(Identifier(), ScriptFlags.Async, colonFollows);
        _tree.At(arrow).Start = start;
        return arrow;
    }

    /// <summary><c>x =&gt; …</c></summary>
    private int SimpleArrow(int name, ScriptFlags flags, bool colonFollows)
    {
        var parameter = Close(Around(ScriptNodeKind.Parameter, ScriptField.Target, name));
        var node = Around(ScriptNodeKind.Arrow, ScriptField.Parameter, parameter);
        Flag(node, flags);
        _lexer.Next();
        ArrowBody(node, flags, colonFollows);
        return Close(node);
    }

    private void ArrowBody(int node, ScriptFlags flags, bool colonFollows)
    {
        Flag(node, ScriptFlags.HasBody);
        var noIn = _noIn;
        var outer = EnterFunction(flags);
        if (Token is ScriptToken.OpenBrace)
            Link(node, ScriptField.Body, Block());
        else
        {
            _noIn = noIn;
            Link(node, ScriptField.Body, Assignment(colonFollows));
        }
        Leave(outer);
    }

    /// <summary>Decided by the tokens that follow, as far as they tell.</summary>
    private Likelihood ArrowLikelihood()
    {
        var mark = _lexer.Remember();
        var likelihood = Look();
        _lexer.GoBack(mark);
        return likelihood;
    }

    private Likelihood Look()
    {
        if (Token is ScriptToken.Async)
        {
            _lexer.Next();
            if (_lexer.IsNewLine || Token is not (ScriptToken.OpenParenthesis or ScriptToken.Less))
                return Likelihood.No;
        }
        var isTyped = Token is ScriptToken.Less;
        _lexer.Next();
        return isTyped ? LookBehindLess() : LookBehindParenthesis();
    }

    private Likelihood LookBehindLess()
    {
        if (!Token.IsIdentifier() && Token is not ScriptToken.Const)
            return Likelihood.No;
        if (!_isJsx)
            return Likelihood.Maybe;
        if (Take(ScriptToken.Const) && !Token.IsIdentifier())
            return Likelihood.No;
        _lexer.Next();
        if (Take(ScriptToken.Extends))
            return Token is ScriptToken.Equals or ScriptToken.Greater or ScriptToken.Slash
                ? Likelihood.No
                : Likelihood.Yes;
        return Token is ScriptToken.Comma or ScriptToken.Equals ? Likelihood.Yes : Likelihood.No;
    }

    private Likelihood LookBehindParenthesis()
    {
        var second = Token;
        switch (second)
        {
            case ScriptToken.CloseParenthesis:
                _lexer.Next();
                return Token is ScriptToken.Arrow or ScriptToken.Colon or ScriptToken.OpenBrace
                    ? Likelihood.Yes
                    : Likelihood.No;
            case ScriptToken.OpenBracket or ScriptToken.OpenBrace:
                return Likelihood.Maybe;
            case ScriptToken.DotDotDot:
                return Likelihood.Yes;
        }
        if (
            second.IsModifier()
            && second is not ScriptToken.Async
            && Ahead(() => Token.IsIdentifier())
        )
        {
            _lexer.Next();
            return Token is ScriptToken.As ? Likelihood.No : Likelihood.Yes;
        }
        if (!second.IsIdentifier() && second is not ScriptToken.This)
            return Likelihood.No;
        _lexer.Next();
        switch (Token)
        {
            case ScriptToken.Colon:
                return Likelihood.Yes;
            case ScriptToken.Question:
                _lexer.Next();
                return
                    Token
                        is ScriptToken.Colon
                            or ScriptToken.Comma
                            or ScriptToken.Equals
                            or ScriptToken.CloseParenthesis
                    ? Likelihood.Yes
                    : Likelihood.No;
            case ScriptToken.Comma or ScriptToken.Equals or ScriptToken.CloseParenthesis:
                return Likelihood.Maybe;
            default:
                return Likelihood.No;
        }
    }

    /// <summary>An arrow function with its parameters in parentheses.</summary>
    /// <param name="isSure">Otherwise −1 is returned where it turns out to be none.</param>
    private int Arrow(bool isSure, bool colonFollows)
    {
        var errors = _lexer.Errors.Count;
        var node = Open(ScriptNodeKind.Arrow);
        var flags = Take(ScriptToken.Async) ? ScriptFlags.Async : ScriptFlags.None;
        Flag(node, flags);
        TypeParameters(node);
        var outer = EnterFunction(flags);
        var isComplete = Parameters(node);
        if (!isSure && (!isComplete || _lexer.Errors.Count > errors))
            return -1;
        var hasReturns = Take(ScriptToken.Colon);
        if (hasReturns)
            Link(node, ScriptField.Returns, ReturnType());
        if (!isSure && (Token is not ScriptToken.Arrow || _lexer.Errors.Count > errors))
            return -1;
        Leave(outer);
        Expect(ScriptToken.Arrow, "=>");
        ArrowBody(node, flags, colonFollows);
        return !isSure && colonFollows && hasReturns && Token is not ScriptToken.Colon
            ? -1
            : Close(node);
    }
}
