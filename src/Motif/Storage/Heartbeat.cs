namespace Motif.Storage;

/// <summary>
/// Keeps a claim on shared work alive while the work goes on. The claim of a process that died is then anybody's within
/// seconds, however long the work may take.
/// </summary>
public static class Heartbeat
{
    /// <summary>Runs the work and, beside it, the beat after every pause. A beat under way is waited for.</summary>
    /// <param name="beat">
    /// False when the claim is lost: it beats no more. A <see cref="BackendException"/> is followed by the next beat, for the
    /// claim outlives several.
    /// </param>
    public static async Task DuringAsync(
        TimeSpan pause,
        TimeProvider time,
        Func<Task<bool>> beat,
        Func<Task> work
    )
    {
        ArgumentNullException.ThrowIfNull(beat);
        ArgumentNullException.ThrowIfNull(work);
        using var timer = new PeriodicTimer(pause, time);
        var beating = BeatAsync(timer, beat);
        try
        {
            await work();
        }
        finally
        {
            timer.Dispose();
            await beating;
        }
    }

    private static async Task BeatAsync(PeriodicTimer timer, Func<Task<bool>> beat)
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                if (!await beat())
                    return;
            }
            catch (BackendException)
            {
                // A database out of order fails the work as well, which tells of it.
            }
        }
    }
}
