using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;

namespace Motif.Server.Http;

/// <summary>A kind of problem: its address is stable, so that programs can tell problems apart.</summary>
/// <param name="Slug">The end of its address <c>/problems/{slug}</c>.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record ProblemKind(string Slug, int Status, string Title, string Advice)
{
    public string Type => $"/problems/{Slug}";
}

/// <summary>Every problem that the API answers with (RFC 9457).</summary>
public static class Problems
{
    public static readonly ProblemKind InvalidRequest = new(
        "invalid-request",
        400,
        "The request is not valid.",
        "errors says by field what is wrong; correct it and send the request again."
    );
    public static readonly ProblemKind MalformedJson = new(
        "malformed-json",
        400,
        "The body is not the JSON that is expected.",
        "errors says where and what is expected there; /openapi/v1.json has the schema."
    );
    public static readonly ProblemKind UnknownParameter = new(
        "unknown-parameter",
        400,
        "A query parameter is not known.",
        "errors names it; /openapi/v1.json lists the parameters of every address."
    );
    public static readonly ProblemKind KeyNeeded = new(
        "key-needed",
        401,
        "An API key is needed.",
        "Send a key in force as 'Authorization: Bearer motif_…' or 'X-Api-Key: motif_…'."
    );
    public static readonly ProblemKind WrongSignature = new(
        "wrong-signature",
        401,
        "The webhook's signature is not valid.",
        "Sign id.timestamp.body with the secret that both sides know, within five minutes."
    );
    public static readonly ProblemKind NotPermitted = new(
        "not-permitted",
        403,
        "The key does not permit this.",
        "Use a key of the scope (reader, operator or admin) or with the right that detail names."
    );
    public static readonly ProblemKind CrossSite = new(
        "cross-site",
        403,
        "A page of another site may not change anything here.",
        "Name the page's origin in MOTIF_CORS_ORIGINS if it shall."
    );
    public static readonly ProblemKind OutsideRoots = new(
        "outside-roots",
        403,
        "The path lies outside the folders that may be scanned.",
        "Start the server with the folder in MOTIF_CODE_ROOTS."
    );
    public static readonly ProblemKind NotFound = new(
        "not-found",
        404,
        "There is no such thing.",
        "Check the id and the address; it may have been purged."
    );
    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed",
        405,
        "The address does not know this method.",
        "The Allow header names the methods that it knows."
    );
    public static readonly ProblemKind Duplicate = new(
        "duplicate",
        409,
        "It exists already.",
        "existing_id says which; change that, or give another key."
    );
    public static readonly ProblemKind NotAllowed = new(
        "not-allowed",
        409,
        "Its state does not allow this.",
        "detail says what is allowed."
    );
    public static readonly ProblemKind InProgress = new(
        "in-progress",
        409,
        "The first request with this Idempotency-Key is still being answered.",
        "Wait as Retry-After says and send the same request again."
    );
    public static readonly ProblemKind ScanRunning = new(
        "scan-running",
        409,
        "Too many scans are running at once.",
        "Wait for the scan that detail names, or cancel it."
    );
    public static readonly ProblemKind Expired = new(
        "expired",
        410,
        "It waited too long.",
        "It is over; begin anew with what stands there now."
    );
    public static readonly ProblemKind StaleVersion = new(
        "stale-version",
        412,
        "It was changed since it was read.",
        "Read it again, repeat the change on what stands there now, and send its new ETag."
    );
    public static readonly ProblemKind TooLarge = new(
        "too-large",
        413,
        "The body is too large.",
        "detail names the limit; many patterns go through POST /api/v1/patterns/import."
    );
    public static readonly ProblemKind AddressTooLong = new(
        "address-too-long",
        414,
        "The address is too long.",
        "detail names the limit; shorten the query, or send what can be sent as a body."
    );
    public static readonly ProblemKind MediaType = new(
        "media-type",
        415,
        "The body's media type is not read here.",
        "Send application/json, or application/x-ndjson to an import."
    );
    public static readonly ProblemKind WrongHost = new(
        "wrong-host",
        421,
        "The server is not known by this host name.",
        "A server on loopback answers to localhost and 127.0.0.1; name others in MOTIF_ALLOWED_HOSTS."
    );
    public static readonly ProblemKind KeyReused = new(
        "key-reused",
        422,
        "The Idempotency-Key was used for another request.",
        "Give every request a key of its own; repeat a key only with the same request."
    );
    public static readonly ProblemKind NotShown = new(
        "not-shown",
        422,
        "The match did not show this pattern.",
        "Send the match_id of the answer that showed the pattern, or leave match_id out where it came from none."
    );
    public static readonly ProblemKind Incomplete = new(
        "incomplete",
        422,
        "Something is still missing.",
        "detail names it; give it and send the request again."
    );
    public static readonly ProblemKind VersionNeeded = new(
        "version-needed",
        428,
        "The change needs the version that it is based on.",
        "Send the ETag that was read as If-Match."
    );
    public static readonly ProblemKind TooManyRequests = new(
        "too-many-requests",
        429,
        "Too many requests.",
        "Wait as Retry-After says; the RateLimit headers say how many are left."
    );
    public static readonly ProblemKind HeadersTooLarge = new(
        "headers-too-large",
        431,
        "The headers are too large.",
        "detail names the limit; send fewer or shorter headers."
    );
    public static readonly ProblemKind Unexpected = new(
        "unexpected",
        500,
        "The server made a mistake.",
        "The log has the reason under the request_id."
    );
    public static readonly ProblemKind Unavailable = new(
        "unavailable",
        503,
        "A part that is needed does not answer.",
        "Try again later; /health/ready says which part and why."
    );

    public static readonly ProblemKind StorageFull = new(
        "storage-full",
        507,
        "The disk of the database is full.",
        "Make room there and send the request again: nothing of it was written. Reading goes on, and no restart is needed."
    );

    /// <summary>All kinds in order of status.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidRequest,
        MalformedJson,
        UnknownParameter,
        KeyNeeded,
        WrongSignature,
        NotPermitted,
        CrossSite,
        OutsideRoots,
        NotFound,
        MethodNotAllowed,
        Duplicate,
        NotAllowed,
        InProgress,
        ScanRunning,
        Expired,
        StaleVersion,
        TooLarge,
        AddressTooLong,
        MediaType,
        WrongHost,
        KeyReused,
        NotShown,
        Incomplete,
        VersionNeeded,
        TooManyRequests,
        HeadersTooLarge,
        Unexpected,
        Unavailable,
        StorageFull,
    ];

    /// <summary>The kind for a status that nothing more is known about; null where none fits.</summary>
    public static ProblemKind? OfStatus(int status) =>
        status is 409 ? NotAllowed : All.FirstOrDefault(k => k.Status == status);

    public static ProblemHttpResult Of(
        ProblemKind kind,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null
    ) => TypedResults.Problem(Details(kind, detail, errors));

    /// <summary>A "no" of the catalogue.</summary>
    public static ProblemHttpResult Of(CatalogueProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var details = Details(KindOf(problem.Refusal), problem.Detail, problem.Fields);
        if (problem.ExistingId is { } existing)
            details.Extensions["existing_id"] = existing;
        return TypedResults.Problem(details);
    }

    /// <summary>One wrong field.</summary>
    public static ProblemHttpResult Invalid(string field, string error) =>
        Of(
            InvalidRequest,
            $"{field} {error}",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] }
        );

    public static ProblemDetails Details(
        ProblemKind kind,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null
    )
    {
        ArgumentNullException.ThrowIfNull(kind);
        var details = new ProblemDetails
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
        };
        if (errors is not null)
            details.Extensions["errors"] = errors;
        return details;
    }

    private static ProblemKind KindOf(CatalogueRefusal refusal) =>
        refusal switch
        {
            CatalogueRefusal.Invalid => InvalidRequest,
            CatalogueRefusal.NotFound => NotFound,
            CatalogueRefusal.Duplicate => Duplicate,
            CatalogueRefusal.Stale => StaleVersion,
            CatalogueRefusal.NotAllowed => NotAllowed,
            CatalogueRefusal.NotPermitted => NotPermitted,
            CatalogueRefusal.Expired => Expired,
            CatalogueRefusal.Incomplete => Incomplete,
            CatalogueRefusal.NotShown => NotShown,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };
}
