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
    public float* ListMaxima { get; private set; }
    public int* ListIds { get; private set; }

    /// <summary>What <see cref="SignTable.Build"/> fills: four bytes a dimension.</summary>
    public byte* SignTable { get; private set; }

    /// <summary>Thirty-two numbers.</summary>
    public ushort* SignSums { get; private set; }

    /// <summary>Places of the rows that their signs do not rule out.</summary>
    public int* Survivors { get; private set; }
    public float* CandidateScores { get; private set; }
    public int* CandidateIds { get; private set; }
    public float* BestScores { get; private set; }
    public int* BestIds { get; private set; }

    /// <summary>Grows to what a search needs: bytes of a row, lists, candidates.</summary>
    public void Ensure(int stride, int lists, int candidates)
    {
        if (stride <= _stride && lists + 63 < _lists && candidates <= _candidates)
            return;
        _stride = Math.Max(stride, _stride);
        // A tournament rounds the scores up to whole blocks.
        _lists = Math.Max((lists + 127) & ~63, _lists);
        _candidates = Math.Max((candidates + 63) & ~63, _candidates);
        Allocate();
    }

    private void Allocate()
    {
        var maxima = ScoreTournament.Maxima(_lists);
        const int Sums = SignCode.BlockRows * sizeof(ushort);
        var floats = 2L * _stride + 2L * ScanRows + 2L * _lists + maxima + 4L * _candidates;
        _block = new NativeBlock(
            _stride + SignCode.ColumnsBytes(_stride) + Sums + floats * sizeof(float)
        );
        Code = _block.Pointer;
        SignTable = Code + _stride;
        SignSums = (ushort*)(SignTable + SignCode.ColumnsBytes(_stride));
        Query = (float*)(SignSums + SignCode.BlockRows);
        Rotated = Query + _stride;
        Scores = Rotated + _stride;
        Survivors = (int*)(Scores + ScanRows);
        ListScores = (float*)(Survivors + ScanRows);
        ListMaxima = ListScores + _lists;
        ListIds = (int*)(ListMaxima + maxima);
        CandidateScores = (float*)(ListIds + _lists);
        CandidateIds = (int*)(CandidateScores + _candidates);
        BestScores = (float*)(CandidateIds + _candidates);
        BestIds = (int*)(BestScores + _candidates);
    }

    public void KeepAlive() => GC.KeepAlive(_block);
}
