using System.Collections.Frozen;

namespace Motif.Code.Rules.Shapes;

/// <summary>
/// Methods that the objects of every standard library have: texts, collections, files, sockets, locks, threads. Where nothing else is
/// known of an object, a call of one of these says nothing about which class of the project it is.
/// </summary>
internal static class LibraryMethods
{
    private static readonly FrozenSet<string> Names = (
        "append extend insert remove pop clear index count copy get items keys values update setdefault add discard "
        + "union join split strip lstrip rstrip replace format encode decode lower upper startswith endswith find "
        + "read readline readlines write writelines close flush seek tell fileno isatty truncate detach getvalue "
        + "send sendall sendto recv recvfrom connect bind listen accept shutdown settimeout "
        + "acquire release locked wait notify notify_all set is_set start put result cancel done next throw "
        + "Add Remove Clear Contains ContainsKey TryGetValue TryAdd Insert Get Set Count ToString Equals GetHashCode CompareTo Trim "
        + "Split Replace Read ReadLine Write WriteLine Close Flush Dispose Seek Send Receive Wait Start Join Cancel Next"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string method) => Names.Contains(method);
}
