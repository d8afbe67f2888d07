namespace Motif.Content.Templates;

/// <summary>
/// The families of the database in memory. Reading needs no lock on it; only what founds or changes a family goes through the
/// store's one writer, which looks again at what others did meanwhile. Ids are those that the families' ids lead to. Thread-safe.
/// </summary>
public sealed class FamilyShelf(ITemplateFamilyStore store) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private FamilyIndex _index = new();
    private FamilyAliases _aliases = FamilyAliases.None;
    private FamilyMark _mark = new(-1, 0);

    /// <summary>The families that templates belong to, or would found; nothing is kept.</summary>
    public Task<IReadOnlyList<(string FamilyId, string Text)>> LookAsync(
        IReadOnlyList<Template> templates,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(templates);
        return AloneAsync(() => FoundOrNewAsync(templates, cancellationToken), cancellationToken);
    }

    /// <summary>The family of a template that is used, founded where there is none.</summary>
    public Task<string> AssignAsync(Template template, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        return AloneAsync(
            async () =>
                _aliases.Resolve(
                    _index.Match(template) is { Members: > 1 } known && !known.WouldChange(template)
                        ? known.FamilyId
                        : await FoundOrJoinAsync(template, cancellationToken)
                ),
            cancellationToken
        );
    }

    /// <summary>The family that an id leads to; null for a template of the caller's own.</summary>
    public Task<TemplateFamily?> FindAsync(string familyId, CancellationToken cancellationToken) =>
        AloneAsync(
            async () =>
            {
                await CatchUpAsync(cancellationToken);
                return _index.Find(_aliases.Resolve(familyId));
            },
            cancellationToken
        );

    /// <summary>The families that no other took up, each with the members of those that lead to it.</summary>
    public Task<IReadOnlyList<TemplateFamily>> AllAsync(CancellationToken cancellationToken) =>
        AloneAsync(
            async () =>
            {
                await CatchUpAsync(cancellationToken);
                return Together();
            },
            cancellationToken
        );

    public void Dispose() => _gate.Dispose();

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IReadOnlyList<(string FamilyId, string Text)>> FoundOrNewAsync(
        IReadOnlyList<Template> templates,
        CancellationToken cancellationToken
    )
    {
        var known = templates.Select(_index.Match).ToArray();
        if (Array.Exists(known, f => f is null))
        {
            await CatchUpAsync(cancellationToken);
            known = [.. templates.Select(_index.Match)];
        }
        return [.. known.Select((family, i) => Shown(family, templates[i]))];
    }

    private (string FamilyId, string Text) Shown(TemplateFamily? family, Template template)
    {
        if (family is null)
            return (FamilyIndex.FounderId(template), TemplateText.Of(template.Tokens));
        var id = _aliases.Resolve(family.FamilyId);
        return (id, _index.Find(id)?.Text ?? family.Text);
    }

    private IReadOnlyList<TemplateFamily> Together()
    {
        var members = _index
            .Families.GroupBy(f => _aliases.Resolve(f.FamilyId), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(f => f.Members), StringComparer.Ordinal);
        return
        [
            .. _index
                .Families.Where(f => !_aliases.IsAlias(f.FamilyId))
                .Select(f => f with { Members = members[f.FamilyId] }),
        ];
    }

    private async Task<string> FoundOrJoinAsync(
        Template template,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // What leads where is known before an id is given out.
            await CatchUpAsync(cancellationToken);
            var generation = _mark.Generation;
            var changed = await store.ChangeAsync(
                _mark,
                newer =>
                {
                    Load(newer);
                    return new FamilyWrite(
                        [_index.Add(template, _aliases)],
                        [FamilySample.Of(template.Tokens)]
                    );
                },
                cancellationToken
            );
            Load(changed);
            if (_mark.Generation != generation)
                _aliases = await store.AliasesAsync(cancellationToken);
            return changed.Families[0].FamilyId;
        }
        catch
        {
            // What was not kept must not be in memory either.
            (_index, _mark) = (new FamilyIndex(), new FamilyMark(-1, 0));
            throw;
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var changes = await store.ChangedSinceAsync(_mark, cancellationToken);
        if (changes.Mark.Generation != _mark.Generation)
            _aliases = await store.AliasesAsync(cancellationToken);
        Load(changes);
    }

    private void Load(FamilyChanges changes)
    {
        if (changes.Mark.Generation != _mark.Generation)
            _index = new FamilyIndex();
        foreach (var family in changes.Families)
            _index.Load(family);
        _mark = changes.Mark;
    }
}
