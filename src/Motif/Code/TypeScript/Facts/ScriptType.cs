using System.Collections.Frozen;

namespace Motif.Code.TypeScript.Facts;

/// <summary>A type as far as one file tells: its dotted name where known, else the name as written.</summary>
internal sealed record ScriptType(string Name, IReadOnlyList<ScriptType> Arguments)
{
    private static readonly FrozenSet<string> Collections = (
        "Array ReadonlyArray Set ReadonlySet WeakSet Map ReadonlyMap WeakMap Record Iterable Iterator IterableIterator "
        + "AsyncIterable AsyncIterator Generator AsyncGenerator ArrayLike"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public ScriptType(string name)
        : this(name, []) { }

    public bool IsMap => Name is "Map" or "WeakMap" or "ReadonlyMap";

    public bool IsSet => Name is "Set" or "WeakSet" or "ReadonlySet";

    public bool IsCollection => Collections.Contains(Name);

    /// <summary>What a collection holds (the values of a mapping); null where unknown.</summary>
    public ScriptType? Element =>
        IsCollection && Arguments.Count > 0 ? Arguments[IsMapping ? ^1 : 0] : null;

    /// <summary>What <c>for … of</c> gives; a mapping gives pairs.</summary>
    public ScriptType? Iterated => IsMapping ? null : Element;

    /// <summary>What <c>await</c> gives.</summary>
    public ScriptType? Awaited => Name is "Promise" && Arguments.Count == 1 ? Arguments[0] : this;

    private bool IsMapping => IsMap || Name is "Record";
}
