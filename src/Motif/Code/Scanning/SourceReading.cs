using System.Security.Cryptography;
using Motif.Code.Patterns;
using Motif.Code.Scanning.Kept;

namespace Motif.Code.Scanning;

/// <summary>Hashes and reads files on threads of its own; what is kept of a file as it is now is not parsed again.</summary>
/// <remarks>
/// The threads have large stacks: a parser guards its recursion by the room that is left, so that a deeper stack reads deeper
/// nesting, the same on every operating system.
/// </remarks>
internal sealed class SourceReading(
    int parallelism,
    int maxFileBytes,
    CancellationToken cancellationToken
)
{
    private const int StackBytes = 16 << 20;
    private const int SniffedBytes = 8000;

    /// <summary>One of the largest files at once, or any number of ordinary ones.</summary>
    private const long RoomBytes = 4 << 20;

    /// <summary>
    /// Code has a word or a sign for every four or five bytes; nonsense that has one for every byte or two costs a parser a thousand
    /// times its size, so that it is told before.
    /// </summary>
    private const int MaxTokens = 1_200_000;

    /// <summary>
    /// Code has an element for every five bytes or so: a file of the greatest size stays below, one of nested nonsense, which has
    /// one for every byte, does not.
    /// </summary>
    private const int MaxNodes = 1_500_000;

    /// <summary>
    /// Pairs of an element and one that it stands in: what rules that look into an element take for a whole file. Code has some
    /// fifteen for every element; a chain of ten thousand calls has a hundred million.
    /// </summary>
    private const long MaxNestedPairs = 150_000_000;

    private readonly WeighedRoom _room = new(RoomBytes);

    /// <summary>The SHA-256 of every file, lower-case hex; null where it cannot be read or is not to be.</summary>
    public Task<string?[]> HashAsync(IReadOnlyList<FoundFile> files, Action<int> done) =>
        EachAsync(files, Hash, done);

    /// <param name="hashes">As just told, so that what is kept need not be read to be known; null where they were not.</param>
    /// <param name="kept">What earlier scans read, and where this one leaves what it reads.</param>
    public async Task<ReadFile[]> ReadAsync(
        IReadOnlyList<FoundFile> files,
        IReadOnlyList<string?>? hashes,
        FactsFile? kept,
        Action<int> done
    )
    {
        var modules = new ModuleNames(files);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < hashes?.Count; i++)
        {
            if (hashes[i] is { } hash)
                known[files[i].Path] = hash;
        }
        var read = await EachAsync(
            files,
            file => Read(file, known.GetValueOrDefault(file.Path), modules.Of(file), kept),
            done
        );
        kept?.Complete();
        return read;
    }

    private string? Hash(FoundFile file)
    {
        try
        {
            return IsTooLarge(file) ? TooLargeHash(file) : Hash(Bytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private ReadFile Read(FoundFile file, string? known, string module, FactsFile? kept)
    {
        if (IsTooLarge(file))
            return Unread(
                file,
                TooLargeHash(file),
                $"skipped: {file.Bytes} bytes are more than the limit of {maxFileBytes}"
            );
        if (
            known is not null
            && kept?.Find(file, module, known, () => Again(file, module, known)) is { } unchanged
        )
            return unchanged;
        byte[] bytes;
        try
        {
            bytes = Bytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unread(file, "", exception.Message);
        }
        var hash = Hash(bytes);
        if (
            hash != known
            && kept?.Find(file, module, hash, () => Again(file, module, hash)) is { } same
        )
            return same;
        var read = Parse(file, bytes, hash, module);
        kept?.Add(read, file, module);
        return read;
    }

    /// <summary>A file as it was, where it still is, on a thread that is as deep as the others; null where it is another by now.</summary>
    private CodeFacts? Again(FoundFile file, string module, string hash)
    {
        CodeFacts? facts = null;
        var ended = OnThread(() =>
        {
            var bytes = Bytes(file);
            if (Hash(bytes) == hash)
                facts = Parse(file, bytes, hash, module).Facts;
        });
        ended.GetAwaiter().GetResult();
        return facts;
    }

    private static ReadFile Parse(FoundFile file, byte[] bytes, string hash, string module)
    {
        if (IsBinary(bytes))
            return Unread(file, hash, "skipped: binary, not text");
        if (bytes.Length > MaxTokens && TokensIn(bytes) is > MaxTokens and var tokens)
            return Unread(
                file,
                hash,
                $"skipped: {tokens} words and signs are more than the limit of {MaxTokens}"
            );
        var faults = new AnalysisFaults();
        var facts = faults.Survive(
            "reading it",
            file.Path,
            null,
            null,
            () => file.Language.Read(new SourceFile(file.Path, bytes, module))
        );
        if (facts is null)
            return Unread(file, hash, faults.Errors[0].Message);
        if (Excess(facts) is { } excess)
            return Unread(file, hash, $"skipped: {excess}");
        // What fails here is asked for again, and told, by the analysis.
        var structures = faults.Survive(
            "measuring",
            file.Path,
            null,
            null,
            () => UnitStructure.Of(facts)
        );
        return ReadFile.Of(file, hash, facts, structures, Suppressions.In(bytes));
    }

    /// <summary>Runs of letters and digits, and signs one by one.</summary>
    private static int TokensIn(ReadOnlySpan<byte> bytes)
    {
        var tokens = 0;
        var inWord = false;
        foreach (var b in bytes)
        {
            var isWord = b >= 0x80 || b == '_' || char.IsAsciiLetterOrDigit((char)b);
            tokens += isWord ? (inWord ? 0 : 1) : (b > ' ' ? 1 : 0);
            inWord = isWord;
        }
        return tokens;
    }

    /// <summary>What no person wrote would take the memory and the time of all other files together.</summary>
    private static string? Excess(CodeFacts facts)
    {
        if (facts.Count > MaxNodes)
            return $"{facts.Count} elements are more than the limit of {MaxNodes}";
        long pairs = 0;
        foreach (var size in facts.Sizes)
            pairs += size;
        return pairs > MaxNestedPairs ? "its elements are nested too deeply" : null;
    }

    private bool IsTooLarge(FoundFile file) => file.Bytes > maxFileBytes;

    /// <summary>A large file is known by its size alone; it is not read either way.</summary>
    private static string TooLargeHash(FoundFile file) =>
        Hash(System.Text.Encoding.ASCII.GetBytes($"{file.Bytes} bytes"));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private byte[] Bytes(FoundFile file) =>
        RegularFile.Read(file.FullPath, maxFileBytes, cancellationToken);

    /// <summary>As git tells it: a zero byte near the beginning, unless it is UTF-16 or UTF-32.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        && bytes[..Math.Min(bytes.Length, SniffedBytes)].Contains((byte)0);

    private static ReadFile Unread(FoundFile file, string hash, string error) =>
        new(new ScannedFile(file.Path, hash, file.Language.Name, 0, error), null);

    /// <summary>
    /// Ends at once when it is cancelled, even in the middle of a huge file: the threads end behind their file and nobody waits
    /// for them.
    /// </summary>
    private async Task<T[]> EachAsync<T>(
        IReadOnlyList<FoundFile> files,
        Func<FoundFile, T> work,
        Action<int> done
    )
    {
        var results = new T[files.Count];
        var next = -1;
        var finished = 0;
        void Run()
        {
            for (
                int i;
                !cancellationToken.IsCancellationRequested
                    && (i = Interlocked.Increment(ref next)) < files.Count;

            )
            {
                results[i] = InRoom(files[i], work);
                done(Interlocked.Increment(ref finished));
            }
        }
        var threads = Enumerable.Range(0, Math.Min(parallelism, files.Count));
        await Task.WhenAll(threads.Select(_ => OnThread(Run))).WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }

    private T InRoom<T>(FoundFile file, Func<FoundFile, T> work)
    {
        _room.Enter(file.Bytes, cancellationToken);
        try
        {
            return work(file);
        }
        finally
        {
            _room.Leave(file.Bytes);
        }
    }

    private static Task OnThread(Action run)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(ended, run), StackBytes)
        {
            IsBackground = true,
            Name = "motif scan",
        };
        thread.Start();
        return ended.Task;
    }

    /// <summary>An exception that left the thread would end the process.</summary>
    private static void Complete(TaskCompletionSource ended, Action run)
    {
        try
        {
            run();
            ended.SetResult();
        }
        catch (Exception exception)
        {
            ended.SetException(exception);
        }
    }
}
