using SQLitePCL;

namespace Motif.Backends.Sqlite;

/// <summary>The SQLite that the package brings: the same on every machine.</summary>
internal static class SqliteLibrary
{
    static SqliteLibrary() => Batteries_V2.Init();

    /// <summary>Such as <c>sqlite 3.53.4</c>.</summary>
    public static string Description => $"sqlite {raw.sqlite3_libversion().utf8_to_string()}";
}
