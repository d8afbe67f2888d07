using System.Runtime.CompilerServices;

namespace Motif.Code.TypeScript.Facts;

/// <summary>
/// Writes the <see cref="CodeFacts"/> of one syntax tree. What JavaScript says in several ways is written in one: a function
/// bound to a constant is a function, <c>xs.forEach(x =&gt; …)</c> a loop, <c>map.set(k, v)</c> an assignment to a
/// subscript, <c>===</c> an equality. Chains that are deep to the left are walked in loops; every other descent first asks
/// whether the stack has room, and writes an <see cref="FactKind.Error"/> where it has none.
/// </summary>
internal sealed partial class ScriptFactsWriter
{
    private const int MaxLiteralName = 64;
    private const int MaxTypeName = 400;

    private readonly CodeFactsBuilder _facts = new();
    private readonly ScriptTree _tree;
    private readonly ScriptLexer _lexer;
    private readonly string _text;
    private readonly string _path;
    private readonly string _module;
    private readonly UnitTraits _fileTraits;
    private readonly LineIndex _lines;
    private readonly TokenHashes _tokens;
    private readonly Dictionary<string, ScriptClass> _classes = new(StringComparer.Ordinal);

    private ScriptScope _scope;
    private ScriptClass? _class;
    private int _unit;

    /// <summary>Names of namespaces around, each with its dot.</summary>
    private string _namespace = "";
    private bool _isTooDeep;

    public ScriptFactsWriter(
        ScriptTree tree,
        ScriptLexer lexer,
        string text,
        string path,
        string module,
        UnitTraits fileTraits
    )
    {
        (_tree, _lexer, _text, _path) = (tree, lexer, text, path);
        (_module, _fileTraits) = (module, fileTraits);
        (_lines, _tokens) = ScriptLines.Of(lexer, text);
        _scope = new ScriptScope(null, module);
    }

    public void Report(SourceError error) => _facts.Add(error);

    public CodeFacts Write(string language, int maxErrors)
    {
        foreach (var (offset, message) in _lexer.Errors.Take(maxErrors))
            Report(new SourceError(_lines.LineOf(offset) + 1, message));
        _facts.SetLines(_lines.Starts, _lines.Kinds(), _text.Length);
        var root = _tree[0];
        var module = _facts.Open(FactKind.Module, FactRole.None, 0);
        var name = _module[(_module.LastIndexOf('.') + 1)..];
        AddUnit(
            module,
            UnitKind.Module,
            (name, _module, _module),
            (0, _text.Length),
            unit => unit with { Traits = _fileTraits }
        );
        _facts.Open(FactKind.Block, FactRole.Body, 0);
        Imports(root);
        BindDeclared(root, isModule: true);
        Statements(root.In(ScriptField.Statement));
        _facts.Close(_text.Length);
        _facts.Close(_text.Length);
        _facts.CountLines(_lines);
        return _facts.Build(_path, language, _module);
    }

    /// <summary>Whether to go down into a node; otherwise an error stands in its place.</summary>
    private bool HasRoom(ScriptNode node, FactRole role)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        _facts.Leaf(FactKind.Error, role, node.Start, node.End);
        if (!_isTooDeep)
            Report(new SourceError(_lines.LineOf(node.Start) + 1, "nested too deeply to be read"));
        _isTooDeep = true;
        return false;
    }

    private int AddUnit(
        int node,
        UnitKind kind,
        (string Name, string Qualified, string Full) names,
        (int Start, int End) span,
        Func<CodeUnit, CodeUnit> complete
    )
    {
        var (hash, tokens) = _tokens.Between(span.Start, span.End);
        var startLine = _lines.LineOf(span.Start) + 1;
        return _facts.Add(
            complete(
                new CodeUnit
                {
                    Kind = kind,
                    Name = names.Name,
                    QualifiedName = names.Qualified,
                    FullName = names.Full,
                    Parent = node == 0 ? -1 : _unit,
                    Node = node,
                    StartLine = startLine,
                    EndLine = _lines.LineOf(Math.Max(span.Start, span.End - 1)) + 1,
                    BodyStartLine = startLine,
                    Lines = new LineCounts(0, 0, 0, 0, 0),
                    TokenHash = hash,
                    Tokens = tokens,
                }
            )
        );
    }

    /// <summary>The names of something that is declared in the unit that is open.</summary>
    private (string Name, string Qualified, string Full) NamesOf(string name)
    {
        var outer = _facts.Unit(_unit);
        var qualified =
            outer.Kind is UnitKind.Module ? _namespace + name : $"{outer.QualifiedName}.{name}";
        return (name, qualified, _module.Length == 0 ? qualified : $"{_module}.{qualified}");
    }

    /// <summary>The text of the documentation comment that stands right before a node; null where there is none.</summary>
    private string? Documentation(int start)
    {
        var comments = _lexer.Comments;
        var (low, high) = (0, comments.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (comments[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low - 1; i >= 0; start = comments[i].Start, i--)
        {
            var (from, to) = comments[i];
            if (!_text.AsSpan(to, start - to).IsWhiteSpace())
                return null;
            if (JsDoc.IsOne(_text.AsSpan(from, to - from)))
                return JsDoc.Text(_text[from..to]);
        }
        return null;
    }
}
