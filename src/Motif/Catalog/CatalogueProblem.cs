namespace Motif.Catalog;

/// <summary>Why the catalogue said no; each is an answer, not a failure.</summary>
public enum CatalogueRefusal
{
    /// <summary>A field is wrong; <see cref="CatalogueProblem.Fields"/> says which.</summary>
    Invalid,

    /// <summary>There is no such pattern, version, use or relationship.</summary>
    NotFound,

    /// <summary>It exists already; <see cref="CatalogueProblem.ExistingId"/> says which.</summary>
    Duplicate,

    /// <summary>The pattern was changed since the version the caller saw.</summary>
    Stale,

    /// <summary>The lifecycle or the state of a use does not allow it.</summary>
    NotAllowed,

    /// <summary>The match that an entry names did not show the pattern.</summary>
    NotShown,

    /// <summary>Whoever asks lacks the right; the detail says which.</summary>
    NotPermitted,

    /// <summary>It waited too long and is over.</summary>
    Expired,

    /// <summary>Something that it needs was not given yet; the detail says what.</summary>
    Incomplete,
}

/// <summary>An expected "no" with what, where and what to do.</summary>
/// <param name="Fields">Wrong fields by wire name with their errors.</param>
public sealed record CatalogueProblem(
    CatalogueRefusal Refusal,
    string Detail,
    IReadOnlyDictionary<string, string[]>? Fields = null,
    Guid? ExistingId = null
)
{
    /// <summary>All of it in one line: the wrong fields where there are any, otherwise the detail.</summary>
    public string OneLine =>
        Fields is { Count: > 0 } fields
            ? string.Join("; ", fields.Select(f => $"{f.Key}: {string.Join(", ", f.Value)}"))
            : Detail;

    internal static CatalogueProblem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(CatalogueRefusal.Invalid, "one or more fields are wrong", errors);

    internal static CatalogueProblem Invalid(string field, string error) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] });

    internal static CatalogueProblem NoPattern(Guid patternId) =>
        new(CatalogueRefusal.NotFound, $"no pattern has the id {patternId}");

    internal static CatalogueProblem NotPermitted(string right) =>
        new(
            CatalogueRefusal.NotPermitted,
            $"the right {right} is needed; an administrator gives it with 'motif keys add NAME --right {right}'"
        );

    internal static CatalogueProblem NotShown(Guid patternId, Guid matchId) =>
        new(CatalogueRefusal.NotShown, $"match {matchId} did not show pattern {patternId}");
}

/// <summary>A value or the problem that stood in its way; exactly one of them.</summary>
public readonly record struct CatalogueAnswer<T>
    where T : class
{
    internal CatalogueAnswer(T? value, CatalogueProblem? problem) =>
        (Value, Problem) = (value, problem);

    public T? Value { get; }

    public CatalogueProblem? Problem { get; }

    public static implicit operator CatalogueAnswer<T>(T value) => new(value, null);

    public static implicit operator CatalogueAnswer<T>(CatalogueProblem problem) =>
        new(null, problem);
}

/// <summary>Answers whose value is an interface, from which C# has no implicit conversion.</summary>
internal static class CatalogueAnswer
{
    public static CatalogueAnswer<T> Of<T>(T value)
        where T : class => new(value, null);
}
