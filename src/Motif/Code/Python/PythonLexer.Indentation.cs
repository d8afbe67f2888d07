namespace Motif.Code.Python;

internal sealed partial class PythonLexer
{
    /// <summary>Reads the white space before a line's first token. False if a token for it came out.</summary>
    private bool ReadIndentation(string text, ref int position)
    {
        while (true)
        {
            var column = 0;
            var alternate = 0;
            var continued = 0;
            while (position < text.Length)
            {
                var c = text[position];
                if (c == ' ')
                {
                    column++;
                    alternate++;
                }
                else if (c == '\t')
                {
                    column = (column / TabSize + 1) * TabSize;
                    alternate++;
                }
                else if (c == '\f')
                {
                    column = alternate = 0;
                }
                else if (c == '\\')
                {
                    // The column of the first backslash is the indentation of what follows.
                    continued = continued != 0 ? continued : column;
                    if (!SkipContinuation(text, ref position))
                        return false;
                    continue;
                }
                else
                {
                    break;
                }
                position++;
            }
            if (position < text.Length && text[position] is '#' or '\n')
            {
                position += text.AsSpan(position).IndexOf('\n') + 1;
                continue;
            }
            if (continued != 0)
                column = alternate = continued;
            return EnterLine(text, position, column, alternate);
        }
    }

    private bool EnterLine(string text, int position, int column, int alternate)
    {
        _atLineStart = false;
        Position = position;
        Start = End = position;
        if (column != _columns[_indent])
            ChangeIndentation(position, column, alternate);
        else if (alternate != _alternateColumns[_indent])
            ReportTabs(position);
        if (_pendingIndents != 0)
        {
            TakePendingIndent();
            return false;
        }
        if (position < text.Length)
            return true;
        Kind = PythonToken.EndOfFile;
        _atLineStart = true;
        return false;
    }

    private void ChangeIndentation(int position, int column, int alternate)
    {
        if (column > _columns[_indent])
        {
            if (_indent + 1 >= MaxIndents)
            {
                Report("too many levels of indentation", position);
                return;
            }
            if (alternate <= _alternateColumns[_indent])
                ReportTabs(position);
            _pendingIndents = 1;
            _indent++;
            _columns[_indent] = column;
            _alternateColumns[_indent] = alternate;
            return;
        }
        while (_indent > 0 && column < _columns[_indent])
        {
            _pendingIndents--;
            _indent--;
        }
        // Reading goes on at the nearest outer level.
        if (column != _columns[_indent])
            Report("unindent does not match any outer indentation level", position);
        else if (alternate != _alternateColumns[_indent])
            ReportTabs(position);
    }

    private void TakePendingIndent()
    {
        Kind = _pendingIndents > 0 ? PythonToken.Indent : PythonToken.Dedent;
        _pendingIndents += _pendingIndents > 0 ? -1 : 1;
        Start = End = Position;
        if (_pendingIndents == 0 && Position >= _text.Length)
            _atLineStart = true;
    }

    private void ReportTabs(int position) =>
        Report("inconsistent use of tabs and spaces in indentation", position);

    private void Report(string message, int position) =>
        _diagnostics.Add(new PythonDiagnostic(position, position, message));
}
