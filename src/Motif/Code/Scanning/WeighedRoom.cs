namespace Motif.Code.Scanning;

/// <summary>
/// Lets as many files in at once as their bytes allow: the tree of a large file takes some twenty times its size while it is read.
/// One that is larger than all the room is let in alone. Thread-safe.
/// </summary>
internal sealed class WeighedRoom(long capacity)
{
    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _left = new(0);
    private long _taken;
    private int _waiting;

    public void Enter(long weight, CancellationToken cancellationToken)
    {
        while (!TryEnter(weight))
            _left.Wait(cancellationToken);
    }

    public void Leave(long weight)
    {
        lock (_entry)
        {
            _taken -= weight;
            if (_waiting > 0)
                _left.Release(_waiting);
            _waiting = 0;
        }
    }

    private bool TryEnter(long weight)
    {
        lock (_entry)
        {
            if (_taken == 0 || _taken + weight <= capacity)
            {
                _taken += weight;
                return true;
            }
            _waiting++;
            return false;
        }
    }
}
