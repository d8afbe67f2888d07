namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    // The order in which parameters must come.
    private enum ParameterState
    {
        Positional,
        Defaulted,
        KeywordOnly,
        AfterKeywords,
    }

    /// <summary>The parameters of a function or lambda up to before <paramref name="close"/>.</summary>
    private void ParseParameters(PythonToken close, bool hasAnnotations)
    {
        var mark = Mark;
        var start = Start;
        var state = ParameterState.Positional;
        var hasSlash = false;
        while (Kind != close && !_failed)
        {
            var isBareStar = false;
            if (state == ParameterState.AfterKeywords)
                Fail("parameters cannot follow var-keyword parameter");
            if (Kind == PythonToken.Slash)
            {
                if (hasSlash || state == ParameterState.KeywordOnly || Mark == mark)
                    Fail(
                        Mark == mark
                            ? "at least one parameter must precede /"
                            : "/ must be ahead of * and stand once"
                    );
                hasSlash = true;
                Advance();
                MakePositionalOnly(mark);
            }
            else if (Kind == PythonToken.Star)
            {
                if (state == ParameterState.KeywordOnly)
                    Fail("* may appear only once");
                state = ParameterState.KeywordOnly;
                isBareStar = ParseVariadic(close, hasAnnotations);
            }
            else if (Accept(PythonToken.DoubleStar))
            {
                ParseParameter(PythonField.KwArg, hasAnnotations, isStarred: false);
                if (Kind == PythonToken.Equal)
                    Fail("var-keyword parameter cannot have default value");
                state = ParameterState.AfterKeywords;
            }
            else
            {
                state = ParsePlainParameter(state, hasAnnotations);
            }
            if (!Accept(PythonToken.Comma))
                break;
            if (isBareStar && Kind != PythonToken.Name)
                Fail("named parameters must follow bare *");
        }
        _nodes.Emit(
            PythonNodeKind.Arguments,
            mark,
            start,
            Mark == mark ? start : _previousEnd,
            0,
            -1,
            -1
        );
        Tag(PythonField.Args);
    }

    private ParameterState ParsePlainParameter(ParameterState state, bool hasAnnotations)
    {
        var isKeywordOnly = state == ParameterState.KeywordOnly;
        ParseParameter(
            isKeywordOnly ? PythonField.KwOnlyArgs : PythonField.Args,
            hasAnnotations,
            isStarred: false
        );
        if (Accept(PythonToken.Equal))
        {
            ParseExpression();
            Tag(isKeywordOnly ? PythonField.KwDefaults : PythonField.Defaults);
            return isKeywordOnly ? state : ParameterState.Defaulted;
        }
        if (state == ParameterState.Defaulted)
            FailAtNode(
                "parameter without a default follows parameter with a default",
                _nodes.Count - 1
            );
        return state;
    }

    // True for a bare star, which needs a parameter after it.
    private bool ParseVariadic(PythonToken close, bool hasAnnotations)
    {
        Advance();
        if (Kind == PythonToken.Comma)
            return true;
        if (Kind == close)
            Fail("named parameters must follow bare *");
        ParseParameter(PythonField.VarArg, hasAnnotations, isStarred: true);
        if (Kind == PythonToken.Equal)
            Fail("var-positional parameter cannot have default value");
        return false;
    }

    private void ParseParameter(PythonField field, bool hasAnnotations, bool isStarred)
    {
        var mark = Mark;
        var start = Start;
        var name = ExpectName();
        if (hasAnnotations && Accept(PythonToken.Colon))
        {
            if (isStarred)
                ParseStarExpression();
            else
                ParseExpression();
            Tag(PythonField.Annotation);
        }
        Emit(PythonNodeKind.Arg, mark, start, data: name);
        Tag(field);
    }

    private void MakePositionalOnly(int mark)
    {
        for (var i = _nodes.Count - 1; i >= mark; i -= _nodes[i].Size)
        {
            if (_nodes[i].Field == PythonField.Args)
                _nodes[i].Field = PythonField.PosOnlyArgs;
        }
    }

    /// <summary>The type parameters in brackets, where there are any (PEP 695, defaults by PEP 696).</summary>
    private void ParseTypeParameters()
    {
        if (Kind != PythonToken.LeftBracket)
            return;
        Advance();
        do
        {
            ParseTypeParameter();
        } while (Accept(PythonToken.Comma) && Kind != PythonToken.RightBracket);
        Expect(PythonToken.RightBracket, "]");
    }

    private void ParseTypeParameter()
    {
        var mark = Mark;
        var start = Start;
        var kind = Kind switch
        {
            PythonToken.Star => PythonNodeKind.TypeVarTuple,
            PythonToken.DoubleStar => PythonNodeKind.ParamSpec,
            _ => PythonNodeKind.TypeVar,
        };
        if (kind != PythonNodeKind.TypeVar)
            Advance();
        var name = ExpectName();
        if (kind == PythonNodeKind.TypeVar && Accept(PythonToken.Colon))
        {
            ParseExpression();
            Tag(PythonField.Bound);
        }
        if (Accept(PythonToken.Equal))
        {
            if (kind == PythonNodeKind.TypeVarTuple)
                ParseStarExpression();
            else
                ParseExpression();
            Tag(PythonField.DefaultValue);
        }
        Emit(kind, mark, start, data: name);
        Tag(PythonField.TypeParams);
    }
}
