using Microsoft.AspNetCore.Http.HttpResults;

namespace Motif.Server.Http;

/// <summary>
/// Says that a query parameter holds wire names of an enum. The binder of ASP.NET would take C# names and numbers, so such
/// parameters are text and read by <see cref="WireParameters"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class WireParameterAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

/// <summary>Reads wire names, and remembers those that are none.</summary>
internal sealed class WireParameters
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    /// <summary>Null while every name was one.</summary>
    /// <param name="detail">What the problem says beside the errors of each parameter.</param>
    public ProblemHttpResult? Refusal(string detail = "one or more parameters are wrong") =>
        _errors.Count > 0 ? Problems.Of(Problems.InvalidRequest, detail, _errors) : null;

    public T? Read<T>(string name, string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        var value = WireName.Parse<T>(text);
        if (value is null)
            _errors[name] = [$"'{text}' is not one of {Names<T>()}"];
        return value;
    }

    public IReadOnlyList<T> Read<T>(string name, IEnumerable<string>? texts)
        where T : struct, Enum => [.. (texts ?? []).Select(t => Read<T>(name, t)).OfType<T>()];

    private static string Names<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(v => WireName.Of(v)));
}
