using System.IO.Compression;
using System.Text.Json;

namespace Motif.Decisions.Replay;

/// <summary>One line of a log to replay: what a customer wrote and what the operator did.</summary>
/// <param name="Act">A label of what was done; <c>__custom__</c> for what was written for that one occasion.</param>
/// <param name="History">What operators did before in the conversation; null where that is not known.</param>
/// <param name="IsAudited">Whether this message would be drawn for the audit.</param>
/// <param name="IsDetected">Whether a wrong automatic answer to it would come to light.</param>
public sealed record ReplayRow(
    string Id,
    string Text,
    string Act,
    IReadOnlyList<string>? History,
    bool IsAudited,
    bool IsDetected
)
{
    private const double AuditShare = 0.10;
    private const double DetectShare = 0.5;

    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNameCaseInsensitive = false,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Reads JSON lines, gzip or plain: <c>text</c> or a list <c>msg</c>, <c>act</c>, and where there are any <c>id</c>, <c>hist</c>, <c>audit</c>, <c>detect</c>.</summary>
    /// <exception cref="InvalidDataException">A line is no such row; the message names it.</exception>
    public static async Task<IReadOnlyList<ReplayRow>> ReadAsync(
        Stream source,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        using var reader = new StreamReader(await PlainAsync(source, cancellationToken));
        var rows = new List<ReplayRow>();
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                rows.Add(Read(line, number));
        }
        return rows;
    }

    private static async Task<Stream> PlainAsync(Stream source, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        await source.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        var isPacked =
            whole.Length > 2 && whole.GetBuffer()[0] == 0x1f && whole.GetBuffer()[1] == 0x8b;
        return isPacked ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static ReplayRow Read(string line, int number)
    {
        RawRow? raw;
        try
        {
            raw = JsonSerializer.Deserialize<RawRow>(line, Lenient);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"line {number}: {exception.Message}", exception);
        }
        var text = raw?.Text ?? (raw?.Msg is { } burst ? string.Join(" \n ", burst) : null);
        if (text is null || raw?.Act is not { Length: > 0 } act)
            throw new InvalidDataException($"line {number}: text (or msg) and act are needed");
        var id = raw.Id ?? FormattableString.Invariant($"{number}");
        return new ReplayRow(
            id,
            text,
            act,
            raw.Hist,
            raw.Audit ?? Understanding.AuditSample.Draw("audit:" + id) < AuditShare,
            raw.Detect ?? Understanding.AuditSample.Draw("detect:" + id) < DetectShare
        );
    }

    private sealed record RawRow
    {
        public string? Id { get; init; }

        public string? Text { get; init; }

        public IReadOnlyList<string>? Msg { get; init; }

        public string? Act { get; init; }

        public IReadOnlyList<string>? Hist { get; init; }

        public bool? Audit { get; init; }

        public bool? Detect { get; init; }
    }
}
