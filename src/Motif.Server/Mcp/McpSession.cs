using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Matching;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>One caller's conversation by the Model Context Protocol, over whatever carries it.</summary>
public sealed class McpSession
{
    private const string Instructions =
        "Motif knows patterns that worked and how often. Call match before you design or fix something, apply what fits, and report the end with record_outcome and the match_id.";

    private readonly MotifTools _tools;
    private readonly ILoggerFactory _loggers;

    public McpSession(
        PatternMatcher matcher,
        Catalogue catalogue,
        Ledger ledger,
        FatigueChecks fatigue,
        ContentSelector selector,
        ILoggerFactory loggers
    ) =>
        (_tools, _loggers) = (
            new MotifTools(matcher, catalogue, ledger, fatigue, selector),
            loggers
        );

    /// <summary>Talks on standard input and output until the input ends.</summary>
    public async Task RunOnStandardStreamsAsync(
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var options = Options(caller);
        await using var transport = new StdioServerTransport(options, _loggers);
        await using var server = McpServer.Create(transport, options, _loggers);
        await server.RunAsync(cancellationToken);
    }

    /// <summary>
    /// Answers one message that came by HTTP, as server-sent events; false when it needs no answer. Nothing is kept between
    /// messages, so that any server of a database can answer any of them.
    /// </summary>
    internal async Task<bool> AnswerAsync(
        JsonRpcMessage message,
        ToolCaller caller,
        Stream response,
        CancellationToken cancellationToken
    )
    {
        var transport = new StreamableHttpServerTransport(_loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, Options(caller), _loggers);
        var running = server.RunAsync(cancellationToken);
        bool answered;
        await using (transport)
            answered = await transport.HandlePostRequestAsync(message, response, cancellationToken);
        await running;
        return answered;
    }

    private McpServerOptions Options(ToolCaller caller) =>
        new()
        {
            ServerInfo = new Implementation
            {
                Name = "motif",
                Title = "Motif",
                Version = ServerVersion.Text,
            },
            ServerInstructions = Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) =>
                    ValueTask.FromResult(
                        new ListToolsResult { Tools = [.. _tools.All.Select(t => t.Definition)] }
                    ),
                CallToolHandler = (request, cancellationToken) =>
                    CallAsync(request.Params, caller, cancellationToken),
            },
        };

    private async ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams? request,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var tool =
            _tools.All.FirstOrDefault(t => t.Definition.Name == request?.Name)
            ?? throw new McpProtocolException(
                $"there is no tool '{request?.Name}'; there are {string.Join(", ", _tools.All.Select(t => t.Definition.Name))}",
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
