using System.Collections.Concurrent;

namespace Motif.Server.Operations;

/// <summary>Which of the jobs that go on beside the requests fail, and why. Thread-safe.</summary>
internal sealed class JobHealth
{
    private readonly ConcurrentDictionary<string, string> _failures = new(StringComparer.Ordinal);

    /// <summary>Every job that fails with its reason, in one line; null while none does.</summary>
    public string? Failures =>
        _failures.IsEmpty
            ? null
            : string.Join(
                "; ",
                _failures
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f => $"{f.Key}: {f.Value}")
            );

    public string? FailureOf(string job) => _failures.GetValueOrDefault(job);

    public void Works(string job) => _failures.TryRemove(job, out _);

    public void Fails(string job, Exception exception) => _failures[job] = Reason(exception);

    /// <summary>What may be told; the log has the rest.</summary>
    private static string Reason(Exception exception) =>
        exception switch
        {
            OutOfMemoryException => "there is not enough memory; it is tried again",
            Storage.BackendException backend =>
                $"{backend.System} failed on {backend.Operation}; it is tried again",
            _ => "it failed; the log has the reason, and it is tried again",
        };
}
