using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>
/// The Model Context Protocol over streamable HTTP at <c>/mcp</c>, without sessions: any server of a database answers any
/// message. API keys and scopes hold as on the API: reading tools need a reader, recording ones an operator.
/// </summary>
internal static class McpEndpoint
{
    private const string Path = "/mcp";

    public static void AddMcp(this IServiceCollection services) =>
        services
            .AddSingleton<McpSession>()
            .AddMcpServer()
            .WithHttpTransport(http =>
            {
                http.Stateless = true;
                http.ConfigureSessionOptions = (context, options, _) =>
                {
                    context
                        .RequestServices.GetRequiredService<McpSession>()
                        .Configure(options, CallerOf(context));
                    return Task.CompletedTask;
                };
            });

    public static void MapMcp(this IEndpointRouteBuilder app) =>
        app.MapMcp(Path)
            .RequireAuthorization(WireName.Of(ApiScope.Reader))
            .WithMetadata(new ExcludeFromDescriptionAttribute());

    private static ToolCaller CallerOf(HttpContext context) =>
        new(
            ApiKeyAuthentication.ActorOf(context),
            Enum.GetValues<ApiScope>().Last(s => context.User.IsInRole(WireName.Of(s)))
        );
}
