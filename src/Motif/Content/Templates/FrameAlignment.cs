namespace Motif.Content.Templates;

/// <summary>The weighted longest common subsequence of two templates.</summary>
internal static class FrameAlignment
{
    /// <summary>The weight of what two frames have in common, in the same order.</summary>
    public static double Weight(ReadOnlySpan<FrameToken> left, ReadOnlySpan<FrameToken> right)
    {
        Span<double> before =
            right.Length < 256 ? stackalloc double[right.Length + 1] : new double[right.Length + 1];
        before.Clear();
        foreach (var token in left)
        {
            var diagonal = 0.0;
            for (var j = 0; j < right.Length; j++)
            {
                var above = before[j + 1];
                before[j + 1] = string.Equals(token.Text, right[j].Text, StringComparison.Ordinal)
                    ? diagonal + token.Weight
                    : Math.Max(above, before[j]);
                diagonal = above;
            }
        }
        return before[right.Length];
    }

    /// <summary>What two templates have in common, a slot where they differ.</summary>
    public static List<FrameToken> Common(
        IReadOnlyList<FrameToken> left,
        IReadOnlyList<FrameToken> right
    ) => Compare(left, right).Common;

    /// <summary>
    /// What two templates have in common, and whether one word between them decides: where one says "always" the other says
    /// "never", or only one of them says "not".
    /// </summary>
    public static (List<FrameToken> Common, bool IsDecided) Compare(
        IReadOnlyList<FrameToken> left,
        IReadOnlyList<FrameToken> right
    )
    {
        var table = Table(left, right);
        var result = new List<FrameToken>();
        var gap = new Gap();
        int i = 0,
            j = 0;
        while (i < left.Count || j < right.Count)
        {
            var isSame = i < left.Count && j < right.Count && left[i].Text == right[j].Text;
            if (isSame && left[i].IsFrame)
            {
                gap.Close();
                result.Add(left[i]);
            }
            else
            {
                AddSlot(result, isSame ? left[i].Text : FrameToken.AnySlot);
            }
            if (isSame)
                (i, j) = (i + 1, j + 1);
            else if (j >= right.Count || (i < left.Count && table[i + 1, j] >= table[i, j + 1]))
                gap.Left(left[i++]);
            else
                gap.Right(right[j++]);
        }
        gap.Close();
        return (result, gap.IsDecided);
    }

    private static void AddSlot(List<FrameToken> result, string slot)
    {
        if (result.Count > 0 && !result[^1].IsFrame)
            result[^1] = FrameToken.Slot(FrameToken.AnySlot);
        else
            result.Add(FrameToken.Slot(slot));
    }

    /// <summary>The weight in common of what follows each pair of places.</summary>
    private static double[,] Table(IReadOnlyList<FrameToken> left, IReadOnlyList<FrameToken> right)
    {
        var table = new double[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        for (var j = right.Count - 1; j >= 0; j--)
            table[i, j] =
                left[i].Text == right[j].Text
                    ? table[i + 1, j + 1] + left[i].Weight
                    : Math.Max(table[i + 1, j], table[i, j + 1]);
        return table;
    }

    /// <summary>What stands on both sides between two words in common.</summary>
    private struct Gap
    {
        private FrameToken _left;
        private FrameToken _right;
        private int _lefts;
        private int _rights;

        public bool IsDecided { get; private set; }

        public void Left(FrameToken token) => (_left, _lefts) = (token, _lefts + 1);

        public void Right(FrameToken token) => (_right, _rights) = (token, _rights + 1);

        public void Close()
        {
            IsDecided |= (_lefts, _rights) switch
            {
                (1, 1) => FrameWords.IsDeciding(_left.Text) && FrameWords.IsDeciding(_right.Text),
                (1, 0) => FrameWords.IsNegation(_left.Text),
                (0, 1) => FrameWords.IsNegation(_right.Text),
                _ => false,
            };
            (_lefts, _rights) = (0, 0);
        }
    }
}
