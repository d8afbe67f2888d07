using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Motif.Backends.Sqlite;

/// <summary>
/// Chooses the SQLite to run on. The one inside the package is years old and has known vulnerabilities; the operating
/// system's is patched with the system. The bundled one is only the fallback.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>3.35.0: RETURNING, generated columns and everything else that the statements need.</summary>
    private const int LeastVersion = 3_035_000;

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Such as <c>sqlite 3.40.1 (system library)</c>.</summary>
    public static string Description => Loaded.Value;

    /// <summary>Must run before the first connection: afterwards the library cannot be exchanged.</summary>
    public static void Prepare() => _ = Loaded.Value;

    private static string Load()
    {
        var system = SystemLibrary();
        if (system != 0)
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? system : 0
            );
        Batteries_V2.Init();
        var version = raw.sqlite3_libversion().utf8_to_string();
        return $"sqlite {version} ({(system != 0 ? "system" : "bundled")} library)";
    }

    private static nint SystemLibrary()
    {
        foreach (var name in Names())
        {
            if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var handle))
                continue;
            if (IsSuitable(handle))
                return handle;
            NativeLibrary.Free(handle);
        }
        return 0;
    }

    private static string[] Names()
    {
        if (OperatingSystem.IsWindows())
            return ["winsqlite3.dll"];
        return OperatingSystem.IsMacOS()
            ? ["/usr/lib/libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];
    }

    /// <summary>New enough, built for several threads, and with full-text search.</summary>
    private static bool IsSuitable(nint library)
    {
        if (
            !NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            || !NativeLibrary.TryGetExport(library, "sqlite3_threadsafe", out var threadSafe)
            || !NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var used)
        )
            return false;
        return Marshal.GetDelegateForFunctionPointer<Number>(version)() >= LeastVersion
            && Marshal.GetDelegateForFunctionPointer<Number>(threadSafe)() != 0
            && Marshal.GetDelegateForFunctionPointer<Option>(used)("ENABLE_FTS5") != 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Number();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Option([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
