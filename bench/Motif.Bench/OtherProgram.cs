using System.Diagnostics;

namespace Motif.Bench;

/// <summary>A program that is run beside: a peer, or this one again for a memory of its own.</summary>
internal static class OtherProgram
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is the last line of its complaints.</exception>
    public static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException((await complaints).Trim().Split('\n')[^1]);
    }
}
