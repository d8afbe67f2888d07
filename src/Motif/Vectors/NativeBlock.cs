using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>
/// 64-byte aligned memory outside the managed heap. Whoever can still reach the block may read it: readers
/// hold the view they started with, and the finalizer frees the block after the last of them let go. The
/// garbage collector thus does what epochs or reference counts would do, without a lock in the search.
/// </summary>
internal sealed unsafe class NativeBlock
{
    private const int HugePageAdvice = 14;
    private const long HugePageThreshold = 1 << 22;
    private const nuint CacheLine = 64;
    private const nuint PageSize = 4096;

    public NativeBlock(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        // A cache line more than asked for: kernels read whole vectors and prefetch past the end.
        Bytes = bytes + (long)CacheLine;
        var large = Bytes >= HugePageThreshold;
        Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)Bytes, large ? PageSize : CacheLine);
        GC.AddMemoryPressure(Bytes);
        if (large && OperatingSystem.IsLinux())
            _ = Advise(Pointer, (nuint)Bytes, HugePageAdvice);
    }

#pragma warning disable MA0055 // Readers without locks leave nobody who could dispose at the right time.
    ~NativeBlock()
#pragma warning restore MA0055
    {
        NativeMemory.AlignedFree(Pointer);
        GC.RemoveMemoryPressure(Bytes);
    }

    public byte* Pointer { get; }

    public long Bytes { get; }

    public void Clear() => NativeMemory.Clear(Pointer, (nuint)Bytes);

    // Advice only: 100,000 rows span 6,700 small pages, more than a TLB holds. A kernel without huge pages says no.
    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(byte* address, nuint length, int advice);
}
