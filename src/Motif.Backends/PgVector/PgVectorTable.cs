using System.Globalization;
using Dapper;
using Motif.Storage;
using Motif.Vectors;
using Npgsql;

namespace Motif.Backends.PgVector;

/// <summary>The table of a space, and what is said to it.</summary>
internal sealed class PgVectorTable(string name, VectorSpace space)
{
    /// <summary>pgvector indexes no longer vectors of float32; of half floats twice as long ones.</summary>
    private const int MostIndexed = 2000;

    private static readonly Version LeastVersion = new(0, 8);

    private readonly string _size = space.Dimension.ToString(CultureInfo.InvariantCulture);

    /// <summary>Quoted: a name is made of letters, digits and underscores.</summary>
    public string Name { get; } = $"\"{name}\"";

    public string Upsert =>
        $"""
            INSERT INTO {Name} (key, embedding, is_zero, kind, pattern_type, status, tags, version, content_hash,
                quality_score, success_rate, match_count, created_at)
            VALUES (@key, CAST(@embedding AS vector), @is_zero, @kind, @pattern_type, @status, @tags, @version, @content_hash,
                @quality_score, @success_rate, @match_count, @created_at)
            ON CONFLICT (key) DO UPDATE
            SET embedding = excluded.embedding, is_zero = excluded.is_zero, kind = excluded.kind,
                pattern_type = excluded.pattern_type, status = excluded.status, tags = excluded.tags,
                version = excluded.version, content_hash = excluded.content_hash, quality_score = excluded.quality_score,
                success_rate = excluded.success_rate, match_count = excluded.match_count, created_at = excluded.created_at
            """;

    /// <summary>The nearest rows by the index, each with its exact score.</summary>
    public string Search(string conditions) =>
        $"""
            SELECT key, {Score} AS score FROM {Name} {conditions}
            ORDER BY {Indexed} {Operator} {Cast("@query")} LIMIT @limit
            """;

    public static async Task RequireExtensionAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await connection.ExecuteAsync(
            new CommandDefinition(
                "CREATE EXTENSION IF NOT EXISTS vector",
                cancellationToken: cancellationToken
            )
        );
        var version = await connection.ExecuteScalarAsync<string>(
            new CommandDefinition(
                "SELECT extversion FROM pg_extension WHERE extname = 'vector'",
                cancellationToken: cancellationToken
            )
        );
        if (Version.Parse(version!) < LeastVersion)
            throw new BackendException(
                PgVectorIndex.System,
                "index.prepare",
                $"pgvector {version} cannot go on scanning where a filter leaves too little; install {LeastVersion} or later and run ALTER EXTENSION vector UPDATE",
                isTransient: false
            );
    }

    /// <summary>The name of a table stands for its space and dimension: what is there already is the same.</summary>
    public async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(
            new CommandDefinition(Definition, cancellationToken: cancellationToken)
        );
        var size = await connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                "SELECT atttypmod FROM pg_attribute WHERE attrelid = CAST(@name AS regclass) AND attname = 'embedding'",
                new { name = Name },
                cancellationToken: cancellationToken
            )
        );
        if (size != space.Dimension)
            throw new BackendException(
                PgVectorIndex.System,
                "index.prepare",
                $"the table {name} is there with {size} dimensions instead of {_size}; drop it, and it is built again",
                isTransient: false
            );
    }

    private string Definition =>
        $"""
            CREATE TABLE IF NOT EXISTS {Name} (
                key           uuid PRIMARY KEY,
                embedding     vector({_size}) NOT NULL,
                is_zero       boolean NOT NULL,
                kind          text COLLATE "C",
                pattern_type  text COLLATE "C",
                status        text COLLATE "C",
                tags          text[] NOT NULL,
                version       integer NOT NULL,
                content_hash  text NOT NULL,
                quality_score double precision,
                success_rate  double precision,
                match_count   bigint NOT NULL,
                created_at    timestamptz
            );
            {Index}
            """;

    /// <summary>Nothing above what half floats allow: then every row is compared.</summary>
    private string Index =>
        space.Dimension > 2 * MostIndexed
            ? ""
            : $"CREATE INDEX IF NOT EXISTS \"{name}_hnsw\" ON {Name} USING hnsw (({Indexed}) {Operators}) WITH (m = 16, ef_construction = 100);";

    private bool IsHalf => space.Dimension is > MostIndexed and <= 2 * MostIndexed;

    private string Indexed => IsHalf ? $"CAST(embedding AS halfvec({_size}))" : "embedding";

    private string Cast(string parameter) =>
        IsHalf
            ? $"CAST(CAST({parameter} AS vector) AS halfvec({_size}))"
            : $"CAST({parameter} AS vector)";

    private string Operator =>
        space.Metric switch
        {
            VectorMetric.Cosine => "<=>",
            VectorMetric.Dot => "<#>",
            _ => "<->",
        };

    private string Operators =>
        (IsHalf ? "halfvec" : "vector")
        + space.Metric switch
        {
            VectorMetric.Cosine => "_cosine_ops",
            VectorMetric.Dot => "_ip_ops",
            _ => "_l2_ops",
        };

    private string Score =>
        space.Metric switch
        {
            VectorMetric.Cosine => "1 - (embedding <=> CAST(@query AS vector))",
            VectorMetric.Dot => "-(embedding <#> CAST(@query AS vector))",
            _ => "-(embedding <-> CAST(@query AS vector))",
        };
}
