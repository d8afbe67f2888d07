namespace Motif.Vectors;

/// <summary>
/// A thread's working memory for searching, kept between searches so that one allocates nothing.
/// </summary>
internal sealed unsafe class SearchMemory
{
    /// <summary>Rows scored before their scores are looked at; they stay in the first-level cache.</summary>
    public const int ScanRows = 512;

    [ThreadStatic]
    private static SearchMemory? _ofThread;

    private NativeBlock? _block;
    private int _stride;
    private int _lists;
    private int _candidates;

    public static SearchMemory OfThread => _ofThread ??= new SearchMemory();

    /// <summary>The query as the rerank takes it: unit length under cosine.</summary>
    public float* Query { get; private set; }
    public float* Rotated { get; private set; }
    public byte* Code { get; private set; }
    public float* Scores { get; private set; }
    public float* ListScores { get; private set; }
    public int* ListIds { get; private set; }
    public float* CandidateScores { get; private set; }
    public int* CandidateIds { get; private set; }
    public float* BestScores { get; private set; }
    public int* BestIds { get; private set; }

    /// <summary>Grows to what a search needs: bytes of a row, lists, candidates.</summary>
    public void Ensure(int stride, int lists, int candidates)
    {
        if (stride <= _stride && lists <= _lists && candidates <= _candidates)
            return;
        _stride = Math.Max(stride, _stride);
        _lists = Math.Max((lists + 63) & ~63, _lists);
        _candidates = Math.Max((candidates + 63) & ~63, _candidates);
        Allocate();
    }

    private void Allocate()
    {
        var floats = 2L * _stride + ScanRows + 2L * _lists + 4L * _candidates;
        _block = new NativeBlock(_stride + floats * sizeof(float));
        Code = _block.Pointer;
        Query = (float*)(Code + _stride);
        Rotated = Query + _stride;
        Scores = Rotated + _stride;
        ListScores = Scores + ScanRows;
        ListIds = (int*)(ListScores + _lists);
        CandidateScores = (float*)(ListIds + _lists);
        CandidateIds = (int*)(CandidateScores + _candidates);
        BestScores = (float*)(CandidateIds + _candidates);
        BestIds = (int*)(BestScores + _candidates);
    }

    public void KeepAlive() => GC.KeepAlive(_block);
}
