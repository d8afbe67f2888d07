using System.Security.Cryptography;
using System.Text.Json;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;

namespace Motif.Decisions.Importing;

/// <summary>Gathers lines of an import until they make a part: the same file makes the same parts.</summary>
internal sealed class PartBuilder(string importId) : IDisposable
{
    private const int MostLines = 1_000;
    private const int MostBytes = 4 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<(long Number, ImportedLine Line)> _lines = [];
    private long _bytes;
    private long _part;

    public bool IsFull => _lines.Count >= MostLines || _bytes >= MostBytes;

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The number of the part that is gathered.</summary>
    public long Part => _part;

    public void Add(long number, ImportedLine line)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, MotifJson.Options);
        _hash.AppendData(BitConverter.GetBytes(number));
        _hash.AppendData(json);
        _bytes += json.Length;
        _lines.Add((number, line));
    }

    /// <summary>What was gathered, without its lines: enough to ask whether it is staged.</summary>
    public StagedPart Head() =>
        new(importId, _part, Convert.ToHexStringLower(_hash.GetCurrentHash().AsSpan(0, 16)), []);

    public StagedPart Build() =>
        Head() with
        {
            Lines = [.. _lines.Select(l => Staged(l.Number, l.Line))],
        };

    public void Next()
    {
        _hash.GetHashAndReset();
        _lines.Clear();
        (_bytes, _part) = (0, _part + 1);
    }

    public void Dispose() => _hash.Dispose();

    private static StagedLine Staged(long number, ImportedLine line) =>
        new(
            number,
            line.ConversationId,
            string.IsNullOrEmpty(line.CustomerId) ? null : line.CustomerId,
            JsonSerializer.SerializeToElement(
                line.All.Select(t => t with { Text = PersonalData.Redact(t.Text) }),
                MotifJson.Options
            )
        );
}
