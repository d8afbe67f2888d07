using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Matching.Starter;
using Spectre.Console;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns</c>: lists, shows and changes patterns of the catalogue.</summary>
internal static class PatternsCommand
{
    public static Command Build() =>
        new Command("patterns", "Look at the catalogue and change it")
        {
            PatternsListCommand.BuildList(),
            PatternsListCommand.BuildUnused(),
            PatternsListCommand.BuildStale(),
            BuildShow(),
            PatternsAddCommand.Build(),
            PatternsImportCommand.Build(),
            BuildStatus(),
            BuildUse(),
            PatternsOutcomeCommand.Build(),
            BuildStarter(),
        }.WithExamples(
            "motif patterns list --kind code --sort quality",
            "motif patterns list --search \"retry async\" --json",
            "motif patterns stale --days 90",
            "motif patterns show 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9"
        );

    private static Command BuildShow()
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
                var history = await engine
                    .Get<Catalogue>()
                    .HistoryAsync(pattern.PatternId, cancellationToken);
                var relations = await engine
                    .Get<IRelationshipStore>()
                    .OfAsync(pattern.PatternId, RelationshipDirection.Both, cancellationToken);
                var occurrences = await engine
                    .Get<ICodeStore>()
                    .OccurrencesAsync(pattern.PatternId, 100, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(
                        new
                        {
                            Pattern = pattern,
                            History = history,
                            Relationships = relations,
                            Occurrences = occurrences,
                        }
                    );
                else
                    PrintPattern(pattern, history!, relations, occurrences);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns show 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9",
            "motif patterns show 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 --json"
        );
    }

    private static void PrintPattern(
        Pattern pattern,
        IReadOnlyList<PatternVersion> history,
        IReadOnlyList<Relationship> relations,
        IReadOnlyList<Occurrence> occurrences
    )
    {
        Print.Patterns([pattern]);
        if (pattern.Description.Length > 0)
            Print.Results.WriteLine(pattern.Description);
        foreach (var (name, value) in pattern.Quality.Components)
            Print.Results.WriteLine($"  {name, -16} {Print.Score(value)}");
        foreach (var place in occurrences)
            Print.Results.WriteLine(
                $"  {place.Repository}/{place.File}:{place.StartLine}-{place.EndLine}  {place.QualifiedName}  ({place.Rule} {place.Confidence})"
            );
        foreach (var relation in relations)
            Print.Results.WriteLine(
                $"  {WireName.Of(relation.Type)} {relation.External ?? (relation.TargetId == pattern.PatternId ? $"← {relation.SourceId}" : $"→ {relation.TargetId}")} ({relation.Confidence})"
            );
        foreach (var version in history)
            Print.Results.WriteLine(
                $"  version {version.Version}  {version.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {WireName.Of(version.Event)} by {version.Actor}{(version.Note is null ? "" : ": " + version.Note)}"
            );
    }

    private static Command BuildStatus()
    {
        var id = PatternArgument.Create();
        var status = new Argument<string>("status")
        {
            Description = "draft, active, deprecated or archived",
        };
        status.AcceptOnlyFromAmong([
            .. Enum.GetValues<PatternStatus>().Select(s => WireName.Of(s)),
        ]);
        var note = new Option<string?>("--note") { Description = "Why, for the history" };
        var command = new Command("status", "Move a pattern through its lifecycle")
        {
            id,
            status,
            note,
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
                var patch = new PatternPatch
                {
                    Status = CommonOptions.Value<PatternStatus>(parsed.GetValue(status)),
                    Note = parsed.GetValue(note),
                };
                Print.Patterns([
                    Answer.Expect(
                        await engine
                            .Get<Catalogue>()
                            .PatchAsync(
                                pattern.PatternId,
                                pattern.Version,
                                patch,
                                Engine.Operator,
                                cancellationToken
                            )
                    ),
                ]);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns status 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 deprecated --note \"use the other one\""
        );
    }

    private static Command BuildUse()
    {
        var id = PatternArgument.Create();
        var actor = new Option<string>("--actor") { Description = "Who used it", Required = true };
        var context = new Option<string?>("--context") { Description = "Where or for what" };
        var outcome = CommonOptions.Named<UseOutcome>(
            "--outcome",
            "How it ended, where that is known already"
        );
        var key = new Option<string?>("--idempotency-key")
        {
            Description = "A second call with the same key counts once",
        };
        var match = new Option<Guid?>("--match-id")
        {
            Description = "The match whose result was used",
        };
        var json = CommonOptions.Json();
        var command = new Command("use", "Record that a pattern was used")
        {
            id,
            actor,
            context,
            outcome,
            key,
            match,
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
                var draft = new UseDraft(
                    parsed.GetRequiredValue(actor),
                    Context: parsed.GetValue(context),
                    IdempotencyKey: parsed.GetValue(key),
                    MatchId: parsed.GetValue(match)
                );
                var ledger = engine.Get<Ledger>();
                var recorded = Answer.Expect(
                    await ledger.RecordAsync(pattern.PatternId, draft, cancellationToken)
                );
                if (CommonOptions.Value<UseOutcome>(parsed.GetValue(outcome)) is { } ended)
                {
                    var report = new OutcomeDraft(ended, recorded.Use.UseId);
                    Answer.Expect(
                        await ledger.ReportAsync(pattern.PatternId, report, cancellationToken)
                    );
                }
                if (parsed.GetValue(json))
                    Print.Json(recorded);
                else
                    Print.Results.WriteLine(
                        $"{(recorded.IsNew ? "recorded" : "was recorded already:")} {recorded.Use.UseId}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns use 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 --actor coder --context \"checkout service\" --outcome success"
        );
    }

    private static Command BuildStarter()
    {
        var command = new Command("starter", "Add the engineering practices that come with Motif");
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await StarterCatalogue.AddAsync(
                    engine.Get<Catalogue>(),
                    Engine.Operator,
                    cancellationToken
                );
                PatternsImportCommand.Show(report);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns starter",
            "motif match \"survive a dependency that is down\""
        );
    }
}
