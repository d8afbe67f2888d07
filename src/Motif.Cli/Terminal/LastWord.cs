using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Motif.Cli.Terminal;

/// <summary>
/// What is said when even complaining fails, or a thread fails that nobody waits for. It uses nothing but the core of the
/// runtime: where no more files can be opened, the console's own assembly may be one that cannot be loaded.
/// </summary>
internal static class LastWord
{
    private const int StandardError = 2;
    private const int TooManyOpenFiles = 24;
    private const int TooManyOpenFilesInSystem = 23;

    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
        {
            Say(failure.ExceptionObject as Exception);
            Environment.Exit(ExitCode.Failed);
        };
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            Say(exception);
            return ExitCode.Failed;
        }
    }

    /// <summary>
    /// True where the failure, or one behind it, is that no file could be opened. An assembly is then reported as not
    /// found, although it stands beside the program.
    /// </summary>
    public static bool IsOutOfFiles(Exception? failure)
    {
        for (var exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (
                exception is IOException
                && (
                    exception.HResult is TooManyOpenFiles or TooManyOpenFilesInSystem
                    || (exception as FileNotFoundException)?.FileName is { } name
                        && name.Contains(", Version=", StringComparison.Ordinal)
                )
            )
                return true;
        }
        return false;
    }

    public const string OutOfFiles =
        "no more files can be opened; allow more (ulimit -n shows the limit, ulimit -n 1024 raises it) and try again";

    private static void Say(Exception? failure)
    {
        var text = IsOutOfFiles(failure)
            ? OutOfFiles
            : $"failed: {failure?.GetType().Name}: {failure?.Message}";
        var line = Encoding.UTF8.GetBytes($"motif: {text.ReplaceLineEndings(" ")}\n");
        if (OperatingSystem.IsWindows())
        {
            Console.Error.Write(Encoding.UTF8.GetString(line));
            return;
        }
        using var handle = new SafeFileHandle(StandardError, ownsHandle: false);
        using var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        stream.Write(line);
    }
}
