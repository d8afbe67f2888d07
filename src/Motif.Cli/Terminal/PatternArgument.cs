using System.CommandLine;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Cli.Terminal;

/// <summary>A pattern, and what its ledger holds, named by id on the command line.</summary>
internal static class PatternArgument
{
    public static Argument<string> Create() =>
        new("id") { Description = "A pattern's id, or its first digits as lists show them" };

    public static async Task<Pattern> FindAsync(
        Engine engine,
        string typed,
        CancellationToken cancellationToken
    )
    {
        var patterns = engine.Get<IPatternStore>();
        var id = await ShortId.ResolveAsync(
            "pattern",
            typed,
            (prefix, limit) => patterns.IdsAsync(prefix, limit, cancellationToken),
            "see `motif patterns list`",
            async ids => await NamesAsync(engine, ids, cancellationToken)
        );
        return await engine.Get<Catalogue>().FindAsync(id, cancellationToken)
            ?? throw new UsageException($"the pattern {id} was removed just now");
    }

    /// <summary>
    /// A match that showed the pattern; null where none was typed. A whole id is left to the ledger, which waits for what a match
    /// showed a moment ago.
    /// </summary>
    public static async Task<Guid?> MatchAsync(
        Engine engine,
        Pattern pattern,
        string? typed,
        CancellationToken cancellationToken
    ) =>
        typed is null ? null
        : Guid.TryParseExact(typed, "D", out var whole) ? whole
        : await ShortId.ResolveAsync(
            "match",
            typed,
            (prefix, limit) =>
                engine
                    .Get<IUsageStore>()
                    .MatchIdsAsync(pattern.PatternId, prefix, limit, cancellationToken),
            $"the match must have shown {pattern.Name}, and `motif match` ends with its id"
        );

    /// <summary>A use of the pattern; null where none was typed.</summary>
    public static async Task<Guid?> UseAsync(
        Engine engine,
        Pattern pattern,
        string? typed,
        CancellationToken cancellationToken
    ) =>
        typed is null
            ? null
            : await ShortId.ResolveAsync(
                "use",
                typed,
                (prefix, limit) =>
                    engine
                        .Get<IUsageStore>()
                        .UseIdsAsync(pattern.PatternId, prefix, limit, cancellationToken),
                $"it must be one of {pattern.Name}, and `motif patterns use` prints it"
            );

    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Engine engine,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (await engine.Get<IPatternStore>().FindManyAsync(ids, cancellationToken)).ToDictionary(
            p => p.PatternId,
            p => p.Name
        );
}
