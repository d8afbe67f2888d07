namespace Motif.Content.Templates;

/// <summary>
/// The families of the database in memory. Reading needs no lock on it; only what founds or changes a family goes through the
/// store's one writer, which looks again at what others did meanwhile. Thread-safe.
/// </summary>
public sealed class FamilyShelf(ITemplateFamilyStore store) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private FamilyIndex _index = new();
    private long _change;

    /// <summary>The families that templates belong to, or would found; nothing is kept.</summary>
    public async Task<IReadOnlyList<(string FamilyId, string Text)>> LookAsync(
        IReadOnlyList<Template> templates,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(templates);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var known = templates.Select(_index.Match).ToArray();
            if (Array.Exists(known, f => f is null))
            {
                await CatchUpAsync(cancellationToken);
                for (var i = 0; i < known.Length; i++)
                    known[i] ??= _index.Match(templates[i]);
            }
            return
            [
                .. known.Select(
                    (family, i) =>
                        family is not null
                            ? (family.FamilyId, family.Text)
                            : (
                                FamilyIndex.FounderId(templates[i]),
                                TemplateText.Of(templates[i].Tokens)
                            )
                ),
            ];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The family of a template that is used, founded where there is none.</summary>
    public async Task<string> AssignAsync(Template template, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_index.Match(template) is { Members: > 1 } known && !known.WouldChange(template))
                return known.FamilyId;
            return await FoundOrJoinAsync(template, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<TemplateFamily?> FindAsync(
        string familyId,
        CancellationToken cancellationToken
    )
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return _index.Find(familyId);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<TemplateFamily>> AllAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return [.. _index.Families];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string> FoundOrJoinAsync(
        Template template,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var changed = await store.ChangeAsync(
                _change,
                newer =>
                {
                    Load(newer);
                    return [_index.Add(template)];
                },
                cancellationToken
            );
            Load(changed);
            return changed[0].Family.FamilyId;
        }
        catch
        {
            // What was not kept must not be in memory either.
            (_index, _change) = (new FamilyIndex(), 0);
            throw;
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken) =>
        Load(await store.ChangedSinceAsync(_change, cancellationToken));

    private void Load(IReadOnlyList<(long Change, TemplateFamily Family)> changed)
    {
        foreach (var (change, family) in changed)
        {
            _index.Load(family);
            _change = Math.Max(_change, change);
        }
    }
}
