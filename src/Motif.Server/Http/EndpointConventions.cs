using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Motif.Storage;

namespace Motif.Server.Http;

/// <summary>What the endpoints of the API say of themselves, each in one word.</summary>
internal static class EndpointConventions
{
    public static RouteHandlerBuilder Describe(
        this RouteHandlerBuilder endpoint,
        string operationId,
        string summary,
        string? description = null
    )
    {
        endpoint.WithName(operationId).WithSummary(summary);
        return description is null ? endpoint : endpoint.WithDescription(description);
    }

    /// <summary>The problems it answers with beside those that every endpoint may.</summary>
    public static RouteHandlerBuilder MayFail(
        this RouteHandlerBuilder endpoint,
        params ReadOnlySpan<int> statuses
    )
    {
        foreach (var status in statuses)
            endpoint.ProducesProblem(status);
        return endpoint;
    }

    public static RouteHandlerBuilder ForOperators(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireAuthorization(WireName.Of(ApiScope.Operator));

    /// <summary>A POST that may be repeated with its Idempotency-Key.</summary>
    public static RouteHandlerBuilder OnceByKey(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new AcceptsIdempotencyKey())
            .MayFail(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Refuses query parameters that a handler does not take: a misspelt filter must not silently let all through.</summary>
    public static RouteGroupBuilder KnownQueryOnly(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory(
            (context, next) =>
            {
                var known = QueryNames(context.MethodInfo).ToHashSet(StringComparer.Ordinal);
                return invocation =>
                    Unknown(invocation.HttpContext.Request.Query, known) is { } problem
                        ? ValueTask.FromResult<object?>(problem)
                        : next(invocation);
            }
        );
        return group;
    }

    /// <summary>
    /// Refuses what no store can keep, in any parameter and any member of a body, before a handler sees it: no handler can
    /// forget to.
    /// </summary>
    public static RouteGroupBuilder StorableOnly(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(
            (invocation, next) =>
                Unstorable(invocation) is { Count: > 0 } mistakes
                    ? ValueTask.FromResult<object?>(
                        Problems.Of(
                            Problems.InvalidRequest,
                            string.Join("; ", mistakes.Select(m => $"{m.Key} {m.Value[0]}")),
                            mistakes
                        )
                    )
                    : next(invocation)
        );
        return group;
    }

    private static Dictionary<string, string[]> Unstorable(
        EndpointFilterInvocationContext invocation
    )
    {
        var http = invocation.HttpContext;
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in http.Request.Query)
        foreach (var value in values)
        {
            if (StorableText.Mistake(value) is { } mistake)
                mistakes[name] = [mistake];
        }
        var body = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var request = invocation.Arguments.FirstOrDefault(a => a?.GetType() == body);
        return mistakes.Count > 0 || request is null ? mistakes : StorableRequest.Mistakes(request);
    }

    private static IEnumerable<string> QueryNames(MethodInfo handler) =>
        from parameter in handler.GetParameters()
        from source in parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [parameter]
            : parameter.ParameterType.GetProperties().Cast<ICustomAttributeProvider>()
        from query in source.GetCustomAttributes(inherit: false).OfType<FromQueryAttribute>()
        select query.Name
            ?? throw new InvalidOperationException(
                $"a query parameter of {handler.Name} has no name"
            );

    private static ProblemHttpResult? Unknown(IQueryCollection query, HashSet<string> known)
    {
        var unknown = query.Keys.Where(k => !known.Contains(k)).ToList();
        if (unknown.Count == 0)
            return null;
        var expected =
            known.Count == 0 ? "none" : string.Join(", ", known.Order(StringComparer.Ordinal));
        return Problems.Of(
            Problems.UnknownParameter,
            $"'{unknown[0]}' is not known here; known are: {expected}",
            unknown.ToDictionary(
                k => k,
                _ => new[] { $"is not known here; known are: {expected}" },
                StringComparer.Ordinal
            )
        );
    }
}

/// <summary>A list that is whole.</summary>
public sealed record Items<T>([property: JsonPropertyName("items")] IReadOnlyList<T> List);
