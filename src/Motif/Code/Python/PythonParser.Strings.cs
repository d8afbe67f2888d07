using System.Runtime.InteropServices;

namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    /// <summary>Adjacent constants that become one: their text lies in <see cref="_characters"/> from
    /// <see cref="Text"/> on.</summary>
    private struct ConstantRun(int text)
    {
        internal int Text = text;
        internal int Start;
        internal int End;
        internal bool Exists;
        internal bool HasUnicodePrefix;

        internal void Include(int start, int end, bool hasUnicodePrefix)
        {
            if (!Exists)
            {
                Start = start;
                HasUnicodePrefix = hasUnicodePrefix;
            }
            Exists = true;
            End = end;
        }
    }

    /// <summary>One or more string literals side by side, which are one constant, f-string or t-string.</summary>
    private void ParseStrings()
    {
        var mark = Mark;
        var start = Start;
        if (Kind == PythonToken.String && TryParseSingleString())
            return;
        if (Kind == PythonToken.String && IsBytesToken())
        {
            ParseBytes(start);
            return;
        }
        var run = new ConstantRun(_characters.Count);
        var hasFormat = false;
        var isTemplate = Kind == PythonToken.FormatStringStart && IsTemplateToken();
        while (Kind is PythonToken.String or PythonToken.FormatStringStart)
        {
            if (Kind == PythonToken.String)
            {
                AppendString(ref run, isTemplate);
                continue;
            }
            hasFormat = true;
            if (IsTemplateToken() != isTemplate)
                Fail("cannot mix t-string literals with string or bytes literals");
            else
                ParseFormatString(ref run, isTemplate);
        }
        if (hasFormat)
        {
            FlushRun(ref run, Mark, dropEmpty: true);
            Emit(isTemplate ? PythonNodeKind.TemplateStr : PythonNodeKind.JoinedStr, mark, start);
        }
        else
        {
            FlushRun(ref run, Mark, dropEmpty: false);
        }
        Truncate(_characters, Math.Min(run.Text, _characters.Count));
    }

    private bool IsTemplateToken()
    {
        var prefix = _text.AsSpan(Start, _lexer.PrefixLength);
        return prefix.ContainsAny('t', 'T');
    }

    private bool IsBytesToken() => _text.AsSpan(Start, _lexer.PrefixLength).ContainsAny('b', 'B');

    private bool IsRawToken() => _text.AsSpan(Start, _lexer.PrefixLength).ContainsAny('r', 'R');

    // The usual case: a plain string after which no other can come.
    private bool TryParseSingleString()
    {
        var after = _lexer.End;
        while (_text[after] == ' ')
            after++;
        var isAlone = _text[after] is ',' or ')' or ']' or '}' or ':' or '.' or '=' or '%' or '+';
        if (!isAlone && !(_text[after] == '\n' && _lexer.Level == 0))
            return false;
        if (_lexer.HasBackslash && !IsRawToken() || IsBytesToken())
            return false;
        var start = Start;
        var content = start + _lexer.PrefixLength + _lexer.QuoteSize;
        var id = _strings.Intern(_text.AsSpan(content, _lexer.End - _lexer.QuoteSize - content));
        var flags = _text[start] == 'u' ? PythonNode.UnicodeKind : 0;
        Advance();
        Emit(
            PythonNodeKind.Constant,
            Mark,
            start,
            aux: (int)PythonConstantKind.Str | flags,
            data: id
        );
        return true;
    }

    private void AppendString(ref ConstantRun run, bool isTemplate)
    {
        if (isTemplate)
            Fail("cannot mix t-string literals with string or bytes literals");
        if (IsBytesToken())
            Fail("cannot mix bytes and nonbytes literals");
        if (_failed)
            return;
        var content = Start + _lexer.PrefixLength + _lexer.QuoteSize;
        var length = _lexer.End - _lexer.QuoteSize - content;
        AppendText(content, content + length, _lexer.HasBackslash && !IsRawToken());
        run.Include(Start, _lexer.End, _text[Start] == 'u');
        Advance();
    }

    private void AppendText(int start, int end, bool isEscaped)
    {
        var text = _text.AsSpan(start, end - start);
        if (!isEscaped)
        {
            _characters.AddRange(text);
            return;
        }
        if (PythonEscapes.Decode(text, _characters, _loneSurrogates) is { } error)
            FailAt(error, start, end);
    }

    // Where in _characters an escape has put half of a surrogate pair: two of them in a row are two characters to Python.
    private readonly List<int> _loneSurrogates = [];

    /// <summary>Makes a node of the run, before the nodes from <paramref name="index"/> on, and begins a new run.</summary>
    private void FlushRun(ref ConstantRun run, int index, bool dropEmpty)
    {
        var text = CollectionsMarshal.AsSpan(_characters)[Math.Min(run.Text, _characters.Count)..];
        if (run.Exists && !(dropEmpty && text.IsEmpty))
        {
            var leaf = new PythonTreeBuilder.Record
            {
                Kind = PythonNodeKind.Constant,
                Field = dropEmpty ? PythonField.Values : PythonField.None,
                Aux = (ushort)(
                    (int)PythonConstantKind.Str
                    | (run.HasUnicodePrefix ? PythonNode.UnicodeKind : 0)
                ),
                Start = run.Start,
                End = run.End,
                Size = 1,
                Data = InternText(text, run.Text),
                Extra = -1,
            };
            _nodes.InsertLeaf(index, leaf);
        }
        else if (!dropEmpty)
        {
            EmitMissing();
        }
        Truncate(_characters, Math.Min(run.Text, _characters.Count));
        run = new ConstantRun(run.Text);
    }

    private int InternText(ReadOnlySpan<char> text, int offset)
    {
        if (_loneSurrogates.Count == 0)
            return _strings.Intern(text);
        var codePoints = PythonEscapes.CodePointsWithSplitPairs(text, offset, _loneSurrogates);
        _loneSurrogates.RemoveAll(position => position >= offset);
        if (codePoints is null)
            return _strings.Intern(text);
        var id = _strings.AddApart(text.ToString());
        _nodes.CodePoints.Add(id, codePoints);
        return id;
    }

    private void ParseBytes(int start)
    {
        var bytes = new List<byte>();
        while (Kind is PythonToken.String or PythonToken.FormatStringStart)
        {
            if (Kind != PythonToken.String || !IsBytesToken())
            {
                Fail("cannot mix bytes and nonbytes literals");
                break;
            }
            var content = Start + _lexer.PrefixLength + _lexer.QuoteSize;
            var text = _text.AsSpan(content, _lexer.End - _lexer.QuoteSize - content);
            if (
                PythonEscapes.DecodeBytes(text, _lexer.HasBackslash && !IsRawToken(), bytes) is
                { } error
            )
                Fail(error);
            Advance();
        }
        _nodes.Bytes.Add([.. bytes]);
        Emit(
            PythonNodeKind.Constant,
            Mark,
            start,
            aux: (int)PythonConstantKind.Bytes,
            data: _nodes.Bytes.Count - 1
        );
    }

    private void ParseFormatString(ref ConstantRun run, bool isTemplate)
    {
        if (++_formatStringDepth >= MaxFormatStringDepth)
            Fail("too many nested f-strings");
        if (_failed)
            return;
        var format = new PythonLexer.FormatString
        {
            Start = Start,
            Quote = _text[Start + _lexer.PrefixLength],
            QuoteSize = _lexer.QuoteSize,
            IsRaw = IsRawToken(),
            IsTemplate = isTemplate,
        };
        _lexer.Position = _lexer.End;
        ParseFormatParts(ref format, ref run, isTemplate, isFormat: false);
        if (_failed)
            return;
        _formatStringDepth--;
        AdvanceFrom(_lexer.Position + format.QuoteSize);
    }

    /// <summary>Text and replacement fields up to the closing quotes, or of a format up to the closing brace.</summary>
    private void ParseFormatParts(
        ref PythonLexer.FormatString format,
        ref ConstantRun run,
        bool isTemplate,
        bool isFormat
    )
    {
        while (!_failed)
        {
            var stop = _lexer.ReadFormatText(
                ref format,
                out var start,
                out var end,
                out var hasBackslash
            );
            if (stop == PythonLexer.Stop.Error)
            {
                EnterFailure(PythonToken.Error, _lexer.Start);
                return;
            }
            var before = _characters.Count;
            AppendText(start, end, hasBackslash && !format.IsRaw);
            // CPython's span covers both of doubled braces, its text one.
            if (_characters.Count > before)
                run.Include(start, _lexer.Position, hasUnicodePrefix: false);
            if (stop == PythonLexer.Stop.Piece)
                continue;
            if (stop == PythonLexer.Stop.Field)
            {
                ParseField(ref format, ref run, isTemplate && !isFormat);
                continue;
            }
            if (isFormat != (stop == PythonLexer.Stop.Close))
                FailAt(isFormat ? "expecting '}'" : "single '}' is not allowed", end, end + 1);
            return;
        }
    }

    private void ParseField(
        ref PythonLexer.FormatString format,
        ref ConstantRun run,
        bool isInterpolation
    )
    {
        var mark = Mark;
        var start = _lexer.Position;
        var outerLevel = _lexer.FieldLevel;
        if (++format.Fields > MaxFieldDepth)
            FailAt("expressions nested too deeply", start, start + 1);
        format.InFormat = false;
        OpenField();
        if (
            Kind
            is PythonToken.RightBrace
                or PythonToken.Exclamation
                or PythonToken.FieldColon
                or PythonToken.Equal
        )
            Fail("valid expression required before '}'");
        ParseRightHandSide();
        Tag(PythonField.Value);
        var isDebug = Accept(PythonToken.Equal);
        var expressionEnd = Start;
        var conversion = -1;
        if (Kind == PythonToken.Exclamation)
            conversion = ParseConversion();
        else if (isDebug && Kind != PythonToken.FieldColon)
            conversion = 'r';
        if (Kind == PythonToken.FieldColon)
            ParseFormat(ref format);
        if (Kind != PythonToken.RightBrace)
            Fail("expecting '}'");
        if (_failed)
            return;
        format.Fields--;
        format.InFormat = false;
        _lexer.FieldLevel = outerLevel;
        EmitField(ref run, mark, start, expressionEnd, isDebug, conversion, isInterpolation);
        _lexer.Position = _lexer.End;
    }

    private void OpenField()
    {
        if (_failed)
            return;
        _lexer.Next();
        if (Kind == PythonToken.Error)
        {
            EnterFailure(PythonToken.Error, _lexer.Start);
            return;
        }
        _lexer.FieldLevel = _lexer.Level;
        Advance();
    }

    private int ParseConversion()
    {
        var end = _lexer.End;
        Advance();
        if (Kind != PythonToken.Name || Start != end)
            Fail("conversion type must come right after the exclamation mark");
        var name = _text.AsSpan(Start, Math.Max(0, _lexer.End - Start));
        if (name is not ("s" or "r" or "a"))
            Fail("invalid conversion character: expected 's', 'r', or 'a'");
        var conversion = name.IsEmpty ? -1 : name[0];
        Advance();
        return conversion;
    }

    private void ParseFormat(ref PythonLexer.FormatString format)
    {
        var mark = Mark;
        var start = Start;
        var run = new ConstantRun(_characters.Count);
        format.InFormat = true;
        _lexer.Position = _lexer.End;
        ParseFormatParts(ref format, ref run, isTemplate: format.IsTemplate, isFormat: true);
        if (_failed)
        {
            EmitMissing();
            return;
        }
        FlushRun(ref run, Mark, dropEmpty: true);
        _nodes.Emit(PythonNodeKind.JoinedStr, mark, start, _lexer.Position, 0, -1, -1);
        Tag(PythonField.FormatSpec);
        AdvanceFrom(_lexer.Position);
    }

    private void EmitField(
        ref ConstantRun run,
        int mark,
        int start,
        int expressionEnd,
        bool isDebug,
        int conversion,
        bool isInterpolation
    )
    {
        // The closing brace is the current token.
        var source = isInterpolation || isDebug ? FieldSource(start + 1, expressionEnd) : "";
        if (isDebug)
        {
            _characters.AddRange(source);
            run.Include(start + 1, expressionEnd, hasUnicodePrefix: false);
        }
        var text = isInterpolation
            ? _strings.Intern(source.AsSpan().TrimEnd().TrimEnd(" \t\n\f="))
            : -1;
        _nodes.Emit(
            isInterpolation ? PythonNodeKind.Interpolation : PythonNodeKind.FormattedValue,
            mark,
            start,
            _lexer.End,
            conversion,
            text,
            -1
        );
        Tag(PythonField.Values);
        FlushRun(ref run, mark, dropEmpty: true);
    }

    // The expression as written, without comments.
    private string FieldSource(int start, int end)
    {
        var source = _text.AsSpan(start, end - start);
        if (!source.Contains('#'))
            return source.ToString();
        var result = new System.Text.StringBuilder();
        var quote = '\0';
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (quote == '\0' && c == '#')
            {
                var lineEnd = source[i..].IndexOf('\n');
                i = lineEnd < 0 ? source.Length : i + lineEnd;
                if (i < source.Length)
                    result.Append('\n');
                continue;
            }
            if (c is '"' or '\'')
                quote =
                    quote == '\0' ? c
                    : quote == c ? '\0'
                    : quote;
            result.Append(c);
        }
        return result.ToString();
    }

    private static void Truncate(List<char> list, int count) =>
        list.RemoveRange(count, list.Count - count);
}
