using System.Net.Mime;
using Microsoft.Extensions.FileProviders;

namespace Motif.Server.Http;

/// <summary>
/// The dashboard at <c>/</c>: files that its build left, or where there are none a page that says how to get them.
/// </summary>
internal sealed class Dashboard(MotifServerOptions options)
{
    /// <summary>Every address but those that belong to programs: an unknown one of theirs is a problem, not a page.</summary>
    private const string Pages =
        "{*path:regex(^(?!(api|assets|health|mcp|metrics|openapi|problems)(/|$)))}";

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Motif</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:16px/1.6 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}</style>
        </head>
        <body>
        <h1>Motif is running</h1>
        <p>The dashboard is not built. Install Node 20 or later and build the server again
        (<code>dotnet build</code>), then start it anew. Packages and images carry the dashboard built.</p>
        <p>Everything else works: <a href="/openapi">the API to try</a>,
        <a href="/openapi/v1.json">its description</a>, <a href="/health/ready">health</a>,
        <a href="/metrics">metrics</a>.</p>
        </body>
        </html>
        """;

    private readonly string _folder =
        options.DashboardPath ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public bool IsBuilt => File.Exists(Index);

    private string Index => Path.Combine(_folder, "index.html");

    public void UseFiles(WebApplication app)
    {
        if (IsBuilt)
        {
            var files = new PhysicalFileProvider(Path.GetFullPath(_folder));
            app.UseStaticFiles(
                new StaticFileOptions
                {
                    FileProvider = files,
                    OnPrepareResponse = f => Cache(f.Context),
                }
            );
        }
    }

    /// <summary>Every address that no endpoint has is a page of the dashboard.</summary>
    public void MapPages(WebApplication app)
    {
        // The pattern does not match the root, which has no path to test.
        foreach (var pages in new[] { "", Pages })
            app.MapFallback(pages, AnswerAsync)
                .WithMetadata(
                    new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]),
                    new RequestRateAttribute(RequestRate.Free)
                )
                .AllowAnonymous()
                .ExcludeFromDescription();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        if (IsBuilt)
            await context.Response.SendFileAsync(Index, context.RequestAborted);
        else
            await context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    /// <summary>The build names the files in <c>assets</c> after their content; everything else is asked for again.</summary>
    private static void Cache(HttpContext context) =>
        context.Response.Headers.CacheControl = context.Request.Path.StartsWithSegments(
            "/assets",
            StringComparison.Ordinal
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
