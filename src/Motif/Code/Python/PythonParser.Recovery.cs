namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    // Words that begin a statement and never stand inside an expression.
    private static readonly bool[] BeginsStatementOnly = KindsOf(
        PythonToken.Def,
        PythonToken.Class,
        PythonToken.Return,
        PythonToken.Import,
        PythonToken.While,
        PythonToken.Try,
        PythonToken.Except,
        PythonToken.Finally,
        PythonToken.With,
        PythonToken.Raise,
        PythonToken.Pass,
        PythonToken.Break,
        PythonToken.Continue,
        PythonToken.Global,
        PythonToken.Nonlocal,
        PythonToken.Del,
        PythonToken.Assert
    );

    // Where the pending nodes of the expressions being parsed begin: above those of the chains of `elif` around them.
    private int _pendingBase;

    /// <summary>After a statement failed: keeps what is whole of it, finds where the next one begins, and covers the
    /// rest with an error node, which holds the statements of a block that lost its head.</summary>
    private void Recover(int mark, int start, PythonField field)
    {
        var errorStart = _failedStart;
        _nodes.Truncate(Math.Max(mark, _salvaged));
        var errorMark = Mark;
        FindNextStatement(start, errorStart);
        if (_outOfStack)
            return;
        var isWholeLine = errorMark > mark;
        if (Kind == PythonToken.Indent)
        {
            Advance();
            ParseStatements(PythonField.Body);
            Accept(PythonToken.Dedent);
        }
        var errorBegin = isWholeLine ? Math.Min(errorStart, _previousEnd) : start;
        _nodes.Emit(
            PythonNodeKind.Error,
            errorMark,
            errorBegin,
            Math.Max(errorBegin, _previousEnd),
            0,
            -1,
            -1
        );
        Tag(field);
    }

    private void FindNextStatement(int statementStart, int errorStart)
    {
        var failedKind = _failedKind;
        var resumesHere =
            _failedAtLineStart && errorStart > statementStart && failedKind != PythonToken.Error;
        LeaveFailure();
        _lexer.Kind = failedKind;
        if (resumesHere && _lexer.Level == 0)
            return;
        var column = ColumnOf(statementStart);
        if (failedKind == PythonToken.Error && errorStart < statementStart)
            errorStart = statementStart;
        if (_lexer.Position >= _text.Length && failedKind == PythonToken.Error)
        {
            // A bracket was open to the end of the file.
            ResumeAtNextLine(Math.Max(errorStart, statementStart), column);
            return;
        }
        var known = _diagnostics.Count;
        SkipStatement(statementStart, errorStart, column);
        _diagnostics.RemoveRange(known, _diagnostics.Count - known);
    }

    private void LeaveFailure()
    {
        _failed = false;
        _depth = 0;
        _formatStringDepth = 0;
        _lexer.FieldLevel = 0;
        _pending.RemoveRange(_pendingBase, _pending.Count - _pendingBase);
        _operators.Clear();
        _characters.Clear();
    }

    // Reads on to the end of the logical line; a line inside brackets that can only be a new statement ends it too.
    private void SkipStatement(int statementStart, int errorStart, int column)
    {
        while (true)
        {
            switch (_lexer.Kind)
            {
                case PythonToken.Newline:
                    SkipOver();
                    return;
                case PythonToken.EndOfFile:
                    return;
                case PythonToken.Error when _lexer.Position >= _text.Length:
                    ResumeAtNextLine(Math.Max(errorStart, statementStart), column);
                    return;
            }
            if (_lexer.Start > statementStart && IsNewStatement(column))
            {
                _previousEnd = Math.Max(_previousEnd, EndOfTextBefore(_lexer.Start));
                _lexer.ResumeAtLineOf(_lexer.Start);
                _lexer.Next();
                _previousWasLayout = true;
                return;
            }
            SkipOver();
        }
    }

    private bool IsNewStatement(int column)
    {
        if (_lexer.Kind is PythonToken.Error or PythonToken.Dedent or PythonToken.Indent)
            return false;
        if (_lexer.Level == 0 || !_lexer.AtPhysicalLineStart(_lexer.Start))
            return false;
        if (BeginsStatementOnly[(int)_lexer.Kind])
            return true;
        var isClosing =
            _lexer.Kind
            is PythonToken.RightParen
                or PythonToken.RightBracket
                or PythonToken.RightBrace;
        return !isClosing && ColumnOf(_lexer.Start) <= column;
    }

    private void SkipOver()
    {
        var kind = _lexer.Kind;
        _previousWasLayout =
            kind is PythonToken.Newline or PythonToken.Indent or PythonToken.Dedent;
        if (kind == PythonToken.FormatStringStart)
        {
            SkipFormatString();
        }
        else if (!_previousWasLayout && kind != PythonToken.Error)
        {
            _previousEnd = _lexer.End;
        }
        else if (kind == PythonToken.Error)
        {
            _previousEnd = Math.Max(_previousEnd, Math.Min(_lexer.Position, _text.Length));
        }
        _lexer.Next();
        if (kind == PythonToken.Newline && _lexer.Kind == PythonToken.Error)
            _previousWasLayout = true;
    }

    // The text of a format string is skipped like a plain string's: what is inside does not matter any more.
    private void SkipFormatString()
    {
        _lexer.SkipFormatString();
        _previousEnd = _lexer.Position;
    }

    // Lines after the one with the error, until one that is not deeper than the statement.
    private void ResumeAtNextLine(int offset, int column)
    {
        var position = offset;
        while (true)
        {
            var newline = _text.IndexOf('\n', position);
            if (newline < 0 || newline + 1 >= _text.Length)
            {
                _previousEnd = EndOfTextBefore(_text.Length);
                _lexer.ResumeAtLineOf(_text.Length);
                break;
            }
            position = newline + 1;
            var first = position;
            while (_text[first] is ' ' or '\t' or '\f')
                first++;
            if (_text[first] is '\n' or '#' or ')' or ']' or '}')
                continue;
            if (ColumnOf(first) > column && !StartsWithStatementWord(first))
                continue;
            _previousEnd = Math.Max(_previousEnd, EndOfTextBefore(position));
            _lexer.ResumeAtLineOf(position);
            break;
        }
        _lexer.Next();
        _previousWasLayout = true;
    }

    private bool StartsWithStatementWord(int offset)
    {
        var end = offset;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
            end++;
        var id = _strings.Intern(_text.AsSpan(offset, end - offset));
        return id < PythonStringTable.KeywordCount
            && BeginsStatementOnly[(int)PythonToken.False + id];
    }

    private int EndOfTextBefore(int offset) => _text.AsSpan(0, offset).TrimEnd(" \t\f\n").Length;

    // Tabs count to the next multiple of eight, as in the tokenizer.
    private int ColumnOf(int offset)
    {
        var start = offset == 0 ? 0 : _text.LastIndexOf('\n', offset - 1) + 1;
        var column = 0;
        for (var i = start; i < offset; i++)
            column = _text[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
        return column;
    }

    private void ParseUnexpectedBlock(int mark, int start)
    {
        _diagnostics.Add(new PythonDiagnostic(start, start, "unexpected indent"));
        Advance();
        ParseStatements(PythonField.Body);
        Accept(PythonToken.Dedent);
        Emit(PythonNodeKind.Error, mark, start);
    }
}
