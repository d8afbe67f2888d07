using Motif.Backends.Relational;
using Motif.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Motif.Backends.Postgres;

/// <summary>Values in the types in which PostgreSQL keeps them.</summary>
internal static class PostgresParameter
{
    /// <exception cref="ArgumentException">No column keeps such a value.</exception>
    public static NpgsqlParameter Of(string name, object? value)
    {
        var (type, stored) = Stored(name, value);
        return type is { } known
            ? new NpgsqlParameter(name, known) { Value = stored }
            : new NpgsqlParameter(name, DBNull.Value);
    }

    /// <summary>The columns of rows that name their values alike, each an array; those without any value are left out.</summary>
    public static IEnumerable<NpgsqlParameter> Columns(
        IReadOnlyList<(string Name, object? Value)[]> rows
    )
    {
        for (var column = 0; column < rows[0].Length; column++)
        {
            var name = rows[0][column].Name;
            var values = new (NpgsqlDbType? Type, object? Stored)[rows.Count];
            for (var row = 0; row < values.Length; row++)
                values[row] = Stored(name, rows[row][column].Value);
            if (Array.Find(values, value => value.Type is not null).Type is { } type)
                yield return new(name, NpgsqlDbType.Array | type)
                {
                    Value = ArrayOf(name, type, Array.ConvertAll(values, value => value.Stored)),
                };
        }
    }

    /// <summary>The column's type and what it keeps; nothing of both for null.</summary>
    private static (NpgsqlDbType? Type, object? Stored) Stored(string name, object? value) =>
        value switch
        {
            null => (null, null),
            string text => (NpgsqlDbType.Text, StorableText.Require(name, text)),
            Guid => (NpgsqlDbType.Uuid, value),
            DateTimeOffset time => (NpgsqlDbType.TimestampTz, StoredTime.Floor(time)),
            StorableJson json => (NpgsqlDbType.Jsonb, json.Text),
            IReadOnlyList<Guid> ids => (NpgsqlDbType.Array | NpgsqlDbType.Uuid, ids.ToArray()),
            IReadOnlyList<string> texts => (
                NpgsqlDbType.Array | NpgsqlDbType.Text,
                texts.Select(t => StorableText.Require(name, t)).ToArray()
            ),
            byte[] => (NpgsqlDbType.Bytea, value),
            bool => (NpgsqlDbType.Boolean, value),
            int => (NpgsqlDbType.Integer, value),
            long => (NpgsqlDbType.Bigint, value),
            double => (NpgsqlDbType.Double, value),
            _ => throw new ArgumentException(
                $"no column keeps a {value.GetType().Name}",
                nameof(value)
            ),
        };

    private static Array ArrayOf(string name, NpgsqlDbType type, object?[] values) =>
        type switch
        {
            NpgsqlDbType.Text or NpgsqlDbType.Jsonb => Array.ConvertAll(values, v => v as string),
            NpgsqlDbType.Uuid => Array.ConvertAll(values, v => v as Guid?),
            NpgsqlDbType.TimestampTz => Array.ConvertAll(values, v => v as DateTimeOffset?),
            NpgsqlDbType.Double => Array.ConvertAll(values, v => v as double?),
            _ => throw new ArgumentException(
                $"'{name}' has values of {type}, of which no rows are inserted together",
                nameof(values)
            ),
        };
}
