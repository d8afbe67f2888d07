namespace Motif.Server.Http;

/// <summary>
/// How large the head of a request may be. Kestrel reads <see cref="Slack"/> times as much and cuts what is larger off
/// without a word; what lies between is told as a problem.
/// </summary>
internal static class RequestHead
{
    public const int MaxLineBytes = 8 * 1024;
    public const int MaxHeaderBytes = 32 * 1024;
    public const int MaxHeaders = 100;
    public const int Slack = 4;

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (LineBytes(request) > MaxLineBytes)
            return AnswerAsync(
                context,
                Problems.AddressTooLong,
                $"an address of at most {MaxLineBytes} bytes is read here"
            );
        return request.Headers.Count > MaxHeaders || HeaderBytes(request) > MaxHeaderBytes
            ? AnswerAsync(
                context,
                Problems.HeadersTooLarge,
                $"at most {MaxHeaders} headers of {MaxHeaderBytes} bytes together are read here"
            )
            : next(context);
    }

    /// <summary>The last on its connection, as where Kestrel cuts: such a caller has lost its way.</summary>
    private static Task AnswerAsync(HttpContext context, ProblemKind kind, string detail)
    {
        context.Response.Headers.Connection = "close";
        return ProblemWriter.WriteAsync(context, Problems.Details(kind, detail));
    }

    /// <summary>Path and query as they came; the method and the version are a few bytes more.</summary>
    private static int LineBytes(HttpRequest request) =>
        (request.PathBase + request.Path).ToUriComponent().Length
        + (request.QueryString.Value?.Length ?? 0);

    private static int HeaderBytes(HttpRequest request) =>
        request.Headers.Sum(h => h.Value.Sum(value => h.Key.Length + (value?.Length ?? 0)));
}
