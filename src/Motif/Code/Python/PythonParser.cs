using System.Runtime.CompilerServices;

namespace Motif.Code.Python;

/// <summary>Parses Python 3.8 to 3.14 with CPython 3.14's grammar into CPython 3.14's tree. Recursive descent with
/// one token of lookahead and precedence climbing; chains are loops, so that the depth of the machine stack is
/// bounded by CPython's own limits (200 brackets, 100 indents) whatever the input. Never throws:
/// see <see cref="PythonTree.Diagnostics"/>.</summary>
public sealed partial class PythonParser
{
    // What remains recursive needs a bracket, an indent or a default of a lambda for each level.
    private const int MaxDepth = 400;
    private const int LargeStackBytes = 64 << 20;

    private static readonly bool[] StartsExpression = KindsOf(
        PythonToken.Name,
        PythonToken.Number,
        PythonToken.String,
        PythonToken.FormatStringStart,
        PythonToken.LeftParen,
        PythonToken.LeftBracket,
        PythonToken.LeftBrace,
        PythonToken.Minus,
        PythonToken.Plus,
        PythonToken.Tilde,
        PythonToken.Star,
        PythonToken.Not,
        PythonToken.Lambda,
        PythonToken.Await,
        PythonToken.None,
        PythonToken.True,
        PythonToken.False,
        PythonToken.Ellipsis
    );

    [ThreadStatic]
    private static PythonParser? _spare;

    private readonly PythonStringTable _strings = new();
    private readonly PythonTreeBuilder _nodes = new();
    private readonly List<PythonDiagnostic> _diagnostics = [];
    private readonly PythonLexer _lexer;
    private string _text = "";

    // The end of the last token that is not layout: where a finished node ends.
    private int _previousEnd;

    // After an error: no token matches until recovery.
    private bool _failed;
    private PythonToken _failedKind;
    private bool _failedAtLineStart;
    private bool _previousWasLayout;
    private int _failedStart;
    private int _salvaged;
    private int _depth;
    private bool _outOfStack;
    private bool _flufl;

    private PythonParser() => _lexer = new PythonLexer(_strings, _diagnostics);

    /// <summary>Parses text that is decoded already. Thread-safe.</summary>
    public static PythonTree Parse(string text) => Parse(PythonSource.FromText(text));

    /// <summary>Parses the bytes of a file in the encoding that they declare (PEP 263). Thread-safe.</summary>
    public static PythonTree Parse(ReadOnlySpan<byte> bytes) =>
        Parse(PythonSource.FromBytes(bytes));

    private static PythonTree Parse(PythonSource source)
    {
        var parser = _spare ?? new PythonParser();
        _spare = null;
        var tree = parser.TryParseFile(source);
        _spare = parser;
        return tree ?? ParseOnLargeStack(source);
    }

    // A caller may have little stack left; then the file is read again where there is enough.
    private static PythonTree ParseOnLargeStack(PythonSource source)
    {
        PythonTree? tree = null;
        var thread = new Thread(
            () => tree = new PythonParser().TryParseFile(source),
            LargeStackBytes
        );
        thread.Start();
        thread.Join();
        return tree!;
    }

    private PythonTree? TryParseFile(PythonSource source)
    {
        _text = source.Text;
        _strings.Reset();
        _nodes.Reset();
        _diagnostics.Clear();
        _pending.Clear();
        _characters.Clear();
        _previousEnd = 0;
        _failed = false;
        _operators.Clear();
        _pendingBase = 0;
        _depth = 0;
        _formatStringDepth = 0;
        _outOfStack = false;
        _flufl = false;
        if (source.Error is { } error)
            _diagnostics.Add(new PythonDiagnostic(0, 0, error));
        _lexer.Reset(_text);
        _previousWasLayout = true;
        _lexer.Next();
        ParseStatements(PythonField.Body, isModule: true);
        if (_outOfStack)
            return null;
        _nodes.Emit(PythonNodeKind.Module, 0, 0, 0, 0, -1, 0);
        CheckFutureImports();
        return new PythonTree(source, _nodes.ToNodes(), _nodes, _strings, [.. _diagnostics]);
    }

    private PythonToken Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lexer.Kind;
    }

    private int Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lexer.Start;
    }

    private int Mark
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _nodes.Count;
    }

    private void Advance()
    {
        if (_failed)
            return;
        var kind = _lexer.Kind;
        _previousWasLayout =
            kind is PythonToken.Newline or PythonToken.Indent or PythonToken.Dedent;
        if (!_previousWasLayout)
            _previousEnd = _lexer.End;
        _lexer.Next();
        if (_lexer.Kind == PythonToken.Error)
            EnterFailure(PythonToken.Error, _lexer.Start);
    }

    /// <summary>Goes on after text that was read without the tokenizer's help.</summary>
    private void AdvanceFrom(int position)
    {
        _previousEnd = position;
        _previousWasLayout = false;
        _lexer.Position = position;
        _lexer.Next();
        if (_lexer.Kind == PythonToken.Error)
            EnterFailure(PythonToken.Error, _lexer.Start);
    }

    private bool Accept(PythonToken kind)
    {
        if (Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void Expect(PythonToken kind, string text)
    {
        if (Kind == kind)
            Advance();
        else
            Fail($"expected '{text}'");
    }

    private int ExpectName(string message = "invalid syntax")
    {
        if (Kind != PythonToken.Name)
        {
            Fail(message);
            return -1;
        }
        var name = _lexer.Name;
        Advance();
        return name;
    }

    private bool Is(int softKeyword) =>
        Kind == PythonToken.Name && _lexer.Name == softKeyword && IsAsciiName();

    // CPython compares soft keywords before it normalises names.
    private bool IsAsciiName() => _text[Start] < 128;

    private void Fail(string message) => FailAt(message, _lexer.Start, _lexer.End);

    private void FailAt(string message, int start, int end)
    {
        if (_failed)
            return;
        // The tokenizer may have said already what is wrong here.
        if (_diagnostics.Count == 0 || _diagnostics[^1].Start != start)
            _diagnostics.Add(new PythonDiagnostic(start, Math.Max(start, end), message));
        EnterFailure(Kind, _lexer.Start);
    }

    private void FailAtNode(string message, int node) =>
        FailAt(message, _nodes[node].Start, _nodes[node].End);

    private void EnterFailure(PythonToken kind, int start)
    {
        _failed = true;
        _failedKind = kind;
        _failedStart = start;
        _failedAtLineStart = _previousWasLayout;
        _lexer.Kind = PythonToken.Error;
    }

    private bool Enter()
    {
        if (++_depth > MaxDepth)
            Fail("source is nested too deeply");
        else if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _outOfStack = true;
            Fail("source is nested too deeply");
        }
        if (!_failed)
            return true;
        _depth--;
        EmitMissing();
        return false;
    }

    private void Emit(
        PythonNodeKind kind,
        int mark,
        int start,
        int aux = 0,
        int data = -1,
        int extra = -1
    ) => _nodes.Emit(kind, mark, start, _previousEnd, aux, data, extra);

    // Stands where an expression is missing, so that callers always find a node; failure discards it.
    private void EmitMissing() => _nodes.Emit(PythonNodeKind.Error, Mark, Start, Start, 0, -1, -1);

    /// <summary>Says in which field of its parent the node just finished stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Tag(PythonField field) => _nodes.Last.Field = field;

    private static bool[] KindsOf(params PythonToken[] kinds)
    {
        var set = new bool[256];
        foreach (var kind in kinds)
            set[(int)kind] = true;
        return set;
    }
}
