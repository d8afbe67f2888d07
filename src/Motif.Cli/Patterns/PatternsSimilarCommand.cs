using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Matching;
using Motif.Matching.Requests;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns similar</c>: what is near to a pattern in meaning.</summary>
internal static class PatternsSimilarCommand
{
    public static Command Build()
    {
        var id = PatternArgument.Create();
        var kind = CommonOptions.Named<PatternKind>(
            "--kind",
            "Only this kind; that of the pattern when not given"
        );
        var limit = CommonOptions.Limit(10, SimilarPatterns.MaxLimit);
        var json = CommonOptions.Json();
        var command = new Command("similar", "List the patterns that are nearest in meaning")
        {
            id,
            kind,
            limit,
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
                var wanted = CommonOptions.Value<PatternKind>(parsed.GetValue(kind));
                var found = await engine
                    .Get<SimilarPatterns>()
                    .OfAsync(
                        pattern,
                        new MatchFilters { Kinds = [WireName.Of(wanted ?? pattern.Kind)] },
                        parsed.GetValue(limit),
                        cancellationToken
                    );
                if (parsed.GetValue(json))
                    Print.Json(found);
                else
                    Show(found);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns similar 8d2f0c1e",
            "motif patterns similar 8d2f0c1e --kind code --limit 5 --json"
        );
    }

    private static void Show(SimilarPatternList found)
    {
        if (found.Items.Count == 0)
        {
            Print.Line("no other pattern has anything in common with it");
            return;
        }
        var table = new TextTable(
            new TextColumn("Id"),
            new TextColumn("Kind", DropAt: 1),
            new TextColumn("Name", Wraps: true),
            new TextColumn("Cosine", IsNumber: true)
        );
        foreach (var item in found.Items)
            table.Add(
                ShortId.Of(item.PatternId),
                WireName.Of(item.Kind),
                item.Name,
                item.Cosine.ToString("0.00", CultureInfo.InvariantCulture)
            );
        Print.Table(table);
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"compared by {found.EmbeddingModel}; from {found.AlikeFrom:0.00} on, two patterns mean something like each other"
            )
        );
    }
}
