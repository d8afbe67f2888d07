using System.Globalization;

namespace Motif.Cli.Terminal;

/// <summary>
/// How many files this process may have open. The program's own parts are files: with too few of them it would end anywhere,
/// with whatever message could still be put together.
/// </summary>
internal static class OpenFileLimit
{
    private const int Least = 512;
    private const string Limits = "/proc/self/limits";
    private const string Name = "Max open files";

    /// <summary>Complains where there are too few, and returns the exit code; null where there are enough.</summary>
    public static int? Complain()
    {
        // Opened at once: the message that no file can be opened any more needs one itself.
        var errors = Console.Error;
        if (Read() is not { } limit || limit >= Least)
            return null;
        errors.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"motif: this process may open {limit} files and needs {Least}; raise the limit, for example with 'ulimit -n 1024'"
            )
        );
        return ExitCode.Failed;
    }

    /// <summary>Null where the system does not tell, or sets none.</summary>
    private static int? Read()
    {
        if (!File.Exists(Limits))
            return null;
        var line = File.ReadLines(Limits)
            .FirstOrDefault(l => l.StartsWith(Name, StringComparison.Ordinal));
        var soft = line
            ?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
