using System.Net;

namespace Motif.Server.Http;

/// <summary>
/// What a browser of a victim must not be able to do: reach a loopback server under an attacker's name (DNS rebinding), or
/// change something from a page of another site.
/// </summary>
internal sealed class RequestGuards(MotifServerOptions options)
{
    private readonly bool _isLoopbackOnly = options.IsLoopbackOnly;

    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (_isLoopbackOnly && !IsKnownHost(context.Request.Host.Host))
            return ProblemWriter.WriteAsync(
                context,
                Problems.Details(
                    Problems.WrongHost,
                    $"the server listens on loopback and is not known as '{context.Request.Host.Host}'"
                )
            );
        if (IsChange(context.Request.Method) && ForeignOrigin(context.Request) is { } origin)
            return ProblemWriter.WriteAsync(
                context,
                Problems.Details(
                    Problems.CrossSite,
                    $"a page of {origin} may not change anything here"
                )
            );
        return next(context);
    }

    private bool IsKnownHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (
            IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)
        )
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsChange(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>The origin of a page that is neither ours nor allowed; programs send none.</summary>
    private string? ForeignOrigin(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && origin != $"{request.Scheme}://{request.Host}"
        && !options.CorsOrigins.Contains(origin, StringComparer.Ordinal)
            ? $"'{origin}'"
            : SiteWithoutOrigin(request);

    /// <summary>A browser may leave the origin out but says where the page stands; a program says neither.</summary>
    private static string? SiteWithoutOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        && request.Headers["Sec-Fetch-Site"].ToString() is ("cross-site" or "same-site")
            ? "another site"
            : null;
}
