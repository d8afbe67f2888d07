using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>A line that is not blank: a value, or why it is none.</summary>
/// <param name="Number">Counted from 1.</param>
internal readonly record struct JsonLine<T>(long Number, T? Value, string? Mistake)
    where T : class;

/// <summary>
/// Reads JSON lines as they come, in bounded memory: a bad line is told with its number and loses nothing but itself. Lines
/// end as on any system; a byte order mark may stand before the first.
/// </summary>
/// <param name="noun">What a line holds, such as "a pattern".</param>
internal sealed class JsonLines<T>(int maxLineBytes, string noun)
    where T : class
{
    private long _number = 1;

    /// <summary>The rest of a line that was rejected for its length is passed over.</summary>
    private bool _isSkipping;

    /// <param name="source">UTF-8; left open.</param>
    public async IAsyncEnumerable<JsonLine<T>> ReadAsync(
        Stream source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reader = PipeReader.Create(source, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            for (var isCompleted = false; !isCompleted; )
            {
                var result = await reader.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                isCompleted = result.IsCompleted;
                while (TryTakeLine(ref buffer, isCompleted, out var line))
                {
                    if (EndLine(line) is { } read)
                        yield return read;
                }
                if (buffer.Length > maxLineBytes && BeginSkipping(ref buffer) is { } tooLong)
                    yield return tooLong;
                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    /// <summary>The next line without its end; the last one needs none.</summary>
    private static bool TryTakeLine(
        ref ReadOnlySequence<byte> buffer,
        bool isLast,
        out ReadOnlySequence<byte> line
    )
    {
        line = buffer;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        if (!isLast || buffer.IsEmpty)
            return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private JsonLine<T>? BeginSkipping(ref ReadOnlySequence<byte> buffer)
    {
        buffer = buffer.Slice(buffer.End);
        if (_isSkipping)
            return null;
        _isSkipping = true;
        return TooLong();
    }

    private JsonLine<T>? EndLine(ReadOnlySequence<byte> line)
    {
        var read =
            _isSkipping ? null
            : line.Length > maxLineBytes ? TooLong()
            : Parse(line.IsSingleSegment ? line.FirstSpan : line.ToArray(), _number);
        _isSkipping = false;
        _number++;
        return read;
    }

    private JsonLine<T> TooLong() => new(_number, null, $"is longer than {maxLineBytes} bytes");

    /// <summary>One line without its end; null for a blank one.</summary>
    public JsonLine<T>? Parse(ReadOnlySpan<byte> line, long number)
    {
        if (number == 1 && line.StartsWith(Encoding.UTF8.Preamble))
            line = line[Encoding.UTF8.Preamble.Length..];
        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty)
            return null;
        try
        {
            if (JsonSerializer.Deserialize<T>(line, MotifJson.Options) is not { } value)
                return new JsonLine<T>(number, null, $"{noun} is expected, null was given");
            return StorableRequest.Mistakes(value).FirstOrDefault() is { Key: { } member } mistake
                ? new JsonLine<T>(number, null, $"{member}: {mistake.Value[0]}")
                : new JsonLine<T>(number, value, null);
        }
        catch (JsonException exception)
        {
            var mistake = JsonMistake.Of(exception, typeof(T), MotifJson.Options);
            return new JsonLine<T>(number, null, mistake.OneLine);
        }
    }
}
