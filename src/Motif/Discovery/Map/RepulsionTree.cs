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
    private const int Digits = 15;

    /// <summary>A group is met as one point where its side is less than this share of its distance.</summary>
    private const float Opening = 0.8f;

    private readonly List<Node> _nodes = [];
    private readonly List<int> _leaves = [];
    private readonly int[] _order;
    private readonly uint[] _codes;
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

    public RepulsionTree(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        (_order, _codes) = AlongCurve(x, y);
        _x = new float[x.Length];
        _y = new float[x.Length];
        for (var i = 0; i < _order.Length; i++)
            (_x[i], _y[i]) = (x[_order[i]], y[_order[i]]);
        if (x.Length > 0)
            Grow(0, x.Length, Digits - 1);
    }

    /// <param name="pushX">Σ w²(yᵢ − yⱼ) of each point.</param>
    /// <param name="pushY">The same, across.</param>
    /// <returns>Σᵢ Σⱼ w over pairs of different points.</returns>
    public double Push(float[] pushX, float[] pushY, int threads)
    {
        var nearness = new float[_x.Length];
        Parallel.For(
            0,
            _leaves.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new Met(),
            (leaf, _, met) =>
            {
                PushLeaf(_nodes[_leaves[leaf]], met, nearness, pushX, pushY);
                return met;
            },
            _ => { }
        );
        var sum = 0.0;
        foreach (var near in nearness)
            sum += near;
        return sum;
    }

    /// <summary>Points in the order of a curve that fills the plane (Morton), which is the order of the tree's leaves.</summary>
    private static (int[] Order, uint[] Codes) AlongCurve(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> y
    )
    {
        var keyed = new ulong[x.Length];
        if (x.Length == 0)
            return ([], []);
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
        for (var i = 0; i < keyed.Length; i++)
        {
            var code =
                Spaced((uint)((x[i] - left) * scale)) | (Spaced((uint)((y[i] - top) * scale)) << 1);
            keyed[i] = ((ulong)code << 32) | (uint)i;
        }
        Array.Sort(keyed);
        return (
            Array.ConvertAll(keyed, k => (int)(uint)k),
            Array.ConvertAll(keyed, k => (uint)(k >> 32))
        );
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
    private void Grow(int start, int end, int digit)
    {
        var at = _nodes.Count;
        _nodes.Add(default);
        if (end - start <= LeafPoints || digit < 0)
        {
            _leaves.Add(at);
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
            Grow(from, to, digit - 1);
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

    private void PushLeaf(Node leaf, Met met, float[] nearness, float[] pushX, float[] pushY)
    {
        met.Clear();
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        for (var at = 0; at < nodes.Length; )
        {
            ref readonly var node = ref nodes[at];
            if (IsFar(node, leaf))
                met.Add(node.X, node.Y, node.Count);
            else if (node.Next != at + 1)
            {
                at++;
                continue;
            }
            else
                for (var i = node.Start; i < node.End; i++)
                    met.Add(_x[i], _y[i], 1);
            at = node.Next;
        }
        met.Fill();
        for (var i = leaf.Start; i < leaf.End; i++)
            (pushX[_order[i]], pushY[_order[i]], nearness[i]) = met.Push(_x[i], _y[i]);
    }

    private static bool IsFar(in Node node, in Node leaf)
    {
        var dx = Math.Max(0, Math.Max(leaf.Left - node.X, node.X - leaf.Right));
        var dy = Math.Max(0, Math.Max(leaf.Top - node.Y, node.Y - leaf.Bottom));
        var side = node.Side;
        return side * side < Opening * Opening * ((dx * dx) + (dy * dy));
    }

    /// <summary>What the points of a leaf meet.</summary>
    private sealed class Met
    {
        private const int Lanes = 8;
        private float[] _x = new float[512];
        private float[] _y = new float[512];
        private float[] _weight = new float[512];
        private int _count;

        public void Clear() => _count = 0;

        public void Add(float x, float y, int points)
        {
            if (_count + Lanes >= _x.Length)
            {
                Array.Resize(ref _x, 2 * _x.Length);
                Array.Resize(ref _y, 2 * _y.Length);
                Array.Resize(ref _weight, 2 * _weight.Length);
            }
            (_x[_count], _y[_count], _weight[_count]) = (x, y, points);
            _count++;
        }

        /// <summary>Weightless points up to a whole number of lanes.</summary>
        public void Fill()
        {
            while (_count % Lanes != 0)
                Add(0, 0, 0);
        }

        public (float X, float Y, float Nearness) Push(float x, float y)
        {
            var (pushX, pushY, nearness) = (
                Vector256<float>.Zero,
                Vector256<float>.Zero,
                Vector256<float>.Zero
            );
            var (atX, atY) = (Vector256.Create(x), Vector256.Create(y));
            for (var i = 0; i < _count; i += Lanes)
            {
                var dx = atX - Vector256.LoadUnsafe(ref _x[i]);
                var dy = atY - Vector256.LoadUnsafe(ref _y[i]);
                var near = Vector256<float>.One / (Vector256<float>.One + (dx * dx) + (dy * dy));
                var weighed = near * Vector256.LoadUnsafe(ref _weight[i]);
                nearness += weighed;
                var force = weighed * near;
                pushX += force * dx;
                pushY += force * dy;
            }
            // Itself was met too, at no distance.
            return (Vector256.Sum(pushX), Vector256.Sum(pushY), Vector256.Sum(nearness) - 1);
        }
    }
}
