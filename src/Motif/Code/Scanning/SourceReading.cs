using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Motif.Code.Scanning;

/// <summary>A file as a scan read it.</summary>
/// <param name="Facts">Null where it could not be read at all.</param>
internal sealed record ReadFile(ScannedFile File, CodeFacts? Facts)
{
    public Suppressions Suppressed { get; init; } = Suppressions.None;
}

/// <summary>Hashes and reads files on threads of its own.</summary>
/// <remarks>
/// The threads have large stacks: a parser guards its recursion by the room that is left, so that a deeper stack reads deeper
/// nesting, the same on every operating system.
/// </remarks>
internal sealed class SourceReading(int parallelism, int maxFileBytes)
{
    private const int StackBytes = 16 << 20;
    private const int SniffedBytes = 8000;

    /// <summary>The SHA-256 of every file, lower-case hex; null where it cannot be read or is not to be.</summary>
    public Task<string?[]> HashAsync(
        IReadOnlyList<FoundFile> files,
        Action<int> done,
        CancellationToken cancellationToken
    ) => EachAsync(files, Hash, done, cancellationToken);

    public Task<ReadFile[]> ReadAsync(
        IReadOnlyList<FoundFile> files,
        Action<int> done,
        CancellationToken cancellationToken
    )
    {
        var modules = new ModuleNames(files);
        return EachAsync(files, file => Read(file, modules), done, cancellationToken);
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

    private ReadFile Read(FoundFile file, ModuleNames modules)
    {
        if (IsTooLarge(file))
            return Unread(
                file,
                TooLargeHash(file),
                $"skipped: {file.Bytes} bytes are more than the limit of {maxFileBytes}"
            );
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
        if (IsBinary(bytes))
            return Unread(file, hash, "skipped: binary, not text");
        var facts = file.Language.Read(new SourceFile(file.Path, bytes, modules.Of(file)));
        var error = facts.Errors.Count > 0 ? facts.Errors[0].Message : null;
        return new ReadFile(
            new ScannedFile(file.Path, hash, file.Language.Name, facts.Lines, error),
            facts
        )
        {
            Suppressed = Suppressions.In(bytes),
        };
    }

    private bool IsTooLarge(FoundFile file) => file.Bytes > maxFileBytes;

    /// <summary>A large file is known by its size alone; it is not read either way.</summary>
    private static string TooLargeHash(FoundFile file) =>
        Hash(System.Text.Encoding.ASCII.GetBytes($"{file.Bytes} bytes"));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What has no length is not opened: a pipe among the sources would never end.</summary>
    private static byte[] Bytes(FoundFile file) =>
        file.Bytes == 0 ? [] : File.ReadAllBytes(file.FullPath);

    /// <summary>As git tells it: a zero byte near the beginning, unless it is UTF-16 or UTF-32.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        && bytes[..Math.Min(bytes.Length, SniffedBytes)].Contains((byte)0);

    private static ReadFile Unread(FoundFile file, string hash, string error) =>
        new(new ScannedFile(file.Path, hash, file.Language.Name, 0, error), null);

    private async Task<T[]> EachAsync<T>(
        IReadOnlyList<FoundFile> files,
        Func<FoundFile, T> work,
        Action<int> done,
        CancellationToken cancellationToken
    )
    {
        var results = new T[files.Count];
        var next = -1;
        var finished = 0;
        var failures = new ConcurrentQueue<Exception>();
        void Run()
        {
            for (
                int i;
                failures.IsEmpty
                    && !cancellationToken.IsCancellationRequested
                    && (i = Interlocked.Increment(ref next)) < files.Count;

            )
            {
                try
                {
                    results[i] = work(files[i]);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(
                        new InvalidOperationException(
                            $"{files[i].Path} could not be analysed: {exception.Message}",
                            exception
                        )
                    );
                }
                done(Interlocked.Increment(ref finished));
            }
        }
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(parallelism, files.Count)).Select(_ => OnThread(Run))
        );
        cancellationToken.ThrowIfCancellationRequested();
        return failures.TryDequeue(out var failure) ? throw failure : results;
    }

    private static Task OnThread(Action run)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                run();
                ended.SetResult();
            },
            StackBytes
        )
        {
            IsBackground = true,
            Name = "motif scan",
        };
        thread.Start();
        return ended.Task;
    }
}
