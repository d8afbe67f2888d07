using System.Collections.Frozen;

namespace Motif.Code;

/// <summary>The vocabulary of the standard collections of Python, .NET and JavaScript: which call adds, takes away, picks out, copies.</summary>
internal static class CollectionCalls
{
    private static readonly FrozenSet<string> Adding = Set(
        "append add appendleft insert push unshift put put_nowait extend Add Push Enqueue Insert TryAdd AddLast AddFirst AddRange"
    );

    private static readonly FrozenSet<string> Removing = Set(
        "remove discard pop popleft popitem delete shift splice Remove RemoveAt Pop Dequeue TryRemove TryDequeue TryTake TryPop"
    );

    private static readonly FrozenSet<string> Picking = Set(
        "get setdefault pop popleft popitem get_nowait at shift GetValueOrDefault GetOrAdd Pop Dequeue Peek First Last ElementAt FirstOrDefault"
    );

    private static readonly FrozenSet<string> Keeping = Set(
        "copy values items keys entries slice filter concat toSorted toReversed ToList ToArray AsReadOnly Values Reverse Where OfType"
    );

    private static readonly FrozenSet<string> Copying = Set(
        "list tuple set sorted reversed enumerate iter frozenset next zip filter"
    );

    public static bool Adds(string method) => Adding.Contains(method);

    public static bool Removes(string method) => Removing.Contains(method);

    /// <summary>Gives one element of the collection.</summary>
    public static bool TakesElement(string method) => Picking.Contains(method);

    /// <summary>Gives the same elements.</summary>
    public static bool KeepsElements(string method) => Keeping.Contains(method);

    /// <summary>A builtin that gives the elements of its first argument.</summary>
    public static bool CopiesArgument(string function) => Copying.Contains(function);

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
