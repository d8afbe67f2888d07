namespace Motif.Content.Templates;

/// <summary>Keeps template families. Only one writer at a time founds or changes one. Thread-safe.</summary>
public interface ITemplateFamilyStore
{
    /// <summary>Families that are new or changed since a state, in the order of their changes.</summary>
    Task<IReadOnlyList<(long Change, TemplateFamily Family)>> ChangedSinceAsync(
        long change,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Holds the writer's lock, gives what changed since a state, and keeps what comes back.
    /// </summary>
    /// <param name="change">May run more than once.</param>
    Task<IReadOnlyList<(long Change, TemplateFamily Family)>> ChangeAsync(
        long since,
        Func<
            IReadOnlyList<(long Change, TemplateFamily Family)>,
            IReadOnlyList<TemplateFamily>
        > change,
        CancellationToken cancellationToken
    );
}
