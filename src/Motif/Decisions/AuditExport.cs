using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>How the audit is written out.</summary>
public enum AuditFormat
{
    /// <summary>One JSON object a line, hashes and all: the chain can be checked without this server.</summary>
    Jsonl,

    /// <summary>RFC 4180, with a header.</summary>
    Csv,
}

/// <summary>Writes out the audit, or a part of it, in its order. Thread-safe.</summary>
public sealed class AuditExport(IDecisionStore store)
{
    private const int Page = 500;

    private const string Header = "number,at,actor,event,execution_id,pattern_id,detail,hash";

    /// <param name="query">Its limit is not looked at.</param>
    public async IAsyncEnumerable<string> LinesAsync(
        AuditQuery query,
        AuditFormat format,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        if (format is AuditFormat.Csv)
            yield return Header;
        while (true)
        {
            var page = await store.AuditAsync(query with { Limit = Page }, cancellationToken);
            foreach (var entry in page)
                yield return format is AuditFormat.Csv
                    ? Row(entry)
                    : JsonSerializer.Serialize(entry, MotifJson.Options);
            if (page.Count < Page)
                yield break;
            query = query with { After = page[^1].Number };
        }
    }

    private static string Row(AuditEntry entry) =>
        string.Join(
            ',',
            new[]
            {
                entry.Number.ToString(CultureInfo.InvariantCulture),
                entry.Event.At.ToString("O", CultureInfo.InvariantCulture),
                entry.Event.Actor,
                entry.Event.Event,
                entry.Event.ExecutionId?.ToString("D") ?? "",
                entry.Event.PatternId?.ToString("D") ?? "",
                entry.Event.Detail ?? "",
                entry.Hash,
            }.Select(Field)
        );

    /// <summary>A field that a spreadsheet would take for a formula is made text.</summary>
    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@')
            text = "'" + text;
        if (!text.AsSpan().ContainsAny(",\"\r\n"))
            return text;
        return new StringBuilder()
            .Append('"')
            .Append(text.Replace("\"", "\"\"", StringComparison.Ordinal))
            .Append('"')
            .ToString();
    }
}
