using Motif.Storage;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>PostgreSQL's SQLSTATE codes in words that say what to do.</summary>
internal static class PostgresErrors
{
    public const string System = "postgresql";

    public static BackendException? Translate(
        string operation,
        string location,
        Exception exception
    ) =>
        exception switch
        {
            PostgresException refused => new BackendException(
                System,
                operation,
                $"{Explain(refused, location)} ({refused.SqlState}: {refused.MessageText})",
                refused.IsTransient,
                refused,
                TroubleOf(refused)
            ),
            NpgsqlException { InnerException: TimeoutException } slow => new BackendException(
                System,
                operation,
                $"{location} did not answer in time; try again, or look at its load",
                isTransient: true,
                slow
            ),
            NpgsqlException failed => new BackendException(
                System,
                operation,
                $"{location} cannot be reached; check that the server runs there and lets this program in ({failed.Message})",
                isTransient: true,
                failed
            ),
            _ => null,
        };

    /// <summary>True when the same transaction may succeed if it is run again: it met another one.</summary>
    public static bool IsCollision(Exception exception) =>
        exception
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };

    private static BackendTrouble TroubleOf(PostgresException exception) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.DiskFull => BackendTrouble.Full,
            PostgresErrorCodes.InternalError when IsInitFile(exception) => BackendTrouble.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError =>
                BackendTrouble.Unwritable,
            _ => BackendTrouble.None,
        };

    /// <summary>
    /// The first connection after a change of the schema writes the catalogue's init file; without room for it PostgreSQL lets
    /// nobody in, and does not say why.
    /// </summary>
    private static bool IsInitFile(PostgresException exception) =>
        exception is { File: "relcache.c", Routine: "write_item" };

    private static string Explain(PostgresException exception, string location) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.InternalError when IsInitFile(exception) =>
                $"the disk of {location} is full; free some space, no connection can be opened until then",
            PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{location} does not accept the user or the password of the URL",
            PostgresErrorCodes.InvalidCatalogName =>
                $"{location} does not exist; create the database first",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"the user of {location} lacks a right; it must own the tables or be allowed to create them",
            PostgresErrorCodes.DiskFull =>
                $"the disk of {location} is full; free some space, nothing of this operation was written",
            PostgresErrorCodes.TooManyConnections =>
                $"{location} has no connection left; raise max_connections or lower pool_max_conns in the URL",
            PostgresErrorCodes.IoError =>
                $"reading or writing the disk of {location} failed; check it",
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                $"{location} is read-only; connect to the primary server",
            PostgresErrorCodes.ProgramLimitExceeded => "a value is larger than PostgreSQL can keep",
            PostgresErrorCodes.QueryCanceled =>
                $"{location} gave up the statement after its time limit",
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
                "several programs changed the same rows at once; try again",
            ['2', '3', ..] => "the data broke a rule of the schema",
            ['5', '7', ..] => $"{location} is going down or starting; try again",
            _ => $"{location} refused the statement",
        };
}
