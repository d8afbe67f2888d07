using System.Data;
using System.Data.Common;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>What SQL databases say differently; everything the stores have in common is written once in their own files.</summary>
internal abstract class SqlDialect
{
    /// <summary>The name of the backend in errors.</summary>
    public abstract string System { get; }

    /// <summary>Ends a select whose rows will be changed: others wait.</summary>
    public abstract string LockToChange { get; }

    /// <summary>Ends a select whose rows must not be removed meanwhile.</summary>
    public abstract string LockToKeep { get; }

    /// <summary>Ends a subselect whose rows will be taken: those that another transaction takes are passed over.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Selects the database's own time; null where it runs in our process and has ours.</summary>
    public abstract string? Clock { get; }

    /// <summary>Brings a view up to date beside its readers; null where it always is.</summary>
    public abstract string? Refresh(string view);

    /// <summary>The value of the <c>words</c> column, from the parameter that <see cref="Words"/> gives.</summary>
    public abstract string WordsExpression { get; }

    public abstract object Words(IReadOnlyList<string> words);

    /// <summary>A condition: the column is one of the list bound to the parameter.</summary>
    public abstract string IsIn(string column, string parameter);

    /// <summary>Where the text begins in the column, counted from 1; 0 where it does not stand there.</summary>
    public abstract string PlaceOf(string column, string text);

    /// <summary>Days since 1970 (UTC) of a time column, as an integer.</summary>
    public abstract string Day(string column);

    /// <summary>The least, or the greatest, id that begins with the same 48 bits as the one in the column: of the same millisecond.</summary>
    public abstract string SameBeginning(string column, bool greatest);

    protected static string IdEnd(bool greatest) =>
        greatest ? "-ffff-ffff-ffffffffffff" : "-0000-0000-000000000000";

    /// <summary>Orders texts by code point, as SQLite does without being told.</summary>
    public abstract string CodePointOrder { get; }

    /// <summary>Ends the recursive part of <see cref="RelationshipWalk"/>.</summary>
    public abstract string WalkOrder { get; }

    /// <summary>Selects the rows of <c>walk</c> breadth first, at most <c>@most</c> of them, without walking any further.</summary>
    public abstract string WalkRows { get; }

    /// <summary>Binds a parameter in the form in which this database keeps such values.</summary>
    public abstract void Bind(IDbCommand command, string name, object? value);

    /// <summary>Runs one statement for every row, in order; returns how many rows each changed.</summary>
    public abstract Task<IReadOnlyList<int>> ExecuteManyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        CancellationToken cancellationToken
    );

    /// <summary>Inserts the rows that no other stands in the way of, in order; returns of each whether it is new.</summary>
    public virtual async Task<IReadOnlyList<bool>> InsertNewAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string table,
        string key,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        CancellationToken cancellationToken
    )
    {
        var names = Array.ConvertAll(rows[0], column => column.Name);
        var changed = await ExecuteManyAsync(
            connection,
            transaction,
            $"""
            INSERT INTO {table} ({string.Join(", ", names)}) VALUES (@{string.Join(", @", names)})
            ON CONFLICT DO NOTHING
            """,
            rows,
            cancellationToken
        );
        return [.. changed.Select(count => count > 0)];
    }

    /// <summary>
    /// The part of a page's FROM clause that yields <c>patterns p</c>, with the conditions of tags and search added.
    /// </summary>
    public abstract Task<string> PageSourceAsync(
        SqlSession session,
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words
    );

    /// <summary>The driver's exception in our words; null when it is not the driver's.</summary>
    public abstract BackendException? Translate(string operation, Exception exception);
}
