namespace Motif.Content.Templates;

/// <summary>How far somebody has read. After a rebuild the generation is another, and everything is to be read again.</summary>
public readonly record struct FamilyMark(long Generation, long Change);

/// <summary>Families that are new or changed since a mark, in the order of their changes.</summary>
/// <param name="Mark">That of the last of them; of another generation than asked for, where these are all families there are.</param>
public sealed record FamilyChanges(FamilyMark Mark, IReadOnlyList<TemplateFamily> Families);

/// <summary>A text that made or changed a family, as its words and slots: what a rebuild begins with.</summary>
public sealed record FamilySample(string SampleId, IReadOnlyList<FrameToken> Tokens)
{
    public static FamilySample Of(IReadOnlyList<FrameToken> tokens) =>
        new(TemplateId.Of("sample", FamilyIndex.Key(tokens)), tokens);
}

/// <summary>A change of families: what they are now, and of which text that came.</summary>
public sealed record FamilyWrite(
    IReadOnlyList<TemplateFamily> Families,
    IReadOnlyList<FamilySample> Samples
);

/// <summary>
/// Keeps template families, the texts that made them, and the ids that lead from one to another. Only one writer at a time
/// changes anything. Thread-safe; a failure is a <see cref="Storage.BackendException"/>.
/// </summary>
public interface ITemplateFamilyStore
{
    Task<FamilyChanges> ChangedSinceAsync(FamilyMark mark, CancellationToken cancellationToken);

    /// <summary>Holds the writer's lock, gives what changed since a mark, and keeps what comes back.</summary>
    /// <param name="change">May run more than once.</param>
    /// <returns>The mark behind the change, and the families as they were kept.</returns>
    Task<FamilyChanges> ChangeAsync(
        FamilyMark since,
        Func<FamilyChanges, FamilyWrite> change,
        CancellationToken cancellationToken
    );

    Task<FamilyAliases> AliasesAsync(CancellationToken cancellationToken);

    /// <summary>Adds an alias under the writer's lock, or none where null comes back.</summary>
    /// <param name="merge">May run more than once.</param>
    Task AppendAliasAsync(
        Func<FamilyAliases, FamilyAlias?> merge,
        CancellationToken cancellationToken
    );

    /// <summary>Posts that went out and were not released, by the id that they were recorded with.</summary>
    Task<IReadOnlyDictionary<string, long>> PostsAsync(CancellationToken cancellationToken);

    /// <summary>In the order of their ids.</summary>
    Task<IReadOnlyList<FamilySample>> SamplesAsync(CancellationToken cancellationToken);

    /// <summary>Puts rebuilt families in the place of all that are, unless something changed since a mark; then false.</summary>
    Task<bool> ReplaceAsync(
        FamilyMark expected,
        IReadOnlyList<TemplateFamily> families,
        IReadOnlyList<FamilyAlias> aliases,
        CancellationToken cancellationToken
    );
}
