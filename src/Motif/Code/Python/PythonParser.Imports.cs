using System.Text;

namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    private static readonly string[] Features =
    [
        "nested_scopes",
        "generators",
        "division",
        "absolute_import",
        "with_statement",
        "print_function",
        "unicode_literals",
        "barry_as_FLUFL",
        "generator_stop",
        "annotations",
    ];

    private void ParseImport(int mark, int start)
    {
        Advance();
        do
        {
            ParseAlias(isDotted: true);
        } while (Accept(PythonToken.Comma));
        Emit(PythonNodeKind.Import, mark, start);
    }

    private void ParseImportFrom(int mark, int start)
    {
        Advance();
        var level = 0;
        while (Kind is PythonToken.Dot or PythonToken.Ellipsis)
        {
            level += Kind == PythonToken.Dot ? 1 : 3;
            Advance();
        }
        var module = level > 0 && Kind == PythonToken.Import ? -1 : ParseDottedName();
        Expect(PythonToken.Import, "import");
        var names = Mark;
        ParseImportedNames();
        if (module == PythonStringTable.Future && level == 0)
            NoteFlufl(names);
        Emit(PythonNodeKind.ImportFrom, mark, start, data: module, extra: level);
    }

    private void ParseImportedNames()
    {
        var mark = Mark;
        var start = Start;
        if (Accept(PythonToken.Star))
        {
            Emit(PythonNodeKind.Alias, mark, start, data: PythonStringTable.AnyName);
            Tag(PythonField.Names);
            return;
        }
        var inParentheses = Accept(PythonToken.LeftParen);
        do
        {
            if (inParentheses && Mark > mark && Kind == PythonToken.RightParen)
                break;
            if (!inParentheses && Mark > mark && Kind == PythonToken.Newline)
                Fail("trailing comma not allowed without surrounding parentheses");
            ParseAlias(isDotted: false);
        } while (Accept(PythonToken.Comma));
        if (inParentheses)
            Expect(PythonToken.RightParen, ")");
    }

    private void ParseAlias(bool isDotted)
    {
        var mark = Mark;
        var start = Start;
        var name = isDotted ? ParseDottedName() : ExpectName();
        var asName = Accept(PythonToken.As) ? ExpectName() : -1;
        Emit(PythonNodeKind.Alias, mark, start, data: name, extra: asName);
        Tag(PythonField.Names);
    }

    private int ParseDottedName()
    {
        var name = ExpectName();
        if (Kind != PythonToken.Dot)
            return name;
        var dotted = new StringBuilder();
        while (name >= 0)
        {
            dotted.Append(_strings[name]);
            if (!Accept(PythonToken.Dot))
                break;
            dotted.Append('.');
            name = ExpectName();
        }
        return _strings.Intern(dotted.ToString());
    }

    private void NoteFlufl(int first)
    {
        for (var i = first; i < _nodes.Count; i++)
            _flufl |= _nodes[i].Data == PythonStringTable.BarryAsFlufl;
    }

    // CPython 3.14 refuses unknown features already when it parses: those that stand first, after the docstring.
    private void CheckFutureImports()
    {
        var statements = new List<int>();
        for (var i = _nodes.Count - 2; i >= 0; i -= _nodes[i].Size)
            statements.Add(i);
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            var statement = statements[i];
            if (i == statements.Count - 1 && IsDocstring(statement))
                continue;
            ref var record = ref _nodes[statement];
            if (
                record.Kind != PythonNodeKind.ImportFrom
                || record.Data != PythonStringTable.Future
                || record.Extra != 0
            )
                return;
            CheckFeatures(statement);
        }
    }

    private bool IsDocstring(int statement) =>
        _nodes[statement].Kind == PythonNodeKind.Expr
        && _nodes[statement - 1].Kind == PythonNodeKind.Constant
        && (PythonConstantKind)(byte)_nodes[statement - 1].Aux == PythonConstantKind.Str;

    private void CheckFeatures(int statement)
    {
        for (var alias = statement - _nodes[statement].Size + 1; alias < statement; alias++)
        {
            var feature = _strings[_nodes[alias].Data];
            if (Array.IndexOf(Features, feature) >= 0)
                continue;
            var message =
                feature == "braces" ? "not a chance" : $"future feature {feature} is not defined";
            _diagnostics.Add(
                new PythonDiagnostic(_nodes[statement].Start, _nodes[statement].End, message)
            );
            return;
        }
    }
}
