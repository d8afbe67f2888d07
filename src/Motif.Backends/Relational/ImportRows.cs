using System.Text.Json;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Writes what imports of conversations stage and find.</summary>
internal static class ImportRows
{
    public static async Task WriteAsync(SqlSession session, DecisionLedger ledger)
    {
        foreach (var (import, from) in ledger.Stage.Dropped)
            await session.ExecuteAsync(
                "DELETE FROM decision_import_lines WHERE import_id = @import AND part >= @part",
                ("import", import),
                ("part", from)
            );
        foreach (var part in ledger.Stage.Parts)
            await WriteAsync(session, part);
        await session.ExecuteManyAsync(
            """
            INSERT INTO decision_import_pairs
                (pair_id, import_id, customer_id, conversation_id, at, wording, body)
            VALUES (@id, @import, @customer, @conversation, @at, @wording, @body) ON CONFLICT DO NOTHING
            """,
            [.. ledger.Pairs.Select(Parameters)]
        );
    }

    private static async Task WriteAsync(SqlSession session, StagedPart part)
    {
        await session.ExecuteAsync(
            "DELETE FROM decision_import_lines WHERE import_id = @import AND part = @part",
            ("import", part.ImportId),
            ("part", part.Number)
        );
        await session.ExecuteManyAsync(
            """
            INSERT INTO decision_import_lines
                (import_id, part, line, hash, conversation_id, customer_id, body)
            VALUES (@import, @part, @line, @hash, @conversation, @customer, @body)
            """,
            [
                .. part.Lines.Select(l =>
                    (
                        ((string, object?)[])
                            [
                                ("import", part.ImportId),
                                ("part", part.Number),
                                ("line", l.Line),
                                ("hash", part.Hash),
                                ("conversation", l.ConversationId),
                                ("customer", l.CustomerId),
                                ("body", StorableJson.Of("line", l.Turns)),
                            ]
                    )
                ),
            ]
        );
    }

    private static (string, object?)[] Parameters(ImportedPair pair) =>
        [
            ("id", pair.PairId),
            ("import", pair.ImportId),
            ("customer", pair.CustomerId),
            ("conversation", pair.ConversationId),
            ("at", pair.At ?? DateTimeOffset.UnixEpoch),
            ("wording", pair.Wording),
            ("body", StorableJson.Of("pair", pair)),
        ];
}

/// <summary>A pair as its row has it.</summary>
internal sealed class PairRow
{
    public string Body { get; init; } = "";

    public string Wording { get; init; } = "";

    public ImportedPair ToPair() => DecisionRows.Pair(Body) with { Wording = Wording };
}

/// <summary>A staged line as its row has it.</summary>
internal sealed class StagedLineRow
{
    public long Line { get; init; }

    public string ConversationId { get; init; } = "";

    public string? CustomerId { get; init; }

    public string Body { get; init; } = "";

    public StagedLine ToLine() =>
        new(Line, ConversationId, CustomerId, JsonSerializer.Deserialize<JsonElement>(Body));
}

/// <summary>A wording as it is counted.</summary>
internal sealed class WordingRow
{
    public string Wording { get; init; } = "";

    public long Pairs { get; init; }

    public WordingCount ToCount() => new(Wording, Pairs);
}
