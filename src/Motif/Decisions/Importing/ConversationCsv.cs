using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Catalog;
using Motif.Text;

namespace Motif.Decisions.Importing;

/// <summary>CSV with a header that names fields of <see cref="ImportedLine"/>, a turn a row; read row by row.</summary>
internal sealed class ConversationCsv(JsonLines<ImportedLine> lines)
{
    private static readonly string[] Needed = ["conversation_id", "role", "text"];

    /// <summary>Whether a header with the needed columns was read.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>A row is named by the line of the text where it begins; nothing is read behind a header that is none.</summary>
    public async IAsyncEnumerable<JsonLine<ImportedLine>> ReadAsync(
        Stream csv,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string>? header = null;
        await foreach (var row in CsvRows.ReadAsync(csv, cancellationToken))
        {
            if (header is null)
            {
                header = [.. row.Fields.Select(f => f.Trim().ToLowerInvariant())];
                HasHeader = Needed.All(c => header.Contains(c, StringComparer.Ordinal));
                if (!HasHeader)
                    yield break;
            }
            else if (row.Mistake is { } mistake)
                yield return new JsonLine<ImportedLine>(row.Line, null, mistake);
            else if (lines.Parse(Json(header, row.Fields), row.Line) is { } line)
                yield return line;
        }
    }

    private static byte[] Json(IReadOnlyList<string> header, IReadOnlyList<string> fields)
    {
        var line = new JsonObject();
        for (var i = 0; i < header.Count && i < fields.Count; i++)
            if (fields[i].Length > 0)
                line[header[i]] = fields[i];
        return JsonSerializer.SerializeToUtf8Bytes(line, MotifJson.Options);
    }
}
