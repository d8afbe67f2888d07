namespace Motif.Cli.Terminal;

/// <summary>The command was typed wrongly or asks for what is not there: one line on standard error, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
