using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Writes what is kept by its name, what an import found, and takes a customer's rows away.</summary>
internal static class DecisionDocuments
{
    public static async Task WriteAsync(SqlSession session, DecisionLedger ledger)
    {
        foreach (var document in ledger.Documents)
            await session.ExecuteAsync(
                """
                INSERT INTO decision_documents (kind, name, at, body) VALUES (@kind, @name, @at, @body)
                ON CONFLICT (kind, name) DO UPDATE SET at = excluded.at, body = excluded.body
                """,
                ("kind", WireName.Of(document.Kind)),
                ("name", StorableText.RequireIndexed("name", document.Name)),
                ("at", document.At),
                ("body", StorableJson.Of("document", document.Body))
            );
        foreach (var document in ledger.DroppedDocuments)
            await session.ExecuteAsync(
                "DELETE FROM decision_documents WHERE kind = @kind AND name = @name",
                ("kind", WireName.Of(document.Kind)),
                ("name", document.Name)
            );
        await ImportRows.WriteAsync(session, ledger);
        if (ledger.Erased is { } customer)
            await EraseAsync(session, customer);
    }

    /// <summary>Conversations hold fingerprints of what a customer said: they go too.</summary>
    private static async Task EraseAsync(SqlSession session, ErasedCustomer customer)
    {
        await session.ExecuteAsync(
            """
            DELETE FROM decision_conversations WHERE conversation_id IN
                (SELECT conversation_id FROM decision_executions WHERE customer_id = @id)
            """,
            ("id", customer.CustomerId)
        );
        customer.Messages = await session.ExecuteAsync(
            "DELETE FROM decision_executions WHERE customer_id = @id",
            ("id", customer.CustomerId)
        );
        await session.ExecuteAsync(
            """
            DELETE FROM decision_import_lines WHERE customer_id = @id OR (import_id, conversation_id) IN
                (SELECT import_id, conversation_id FROM decision_import_lines WHERE customer_id = @id)
            """,
            ("id", customer.CustomerId)
        );
        customer.ImportedPairs = await session.ExecuteAsync(
            "DELETE FROM decision_import_pairs WHERE customer_id = @id",
            ("id", customer.CustomerId)
        );
    }
}
