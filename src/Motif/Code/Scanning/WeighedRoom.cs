namespace Motif.Code.Scanning;

/// <summary>
/// Lets as many files in at once as their bytes allow: the tree of a large file takes some twenty times its size while it is read.
/// One that is larger than all the room is let in alone. Thread-safe.
/// </summary>
internal sealed class WeighedRoom(long capacity)
{
    /// <summary>Who waits looks this often whether it is still to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly object _entry = new();
    private long _taken;

    public void Enter(long weight, CancellationToken cancellationToken)
    {
        lock (_entry)
        {
            while (_taken > 0 && _taken + weight > capacity)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Monitor.Wait(_entry, Patience);
            }
            _taken += weight;
        }
    }

    public void Leave(long weight)
    {
        lock (_entry)
        {
            _taken -= weight;
            Monitor.PulseAll(_entry);
        }
    }
}
