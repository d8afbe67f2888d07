using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Motif.Bench;

/// <summary>
/// Times the programs that measure Python elsewhere on a tree: radon for complexity, pylint for rules. Each runs as its user runs
/// it, its output read and thrown away; it works on one processor, as both do unless asked otherwise. What a scan
/// leaves out by itself, installed packages, radon is told to leave out.
/// </summary>
internal static class CodeScanPeers
{
    /// <summary>pylint gives up the processor long before a large tree is done; it gets a part of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>Null where the program is not installed.</returns>
    public static async Task<TimeSpan?> RadonAsync(string path) =>
        await TimeAsync("radon", ["cc", "--ignore", "site-packages", path]);

    /// <inheritdoc cref="RadonAsync"/>
    public static async Task<TimeSpan?> PylintAsync(string path) =>
        await TimeAsync("pylint", ["--rcfile=/dev/null", "--score=n", path]);

    private static async Task<TimeSpan?> TimeAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Started(start);
        if (process is null)
            return null;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token)
            );
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{program} took more than {Patience.TotalMinutes} minutes; give it a smaller folder"
                ),
                cancelled
            );
        }
        return Stopwatch.GetElapsedTime(started);
    }

    private static Process? Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // Not installed.
            return null;
        }
    }
}
