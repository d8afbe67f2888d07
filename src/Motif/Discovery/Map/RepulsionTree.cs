using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Motif.Discovery.Map;

/// <summary>
/// What every point of the plane suffers from all others: Σⱼ w²(yᵢ − yⱼ) with w = 1/(1 + ‖yᵢ − yⱼ‖²), and Σⱼ w. A group of points
/// far from a few is met as one point at its centre (Barnes and Hut, Nature 324, 1986), and the few of a leaf ask together
/// (Barnes, 1990). Sums have one order: the same points give the same bytes on any number of threads.
/// </summary>
internal sealed class RepulsionTree
{
    private const int LeafPoints = 16;

    /// <summary>The leaves of so many points look through the tree together, and only at what is near them each for itself.</summary>
    private const int GroupPoints = 256;
    private const int Digits = 15;
    private const int RadixBits = 10;

    /// <summary>A group is met as one point where its side is less than this share of its distance.</summary>
    private const float Opening = 0.8f;

    private readonly List<Node> _nodes = [];
    private readonly List<int> _groups = [];
    private readonly int[] _order;
    private readonly uint[] _codes;
    private readonly float[] _nearness;
    private ulong[] _keyed;
    private ulong[] _spare;
    private readonly float[] _x;
    private readonly float[] _y;

    /// <param name="Next">The node behind this one's descendants.</param>
    private record struct Node(
        int Start,
        int End,
        int Next,
        float X,
        float Y,
        float Left,
        float Top,
        float Right,
        float Bottom
    )
    {
        public readonly int Count => End - Start;

        public readonly float Side => Math.Max(Right - Left, Bottom - Top);
    }

    public RepulsionTree(int points)
    {
        _order = new int[points];
        _codes = new uint[points];
        _spare = new ulong[points];
        _keyed = new ulong[points];
        _x = new float[points];
        _y = new float[points];
        _nearness = new float[points];
    }

    /// <summary>Grows over these places; what grew before is forgotten.</summary>
    public void Grow(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        _nodes.Clear();
        _groups.Clear();
        if (x.Length == 0)
            return;
        AlongCurve(x, y);
        for (var i = 0; i < _order.Length; i++)
            (_x[i], _y[i]) = (x[_order[i]], y[_order[i]]);
        Grow(0, x.Length, Digits - 1, isInGroup: false);
    }

    /// <param name="pushX">Σ w²(yᵢ − yⱼ) of each point.</param>
    /// <param name="pushY">The same, across.</param>
    /// <returns>Σᵢ Σⱼ w over pairs of different points.</returns>
    public double Push(float[] pushX, float[] pushY, int threads)
    {
        Parallel.For(
            0,
            _groups.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new Met(),
            (group, _, met) =>
            {
                PushGroup(_groups[group], met, pushX, pushY);
                return met;
            },
            _ => { }
        );
        var sum = 0.0;
        foreach (var near in _nearness)
            sum += near;
        return sum;
    }

    /// <summary>Points in the order of a curve that fills the plane (Morton), which is the order of the tree's leaves.</summary>
    private void AlongCurve(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float left = x[0],
            right = x[0],
            top = y[0],
            bottom = y[0];
        for (var i = 1; i < x.Length; i++)
        {
            (left, right) = (Math.Min(left, x[i]), Math.Max(right, x[i]));
            (top, bottom) = (Math.Min(top, y[i]), Math.Max(bottom, y[i]));
        }
        var scale = ((1 << Digits) - 1) / Math.Max(Math.Max(right - left, bottom - top), 1e-9f);
        for (var i = 0; i < _keyed.Length; i++)
        {
            var code =
                Spaced((uint)((x[i] - left) * scale)) | (Spaced((uint)((y[i] - top) * scale)) << 1);
            _keyed[i] = ((ulong)code << 32) | (uint)i;
        }
        for (var shift = 32; shift < 32 + (2 * Digits); shift += RadixBits)
            Deal(shift);
        for (var i = 0; i < _keyed.Length; i++)
            (_order[i], _codes[i]) = ((int)(uint)_keyed[i], (uint)(_keyed[i] >> 32));
    }

    /// <summary>One pass of a radix sort: equal digits keep their order.</summary>
    private void Deal(int shift)
    {
        Span<int> next = stackalloc int[1 << RadixBits];
        next.Clear();
        const ulong Digit = (1 << RadixBits) - 1;
        foreach (var key in _keyed)
            next[(int)((key >> shift) & Digit)]++;
        var start = 0;
        for (var i = 0; i < next.Length; i++)
            (next[i], start) = (start, start + next[i]);
        foreach (var key in _keyed)
            _spare[next[(int)((key >> shift) & Digit)]++] = key;
        (_keyed, _spare) = (_spare, _keyed);
    }

    /// <summary>The 16 low bits with a gap behind each.</summary>
    private static uint Spaced(uint value)
    {
        value = (value | (value << 8)) & 0x00FF00FF;
        value = (value | (value << 4)) & 0x0F0F0F0F;
        value = (value | (value << 2)) & 0x33333333;
        return (value | (value << 1)) & 0x55555555;
    }

    /// <summary>A node and its descendants behind it; the quarter of a point is the digit of its code.</summary>
    private void Grow(int start, int end, int digit, bool isInGroup)
    {
        var at = _nodes.Count;
        _nodes.Add(default);
        var isLeaf = end - start <= LeafPoints || digit < 0;
        if (!isInGroup && (isLeaf || end - start <= GroupPoints))
        {
            _groups.Add(at);
            isInGroup = true;
        }
        if (isLeaf)
        {
            _nodes[at] = Leaf(start, end) with { Next = at + 1 };
            return;
        }
        double sumX = 0,
            sumY = 0;
        var (left, top, right, bottom) = (
            float.MaxValue,
            float.MaxValue,
            float.MinValue,
            float.MinValue
        );
        for (var from = start; from < end; )
        {
            var to = QuarterEnd(from, end, digit);
            var child = _nodes.Count;
            Grow(from, to, digit - 1, isInGroup);
            var node = _nodes[child];
            sumX += (double)node.X * node.Count;
            sumY += (double)node.Y * node.Count;
            (left, top) = (Math.Min(left, node.Left), Math.Min(top, node.Top));
            (right, bottom) = (Math.Max(right, node.Right), Math.Max(bottom, node.Bottom));
            from = to;
        }
        var count = end - start;
        _nodes[at] = new Node(
            start,
            end,
            _nodes.Count,
            (float)(sumX / count),
            (float)(sumY / count),
            left,
            top,
            right,
            bottom
        );
    }

    private int QuarterEnd(int from, int end, int digit)
    {
        var quarter = _codes[from] >> (2 * digit);
        var (low, high) = (from + 1, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_codes[middle] >> (2 * digit) == quarter)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private Node Leaf(int start, int end)
    {
        double sumX = 0,
            sumY = 0;
        var (left, top, right, bottom) = (_x[start], _y[start], _x[start], _y[start]);
        for (var i = start; i < end; i++)
        {
            sumX += _x[i];
            sumY += _y[i];
            (left, right) = (Math.Min(left, _x[i]), Math.Max(right, _x[i]));
            (top, bottom) = (Math.Min(top, _y[i]), Math.Max(bottom, _y[i]));
        }
        var count = end - start;
        return new Node(
            start,
            end,
            0,
            (float)(sumX / count),
            (float)(sumY / count),
            left,
            top,
            right,
            bottom
        );
    }

    private void PushGroup(int group, Met met, float[] pushX, float[] pushY)
    {
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        met.Clear();
        Gather(nodes, nodes[group], met);
        for (var at = group; at < nodes[group].Next; at++)
        {
            if (nodes[at].Next == at + 1)
                PushLeaf(nodes, nodes[at], met, pushX, pushY);
        }
    }

    /// <summary>What is far from all of the group is met by all; what is near all of it is opened; the rest each leaf looks at.</summary>
    private static void Gather(ReadOnlySpan<Node> nodes, in Node group, Met met)
    {
        for (var at = 0; at < nodes.Length; )
        {
            ref readonly var node = ref nodes[at];
            var reach = node.Side * node.Side;
            if (reach < Opening * Opening * Nearest(node, group))
                met.Add(node.X, node.Y, node.Count);
            else if (node.Next != at + 1 && reach >= Opening * Opening * Farthest(node, group))
            {
                at++;
                continue;
            }
            else
                met.Undecided.Add(at);
            at = node.Next;
        }
        met.Share();
    }

    private void PushLeaf(
        ReadOnlySpan<Node> nodes,
        in Node leaf,
        Met met,
        float[] pushX,
        float[] pushY
    )
    {
        met.BackToShared();
        foreach (var root in met.Undecided)
        {
            var end = nodes[root].Next;
            for (var at = root; at < end; )
            {
                ref readonly var node = ref nodes[at];
                if (node.Side * node.Side < Opening * Opening * Nearest(node, leaf))
                    met.Add(node.X, node.Y, node.Count);
                else if (node.Next != at + 1)
                {
                    at++;
                    continue;
                }
                else
                    met.Add(_x.AsSpan(node.Start, node.Count), _y.AsSpan(node.Start, node.Count));
                at = node.Next;
            }
        }
        met.Fill();
        for (var i = leaf.Start; i < leaf.End; i += 2)
        {
            // The last of an odd number goes with itself.
            var j = Math.Min(i + 1, leaf.End - 1);
            var (one, other) = met.Push(_x[i], _y[i], _x[j], _y[j]);
            (pushX[_order[i]], pushY[_order[i]], _nearness[i]) = one;
            (pushX[_order[j]], pushY[_order[j]], _nearness[j]) = other;
        }
    }

    /// <summary>The square of how far the centre of a node is from the nearest place in another.</summary>
    private static float Nearest(in Node node, in Node from)
    {
        var dx = float.MaxNative(0, float.MaxNative(from.Left - node.X, node.X - from.Right));
        var dy = float.MaxNative(0, float.MaxNative(from.Top - node.Y, node.Y - from.Bottom));
        return (dx * dx) + (dy * dy);
    }

    /// <summary>The same from the farthest place in the other.</summary>
    private static float Farthest(in Node node, in Node from)
    {
        var dx = float.MaxNative(from.Right - node.X, node.X - from.Left);
        var dy = float.MaxNative(from.Bottom - node.Y, node.Y - from.Top);
        return (dx * dx) + (dy * dy);
    }

    /// <summary>What the points of a leaf meet: first what all of its group do.</summary>
    private sealed class Met
    {
        private const int Lanes = 8;
        private float[] _x = new float[512];
        private float[] _y = new float[512];
        private float[] _weight = new float[512];
        private int _count;
        private int _shared;

        /// <summary>Nodes that each leaf has to look at.</summary>
        public List<int> Undecided { get; } = [];

        public void Clear()
        {
            _count = 0;
            Undecided.Clear();
        }

        public void Share() => _shared = _count;

        public void BackToShared() => _count = _shared;

        public void Add(float x, float y, int points)
        {
            Room(1);
            (_x[_count], _y[_count], _weight[_count]) = (x, y, points);
            _count++;
        }

        public void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
        {
            Room(x.Length);
            x.CopyTo(_x.AsSpan(_count));
            y.CopyTo(_y.AsSpan(_count));
            _weight.AsSpan(_count, x.Length).Fill(1);
            _count += x.Length;
        }

        /// <summary>Weightless points up to a whole number of lanes.</summary>
        public void Fill()
        {
            while (_count % Lanes != 0)
                Add(0, 0, 0);
        }

        private void Room(int points)
        {
            if (_count + points <= _x.Length)
                return;
            var length = Math.Max(2 * _x.Length, _count + points);
            Array.Resize(ref _x, length);
            Array.Resize(ref _y, length);
            Array.Resize(ref _weight, length);
        }

        /// <summary>Of two points at once: each lane holds what the one and what the other has summed.</summary>
        public (
            (float X, float Y, float Nearness) One,
            (float X, float Y, float Nearness) Other
        ) Push(float x, float y, float otherX, float otherY)
        {
            var pushX = Vector512<float>.Zero;
            var pushY = Vector512<float>.Zero;
            var nearness = Vector512<float>.Zero;
            var atX = Vector512.Create(Vector256.Create(x), Vector256.Create(otherX));
            var atY = Vector512.Create(Vector256.Create(y), Vector256.Create(otherY));
            for (var i = 0; i < _count; i += Lanes)
            {
                var dx = atX - Both(ref _x[i]);
                var dy = atY - Both(ref _y[i]);
                var far = Vector512.FusedMultiplyAdd(
                    dx,
                    dx,
                    Vector512.FusedMultiplyAdd(dy, dy, Vector512<float>.One)
                );
                var near = Vector512<float>.One / far;
                var weighed = near * Both(ref _weight[i]);
                nearness += weighed;
                var force = weighed * near;
                pushX = Vector512.FusedMultiplyAdd(force, dx, pushX);
                pushY = Vector512.FusedMultiplyAdd(force, dy, pushY);
            }
            // Each was met by itself too, at no distance.
            return (
                (
                    Vector256.Sum(pushX.GetLower()),
                    Vector256.Sum(pushY.GetLower()),
                    Vector256.Sum(nearness.GetLower()) - 1
                ),
                (
                    Vector256.Sum(pushX.GetUpper()),
                    Vector256.Sum(pushY.GetUpper()),
                    Vector256.Sum(nearness.GetUpper()) - 1
                )
            );
        }

        private static Vector512<float> Both(ref float first)
        {
            var lanes = Vector256.LoadUnsafe(ref first);
            return Vector512.Create(lanes, lanes);
        }
    }
}
