using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Motif.Code.Python;

/// <summary>Interns the identifiers and string constants of one file. The keywords stand first, so that one
/// lookup of a word says both its identity and whether it is a keyword.</summary>
internal sealed class PythonStringTable
{
    internal const int KeywordCount = 35;

    // Soft keywords and the words that the parser asks for follow the keywords.
    internal const int Underscore = 35;
    internal const int Match = 36;
    internal const int Case = 37;
    internal const int Type = 38;
    internal const int Future = 39;
    internal const int BarryAsFlufl = 40;
    internal const int AnyName = 41;
    private const int SeedCount = 42;

    private static readonly string[] Seed =
    [
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
        "_",
        "match",
        "case",
        "type",
        "__future__",
        "barry_as_FLUFL",
        "*",
    ];

    private const int InitialSlots = 1024;

    /// <summary>Larger tables are not kept for the next file.</summary>
    private const int KeptSlots = 1 << 16;
    private static readonly int[] SeedSlots = BuildSeedSlots();

    // slots[i] is 1 + the index of a string whose hash falls on i, or 0; the length is a power of two
    // and at least twice the count.
    private int[] _slots = new int[InitialSlots];
    private string[] _strings = new string[512];
    private uint[] _hashes = new uint[512];
    private int _count;

    internal PythonStringTable() => Reset();

    internal string this[int id] => _strings[id];

    internal int Count => _count;

    internal void Reset()
    {
        _strings.AsSpan(0, _count).Clear();
        if (_slots.Length > KeptSlots || _strings.Length > KeptSlots)
        {
            _slots = new int[InitialSlots];
            _strings = new string[512];
            _hashes = new uint[512];
        }
        if (_slots.Length == InitialSlots)
        {
            SeedSlots.CopyTo(_slots, 0);
        }
        else
        {
            _slots.AsSpan().Clear();
            for (var i = 0; i < SeedCount; i++)
                Place(Hash(Seed[i]), i);
        }
        Seed.CopyTo(_strings, 0);
        for (var i = 0; i < SeedCount; i++)
            _hashes[i] = Hash(Seed[i]);
        _count = SeedCount;
    }

    internal int Intern(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var mask = (uint)_slots.Length - 1;
        for (var i = hash & mask; ; i = (i + 1) & mask)
        {
            var entry = _slots[i] - 1;
            if (entry < 0)
                return Add(text.ToString(), hash, i);
            if (_hashes[entry] == hash && text.SequenceEqual(_strings[entry]))
                return entry;
        }
    }

    /// <summary>Adds a string that must stay apart from every equal one.</summary>
    internal int AddApart(string text)
    {
        EnsureRoom();
        _strings[_count] = text;
        _hashes[_count] = 0;
        return _count++;
    }

    internal string[] ToArray() => _strings.AsSpan(0, _count).ToArray();

    private int Add(string text, uint hash, uint slot)
    {
        EnsureRoom();
        _strings[_count] = text;
        _hashes[_count] = hash;
        _slots[slot] = ++_count;
        if (_count * 2 > _slots.Length)
            Grow();
        return _count - 1;
    }

    private void EnsureRoom()
    {
        if (_count < _strings.Length)
            return;
        Array.Resize(ref _strings, _count * 2);
        Array.Resize(ref _hashes, _count * 2);
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            if (_hashes[i] != 0)
                Place(_hashes[i], i);
        }
    }

    private void Place(uint hash, int entry)
    {
        var mask = (uint)_slots.Length - 1;
        var i = hash & mask;
        while (_slots[i] != 0)
            i = (i + 1) & mask;
        _slots[i] = entry + 1;
    }

    private static int[] BuildSeedSlots()
    {
        var slots = new int[InitialSlots];
        for (var entry = 0; entry < SeedCount; entry++)
        {
            var i = Hash(Seed[entry]) & (InitialSlots - 1);
            while (slots[i] != 0)
                i = (i + 1) & (InitialSlots - 1);
            slots[i] = entry + 1;
        }
        return slots;
    }

    // The first and the last four characters and the length: names differ there, and a long string costs nothing.
    // Never 0, which marks the strings that stay apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<char> text)
    {
        ulong head,
            tail;
        ref var bytes = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        switch (text.Length)
        {
            case 0:
                return 1;
            case 1:
                head = text[0];
                tail = 0;
                break;
            case 2 or 3:
                head = Unsafe.ReadUnaligned<uint>(ref bytes);
                tail = Unsafe.ReadUnaligned<uint>(
                    ref Unsafe.AddByteOffset(ref bytes, (text.Length - 2) * 2)
                );
                break;
            default:
                head = Unsafe.ReadUnaligned<ulong>(ref bytes);
                tail = Unsafe.ReadUnaligned<ulong>(
                    ref Unsafe.AddByteOffset(ref bytes, (text.Length - 4) * 2)
                );
                break;
        }
        var mixed =
            (head * 0x9E3779B97F4A7C15)
            ^ BitOperations.RotateLeft((tail + (ulong)text.Length) * 0xC2B2AE3D27D4EB4F, 31);
        mixed *= 0x9E3779B97F4A7C15;
        return (uint)(mixed >> 32) | 1;
    }
}
