namespace Motif.Server;

/// <summary>The server will not start as it was told to; the message says why and what to do, in one line.</summary>
public sealed class ServerRefusedException(string message) : Exception(message);
