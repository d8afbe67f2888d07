using Motif.Storage;

namespace Motif.Catalog;

/// <summary>A manifest as entries of the ledger.</summary>
internal static class ManifestEntries
{
    private const int MostShown = 80;

    /// <summary>Its exposures, then its uses, each pattern once; or what is wrong with it.</summary>
    public static CatalogueAnswer<List<Use>> Of(UsageManifest manifest, Ledger ledger)
    {
        if (Refusal(manifest) is { } refusal)
            return refusal;
        var entries = new List<Use>();
        var outcomes = new Dictionary<Guid, UseOutcome>();
        foreach (var (name, outcome) in manifest.Outcomes ?? EmptyOutcomes)
        {
            if (!TryRead(name, out var patternId))
                return Unreadable("outcomes", name);
            outcomes[patternId] = outcome;
        }
        var exposed = Add(UseAction.Exposed, manifest.Exposed, "exposed");
        var problem = exposed ?? Add(UseAction.Applied, manifest.Applied, "applied");
        if (problem is not null)
            return problem;
        var applied = entries.Where(u => u.Action is UseAction.Applied).Select(u => u.PatternId);
        return outcomes.Keys.Except(applied).ToList() is [var stray, ..]
            ? CatalogueProblem.Invalid("outcomes", $"{stray} does not stand in applied")
            : entries;

        CatalogueProblem? Add(UseAction action, IReadOnlyList<string>? names, string field)
        {
            var seen = new HashSet<Guid>();
            foreach (var name in names ?? [])
            {
                if (!TryRead(name, out var patternId))
                    return Unreadable(field, name);
                if (!seen.Add(patternId))
                    continue;
                var answer = ledger.Prepare(patternId, Draft(manifest, action));
                if (answer.Value is not { } use)
                    return answer.Problem;
                entries.Add(action is UseAction.Applied ? WithOutcome(use, outcomes) : use);
            }
            return null;
        }
    }

    /// <summary>What the manifest calls a pattern that it names.</summary>
    public static string NameOf(UsageManifest manifest, Guid patternId) =>
        (manifest.Exposed ?? [])
            .Concat(manifest.Applied ?? [])
            .First(name => TryRead(name, out var id) && id == patternId);

    private static Dictionary<string, UseOutcome> EmptyOutcomes { get; } = [];

    private static CatalogueProblem? Refusal(UsageManifest manifest)
    {
        if (StorableRequest.Mistakes(manifest) is { Count: > 0 } unstorable)
            return CatalogueProblem.Invalid(unstorable);
        if (
            string.IsNullOrWhiteSpace(manifest.ManifestId)
            || manifest.ManifestId.Length > UsageManifest.MaxIdLength
        )
            return CatalogueProblem.Invalid(
                "manifest_id",
                $"has 1 to {UsageManifest.MaxIdLength} characters, not only white space"
            );
        var count = (manifest.Exposed?.Count ?? 0) + (manifest.Applied?.Count ?? 0);
        return count switch
        {
            0 => CatalogueProblem.Invalid(
                "applied",
                "name at least one pattern in exposed or applied"
            ),
            > UsageManifest.MaxPatterns => CatalogueProblem.Invalid(
                "exposed",
                $"names {count} patterns with applied; at most {UsageManifest.MaxPatterns}"
            ),
            _ => null,
        };
    }

    /// <summary>Exposed and applied are two entries: the action stands in the key.</summary>
    private static UseDraft Draft(UsageManifest manifest, UseAction action) =>
        new(
            manifest.Actor,
            action,
            manifest.Context,
            manifest.At,
            $"manifest {manifest.ManifestId} {WireName.Of(action)}"
        );

    private static Use WithOutcome(Use use, Dictionary<Guid, UseOutcome> outcomes) =>
        outcomes.TryGetValue(use.PatternId, out var outcome)
            ? use with
            {
                Outcome = outcome,
                OutcomeAt = use.At,
            }
            : use;

    private static bool TryRead(string name, out Guid patternId)
    {
        if (Guid.TryParseExact(name, "D", out patternId))
            return true;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || WireName.Parse<PatternKind>(name[..colon]) is not { } kind)
            return false;
        var key = name[(colon + 1)..];
        if (string.IsNullOrWhiteSpace(key))
            return false;
        patternId = PatternId.For(kind, key);
        return true;
    }

    private static CatalogueProblem Unreadable(string field, string name) =>
        CatalogueProblem.Invalid(
            field,
            $"'{(name.Length <= MostShown ? name : name[..MostShown] + "…")}' is neither a pattern's id nor its kind and key, such as success:retry-with-backoff"
        );
}
