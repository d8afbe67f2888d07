namespace Motif.Code.CSharp;

/// <summary>A type as far as one file tells: its dotted name where known, else the name as written.</summary>
/// <param name="Name">Without type arguments and without <c>?</c>; arrays end in <c>[]</c>.</param>
internal sealed record TypeName(string Name, IReadOnlyList<TypeName> Arguments)
{
    private static readonly HashSet<string> Collections = new(
        [
            "List",
            "IList",
            "IReadOnlyList",
            "ICollection",
            "IReadOnlyCollection",
            "IEnumerable",
            "IAsyncEnumerable",
            "HashSet",
            "ISet",
            "IReadOnlySet",
            "SortedSet",
            "FrozenSet",
            "Queue",
            "Stack",
            "LinkedList",
            "PriorityQueue",
            "Collection",
            "ObservableCollection",
            "ReadOnlyCollection",
            "ImmutableArray",
            "ImmutableList",
            "ImmutableHashSet",
            "ConcurrentBag",
            "ConcurrentQueue",
            "ConcurrentStack",
            "BlockingCollection",
            "Dictionary",
            "IDictionary",
            "IReadOnlyDictionary",
            "SortedDictionary",
            "SortedList",
            "OrderedDictionary",
            "ConcurrentDictionary",
            "FrozenDictionary",
            "ImmutableDictionary",
        ],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Awaitables = new(
        ["System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "Task", "ValueTask"],
        StringComparer.Ordinal
    );

    public TypeName(string name)
        : this(name, []) { }

    /// <summary>The last part of the dotted name.</summary>
    public string SimpleName => Name[(Name.LastIndexOf('.') + 1)..];

    public bool IsArray => Name.EndsWith("[]", StringComparison.Ordinal);

    public bool IsCollection => IsArray || Collections.Contains(SimpleName);

    /// <summary>What a collection holds (the values of a mapping); null for other types or where unknown.</summary>
    public TypeName? Element => IsCollection && Arguments.Count > 0 ? Arguments[^1] : null;

    /// <summary>What <c>foreach</c> gives; a mapping gives pairs, which are no type of ours.</summary>
    public TypeName? Iterated => IsCollection && Arguments.Count == 1 ? Arguments[0] : null;

    /// <summary>What <c>await</c> gives.</summary>
    public TypeName? Awaited =>
        Awaitables.Contains(Name) && Arguments.Count == 1 ? Arguments[0] : null;
}
