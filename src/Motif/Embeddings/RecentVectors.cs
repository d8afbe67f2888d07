namespace Motif.Embeddings;

/// <summary>The vectors asked for last, up to a number of them. Thread-safe.</summary>
internal sealed class RecentVectors(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, float[] Vector)>> _byKey = new(
        StringComparer.Ordinal
    );
    private readonly LinkedList<(string Key, float[] Vector)> _newestFirst = [];

    public float[]? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value.Vector;
        }
    }

    public void Add(string key, float[] vector)
    {
        lock (_lock)
        {
            if (_byKey.Remove(key, out var before))
                _newestFirst.Remove(before);
            _byKey[key] = _newestFirst.AddFirst((key, vector));
            if (_byKey.Count <= capacity)
                return;
            _byKey.Remove(_newestFirst.Last!.Value.Key);
            _newestFirst.RemoveLast();
        }
    }
}
