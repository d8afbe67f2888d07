using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Http;

/// <summary>
/// Knows a caller by the API key sent as bearer token or <c>X-Api-Key</c>. Where no key is required, a caller without one
/// is the local administrator; a wrong key is refused everywhere.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IApiKeyStore keys,
    MotifServerOptions options
) : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string HeaderName = "X-Api-Key";

    /// <summary>Where the reason of a failure stands for the problem's detail.</summary>
    public const string FailureItem = "motif.authentication.failure";

    private const string Bearer = "Bearer ";
    private const string LocalName = "local";
    private const string RightsClaim = "motif.rights";

    /// <summary>Who asks, as the catalogue knows them.</summary>
    public static Actor ActorOf(HttpContext context) =>
        new(
            context.User.Identity?.Name ?? LocalName,
            context.User.IsInRole(WireName.Of(ApiScope.Admin)),
            Enum.Parse<ApiRights>(
                context.User.FindFirstValue(RightsClaim) ?? nameof(ApiRights.None)
            )
        );

    /// <summary>The name of the key that was sent; null where none was, or a wrong one.</summary>
    public static string? KeyName(HttpContext context) =>
        context.User.HasClaim(ClaimTypes.AuthenticationMethod, SchemeName)
            ? context.User.Identity?.Name
            : null;

    /// <summary>Each scope includes the one before.</summary>
    public static void AddPolicies(AuthorizationOptions authorization)
    {
        foreach (var scope in Enum.GetValues<ApiScope>())
        {
            var enough = Enum.GetValues<ApiScope>()
                .Where(s => s >= scope)
                .Select(s => WireName.Of(s));
            authorization.AddPolicy(WireName.Of(scope), policy => policy.RequireRole(enough));
        }
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Secret() is not { } secret)
            return options.RequiresApiKey
                ? AuthenticateResult.NoResult()
                : AuthenticateResult.Success(
                    Ticket(LocalName, ApiScope.Admin, ApiRights.None, isKey: false)
                );
        if (!secret.StartsWith(ApiKeySecret.Prefix, StringComparison.Ordinal))
            return Refuse($"an API key begins with {ApiKeySecret.Prefix}");
        var key = await keys.FindAsync(ApiKeySecret.Hash(secret), Context.RequestAborted);
        return key is null
            ? Refuse("the API key is unknown or was revoked")
            : AuthenticateResult.Success(Ticket(key.Name, key.Scope, key.Rights, isKey: true));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"motif\"";
        return Task.CompletedTask;
    }

    private AuthenticateResult Refuse(string reason)
    {
        Context.Items[FailureItem] = reason;
        return AuthenticateResult.Fail(reason);
    }

    private string? Secret()
    {
        if (Request.Headers[HeaderName] is [{ Length: > 0 } key])
            return key;
        return
            Request.Headers.Authorization is [{ } value]
            && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..].Trim()
            : null;
    }

    private static AuthenticationTicket Ticket(
        string name,
        ApiScope scope,
        ApiRights rights,
        bool isKey
    )
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, name),
                new(ClaimTypes.Role, WireName.Of(scope)),
                new(RightsClaim, rights.ToString()),
            ],
            SchemeName
        );
        if (isKey)
            identity.AddClaim(new Claim(ClaimTypes.AuthenticationMethod, SchemeName));
        return new(new ClaimsPrincipal(identity), SchemeName);
    }
}
