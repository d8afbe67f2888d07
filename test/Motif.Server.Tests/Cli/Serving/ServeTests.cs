using System.Net;
using System.Net.Sockets;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Cli.Serving;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve", "text")]
    [InlineData("serve", "json")]
    [InlineData("demo tree", "text")]
    public async Task A_taken_port_is_one_sentence(string command, string log)
    {
        _folder.File("tree/a.py", "x = 1\n");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var run = await CommandRun.In(
            _folder.Path,
            null,
            [.. command.Split(' '), "--urls", url],
            [("MOTIF_LOG", log)]
        );

        run.ExitCode.ShouldBe(1, run.Errors);
        var complaint = run
            .Errors.Split('\n')
            .Where(l => l.StartsWith("motif: ", StringComparison.Ordinal));
        complaint.ShouldHaveSingleItem().ShouldContain(url);
        (run.Output + run.Errors).ShouldNotContain("   at ");
        (run.Output + run.Errors).ShouldNotContain("AddressInUse");
    }

    [Fact]
    public async Task A_person_is_told_the_address_and_nothing_else()
    {
        var lines = await FirstLinesAsync("text", 3);

        lines[0].ShouldStartWith("Motif is at http://127.0.0.1:");
        lines.ShouldAllBe(l => !l.StartsWith('{'));
    }

    [Fact]
    public async Task A_program_reads_JSON_lines() =>
        (await FirstLinesAsync("json", 1))[0].ShouldStartWith("{");

    [Fact]
    public async Task An_unknown_kind_of_log_is_refused()
    {
        var run = await CommandRun.In(_folder.Path, null, ["serve"], [("MOTIF_LOG", "xml")]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("MOTIF_LOG");
    }

    private async Task<List<string>> FirstLinesAsync(string log, int count)
    {
        using var process = CommandRun.Start(
            _folder.Path,
            ["serve", "--urls", "http://127.0.0.1:0"],
            hasInput: false,
            [("MOTIF_LOG", log)]
        );
        try
        {
            var lines = new List<string>();
            while (lines.Count < count)
                lines.Add(
                    (await process.StandardOutput.ReadLineAsync().WaitAsync(Eventually.Patience))!
                );
            return lines;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
