using System.Text.Json;
using Motif.Decisions.Records;

namespace Motif.Backends.Relational;

/// <summary>What is kept by its name.</summary>
internal sealed partial class DecisionStore
{
    private const string SelectDocument =
        "SELECT kind AS Kind, name AS Name, at AS At, body AS Body FROM decision_documents";

    public Task<IReadOnlyList<DecisionDocument>> DocumentsAsync(
        DocumentKind kind,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<DecisionDocument>>(
            "decisions.documents",
            async session =>
                (
                    await session.QueryAsync<DocumentRow>(
                        $"{SelectDocument} WHERE kind = @kind ORDER BY name",
                        ("kind", WireName.Of(kind))
                    )
                ).ConvertAll(r => r.ToDocument()),
            cancellationToken
        );

    public Task<DecisionDocument?> FindDocumentAsync(
        DocumentKind kind,
        string name,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "decisions.document",
            async session =>
                (
                    await session.FirstOrDefaultAsync<DocumentRow>(
                        $"{SelectDocument} WHERE kind = @kind AND name = @name",
                        ("kind", WireName.Of(kind)),
                        ("name", name)
                    )
                )?.ToDocument(),
            cancellationToken
        );

    private sealed class DocumentRow
    {
        public string Kind { get; init; } = "";

        public string Name { get; init; } = "";

        public StoredTime At { get; init; }

        public string Body { get; init; } = "";

        public DecisionDocument ToDocument() =>
            new(
                WireName.Require<DocumentKind>(Kind),
                Name,
                At.Value,
                JsonSerializer.Deserialize<JsonElement>(Body)
            );
    }
}
