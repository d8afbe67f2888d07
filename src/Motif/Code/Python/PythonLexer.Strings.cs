using System.Buffers;

namespace Motif.Code.Python;

internal sealed partial class PythonLexer
{
    private static readonly SearchValues<char> DoubleStops = SearchValues.Create("\"\\\n");
    private static readonly SearchValues<char> SingleStops = SearchValues.Create("'\\\n");

    /// <summary>Why reading the text of a format string stopped.</summary>
    internal enum Stop
    {
        /// <summary>At the closing quotes.</summary>
        Quote,

        /// <summary>Before the brace that opens a replacement field.</summary>
        Field,

        /// <summary>Before the brace that closes one.</summary>
        Close,

        /// <summary>A piece ended, reading goes on: after a doubled brace or a named character.</summary>
        Piece,

        /// <summary>An error was recorded.</summary>
        Error,
    }

    /// <summary>What must be known while reading one format string.</summary>
    internal struct FormatString
    {
        internal int Start;
        internal char Quote;
        internal int QuoteSize;
        internal bool IsRaw;
        internal bool IsTemplate;
        internal bool InFormat;

        /// <summary>How many replacement fields are open; fields in formats nest up to three.</summary>
        internal int Fields;
    }

    private bool TryReadPrefixedString(string text, int start, int quote)
    {
        var first = (char)(text[start] | 0x20);
        var second = quote - start == 2 ? (char)(text[start + 1] | 0x20) : '\0';
        switch (first, second)
        {
            case ('b' or 'r' or 'u', '\0'):
            case ('b', 'r'):
            case ('r', 'b'):
                ReadString(text, start, quote - start);
                return true;
            case ('f' or 't', '\0' or 'r'):
            case ('r', 'f' or 't'):
                Kind = PythonToken.FormatStringStart;
                PrefixLength = quote - start;
                QuoteSize = QuoteSizeAt(text, quote);
                End = Position = quote + QuoteSize;
                return true;
            default:
                return false;
        }
    }

    private static int QuoteSizeAt(string text, int quote) =>
        text[quote + 1] == text[quote] && quote + 2 < text.Length && text[quote + 2] == text[quote]
            ? 3
            : 1;

    private void ReadString(string text, int start, int prefixLength)
    {
        var quote = text[start + prefixLength];
        var size = QuoteSizeAt(text, start + prefixLength);
        var position = start + prefixLength + size;
        Kind = PythonToken.String;
        PrefixLength = prefixLength;
        QuoteSize = size;
        HasBackslash = false;
        var stops = quote == '"' ? DoubleStops : SingleStops;
        while (true)
        {
            var step =
                size == 1
                    ? text.AsSpan(position).IndexOfAny(stops)
                    : text.AsSpan(position).IndexOfAny(quote, '\\');
            if (step < 0)
            {
                FailUnterminated(start, size);
                return;
            }
            position += step;
            var c = text[position];
            if (c == '\\')
            {
                HasBackslash = true;
                position += 2;
                if (position < text.Length)
                    continue;
                FailUnterminated(start, size);
                return;
            }
            if (c == '\n')
            {
                FailUnterminated(start, size);
                return;
            }
            if (size == 1)
                break;
            if (
                position + 2 < text.Length
                && text[position + 1] == quote
                && text[position + 2] == quote
            )
                break;
            position++;
        }
        End = Position = position + size;
    }

    private void FailUnterminated(int start, int quoteSize)
    {
        var lineEnd = _text.AsSpan(start).IndexOf('\n');
        var end = lineEnd < 0 ? _text.Length : start + lineEnd;
        var kind = quoteSize == 3 ? "triple-quoted string" : "string";
        Fail($"unterminated {kind} literal", start, end, end);
    }

    /// <summary>Reads the text of a format string from <see cref="Position"/> to the next thing that is not text.</summary>
    internal Stop ReadFormatText(
        ref FormatString format,
        out int start,
        out int end,
        out bool hasBackslash
    )
    {
        var text = _text;
        var position = start = Position;
        var named = false;
        hasBackslash = false;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == format.Quote && (format.QuoteSize == 1 || QuoteSizeAt(text, position) == 3))
            {
                Position = end = position;
                return Stop.Quote;
            }
            if (c == '\n' && format.QuoteSize == 1)
                break;
            if (c == '{')
            {
                var isDoubled =
                    text[position + 1] == '{' && !(format.InFormat && format.Fields > 0);
                end = isDoubled ? position + 1 : position;
                Position = isDoubled ? position + 2 : position;
                return isDoubled ? Stop.Piece : Stop.Field;
            }
            if (c == '}')
            {
                if (named)
                {
                    Position = end = position + 1;
                    return Stop.Piece;
                }
                var isDoubled = text[position + 1] == '}' && format.Fields == 0;
                end = isDoubled ? position + 1 : position;
                Position = isDoubled ? position + 2 : position;
                return isDoubled ? Stop.Piece : Stop.Close;
            }
            if (c == '\\')
            {
                hasBackslash = true;
                var next = text[position + 1];
                if (next is '{' or '}')
                    position++;
                else if (
                    next == 'N'
                    && !format.IsRaw
                    && position + 2 < text.Length
                    && text[position + 2] == '{'
                )
                {
                    named = true;
                    position += 3;
                }
                else
                {
                    position += 2;
                }
                continue;
            }
            position++;
        }
        end = position;
        var lineEnd = text.AsSpan(format.Start).IndexOf('\n');
        var resumeAt = lineEnd < 0 ? text.Length : format.Start + lineEnd;
        var kind = (format.QuoteSize, format.IsTemplate) switch
        {
            (3, true) => "triple-quoted t-string",
            (3, false) => "triple-quoted f-string",
            (_, true) => "t-string",
            _ => "f-string",
        };
        Fail($"unterminated {kind} literal", format.Start, Math.Min(position, resumeAt), resumeAt);
        return Stop.Error;
    }

    /// <summary>Passes over a format string without looking into its fields.</summary>
    internal void SkipFormatString()
    {
        var quote = _text[Start + PrefixLength];
        for (var i = Position; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
            {
                i++;
            }
            else if (_text[i] == '\n' && QuoteSize == 1)
            {
                break;
            }
            else if (_text[i] == quote && (QuoteSize == 1 || QuoteSizeAt(_text, i) == 3))
            {
                Position = i + QuoteSize;
                return;
            }
        }
        var lineEnd = _text.IndexOf('\n', Position);
        Position = lineEnd < 0 ? _text.Length : lineEnd;
    }
}
