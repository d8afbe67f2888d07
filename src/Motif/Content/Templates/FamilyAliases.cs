using System.Collections.Frozen;

namespace Motif.Content.Templates;

/// <summary>Why a family is known by another id.</summary>
public enum FamilyAliasReason
{
    /// <summary>Somebody said that two families are one, or gave a template of their own another name.</summary>
    Merged,

    /// <summary>A rebuild found them to be one.</summary>
    Rebuilt,
}

/// <summary>An id that was given out once, and the family that its posts count for since.</summary>
public sealed record FamilyAlias(
    string AliasId,
    string FamilyId,
    DateTimeOffset At,
    string Actor,
    FamilyAliasReason Reason
);

/// <summary>
/// Where ids that were given out lead. Rows are only ever added: of A → B and B → C, A leads to C. Immutable.
/// </summary>
public sealed class FamilyAliases
{
    private readonly FrozenDictionary<string, FamilyAlias> _byAlias;

    /// <param name="generation">Counts the changes; another number, another state.</param>
    public FamilyAliases(long generation, IEnumerable<FamilyAlias> aliases)
    {
        Generation = generation;
        _byAlias = aliases.ToFrozenDictionary(a => a.AliasId, StringComparer.Ordinal);
    }

    public static FamilyAliases None { get; } = new(0, []);

    public long Generation { get; }

    public int Count => _byAlias.Count;

    /// <summary>The newest first.</summary>
    public IEnumerable<FamilyAlias> All =>
        _byAlias.Values.OrderByDescending(a => a.At).ThenBy(a => a.AliasId, StringComparer.Ordinal);

    public bool IsAlias(string familyId) => _byAlias.ContainsKey(familyId);

    /// <summary>The family that an id leads to; itself where it is no alias.</summary>
    public string Resolve(string familyId)
    {
        // No row leads back: it is refused before it is kept.
        while (_byAlias.TryGetValue(familyId, out var alias))
            familyId = alias.FamilyId;
        return familyId;
    }

    public string? ResolveOrNull(string? familyId) => familyId is null ? null : Resolve(familyId);
}
