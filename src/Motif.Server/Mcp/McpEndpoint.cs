using System.Text.Json;
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

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        app.MapMcp(Path)
            .RequireAuthorization(WireName.Of(ApiScope.Reader))
            .WithMetadata(new ExcludeFromDescriptionAttribute())
            .Finally(endpoint => endpoint.RequestDelegate = Forgiving(endpoint.RequestDelegate!));
        // Without sessions there is no stream to listen to and nothing to end; the protocol wants 405 for both.
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Delete], RefuseAsync)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>The SDK throws at a message whose parameters are not what its method takes; that is the caller's mistake.</summary>
    private static RequestDelegate Forgiving(RequestDelegate answerAsync) =>
        async context =>
        {
            try
            {
                await answerAsync(context);
            }
            catch (JsonException) when (!context.Response.HasStarted)
            {
                await Problems
                    .Of(
                        Problems.InvalidRequest,
                        "the message's params are not what its method takes"
                    )
                    .ExecuteAsync(context);
            }
        };

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return Problems
            .Of(
                Problems.MethodNotAllowed,
                "send JSON-RPC messages with POST; there are no sessions"
            )
            .ExecuteAsync(context);
    }

    private static ToolCaller CallerOf(HttpContext context) =>
        new(
            ApiKeyAuthentication.ActorOf(context),
            Enum.GetValues<ApiScope>().Last(s => context.User.IsInRole(WireName.Of(s)))
        );
}
