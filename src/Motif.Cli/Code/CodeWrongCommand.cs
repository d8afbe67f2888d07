using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Judgements;

namespace Motif.Cli.Code;

/// <summary><c>motif code wrong</c>: says that a detection is none, and takes it back.</summary>
internal static class CodeWrongCommand
{
    private static readonly Argument<string> Pattern = PatternArgument.Create();

    private static readonly Argument<string?> Place = new("place")
    {
        Description =
            "One of its places: a file, file:line or a qualified name; all of them when not given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why, for the pattern's history",
    };

    private static readonly Option<bool> Undo = new("--undo")
    {
        Description = "Take it back: what stands there is a place again",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "wrong",
            "Say that places of a pattern are none; later scans keep to it, and the rule counts as less sure"
        )
        {
            Pattern,
            Place,
            Reason,
            Undo,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif code wrong 8d2f0c1e tarfile.py:336 --reason \"a stream, no circuit breaker\"",
            "motif code wrong 8d2f0c1e",
            "motif code wrong 8d2f0c1e tarfile.py --undo"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var pattern = await PatternArgument.FindAsync(
            engine,
            parsed.GetRequiredValue(Pattern),
            cancellationToken
        );
        var isUndo = parsed.GetValue(Undo);
        var judgements = engine.Get<PatternJudgements>();
        var changed = 0;
        PatternJudgement? judgement = null;
        foreach (
            var draft in await DraftsAsync(
                engine,
                pattern.PatternId,
                parsed.GetValue(Place),
                isUndo,
                cancellationToken
            )
        )
        {
            var asked = draft with { Reason = parsed.GetValue(Reason) };
            var result = Answer.Expect(
                isUndo
                    ? await judgements.UndoAsync(
                        pattern.PatternId,
                        asked,
                        Engine.Operator,
                        cancellationToken
                    )
                    : await judgements.MarkAsync(
                        pattern.PatternId,
                        asked,
                        Engine.Operator,
                        cancellationToken
                    )
            );
            changed += result.Changed;
            judgement = result.Judgement;
        }
        Show(new JudgementResult(changed, judgement!), pattern, isUndo, parsed.GetValue(Json));
        return ExitCode.Ok;
    }

    /// <summary>What the words on the command line mean among the pattern's places and marks.</summary>
    private static async Task<IReadOnlyList<JudgementDraft>> DraftsAsync(
        Engine engine,
        Guid patternId,
        string? place,
        bool isUndo,
        CancellationToken cancellationToken
    )
    {
        if (place is null)
            return [new JudgementDraft()];
        var places = await engine.Get<IJudgementStore>().PlacesAsync(patternId, cancellationToken);
        var marks = await engine.Get<IJudgementStore>().OfAsync(patternId, cancellationToken);
        var meant = places.Where(o => IsMeant(o, place)).Select(DetectedPlace.Of);
        if (isUndo)
            meant = meant
                .Intersect(marks.Select(m => m.Place()))
                .Concat(
                    marks
                        .Where(m => m.File == place || m.QualifiedName == place)
                        .Select(m => m.Place())
                );
        var drafts = meant
            .Distinct()
            .Select(p => new JudgementDraft(p.Repository, p.File, p.QualifiedName))
            .Distinct()
            .ToList();
        return drafts.Count > 0
            ? drafts
            : throw new UsageException(
                $"'{place}' is no place of the pattern; `motif patterns show {patternId}` lists them"
            );
    }

    private static bool IsMeant(Occurrence place, string words)
    {
        if (words == place.File || words == place.QualifiedName)
            return true;
        var colon = words.LastIndexOf(':');
        return colon > 0
            && words[..colon] == place.File
            && int.TryParse(
                words[(colon + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var line
            )
            && line >= place.StartLine
            && line <= place.EndLine;
    }

    private static void Show(JudgementResult result, Pattern pattern, bool isUndo, bool asJson)
    {
        if (asJson)
        {
            Print.Json(result);
            return;
        }
        var what = isUndo ? "are places again" : "called wrong";
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{pattern.Name}: {result.Changed} {what}")
        );
        foreach (var rule in result.Judgement.Rules)
            Console.Out.WriteLine(rule.Explanation);
    }
}
