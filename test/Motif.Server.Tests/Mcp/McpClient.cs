using System.Diagnostics;
using System.Text.Json.Nodes;
using Motif.Tests;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Mcp;

/// <summary>Runs the official client of the protocol under node: connects, lists, calls, and tells what came back.</summary>
internal sealed record McpClient(int ExitCode, string Output, string Errors)
{
    private static readonly string Script = Path.Combine(
        Repository.Root,
        "test",
        "mcp",
        "client.mjs"
    );

    public JsonNode Json => JsonNode.Parse(Output)!;

    public static async Task<McpClient> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("MOTIF_DATABASE");
        start.Environment.Remove("DATABASE_URL");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Eventually.Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the client did not end: {await errors}", exception);
        }
        return new McpClient(process.ExitCode, await output, await errors);
    }

    /// <summary>The text of an answer, which must be an error.</summary>
    public string Error(int call)
    {
        var result = Json["results"]![call]!;
        (result["isError"]?.GetValue<bool>()).ShouldBe(true, Output);
        return result["content"]![0]!["text"]!.GetValue<string>();
    }

    /// <summary>An answer, which must be no error.</summary>
    public JsonNode Answer(int call)
    {
        var result = Json["results"]![call]!;
        (result["isError"]?.GetValue<bool>() ?? false).ShouldBeFalse(Output);
        return JsonNode.Parse(result["content"]![0]!["text"]!.GetValue<string>())!;
    }
}
