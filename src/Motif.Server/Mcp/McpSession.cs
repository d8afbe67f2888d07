using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Decisions;
using Motif.Discovery.Advice;
using Motif.Discovery.Experiments;
using Motif.Matching;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>One caller's conversation by the Model Context Protocol, over whatever carries it.</summary>
public sealed class McpSession
{
    private const string Instructions =
        "Motif knows patterns that worked and how often. Call match before you design or fix something, apply what fits, and report the end with record_outcome and the match_id.";

    private readonly IReadOnlyList<MotifTool> _tools;
    private readonly ILoggerFactory _loggers;

    public McpSession(
        PatternMatcher matcher,
        Catalogue catalogue,
        Ledger ledger,
        FatigueChecks fatigue,
        ContentSelector selector,
        DecisionEngine decisions,
        HumanReplies replies,
        ItemMatcher items,
        Recommender recommender,
        ExperimentDesk desk,
        IExperimentStore experiments,
        ILoggerFactory loggers
    ) =>
        (_tools, _loggers) = (
            [
                .. new MotifTools(matcher, catalogue, ledger, fatigue, selector).All,
                .. new DecisionTools(decisions, replies).All,
                .. new DiscoveryTools(items, recommender).All,
                .. new ExperimentTools(desk, experiments).All,
            ],
            loggers
        );

    /// <summary>Talks on standard input and output until the input ends.</summary>
    public async Task RunOnStandardStreamsAsync(
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var options = new McpServerOptions();
        Configure(options, caller);
        await using var transport = new StdioServerTransport(options, _loggers);
        await using var server = McpServer.Create(transport, options, _loggers);
        await server.RunAsync(cancellationToken);
    }

    /// <summary>Makes a server of the protocol speak for Motif to this caller.</summary>
    internal void Configure(McpServerOptions options, ToolCaller caller)
    {
        options.ServerInfo = new Implementation
        {
            Name = "motif",
            Title = "Motif",
            Version = ServerVersion.Text,
        };
        options.ServerInstructions = Instructions;
        options.Capabilities = new ServerCapabilities { Tools = new ToolsCapability() };
        options.Handlers.ListToolsHandler = (_, _) =>
            ValueTask.FromResult(
                new ListToolsResult { Tools = [.. _tools.Select(t => t.Definition)] }
            );
        options.Handlers.CallToolHandler = (request, cancellationToken) =>
            CallAsync(request.Params, caller, cancellationToken);
    }

    private async ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams? request,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var tool =
            _tools.FirstOrDefault(t => t.Definition.Name == request?.Name)
            ?? throw new McpProtocolException(
                $"there is no tool '{request?.Name}'; there are {string.Join(", ", _tools.Select(t => t.Definition.Name))}",
                McpErrorCode.InvalidParams
            );
        try
        {
            return await tool.CallAsync(request!.Arguments, caller, cancellationToken);
        }
        catch (BackendException exception)
        {
            _loggers
                .CreateLogger<McpSession>()
                .LogWarning(exception, "The tool {Tool} found its database unable", request!.Name);
            return new CallToolResult
            {
                IsError = true,
                Content =
                [
                    new TextContentBlock
                    {
                        Text =
                            exception.Trouble is BackendTrouble.None
                                ? $"{exception.System} does not answer; try again later"
                                : exception.Summary,
                    },
                ],
            };
        }
    }
}
