namespace Motif.Storage;

/// <summary>
/// A store, index or remote service failed: not the caller's mistake. Drivers' own exceptions are translated into it in
/// one file per backend and stand behind it as the inner exception.
/// </summary>
/// <param name="system">The backend, such as <c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="operation">What was being done, such as <c>patterns.save</c>.</param>
/// <param name="message">What went wrong and what to do about it; never a secret.</param>
/// <param name="isTransient">True when the same call may succeed later (connection lost, lock timeout).</param>
/// <param name="trouble">What somebody has to help with before the same call succeeds.</param>
public sealed class BackendException(
    string system,
    string operation,
    string message,
    bool isTransient,
    Exception? innerException = null,
    BackendTrouble trouble = BackendTrouble.None
) : Exception($"{system}: {operation}: {message}", innerException)
{
    public string System { get; } = system;

    public string Operation { get; } = operation;

    public bool IsTransient { get; } = isTransient;

    public BackendTrouble Trouble { get; } = trouble;

    /// <summary>What may be told to anybody: without the place and the driver's words, which belong in the log.</summary>
    public string Summary =>
        Trouble switch
        {
            BackendTrouble.Full =>
                $"{System} has no room for {Operation}: its disk is full, nothing of it was written",
            BackendTrouble.Unwritable =>
                $"{System} failed on {Operation}: its disk fails or may only be read",
            _ => $"{System} failed on {Operation}",
        };
}
