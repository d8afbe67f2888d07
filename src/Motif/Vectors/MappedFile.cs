using System.IO.MemoryMappedFiles;

namespace Motif.Vectors;

/// <summary>
/// A file mapped for reading. Like <see cref="NativeBlock"/> it lives as long as somebody can reach it. A
/// snapshot is replaced by renaming, so a mapped one keeps its bytes.
/// </summary>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public MappedFile(string path)
    {
        using var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete
        );
        Length = stream.Length;
        _file = MemoryMappedFile.CreateFromFile(
            stream,
            mapName: null,
            capacity: 0,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: false
        );
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Pointer = pointer + _view.PointerOffset;
    }

#pragma warning disable MA0055 // As in NativeBlock: nobody else knows when the last reader has gone.
    ~MappedFile()
#pragma warning restore MA0055
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    public byte* Pointer { get; }

    public long Length { get; }
}
