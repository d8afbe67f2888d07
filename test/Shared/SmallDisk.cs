using System.Diagnostics;
using Shouldly;

namespace Motif.Tests.Shared;

/// <summary>A disk of a few megabytes in memory, mounted under a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Why it cannot be had; null when it can.</summary>
    public static string? SkipReason { get; } = Try();

    public static SmallDisk Mount(string folder, int megabytes)
    {
        var path = System.IO.Path.Combine(folder, "disk");
        Directory.CreateDirectory(path);
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "motif-test", path).ShouldBe(0);
        return new SmallDisk(path);
    }

    public void Grow(int megabytes) =>
        Run("mount", "-o", $"remount,size={megabytes}m", Path).ShouldBe(0);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).ShouldBe(0);

    public void Dispose() => Run("umount", "-l", Path);

    private static string? Try()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return null;
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "mounting a small disk needs root on Linux";
        var folder = Directory.CreateTempSubdirectory("motif-disk-");
        var failed = Run("mount", "-t", "tmpfs", "-o", "size=1m", "motif-test", folder.FullName);
        if (failed == 0)
            Run("umount", folder.FullName);
        folder.Delete();
        return failed == 0 ? null : "this machine does not allow mounting a small disk";
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
