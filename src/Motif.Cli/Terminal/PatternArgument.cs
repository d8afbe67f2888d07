using System.CommandLine;
using Motif.Catalog;

namespace Motif.Cli.Terminal;

/// <summary>A pattern named by its id on the command line.</summary>
internal static class PatternArgument
{
    public static Argument<Guid> Create() => new("id") { Description = "A pattern's id" };

    public static async Task<Pattern> FindAsync(
        Engine engine,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await engine.Get<Catalogue>().FindAsync(id, cancellationToken)
        ?? throw new UsageException($"no pattern has the id {id}; see `motif patterns list`");
}
