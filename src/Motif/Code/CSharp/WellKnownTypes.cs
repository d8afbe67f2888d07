using System.Collections.Frozen;

namespace Motif.Code.CSharp;

/// <summary>
/// Where the base library's types that matter to rules live, since a file alone does not tell which of its usings a name
/// comes from. A name counts only where the file can see the namespace.
/// </summary>
internal static class WellKnownTypes
{
    private static readonly (string Namespace, string Names)[] Table =
    [
        (
            "System",
            "Action AggregateException Array ArgumentException ArgumentNullException ArgumentOutOfRangeException Attribute "
                + "BitConverter Comparison Console Convert DateTime DateTimeOffset DateOnly Delegate Enum Environment EventArgs "
                + "EventHandler Exception FlagsAttribute FormatException Func GC Guid IAsyncDisposable ICloneable IComparable "
                + "IDisposable IEquatable IFormattable IObservable IObserver IProgress IServiceProvider Index "
                + "InvalidOperationException Lazy Math Memory NotImplementedException NotSupportedException Nullable "
                + "NullReferenceException ObjectDisposedException ObsoleteAttribute OperationCanceledException OverflowException "
                + "Predicate Progress Random Range ReadOnlyMemory ReadOnlySpan SerializableAttribute Span StringComparer "
                + "StringComparison ThreadStaticAttribute TimeOnly TimeProvider TimeSpan TimeoutException Tuple Type "
                + "UnauthorizedAccessException Uri ValueTuple Version WeakReference"
        ),
        (
            "System.Collections.Generic",
            "Comparer Dictionary EqualityComparer HashSet IAsyncEnumerable IAsyncEnumerator ICollection IComparer IDictionary "
                + "IEnumerable IEnumerator IEqualityComparer IList IReadOnlyCollection IReadOnlyDictionary IReadOnlyList ISet "
                + "KeyValuePair LinkedList List OrderedDictionary PriorityQueue Queue SortedDictionary SortedList SortedSet Stack"
        ),
        (
            "System.Collections.Concurrent",
            "BlockingCollection ConcurrentBag ConcurrentDictionary ConcurrentQueue ConcurrentStack"
        ),
        ("System.Collections.Frozen", "FrozenDictionary FrozenSet"),
        (
            "System.Collections.Immutable",
            "ImmutableArray ImmutableDictionary ImmutableHashSet ImmutableList"
        ),
        ("System.Collections.ObjectModel", "Collection ObservableCollection ReadOnlyCollection"),
        ("System.ComponentModel", "INotifyPropertyChanged PropertyChangedEventArgs"),
        ("System.Data", "IDbCommand IDbConnection IDbTransaction"),
        ("System.Data.Common", "DbCommand DbConnection DbDataReader DbTransaction"),
        ("System.Diagnostics", "Activity ActivitySource Debug Process Stopwatch Trace"),
        (
            "System.Diagnostics.CodeAnalysis",
            "ExcludeFromCodeCoverageAttribute SuppressMessageAttribute"
        ),
        ("System.Globalization", "CultureInfo"),
        (
            "System.IO",
            "BinaryReader BinaryWriter Directory DirectoryInfo EndOfStreamException File FileInfo FileNotFoundException "
                + "FileStream IOException MemoryStream Path Stream StreamReader StreamWriter StringReader StringWriter TextReader "
                + "TextWriter"
        ),
        ("System.Linq", "Enumerable IGrouping ILookup IQueryable Queryable"),
        (
            "System.Net.Http",
            "DelegatingHandler HttpClient HttpContent HttpMessageHandler HttpRequestException HttpRequestMessage "
                + "HttpResponseMessage IHttpClientFactory"
        ),
        ("System.Net.Sockets", "NetworkStream Socket SocketException TcpClient TcpListener"),
        ("System.Reflection", "Assembly MethodInfo PropertyInfo"),
        ("System.Runtime.CompilerServices", "ConditionalWeakTable Unsafe"),
        ("System.Security.Cryptography", "RandomNumberGenerator SHA256"),
        ("System.Text", "Encoding Rune StringBuilder"),
        (
            "System.Text.Json",
            "JsonDocument JsonElement JsonException JsonSerializer Utf8JsonReader Utf8JsonWriter"
        ),
        ("System.Text.RegularExpressions", "Match Regex"),
        (
            "System.Threading",
            "AsyncLocal CancellationToken CancellationTokenSource CountdownEvent Interlocked Lock ManualResetEvent "
                + "ManualResetEventSlim Monitor Mutex PeriodicTimer ReaderWriterLockSlim Semaphore SemaphoreSlim Thread ThreadLocal "
                + "ThreadPool Timer Volatile"
        ),
        ("System.Threading.Channels", "BoundedChannelOptions Channel ChannelReader ChannelWriter"),
        ("System.Threading.RateLimiting", "RateLimiter TokenBucketRateLimiter"),
        (
            "System.Threading.Tasks",
            "Parallel Task TaskCanceledException TaskCompletionSource ValueTask"
        ),
        ("System.CommandLine", "Argument Command Option ParseResult RootCommand"),
        ("Microsoft.EntityFrameworkCore", "DbContext DbContextOptions DbSet ModelBuilder"),
        ("Microsoft.Extensions.Caching.Memory", "IMemoryCache MemoryCache"),
        (
            "Microsoft.Extensions.DependencyInjection",
            "IServiceCollection IServiceScopeFactory ServiceCollection ServiceProvider"
        ),
        ("Microsoft.Extensions.Hosting", "BackgroundService IHost IHostedService"),
        ("Microsoft.Extensions.Logging", "ILogger ILoggerFactory"),
        ("Microsoft.Extensions.Options", "IOptions IOptionsMonitor"),
    ];

    private static readonly FrozenDictionary<string, string[]> Namespaces = Table
        .SelectMany(row => row.Names.Split(' ').Select(name => (row.Namespace, Name: name)))
        .GroupBy(pair => pair.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(pair => pair.Namespace).ToArray(),
            StringComparer.Ordinal
        );

    private static readonly FrozenDictionary<string, string> Keywords = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["bool"] = "System.Boolean",
        ["byte"] = "System.Byte",
        ["sbyte"] = "System.SByte",
        ["char"] = "System.Char",
        ["decimal"] = "System.Decimal",
        ["double"] = "System.Double",
        ["float"] = "System.Single",
        ["int"] = "System.Int32",
        ["uint"] = "System.UInt32",
        ["nint"] = "System.IntPtr",
        ["nuint"] = "System.UIntPtr",
        ["long"] = "System.Int64",
        ["ulong"] = "System.UInt64",
        ["object"] = "System.Object",
        ["short"] = "System.Int16",
        ["ushort"] = "System.UInt16",
        ["string"] = "System.String",
        ["void"] = "System.Void",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The full name behind a keyword such as <c>int</c>.</summary>
    public static string OfKeyword(string keyword) => Keywords.GetValueOrDefault(keyword, keyword);

    /// <summary>The full name of a library type, or null where the file does not see it.</summary>
    public static string? Find(string name, Func<string, bool> isVisible)
    {
        if (!Namespaces.TryGetValue(name, out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            if (isVisible(candidate))
                return $"{candidate}.{name}";
        }
        return null;
    }
}
