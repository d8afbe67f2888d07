using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Storage;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns show</c>: a pattern with all that is known of it.</summary>
internal static class PatternsShowCommand
{
    private const int MostOccurrences = 100;

    public static Command Build()
    {
        var id = PatternArgument.Create();
        var json = CommonOptions.Json();
        var command = new Command("show", "Show a pattern with its history and relations")
        {
            id,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var pattern = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(id),
                    cancellationToken
                );
                var sheet = await ReadAsync(engine, pattern, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(
                        new
                        {
                            sheet.Pattern,
                            sheet.History,
                            sheet.Relationships,
                            sheet.Occurrences,
                        }
                    );
                else
                    sheet.Print();
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns show 8d2f0c1e",
            "motif patterns show 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 --json"
        );
    }

    private static async Task<PatternSheet> ReadAsync(
        Engine engine,
        Pattern pattern,
        CancellationToken cancellationToken
    )
    {
        var id = pattern.PatternId;
        var history = await engine.Get<Catalogue>().HistoryAsync(id, cancellationToken);
        var relations = await engine
            .Get<IRelationshipStore>()
            .OfAsync(id, RelationshipDirection.Both, cancellationToken);
        var occurrences = await engine
            .Get<ICodeStore>()
            .OccurrencesAsync(id, MostOccurrences, cancellationToken);
        var names = await PatternArgument.NamesAsync(
            engine,
            [
                .. relations
                    .SelectMany(r => (Guid?[])[r.SourceId, r.TargetId])
                    .OfType<Guid>()
                    .Distinct(),
            ],
            cancellationToken
        );
        return new PatternSheet(pattern, history ?? [], relations, occurrences, names);
    }
}
