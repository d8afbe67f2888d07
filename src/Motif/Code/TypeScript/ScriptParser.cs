using System.Runtime.CompilerServices;

namespace Motif.Code.TypeScript;

/// <summary>
/// ECMAScript 2025 with JSX, and TypeScript 5 on top: a recursive descent that looks ahead one token, and tries and goes back
/// in the few places where the language asks for it (arrow functions, type arguments in expressions). The grammar is read as
/// the TypeScript compiler reads it; what only a type checker can tell is accepted.
/// </summary>
/// <remarks>
/// Never throws: a mistake is reported with its place, what is expected and missing is a <see cref="ScriptNodeKind.Missing"/>
/// node, and reading goes on with the next statement. Operators, chains and <c>else if</c> are loops; every other descent asks
/// whether the stack has room, and ends the reading of the file where it has none.
/// </remarks>
internal sealed partial class ScriptParser
{
    private readonly string _text;
    private readonly ScriptLexer _lexer;
    private readonly ScriptTree _tree = new();
    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool _isTyped;
    private readonly bool _isJsx;

    private bool _noIn;
    private bool _inAsync;
    private bool _inGenerator;
    private bool _noConditionalTypes;
    private bool _inDecorator;

    /// <param name="isTyped">TypeScript: <c>f&lt;T&gt;(x)</c> has type arguments.</param>
    /// <param name="isJsx">A less-than sign begins an element, not a type assertion.</param>
    private ScriptParser(string text, bool isTyped, bool isJsx)
    {
        (_text, _isTyped, _isJsx) = (text, isTyped, isJsx);
        _lexer = new ScriptLexer(text);
        _lookup = _strings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tree of a file, whose root is node 0, with the lexer that holds its tokens, comments and mistakes.</summary>
    public static (ScriptTree Tree, ScriptLexer Lexer) Parse(string text, bool isTyped, bool isJsx)
    {
        var parser = new ScriptParser(text, isTyped, isJsx);
        parser.Program();
        return (parser._tree, parser._lexer);
    }

    private ScriptToken Token => _lexer.Token;

    private void Program()
    {
        var root = Open(ScriptNodeKind.Program, 0);
        _lexer.Next();
        while (Token is not ScriptToken.EndOfFile)
        {
            Statements(root);
            if (Token is ScriptToken.CloseBrace)
                Unexpected("declaration or statement expected");
        }
        _tree.At(root).End = _text.Length;
    }

    /// <summary>Statements up to a closing brace, a case or the end.</summary>
    private void Statements(int parent)
    {
        while (
            Token
                is not (
                    ScriptToken.EndOfFile
                    or ScriptToken.CloseBrace
                    or ScriptToken.Case
                    or ScriptToken.Default
                )
        )
        {
            var before = _lexer.Start;
            Link(parent, ScriptField.Statement, Statement());
            if (_lexer.Start == before)
                Unexpected("declaration or statement expected");
        }
        // A stray `case` or `default` at the top of a file.
        if (
            Token is ScriptToken.Case or ScriptToken.Default
            && _tree.At(parent).Kind is not ScriptNodeKind.Case
        )
            Unexpected("declaration or statement expected");
    }

    private void Unexpected(string message)
    {
        _lexer.Report(_lexer.Start, message);
        if (Token is not ScriptToken.EndOfFile)
            _lexer.Next();
    }

    private bool HasRoom()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        if (Token is not ScriptToken.EndOfFile)
            _lexer.Report(_lexer.Start, "nested too deeply to be read");
        _lexer.Stop();
        return false;
    }

    private int Open(ScriptNodeKind kind) => _tree.Add(kind, _lexer.Start);

    private int Open(ScriptNodeKind kind, int start) => _tree.Add(kind, start);

    /// <summary>A node around another, which begins where that begins.</summary>
    private int Around(ScriptNodeKind kind, ScriptField field, int inner)
    {
        var node = _tree.Add(kind, _tree.At(inner).Start);
        _tree.Link(node, field, inner);
        return node;
    }

    private int Close(int node)
    {
        ref var closed = ref _tree.At(node);
        closed.End = Math.Max(closed.Start, _lexer.LastEnd);
        return node;
    }

    private void Link(int parent, ScriptField field, int child) => _tree.Link(parent, field, child);

    private void Flag(int node, ScriptFlags flags) => _tree.At(node).Flags |= flags;

    private ScriptNodeKind KindOf(int node) => _tree.At(node).Kind;

    /// <summary>A node of the one token that stands here.</summary>
    private int Leaf(ScriptNodeKind kind)
    {
        var node = Open(kind);
        _lexer.Next();
        return Close(node);
    }

    private int Missing(string message)
    {
        _lexer.Report(_lexer.Start, message);
        return Open(ScriptNodeKind.Missing);
    }

    private bool Take(ScriptToken token)
    {
        if (Token != token)
            return false;
        _lexer.Next();
        return true;
    }

    private bool Expect(ScriptToken token, string sign)
    {
        if (Take(token))
            return true;
        _lexer.Report(_lexer.Start, $"'{sign}' expected");
        return false;
    }

    /// <summary>The end of a statement: a semicolon, or where the language puts one in itself.</summary>
    private void Semicolon()
    {
        if (Take(ScriptToken.Semicolon))
            return;
        if (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile) && !_lexer.IsNewLine)
            _lexer.Report(_lexer.Start, "';' expected");
    }

    private string Intern(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var known))
            _strings[known = text.ToString()] = known;
        return known;
    }

    /// <summary>The text of the word that stands here.</summary>
    private string Word() =>
        _lexer.IsEscaped
            ? Intern(ScriptLexer.Unescaped(_lexer.TokenText))
            : Intern(_lexer.TokenText);

    private int Identifier(string message = "identifier expected")
    {
        if (!Token.IsIdentifier())
            return Missing(message);
        var node = Open(ScriptNodeKind.Identifier);
        _tree.At(node).Text = Word();
        _lexer.Next();
        return Close(node);
    }

    /// <summary>The text between the quotes, with the commonest escapes resolved.</summary>
    private string StringValue()
    {
        var text = _lexer.TokenText;
        var inner = text.Length >= 2 ? text[1..^1] : [];
        return inner.Contains('\\') ? Unquoted(inner) : Intern(inner);
    }

    private static string Unquoted(ReadOnlySpan<char> text)
    {
        var value = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i]);
            else
                value.Append(
                    text[++i] switch
                    {
                        'n' => "\n",
                        't' => "\t",
                        'r' => "\r",
                        '\n' or '\r' => "",
                        var c and ('u' or 'x') => $"\\{c}",
                        var c => c.ToString(),
                    }
                );
        }
        return value.ToString();
    }

    /// <summary>Whether something holds of the tokens behind this one; nothing is consumed.</summary>
    private bool Ahead(Func<bool> holds)
    {
        var mark = _lexer.Remember();
        _lexer.Next();
        var result = holds();
        _lexer.GoBack(mark);
        return result;
    }

    private bool IsNextOnSameLine(Func<ScriptToken, bool> holds) =>
        Ahead(() => !_lexer.IsNewLine && holds(Token));

    private (bool, bool, bool, bool) EnterFunction(ScriptFlags flags)
    {
        var outer = (_inAsync, _inGenerator, _noIn, _inDecorator);
        _inAsync = flags.HasFlag(ScriptFlags.Async);
        _inGenerator = flags.HasFlag(ScriptFlags.Generator);
        (_noIn, _inDecorator) = (false, false);
        return outer;
    }

    private void Leave((bool, bool, bool, bool) outer) =>
        (_inAsync, _inGenerator, _noIn, _inDecorator) = outer;
}
