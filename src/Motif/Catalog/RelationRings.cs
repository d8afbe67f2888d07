namespace Motif.Catalog;

/// <summary>
/// Rings of one directed relation. All elementary rings can be exponentially many, so what is reported is a shortest ring
/// through every pattern that stands on one: Tarjan's strongly connected components (SIAM J. Comput. 1(2), 1972) say which
/// patterns do, a breadth-first search finds its ring. O(V·(V + E)) over the component.
/// </summary>
internal static class RelationRings
{
    private static readonly RelationshipType[] Directed =
    [
        RelationshipType.Uses,
        RelationshipType.Extends,
        RelationshipType.ComposedOf,
    ];

    /// <summary>Distinct rings, each as the ids in order from its smallest; shorter first, then by ids.</summary>
    public static IReadOnlyList<IReadOnlyList<Guid>> Of(IReadOnlyList<Relationship> edges)
    {
        var rings = new SortedDictionary<string, IReadOnlyList<Guid>>(StringComparer.Ordinal);
        foreach (var type in Directed)
        {
            var next = Adjacency(edges, type);
            foreach (var component in Components(next))
                AddRings(component, next, rings);
        }
        return [.. rings.Values.OrderBy(r => r.Count)];
    }

    private static SortedDictionary<Guid, SortedSet<Guid>> Adjacency(
        IReadOnlyList<Relationship> edges,
        RelationshipType type
    )
    {
        var next = new SortedDictionary<Guid, SortedSet<Guid>>();
        foreach (var edge in edges)
        {
            if (edge.Type != type || edge.TargetId is not { } target)
                continue;
            if (!next.TryGetValue(edge.SourceId, out var targets))
                next[edge.SourceId] = targets = [];
            targets.Add(target);
        }
        return next;
    }

    private static void AddRings(
        HashSet<Guid> component,
        SortedDictionary<Guid, SortedSet<Guid>> next,
        SortedDictionary<string, IReadOnlyList<Guid>> rings
    )
    {
        var covered = new HashSet<Guid>();
        foreach (var start in component.Order())
        {
            if (covered.Contains(start))
                continue;
            var ring = FromSmallest(ShortestRing(start, component, next));
            covered.UnionWith(ring);
            rings.TryAdd(string.Join(' ', ring), ring);
        }
    }

    private static List<Guid> ShortestRing(
        Guid start,
        HashSet<Guid> component,
        SortedDictionary<Guid, SortedSet<Guid>> next
    )
    {
        var cameFrom = new Dictionary<Guid, Guid>();
        var queue = new Queue<Guid>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var target in next[node].Where(component.Contains))
            {
                if (target == start)
                    return Path(start, node, cameFrom);
                if (cameFrom.TryAdd(target, node))
                    queue.Enqueue(target);
            }
        }
        throw new InvalidOperationException($"{start} stands on no ring of its component");
    }

    private static List<Guid> Path(Guid start, Guid end, Dictionary<Guid, Guid> cameFrom)
    {
        var path = new List<Guid> { end };
        while (path[^1] != start)
            path.Add(cameFrom[path[^1]]);
        path.Reverse();
        return path;
    }

    private static Guid[] FromSmallest(List<Guid> ring)
    {
        var at = ring.IndexOf(ring.Min());
        return [.. ring[at..], .. ring[..at]];
    }

    /// <summary>The components of more than one node, found without recursion: a chain may be thousands long.</summary>
    private static List<HashSet<Guid>> Components(SortedDictionary<Guid, SortedSet<Guid>> next)
    {
        var search = new ComponentSearch(next);
        foreach (var node in next.Keys)
            search.From(node);
        return search.Found;
    }

    private sealed class ComponentSearch(SortedDictionary<Guid, SortedSet<Guid>> next)
    {
        private readonly Dictionary<Guid, (int Index, int Low)> _seen = [];
        private readonly Stack<Guid> _open = new();
        private readonly HashSet<Guid> _isOpen = [];
        private readonly Stack<(Guid Node, IEnumerator<Guid> Targets)> _path = new();

        public List<HashSet<Guid>> Found { get; } = [];

        public void From(Guid root)
        {
            if (_seen.ContainsKey(root))
                return;
            Enter(root);
            while (_path.TryPeek(out var at))
            {
                if (at.Targets.MoveNext())
                    Follow(at.Node, at.Targets.Current);
                else
                    Leave();
            }
        }

        private void Enter(Guid node)
        {
            _seen[node] = (_seen.Count, _seen.Count);
            _open.Push(node);
            _isOpen.Add(node);
            var targets = next.TryGetValue(node, out var set) ? set : [];
            _path.Push((node, targets.GetEnumerator()));
        }

        private void Follow(Guid node, Guid target)
        {
            if (!_seen.TryGetValue(target, out var seen))
                Enter(target);
            else if (_isOpen.Contains(target))
                Lower(node, seen.Index);
        }

        private void Leave()
        {
            var (node, _) = _path.Pop();
            var (index, low) = _seen[node];
            if (_path.TryPeek(out var parent))
                Lower(parent.Node, low);
            if (low == index)
                Close(node);
        }

        private void Close(Guid node)
        {
            var component = new HashSet<Guid>();
            Guid member;
            do
            {
                member = _open.Pop();
                _isOpen.Remove(member);
                component.Add(member);
            } while (member != node);
            if (component.Count > 1)
                Found.Add(component);
        }

        private void Lower(Guid node, int low)
        {
            var (index, current) = _seen[node];
            _seen[node] = (index, Math.Min(current, low));
        }
    }
}
