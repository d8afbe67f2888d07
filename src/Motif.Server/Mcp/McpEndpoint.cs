using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>
/// The Model Context Protocol over streamable HTTP at <c>/mcp</c>. API keys and scopes hold as on the API: reading tools need
/// a reader, recording ones an operator.
/// </summary>
internal static class McpEndpoint
{
    private const string Path = "/mcp";

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, AnswerAsync)
            .RequireAuthorization(WireName.Of(ApiScope.Reader))
            .ExcludeFromDescription();
        // Without sessions there is no stream to listen to and nothing to end; the protocol wants 405 for both.
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Delete], RefuseAsync)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static async Task AnswerAsync(HttpContext context, McpSession session)
    {
        JsonRpcMessage? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(
                context.Request.Body,
                McpJsonUtilities.DefaultOptions,
                context.RequestAborted
            );
        }
        catch (JsonException)
        {
            message = null;
        }
        if (message is null)
        {
            await Problems
                .Of(Problems.MalformedJson, "a JSON-RPC 2.0 message is expected")
                .ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        var answered = await session.AnswerAsync(
            message,
            CallerOf(context),
            context.Response.Body,
            context.RequestAborted
        );
        if (answered)
            return;
        context.Response.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

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
