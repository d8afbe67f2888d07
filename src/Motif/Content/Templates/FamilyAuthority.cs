using System.Globalization;
using Motif.Catalog;

namespace Motif.Content.Templates;

/// <summary>
/// Changes which texts an audience takes for the same, with nothing lost: two families become one by a row that leads from one
/// to the other, and a rebuild stands beside the families in force until it was looked at. Thread-safe.
/// </summary>
public sealed class FamilyAuthority(ITemplateFamilyStore store, TimeProvider time)
{
    private const int MostCharacters = 2000;

    /// <summary>Where ids lead that were given out once, the newest first.</summary>
    public async Task<IReadOnlyList<FamilyAlias>> AliasesAsync(
        CancellationToken cancellationToken
    ) => [.. (await store.AliasesAsync(cancellationToken)).All];

    /// <summary>Lets posts of one family count for another, those that were made and those to come.</summary>
    /// <param name="from">A family's id, or a template of the caller's own.</param>
    /// <param name="into">A family's id, or a template of the caller's own.</param>
    public async Task<CatalogueAnswer<FamilyAlias>> MergeAsync(
        string? from,
        string? into,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if ((Fault("from", from) ?? Fault("into", into)) is { } fault)
            return fault;
        var (alias, family) = (NamedTemplate.IdOf(from!), NamedTemplate.IdOf(into!));
        var now = Moment.Now(time);
        CatalogueAnswer<FamilyAlias> answer = default;
        await store.AppendAliasAsync(
            aliases =>
            {
                if (aliases.Resolve(alias) == aliases.Resolve(family))
                {
                    answer = CatalogueProblem.Invalid("into", "is the same family already");
                    return null;
                }
                // An id leads to one place: what leads on is the family behind it.
                var merged = new FamilyAlias(
                    aliases.Resolve(alias),
                    aliases.Resolve(family),
                    now,
                    actor.Name,
                    FamilyAliasReason.Merged
                );
                answer = merged;
                return merged;
            },
            cancellationToken
        );
        return answer;
    }

    /// <summary>What a rebuild would change; nothing is kept.</summary>
    public async Task<FamilyDiff> CompareAsync(CancellationToken cancellationToken) =>
        (await RebuildAsync(cancellationToken)).Diff;

    /// <summary>Puts the rebuilt families in the place of those in force.</summary>
    /// <param name="state">That of the comparison which was looked at.</param>
    public async Task<CatalogueAnswer<FamilyDiff>> SwitchAsync(
        string state,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (mark, rebuild, diff) = await RebuildAsync(cancellationToken);
        if (diff.State != state)
            return Stale(state);
        var now = Moment.Now(time);
        var aliases = rebuild.Merged.Select(m => new FamilyAlias(
            m.Family.FamilyId,
            m.Into,
            now,
            actor.Name,
            FamilyAliasReason.Rebuilt
        ));
        return await store.ReplaceAsync(mark, rebuild.Families, [.. aliases], cancellationToken)
            ? diff with
            {
                Switched = true,
            }
            : Stale(state);
    }

    private async Task<(FamilyMark Mark, FamilyRebuild Rebuild, FamilyDiff Diff)> RebuildAsync(
        CancellationToken cancellationToken
    )
    {
        // Read before the rest: what changes in between is another state, and the switch is refused.
        var all = await store.ChangedSinceAsync(new FamilyMark(-1, 0), cancellationToken);
        var aliases = await store.AliasesAsync(cancellationToken);
        var samples = await store.SamplesAsync(cancellationToken);
        var rebuild = new FamilyRebuild(all.Families, samples, aliases);
        var state = string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Mark.Generation}.{all.Mark.Change}"
        );
        return (all.Mark, rebuild, rebuild.Diff(state));
    }

    private static CatalogueProblem Stale(string state) =>
        new(
            CatalogueRefusal.Stale,
            $"families changed since the state {state}; compare again and look at the difference"
        );

    private static CatalogueProblem? Fault(string field, string? name) =>
        string.IsNullOrWhiteSpace(name) ? CatalogueProblem.Invalid(field, "is needed")
        : name.Length > MostCharacters
            ? CatalogueProblem.Invalid(field, $"has more than {MostCharacters} characters")
        : null;
}
