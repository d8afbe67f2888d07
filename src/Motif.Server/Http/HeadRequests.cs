using Microsoft.Net.Http.Headers;

namespace Motif.Server.Http;

/// <summary>Answers HEAD wherever GET is answered, with the same head and no body (RFC 9110 §9.3.2).</summary>
internal static class HeadRequests
{
    private static readonly object Asked = new();

    /// <summary>
    /// The way inwards sees a GET; Kestrel, which read HEAD off the wire, sends no body. Outside of it, for the log, the
    /// method stays what it was.
    /// </summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state => NameBeside((HttpContext)state), context);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        context.Items[Asked] = true;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>True where only the head is wanted: an endless body must not be begun.</summary>
    public static bool IsOne(HttpContext context) => context.Items.ContainsKey(Asked);

    /// <summary>Routing knows GET alone, and says so in the Allow header of a 405.</summary>
    private static Task NameBeside(HttpContext context)
    {
        var allowed = context.Response.Headers[HeaderNames.Allow].ToString();
        if (
            allowed.Contains(HttpMethods.Get, StringComparison.Ordinal)
            && !allowed.Contains(HttpMethods.Head, StringComparison.Ordinal)
        )
            context.Response.Headers.Allow = $"{allowed}, {HttpMethods.Head}";
        return Task.CompletedTask;
    }
}
