using Motif.Backends.Relational;
using Npgsql;
using NpgsqlTypes;

namespace Motif.Backends.Postgres;

/// <summary>Values in the types in which PostgreSQL keeps them.</summary>
internal static class PostgresParameter
{
    /// <exception cref="ArgumentException">No column keeps such a value.</exception>
    public static NpgsqlParameter Of(string name, object? value) =>
        value switch
        {
            null => new NpgsqlParameter(name, DBNull.Value),
            string text => new(name, NpgsqlDbType.Text)
            {
                Value = StorableText.Require(name, text),
            },
            Guid id => new(name, NpgsqlDbType.Uuid) { Value = id },
            DateTimeOffset time => new(name, NpgsqlDbType.TimestampTz)
            {
                Value = StoredTime.Floor(time),
            },
            StorableJson json => new(name, NpgsqlDbType.Jsonb) { Value = json.Text },
            IReadOnlyList<Guid> ids => new(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid)
            {
                Value = ids.ToArray(),
            },
            IReadOnlyList<string> texts => new(name, NpgsqlDbType.Array | NpgsqlDbType.Text)
            {
                Value = texts.Select(t => StorableText.Require(name, t)).ToArray(),
            },
            byte[] bytes => new(name, NpgsqlDbType.Bytea) { Value = bytes },
            bool flag => new(name, NpgsqlDbType.Boolean) { Value = flag },
            int number => new(name, NpgsqlDbType.Integer) { Value = number },
            long number => new(name, NpgsqlDbType.Bigint) { Value = number },
            double number => new(name, NpgsqlDbType.Double) { Value = number },
            _ => throw new ArgumentException(
                $"no column keeps a {value.GetType().Name}",
                nameof(value)
            ),
        };

    /// <summary>The columns of rows that name their values alike, each an array; those without any value are left out.</summary>
    public static IEnumerable<NpgsqlParameter> Columns(
        IReadOnlyList<(string Name, object? Value)[]> rows
    )
    {
        for (var column = 0; column < rows[0].Length; column++)
        {
            var name = rows[0][column].Name;
            var values = new NpgsqlParameter[rows.Count];
            for (var row = 0; row < values.Length; row++)
                values[row] = Of(name, rows[row][column].Value);
            if (Array.Find(values, value => value.Value is not DBNull) is { } first)
                yield return new(name, NpgsqlDbType.Array | first.NpgsqlDbType)
                {
                    Value = ArrayLike(first, values),
                };
        }
    }

    private static Array ArrayLike(NpgsqlParameter first, NpgsqlParameter[] values) =>
        first.Value switch
        {
            string => Array.ConvertAll(values, value => value.Value as string),
            Guid => Array.ConvertAll(values, value => value.Value as Guid?),
            DateTimeOffset => Array.ConvertAll(values, value => value.Value as DateTimeOffset?),
            var other => throw new ArgumentException(
                $"'{first.ParameterName}' has a {other!.GetType().Name}, of which no rows are inserted together",
                nameof(first)
            ),
        };
}
