using Motif.Server;
using Motif.Storage;

namespace Motif.Cli.Terminal;

/// <summary>The one way in which a command fails: a line on standard error and an exit code.</summary>
/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record Complaint(int ExitCode, string Message)
{
    private const string Trace = "MOTIF_TRACE";

    public static Complaint Of(Exception failure) =>
        failure switch
        {
            UsageException
            or ServerRefusedException
            or UnstorableException
            or InvalidDataException => new(Terminal.ExitCode.BadUsage, failure.Message),
            OperationCanceledException => new(
                Terminal.ExitCode.Interrupted,
                "interrupted; nothing of the unfinished step was kept"
            ),
            AggregateException { InnerExceptions: [var only] } => Of(only),
            TypeInitializationException { InnerException: { } only } => Of(only),
            _ when LastWord.IsOutOfFiles(failure) => new(
                Terminal.ExitCode.Failed,
                LastWord.OutOfFiles
            ),
            ArgumentException and not ArgumentNullException => new(
                Terminal.ExitCode.BadUsage,
                WithoutParameter((ArgumentException)failure)
            ),
            BackendException or IOException or UnauthorizedAccessException => new(
                Terminal.ExitCode.Failed,
                failure.Message
            ),
            _ => new(
                Terminal.ExitCode.Failed,
                $"a mistake of Motif's own: {failure.GetType().Name}: {failure.Message} ({Trace}=1 shows where; please report it)"
            ),
        };

    /// <summary>Tells the failure on standard error and returns the exit code.</summary>
    public static async Task<int> TellAsync(Exception failure)
    {
        var complaint = Of(failure);
        await Console.Error.WriteLineAsync($"motif: {OneLine(complaint.Message)}");
        if (Environment.GetEnvironmentVariable(Trace) == "1")
            await Console.Error.WriteLineAsync(failure.ToString());
        return complaint.ExitCode;
    }

    /// <summary>A parameter's name tells nothing to those who typed an argument.</summary>
    private static string WithoutParameter(ArgumentException failure) =>
        failure.ParamName is { } name
            ? failure.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : failure.Message;

    /// <summary>What a file is called, or what a server answered, may hold line ends and commands to the terminal.</summary>
    private static string OneLine(string message) =>
        string.Concat(
            message.Trim().ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '\uFFFD' : c)
        );
}
