using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Motif.Code.Python.Unicode;

namespace Motif.Code.Python;

/// <summary>Cuts source into tokens, one at a time, as CPython's tokenizer does: indentation, continuation lines,
/// brackets and replacement fields included. After an error it stands at a place from which reading can go on.</summary>
internal sealed partial class PythonLexer
{
    internal const int MaxBrackets = 200;
    internal const int MaxIndents = 100;
    private const int TabSize = 8;

    private const byte IdentifierStart = 1;
    private const byte IdentifierPart = 2;
    private static readonly byte[] Classes = BuildClasses();

    private readonly PythonStringTable _strings;
    private readonly List<PythonDiagnostic> _diagnostics;
    private readonly int[] _columns = new int[MaxIndents];
    private readonly int[] _alternateColumns = new int[MaxIndents];
    private readonly char[] _brackets = new char[MaxBrackets];
    private readonly int[] _bracketStarts = new int[MaxBrackets];
    private string _text = "";

    internal PythonLexer(PythonStringTable strings, List<PythonDiagnostic> diagnostics)
    {
        _strings = strings;
        _diagnostics = diagnostics;
    }

    // The current token. Name and keyword tokens have the string they are; strings and numbers what was seen.
    internal PythonToken Kind;
    internal int Start;
    internal int End;
    internal int Name;
    internal int PrefixLength;
    internal int QuoteSize;
    internal bool HasBackslash;

    // Where reading goes on, how many brackets are open, and at how many the innermost replacement field began.
    internal int Position;
    internal int Level;
    internal int FieldLevel;

    private bool _atLineStart;
    private int _pendingIndents;
    private int _indent;

    /// <summary>Everything needed to read again from a place, as long as no indentation was read since.</summary>
    internal readonly record struct State(
        PythonToken Kind,
        int Start,
        int End,
        int Name,
        int Position,
        int Level,
        bool AtLineStart,
        int PendingIndents,
        int Indent
    );

    internal int Indentation => _columns[_indent];

    internal bool AtPhysicalLineStart(int offset)
    {
        var i = offset - 1;
        while (i >= 0 && _text[i] is ' ' or '\t' or '\f')
            i--;
        return i < 0 || _text[i] == '\n';
    }

    internal State Save() =>
        new(Kind, Start, End, Name, Position, Level, _atLineStart, _pendingIndents, _indent);

    internal void Restore(in State state)
    {
        Kind = state.Kind;
        Start = state.Start;
        End = state.End;
        Name = state.Name;
        Position = state.Position;
        Level = state.Level;
        _atLineStart = state.AtLineStart;
        _pendingIndents = state.PendingIndents;
        _indent = state.Indent;
        FieldLevel = 0;
    }

    internal void Reset(string text)
    {
        _text = text;
        Position = 0;
        Level = 0;
        FieldLevel = 0;
        _atLineStart = true;
        _pendingIndents = 0;
        _indent = 0;
        _columns[0] = 0;
        _alternateColumns[0] = 0;
        Kind = PythonToken.Newline;
        Start = End = 0;
    }

    /// <summary>Closes every bracket and goes on with the line that begins at or before an offset.</summary>
    internal void ResumeAtLineOf(int offset)
    {
        var newline = offset == 0 ? -1 : _text.LastIndexOf('\n', offset - 1);
        Position = newline + 1;
        Level = 0;
        FieldLevel = 0;
        _pendingIndents = 0;
        _atLineStart = true;
    }

    internal void Next()
    {
        if (_pendingIndents != 0)
        {
            TakePendingIndent();
            return;
        }
        var text = _text;
        var position = Position;
        if (_atLineStart)
        {
            if (!ReadIndentation(text, ref position))
                return;
        }
        else if (Level > 0 && position >= text.Length)
        {
            ReportOpenBracket();
            return;
        }
        while (true)
        {
            var c = text[position];
            while (c is ' ' or '\t' or '\f')
                c = text[++position];
            if (c == '#')
            {
                position += text.AsSpan(position).IndexOf('\n');
                c = '\n';
            }
            if (c == '\n' && Level > 0)
            {
                if (++position < text.Length)
                    continue;
                Position = position;
                ReportOpenBracket();
                return;
            }
            if (c == '\\')
            {
                if (!SkipContinuation(text, ref position))
                    return;
                continue;
            }
            ReadToken(text, position, c);
            return;
        }
    }

    /// <summary>Records an error and makes the current token one that nothing matches.</summary>
    internal void Fail(string message, int start, int end, int resumeAt)
    {
        _diagnostics.Add(new PythonDiagnostic(start, Math.Max(start, end), message));
        Kind = PythonToken.Error;
        Start = start;
        End = end;
        Position = resumeAt;
        if (resumeAt >= _text.Length)
            _atLineStart = true;
    }

    private void ReadToken(string text, int position, char c)
    {
        Start = position;
        if (c >= 128)
        {
            ReadNonAsciiName(text, position);
            return;
        }
        var kind = Classes[c];
        if ((kind & IdentifierStart) != 0)
            ReadNameOrString(text, position);
        else if (kind != 0 || (c == '.' && char.IsAsciiDigit(text[position + 1])))
            ReadNumber(text, position);
        else if (c == '\n')
            ReadNewline(position);
        else if (c is '"' or '\'')
            ReadString(text, position, 0);
        else
            ReadOperator(text, position, c);
    }

    private void ReadNewline(int position)
    {
        Kind = PythonToken.Newline;
        End = position;
        Position = position + 1;
        _atLineStart = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadNameOrString(string text, int start)
    {
        var classes = Classes;
        var position = start + 1;
        var c = text[position];
        while (c < 128 && (classes[c] & IdentifierPart) != 0)
            c = text[++position];
        if (c >= 128)
        {
            ReadNonAsciiName(text, start);
            return;
        }
        if (
            c is '"' or '\''
            && position - start <= 2
            && TryReadPrefixedString(text, start, position)
        )
            return;
        var id = _strings.Intern(text.AsSpan(start, position - start));
        Name = id;
        Kind =
            id < PythonStringTable.KeywordCount ? PythonToken.False + (byte)id : PythonToken.Name;
        End = position;
        Position = position;
    }

    private void ReadNonAsciiName(string text, int start)
    {
        var position = start;
        while (position < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var consumed);
            var isPart =
                rune.Value < 128 ? (Classes[rune.Value] & IdentifierPart) != 0
                : position == start ? PythonUnicode.IsIdentifierStart(rune.Value)
                : PythonUnicode.IsIdentifierPart(rune.Value);
            if (!isPart && rune.Value >= 128)
            {
                Fail(InvalidCharacter(rune), position, position + consumed, position + consumed);
                return;
            }
            if (!isPart)
                break;
            position += consumed;
        }
        Name = _strings.Intern(
            PythonUnicode.NormalizeCompatibility(text.AsSpan(start, position - start))
        );
        Kind = PythonToken.Name;
        End = position;
        Position = position;
    }

    private static string InvalidCharacter(Rune rune) =>
        PythonUnicode.IsPrintable(rune.Value)
            ? $"invalid character '{rune}' (U+{rune.Value:X4})"
            : $"invalid non-printable character U+{rune.Value:X4}";

    private bool SkipContinuation(string text, ref int position)
    {
        if (text[position + 1] != '\n')
        {
            Fail(
                "unexpected character after line continuation character",
                position,
                position + 1,
                position + 1
            );
            return false;
        }
        if (position + 2 >= text.Length)
        {
            Fail("unexpected EOF while parsing", position, position + 1, text.Length);
            _atLineStart = true;
            return false;
        }
        position += 2;
        return true;
    }

    private void ReportOpenBracket()
    {
        var open = Level - 1;
        Level = 0;
        FieldLevel = 0;
        _atLineStart = true;
        var start = _bracketStarts[open];
        Fail($"'{_brackets[open]}' was never closed", start, start + 1, _text.Length);
    }

    private static byte[] BuildClasses()
    {
        var classes = new byte[128];
        for (var c = 'a'; c <= 'z'; c++)
            classes[c] = classes[char.ToUpperInvariant(c)] = IdentifierStart | IdentifierPart;
        classes['_'] = IdentifierStart | IdentifierPart;
        for (var c = '0'; c <= '9'; c++)
            classes[c] = IdentifierPart;
        return classes;
    }
}
