using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Motif.Code.Patterns;
using Motif.Vectors;

namespace Motif.Code.Scanning.Kept;

/// <summary>
/// What the files of one repository said, one record behind the other. A record is found by what it depends on (content, path,
/// language, module), and is believed only where its checksum (CRC-32C) agrees, which covers the key and what reads it too.
/// </summary>
/// <remarks>
/// Records are only added at the end, by one process at a time, which holds a lock that ends with it; others read. A process that
/// dies leaves a part of a record at the end, which the next one that writes cuts off. What no scan asks for any more goes when it
/// is more than half: the rest is copied and renamed over it. Thread-safe.
/// </remarks>
internal sealed class FactsFile : IDisposable
{
    /// <summary>How the name ends of the file that is locked by who writes.</summary>
    public const string Lock = ".lock";

    /// <summary>How the name ends of the file beside it for what rules found.</summary>
    public const string Found = ".matches";

    /// <summary>How the name ends of the file beside it for which structures are alike.</summary>
    public const string Alike = ".copies";

    private const string Unfinished = ".new";

    /// <summary>How the names end of all that may stand for a repository, also of what a process that died left; the file itself has none.</summary>
    public static IReadOnlyList<string> Endings { get; } =
    ["", Found, Alike, Unfinished, Found + Unfinished, Alike + Unfinished, Lock];

    private const int RecordHeadBytes = sizeof(int) + sizeof(uint) + 16;

    /// <summary>Less is not worth a copy.</summary>
    private const long SparedBytes = 1 << 20;

    private static readonly byte[] Magic = "motif facts of source files\n"u8.ToArray();

    private readonly string _path;
    private readonly byte[] _head;
    private readonly uint _seed;
    private readonly long _maxBytes;
    private readonly Action<string> _tell;
    private readonly System.Threading.Lock _writing = new();
    private readonly ConcurrentDictionary<UInt128, Place> _places = new();
    private readonly ConcurrentDictionary<UInt128, Place> _used = new();
    private FileStream? _lock;
    private SafeFileHandle? _file;
    private long _end;

    private readonly record struct Place(long Offset, int Bytes);

    /// <param name="reader">What reads the files, as 32 bytes: what another one read is not taken.</param>
    /// <param name="tell">Takes why nothing can be kept.</param>
    public FactsFile(string path, byte[] reader, long maxBytes, Action<string> tell)
    {
        (_path, _maxBytes, _tell) = (path, maxBytes, tell);
        _head = [.. Magic, .. reader];
        _seed = Checksum.Continue(uint.MaxValue, _head);
        try
        {
            Open();
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            Close(exception);
        }
    }

    public static bool IsTrouble(Exception exception) =>
        exception is IOException or UnauthorizedAccessException;

    /// <summary>What is thrown where bytes are none of what they should be.</summary>
    public static bool IsNoRecord(Exception exception) =>
        exception
            is ArgumentException
                or InvalidDataException
                or IndexOutOfRangeException
                or OverflowException;

    /// <summary>The file as it was read when it was the same; null where that is not known.</summary>
    /// <param name="again">Reads the file itself, where what is kept turns out to be nothing when it is looked into; null where nobody can.</param>
    public ReadFile? Find(
        FoundFile file,
        string module,
        string hash,
        Func<CodeFacts?>? again = null
    )
    {
        var key = KeyOf(file, module, hash);
        if (_file is null || !_places.TryGetValue(key, out var place))
            return null;
        // It stays: most of it is decoded where somebody looks into the file.
        var record = GC.AllocateUninitializedArray<byte>(place.Bytes);
        try
        {
            if (!TryRead(place, record) || !IsWhole(record, key))
                return null;
            var found = FactsEncoding.Decode(
                record.AsMemory(RecordHeadBytes),
                file,
                module,
                hash,
                again
            );
            _used[key] = place;
            return found;
        }
        catch (Exception exception) when (IsNoRecord(exception))
        {
            return null;
        }
    }

    /// <summary>Keeps a file that was just read, where this process may write.</summary>
    public void Add(ReadFile file, FoundFile found, string module)
    {
        if (_lock is null || FactsEncoding.Encode(file, RecordHeadBytes) is not { } record)
            return;
        var key = KeyOf(found, module, file.File.ContentHash);
        var head = record.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(head, record.Length);
        BinaryPrimitives.WriteUInt128LittleEndian(head[(2 * sizeof(int))..], key);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(int)..], ChecksumOf(record));
        lock (_writing)
        {
            if (_lock is null || _end + record.Length > _maxBytes)
                return;
            try
            {
                RandomAccess.Write(_file!, record, _end);
            }
            catch (Exception exception) when (IsTrouble(exception))
            {
                Close(exception);
                return;
            }
            _used[key] = new Place(_end, record.Length);
            _end += record.Length;
        }
    }

    /// <summary>What rules found in the last scan that kept it; null where that is not known.</summary>
    public KeptMatches? Matches() => Beside(Found, KeptMatches.Decode);

    /// <summary>Keeps what rules found, where this process may write.</summary>
    public void Keep(KeptMatches matches) => Keep(Found, matches.Encode(sizeof(uint)));

    /// <summary>What was compared in the last scan that kept it; null where that is not known.</summary>
    public Dictionary<string, KnownPairs>? Compared() => Beside(Alike, KeptCopies.Decode);

    /// <summary>Keeps what was compared, where this process may write.</summary>
    public void Keep(IReadOnlyDictionary<string, KnownPairs> compared) =>
        Keep(Alike, KeptCopies.Encode(compared, sizeof(uint)));

    private delegate T Decoding<T>(ReadOnlySpan<byte> bytes);

    private T? Beside<T>(string ending, Decoding<T> decode)
        where T : class
    {
        try
        {
            if (!File.Exists(_path + ending))
                return null;
            var bytes = File.ReadAllBytes(_path + ending);
            return
                bytes.Length > sizeof(uint)
                && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == ChecksumBeside(ending, bytes)
                ? decode(bytes.AsSpan(sizeof(uint)))
                : null;
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            _tell(exception.Message);
            return null;
        }
        catch (Exception exception) when (IsNoRecord(exception))
        {
            return null;
        }
    }

    /// <param name="bytes">With room for a checksum before.</param>
    private void Keep(string ending, byte[] bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ChecksumBeside(ending, bytes));
        lock (_writing)
        {
            if (_lock is null)
                return;
            try
            {
                File.WriteAllBytes(_path + ending + Unfinished, bytes);
                File.Move(_path + ending + Unfinished, _path + ending, overwrite: true);
            }
            catch (Exception exception) when (IsTrouble(exception))
            {
                Close(exception);
            }
        }
    }

    /// <summary>Says that all files were asked for: what none of them needs is of no use any more.</summary>
    public void Complete()
    {
        var live = _head.Length + _used.Values.Sum(p => (long)p.Bytes);
        if (_lock is null || _end - live <= live + SparedBytes)
            return;
        try
        {
            Rewrite();
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            Close(exception);
        }
    }

    /// <summary>Whoever still reads or adds, as a thread that a cancelled scan did not wait for, finds nothing and adds nothing.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _file?.Dispose();
            _lock?.Dispose();
            _lock = null;
        }
    }

    private void Open()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        _lock = LockOrNull();
        if (_lock is null && !File.Exists(_path))
            return;
        _file = File.OpenHandle(
            _path,
            _lock is null ? FileMode.Open : FileMode.OpenOrCreate,
            _lock is null ? FileAccess.Read : FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete,
            FileOptions.RandomAccess
        );
        if (HasHead())
            FindRecords();
        else if (_lock is not null)
            Begin();
        // What a process that died left unfinished.
        if (_lock is not null)
            RandomAccess.SetLength(_file, _end);
    }

    private FileStream? LockOrNull()
    {
        try
        {
            return new FileStream(
                _path + Lock,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            // Another scan of the repository keeps what it reads.
            return null;
        }
    }

    private bool HasHead()
    {
        Span<byte> head = stackalloc byte[_head.Length];
        return RandomAccess.Read(_file!, head, 0) == head.Length && head.SequenceEqual(_head);
    }

    private void Begin()
    {
        RandomAccess.SetLength(_file!, 0);
        RandomAccess.Write(_file!, _head, 0);
        _end = _head.Length;
    }

    private void FindRecords()
    {
        var length = RandomAccess.GetLength(_file!);
        Span<byte> head = stackalloc byte[RecordHeadBytes];
        _end = _head.Length;
        while (_end + RecordHeadBytes <= length)
        {
            if (RandomAccess.Read(_file!, head, _end) < head.Length)
                break;
            var bytes = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (bytes < RecordHeadBytes || _end + bytes > length)
                break;
            var key = BinaryPrimitives.ReadUInt128LittleEndian(head[(2 * sizeof(int))..]);
            // A later one stands in for one that turned out damaged.
            _places[key] = new Place(_end, bytes);
            _end += bytes;
        }
    }

    private bool TryRead(Place place, Span<byte> bytes)
    {
        try
        {
            var read = 0;
            while (read < bytes.Length)
            {
                var got = RandomAccess.Read(_file!, bytes[read..], place.Offset + read);
                if (got == 0)
                    return false;
                read += got;
            }
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            _tell(exception.Message);
            return false;
        }
    }

    private bool IsWhole(ReadOnlySpan<byte> record, UInt128 key) =>
        BinaryPrimitives.ReadInt32LittleEndian(record) == record.Length
        && BinaryPrimitives.ReadUInt128LittleEndian(record[(2 * sizeof(int))..]) == key
        && BinaryPrimitives.ReadUInt32LittleEndian(record[sizeof(int)..]) == ChecksumOf(record);

    private uint ChecksumOf(ReadOnlySpan<byte> record) =>
        ~Checksum.Continue(_seed, record[(2 * sizeof(int))..]);

    /// <summary>With the ending: one of the files beside it is none of the others.</summary>
    private uint ChecksumBeside(string ending, ReadOnlySpan<byte> bytes) =>
        ~Checksum.Continue(
            Checksum.Continue(_seed, Encoding.ASCII.GetBytes(ending)),
            bytes[sizeof(uint)..]
        );

    private static UInt128 KeyOf(FoundFile file, string module, string hash) =>
        BinaryPrimitives.ReadUInt128LittleEndian(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{hash}\n{file.Language.Name}\n{module}\n{file.Path}")
            )
        );

    private void Rewrite()
    {
        var beside = _path + Unfinished;
        var kept = File.OpenHandle(
            beside,
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete
        );
        try
        {
            RandomAccess.Write(kept, _head, 0);
            long end = _head.Length;
            foreach (var place in _used.Values.OrderBy(p => p.Offset))
            {
                var record = new byte[place.Bytes];
                if (!TryRead(place, record))
                    throw new IOException($"{_path} became shorter");
                RandomAccess.Write(kept, record, end);
                end += record.Length;
            }
        }
        finally
        {
            kept.Dispose();
        }
        File.Move(beside, _path, overwrite: true);
    }

    private void Close(Exception exception)
    {
        _tell($"{_path}: {exception.Message}");
        _lock?.Dispose();
        _lock = null;
    }
}
