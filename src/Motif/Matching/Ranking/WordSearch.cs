using System.Runtime.CompilerServices;

namespace Motif.Matching.Ranking;

/// <summary>
/// The documents with the largest BM25F without scoring all that share a word: MaxScore (Turtle and Flood, "Query evaluation:
/// strategies and optimizations", IPM 1995), document at a time, with the bounds of blocks of postings (Ding and Suel, "Faster
/// top-k document retrieval using block-max indexes", SIGIR 2011) where one term alone can still bring a document in.
/// </summary>
internal sealed class WordSearch(InvertedIndex index)
{
    /// <summary>So few documents are scored one by one by their own terms.</summary>
    private const int FewDocuments = 2000;

    /// <summary>Sums of floats in another order differ by less; no bound may fall below a score for that.</summary>
    private const float Slack = 1 + 1e-4f;

    private const int End = int.MaxValue;

    /// <summary>The best documents that pass, in the order of their slots; at most <paramref name="wanted"/>.</summary>
    /// <param name="ids">By which equal scores are ordered.</param>
    public int[] Top(
        Bm25Query query,
        SlotSet passing,
        int count,
        int wanted,
        IReadOnlyList<string> ids
    )
    {
        if (query.Terms.Length == 0 || count == 0)
            return [];
        var top = new TopRanks(Math.Min(wanted, count), ids);
        if (count <= FewDocuments)
            ScoreAll(query, passing, top);
        else
            Walk(query, passing, top);
        var slots = top.Take();
        Array.Sort(slots);
        return slots;
    }

    private void ScoreAll(Bm25Query query, SlotSet passing, TopRanks top)
    {
        foreach (var slot in passing)
        {
            var score = query.Score(index.Document(slot), index.Lengths[slot]);
            if (score > 0)
                top.Offer(slot, score);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(Bm25Query query, SlotSet passing, TopRanks top)
    {
        var cursors = Cursors(query, out var bounds);
        var lengths = index.Lengths;
        // Terms below this one together bring no document in any more.
        var essential = 0;
        while (essential < cursors.Length)
        {
            if (essential == cursors.Length - 1)
                cursors[essential]
                    .SkipBlocks(
                        query,
                        essential > 0 ? bounds[essential - 1] : 0,
                        top.Least / Slack
                    );
            var slot = Nearest(cursors, essential);
            if (slot == End)
                return;
            if (!passing.Contains(slot))
            {
                Pass(cursors, essential, slot);
                continue;
            }
            var norm = query.Constant + (query.Slope * lengths[slot]);
            var score = 0f;
            for (var i = essential; i < cursors.Length; i++)
                score += cursors[i].Take(slot, norm);
            var least = top.Least / Slack;
            for (var i = essential - 1; i >= 0 && score + bounds[i] >= least; i--)
            {
                cursors[i].Seek(slot);
                score += cursors[i].Take(slot, norm);
            }
            top.Offer(slot, score);
            while (essential < cursors.Length && bounds[essential] < top.Least / Slack)
                essential++;
        }
    }

    /// <summary>Those that can give least first, and what the first ones can give together.</summary>
    private Cursor[] Cursors(Bm25Query query, out float[] bounds)
    {
        var cursors = new Cursor[query.Terms.Length];
        for (var i = 0; i < cursors.Length; i++)
        {
            var postings = index.Postings(query.Terms[i]);
            cursors[i] = new Cursor(postings, i, query.Factors[i], query.Bound(i, postings.Most));
        }
        Array.Sort(cursors, static (left, right) => left.Most.CompareTo(right.Most));
        bounds = new float[cursors.Length];
        var sum = 0f;
        for (var i = 0; i < bounds.Length; i++)
            bounds[i] = sum += cursors[i].Most;
        return cursors;
    }

    private static int Nearest(Cursor[] cursors, int essential)
    {
        var slot = End;
        for (var i = essential; i < cursors.Length; i++)
            slot = Math.Min(slot, cursors[i].Slot);
        return slot;
    }

    private static void Pass(Cursor[] cursors, int essential, int slot)
    {
        for (var i = essential; i < cursors.Length; i++)
        {
            if (cursors[i].Slot == slot)
                cursors[i].Next();
        }
    }

    /// <summary>A place in the postings of one term.</summary>
    private struct Cursor(PostingList postings, int place, float factor, float most)
    {
        private int _at;

        public readonly float Most => most;

        /// <summary>The document it stands at.</summary>
        public int Slot { get; private set; } = postings.Slots.Length > 0 ? postings.Slots[0] : End;

        public void Next() => MoveTo(_at + 1);

        /// <summary>What the term gives the document, if it stands at it; then goes on.</summary>
        public float Take(int slot, float norm)
        {
            if (Slot != slot)
                return 0;
            var weight = postings.Weights[_at];
            Next();
            return factor * weight / (weight + norm);
        }

        /// <summary>Goes on to the document or the next one after it: in growing steps, then by halves.</summary>
        public void Seek(int slot)
        {
            if (Slot >= slot)
                return;
            var slots = postings.Slots;
            var step = 1;
            var low = _at + 1;
            while (low + step < slots.Length && slots[low + step] < slot)
            {
                low += step;
                step *= 2;
            }
            var rest = slots[low..Math.Min(slots.Length, low + step + 1)];
            var found = rest.BinarySearch(slot);
            MoveTo(low + (found < 0 ? ~found : found));
        }

        /// <summary>Leaves out blocks that with all that others can give stay below the least.</summary>
        public void SkipBlocks(Bm25Query query, float others, float least)
        {
            var blocks = postings.Blocks;
            while (
                Slot != End
                && query.Bound(place, blocks[_at / PostingList.BlockSize]) + others < least
            )
                MoveTo(((_at / PostingList.BlockSize) + 1) * PostingList.BlockSize);
        }

        private void MoveTo(int at)
        {
            _at = at;
            Slot = at < postings.Slots.Length ? postings.Slots[at] : End;
        }
    }
}
