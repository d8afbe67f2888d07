namespace Motif.Server.Operations;

/// <summary>When this server was started.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();
}
