using System.Runtime.CompilerServices;
using System.Text;

namespace Motif.Text;

/// <summary>A row of comma separated values.</summary>
/// <param name="Line">Where it begins in the file, counted from 1.</param>
/// <param name="Mistake">Why it cannot be read, as the end of a sentence; null when it can.</param>
internal readonly record struct CsvRow(long Line, IReadOnlyList<string> Fields, string? Mistake);

/// <summary>
/// Reads comma separated values (RFC 4180) from bytes of UTF-8, row by row: what is wrong in one loses nothing but that row. A
/// byte order mark may stand at the beginning; blank lines are no rows.
/// </summary>
internal static class CsvRows
{
    public const int MaxRowBytes = 1 << 20;
    private const int BufferSize = 1 << 16;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static async IAsyncEnumerable<CsvRow> ReadAsync(
        Stream source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var parser = new Parser();
        var buffer = new byte[BufferSize];
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                if (parser.Take(buffer[i]) is { } row)
                    yield return row;
            }
        }
        if (parser.End() is { } last)
            yield return last;
    }

    private sealed class Parser
    {
        private readonly List<byte> _field = [];
        private readonly List<string> _fields = [];
        private long _line = 1;
        private long _start = 1;
        private int _bytes;
        private int _markLeft = 3;
        private bool _isQuoted;
        private bool _wasQuoted;
        private bool _isQuoteOpen;
        private string? _mistake;

        public CsvRow? Take(byte value)
        {
            if (_markLeft > 0 && Encoding.UTF8.Preamble[3 - _markLeft] == value)
            {
                _markLeft--;
                return null;
            }
            _markLeft = 0;
            _bytes++;
            if (_bytes > MaxRowBytes)
                _mistake ??= $"is longer than {MaxRowBytes} bytes";
            // A quote that is never closed must not swallow the file.
            if (_isQuoted && _bytes > MaxRowBytes && value == '\n')
                _isQuoted = false;
            return _isQuoted ? InQuotes(value) : Outside(value);
        }

        public CsvRow? End()
        {
            if (_isQuoted && !_isQuoteOpen)
                _mistake ??= "has a quote that is not closed";
            return EndRow();
        }

        /// <summary>A quote ends the field unless a second one follows: then it is one of its characters.</summary>
        private CsvRow? InQuotes(byte value)
        {
            if (_isQuoteOpen)
            {
                _isQuoteOpen = false;
                if (value == '"')
                {
                    Add(value);
                    return null;
                }
                _isQuoted = false;
                return Outside(value);
            }
            if (value == '\n')
                _line++;
            if (value == '"')
                _isQuoteOpen = true;
            else
                Add(value);
            return null;
        }

        private CsvRow? Outside(byte value)
        {
            switch (value)
            {
                case (byte)'"' when _field.Count == 0 && !_wasQuoted:
                    (_isQuoted, _wasQuoted) = (true, true);
                    return null;
                case (byte)',':
                    EndField();
                    return null;
                case (byte)'\r':
                    return null;
                case (byte)'\n':
                    _line++;
                    return EndRow();
                default:
                    Add(value);
                    return null;
            }
        }

        private void Add(byte value)
        {
            if (_bytes <= MaxRowBytes)
                _field.Add(value);
        }

        private void EndField()
        {
            try
            {
                _fields.Add(
                    Strict.GetString(
                        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_field)
                    )
                );
            }
            catch (DecoderFallbackException)
            {
                _mistake ??= "has bytes that are no UTF-8; save the file as UTF-8";
            }
            _field.Clear();
            _wasQuoted = false;
        }

        private CsvRow? EndRow()
        {
            var isBlank =
                _fields.Count == 0 && _field.Count == 0 && !_wasQuoted && _mistake is null;
            if (!isBlank)
                EndField();
            CsvRow? row = isBlank ? null : new CsvRow(_start, [.. _fields], _mistake);
            _fields.Clear();
            (_isQuoted, _isQuoteOpen) = (false, false);
            (_bytes, _mistake, _start) = (0, null, _line);
            return row;
        }
    }
}
