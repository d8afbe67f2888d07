using System.Diagnostics;

namespace Motif.Server.Tests.Cli;

public sealed class OpenFileLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData(60, "patterns list")]
    [InlineData(90, "serve")]
    [InlineData(220, "serve")]
    public async Task Too_few_open_files_are_complained_of_in_one_line(int limit, string command)
    {
        var run = new ProcessStartInfo(
            "/bin/sh",
            ["-c", $"ulimit -n {limit}; exec dotnet {CommandRun.Program} {command}"]
        )
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(run)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1, errors);
        errors.Trim().ShouldMatch($"^motif: .*may open {limit} files.*ulimit -n 1024'$");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }
}
