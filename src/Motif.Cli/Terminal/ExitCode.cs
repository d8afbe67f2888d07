namespace Motif.Cli.Terminal;

/// <summary>How a command ended, as shells and scripts read it.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>What was asked for could not be done, or only in part.</summary>
    public const int Failed = 1;

    /// <summary>What was typed or given is wrong; nothing was done.</summary>
    public const int BadUsage = 2;

    /// <summary>What shells report after SIGINT.</summary>
    public const int Interrupted = 130;
}
