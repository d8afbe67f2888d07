using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;

namespace Motif.Backends.Relational;

/// <summary>A UUID column: <c>uuid</c> in PostgreSQL, its 36 characters in SQLite.</summary>
internal readonly record struct StoredId(Guid Value);

/// <summary>A point in time to the microsecond: <c>timestamptz</c> in PostgreSQL, microseconds since 1970 in SQLite.</summary>
internal readonly record struct StoredTime(DateTimeOffset Value)
{
    public static long ToMicroseconds(DateTimeOffset time) =>
        Floor(time).UtcTicks / TimeSpan.TicksPerMicrosecond
        - (DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The time as every database keeps it: UTC, without the tenths of a microsecond.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>A list of texts: <c>text[]</c> in PostgreSQL, a JSON array in SQLite.</summary>
internal readonly record struct StoredTexts(IReadOnlyList<string> Value);

/// <summary>
/// Reads the column types above for Dapper. They are types of our own, so that the handlers of the program around us
/// stay as they are.
/// </summary>
internal static class StoredValues
{
    private static readonly Lazy<bool> Registration = new(() =>
    {
        SqlMapper.AddTypeHandler(new IdHandler());
        SqlMapper.AddTypeHandler(new TimeHandler());
        SqlMapper.AddTypeHandler(new TextsHandler());
        return true;
    });

    public static bool Register() => Registration.Value;

    private static NotSupportedException ReadOnly() =>
        new("stored values are only read; parameters are bound by the dialect");

    private sealed class IdHandler : SqlMapper.TypeHandler<StoredId>
    {
        public override StoredId Parse(object value) =>
            new(value is Guid id ? id : Guid.ParseExact((string)value, "D"));

        public override void SetValue(IDbDataParameter parameter, StoredId value) =>
            throw ReadOnly();
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<StoredTime>
    {
        public override StoredTime Parse(object value) =>
            new(
                value is DateTime time
                    ? new DateTimeOffset(time, TimeSpan.Zero)
                    : StoredTime.FromMicroseconds(
                        Convert.ToInt64(value, CultureInfo.InvariantCulture)
                    )
            );

        public override void SetValue(IDbDataParameter parameter, StoredTime value) =>
            throw ReadOnly();
    }

    private sealed class TextsHandler : SqlMapper.TypeHandler<StoredTexts>
    {
        public override StoredTexts Parse(object value) =>
            new(
                value as string[]
                    ?? JsonSerializer.Deserialize<string[]>((string)value, MotifJson.Options)
                    ?? []
            );

        public override void SetValue(IDbDataParameter parameter, StoredTexts value) =>
            throw ReadOnly();
    }
}
