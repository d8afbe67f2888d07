using Motif.Tests;

namespace Motif.Server.Tests.Mcp;

/// <summary>A test with the official MCP client. Without it the test is skipped with the reason, under CI=true it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class McpFactAttribute : FactAttribute
{
    public McpFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        var folder = Path.Combine(Repository.Root, "test", "mcp", "node_modules");
        if (!Directory.Exists(folder))
            Skip = "the MCP client is not installed: run `npm ci` in test/mcp";
    }
}
