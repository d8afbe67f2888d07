namespace Motif.Code;

/// <summary>A view of one node of <see cref="CodeFacts"/>; costs nothing to make.</summary>
public readonly struct FactNode(CodeFacts facts, int index) : IEquatable<FactNode>
{
    public CodeFacts Facts { get; } = facts;

    public int Index { get; } = index;

    public FactKind Kind => Facts.Kinds[Index];

    public FactRole Role => Facts.Roles[Index];

    public FactFlags Flags => Facts.Flags[Index];

    /// <summary>Nodes of the subtree, itself included.</summary>
    public int Size => Facts.Sizes[Index];

    /// <summary>The name in the sense of its kind; null where it has none.</summary>
    public string? Name => Text(Facts.Names[Index]);

    /// <summary>
    /// The dotted name it stands for: through imports (<c>asyncio.sleep</c>), through local definitions
    /// (<c>package.module.Class.method</c>), through the type of the object (<c>Class.method</c> for <c>self.method</c>), or a
    /// builtin (<c>builtins.len</c>). Null where unknown.
    /// </summary>
    public string? Resolved => Text(Facts.Resolved[Index]);

    public int StartLine => Facts.LineOf(Facts.Starts[Index]);

    public int EndLine => Facts.LineOf(Math.Max(Facts.Starts[Index], Facts.Ends[Index] - 1));

    /// <summary>The index behind the last descendant.</summary>
    public int End => Index + Size;

    public bool HasParent => Facts.Parents[Index] >= 0;

    public FactNode Parent => new(Facts, Facts.Parents[Index]);

    public static bool operator ==(FactNode left, FactNode right) => left.Equals(right);

    public static bool operator !=(FactNode left, FactNode right) => !left.Equals(right);

    public bool Is(FactFlags flags) => (Flags & flags) == flags;

    /// <summary>The direct children in source order; allocation-free.</summary>
    public ChildEnumerable Children() => new(Facts, Index);

    /// <summary>The first child in that role.</summary>
    public bool TryChild(FactRole role, out FactNode child)
    {
        foreach (var candidate in Children())
        {
            if (candidate.Role != role)
                continue;
            child = candidate;
            return true;
        }
        child = default;
        return false;
    }

    /// <summary>The nearest ancestor of that kind.</summary>
    public bool TryAncestor(FactKind kind, out FactNode ancestor)
    {
        for (var i = Facts.Parents[Index]; i >= 0; i = Facts.Parents[i])
        {
            if (Facts.Kinds[i] != kind)
                continue;
            ancestor = new FactNode(Facts, i);
            return true;
        }
        ancestor = default;
        return false;
    }

    public bool Equals(FactNode other) =>
        ReferenceEquals(Facts, other.Facts) && Index == other.Index;

    public override bool Equals(object? obj) => obj is FactNode other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Facts, Index);

    private string? Text(int index) => index < 0 ? null : Facts.Strings[index];

    /// <summary>The direct children of a node, for <c>foreach</c>.</summary>
    public readonly struct ChildEnumerable(CodeFacts facts, int parent)
    {
        public Enumerator GetEnumerator() => new(facts, parent);

        public struct Enumerator(CodeFacts facts, int parent)
        {
            private readonly int _end = parent + facts.Sizes[parent];
            private int _next = parent + 1;
            private int _current = -1;

            public readonly FactNode Current => new(facts, _current);

            public bool MoveNext()
            {
                if (_next >= _end)
                    return false;
                _current = _next;
                _next += facts.Sizes[_next];
                return true;
            }
        }
    }
}
