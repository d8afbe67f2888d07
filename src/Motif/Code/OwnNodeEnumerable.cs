namespace Motif.Code;

/// <summary>
/// The nodes of a unit's own text in source order, without an allocation: a nested function or class appears as one node,
/// what stands inside it does not.
/// </summary>
internal readonly struct OwnNodeEnumerable(CodeFacts facts, int root)
{
    public Enumerator GetEnumerator() => new(facts, root);

    public struct Enumerator(CodeFacts facts, int root)
    {
        private readonly int _end = root + facts.Sizes[root];
        private int _next = root + 1;
        private int _current = -1;

        public readonly FactNode Current => new(facts, _current);

        public bool MoveNext()
        {
            if (_next >= _end)
                return false;
            _current = _next;
            _next += facts.Kinds[_current] is FactKind.Function or FactKind.Class
                ? facts.Sizes[_current]
                : 1;
            return true;
        }
    }
}
