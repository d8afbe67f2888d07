namespace Motif.Server;

/// <summary>The meter that everything counted here belongs to.</summary>
internal static class ServerMeter
{
    public const string Name = "Motif";
}
