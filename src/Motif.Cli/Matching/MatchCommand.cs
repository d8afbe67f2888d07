using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Matching;
using Motif.Matching.Requests;

namespace Motif.Cli.Matching;

/// <summary><c>motif match</c>: what worked for this intent?</summary>
internal static class MatchCommand
{
    private const int DefaultLimit = 5;
    private const string ActorName = "command line";

    public static Command Build()
    {
        var intent = new Argument<string>("intent")
        {
            Description = "What is to be achieved, in your own words",
        };
        var context = new Option<string?>("--context")
        {
            Description = "Where: language, framework, load",
        };
        var requirement = new Option<string[]>("--requirement")
        {
            Description = "What the result has to fulfil",
        };
        var exclude = new Option<string[]>("--exclude")
        {
            Description = "What a result must not be called or tagged",
        };
        var kind = new Option<string[]>("--kind") { Description = "Only these kinds" };
        var type = new Option<string[]>("--type") { Description = "Only these pattern types" };
        var tag = new Option<string[]>("--tag")
        {
            Description = "Only patterns with any of these tags, or with all (--tag-mode)",
        };
        var tagMode = CommonOptions.Named<TagMode>(
            "--tag-mode",
            "Whether any of the tags will do, which is the default, or all must be there"
        );
        var language = new Option<string[]>("--language")
        {
            Description = "Only code in any of these languages",
        };
        var least = new Option<double>("--min-confidence")
        {
            Description = "Only results at least so sure, 0 to 1",
        };
        var limit = CommonOptions.Limit(DefaultLimit, MatchRequest.LargestLimit);
        var offset = new Option<int>("--offset")
        {
            Description = "Pass over so many of the best, to see what follows",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Show the arithmetic behind each place",
        };
        var learnedIn = CommonOptions.Namespace(
            "Rank by what this team reported alone; MOTIF_NAMESPACE when not given"
        );
        var json = CommonOptions.Json();
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<PatternKind>().Select(k => WireName.Of(k))]);
        var command = new Command("match", "Find the patterns that fit an intent")
        {
            intent,
            context,
            requirement,
            exclude,
            kind,
            type,
            tag,
            tagMode,
            language,
            least,
            limit,
            offset,
            explain,
            learnedIn,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var request = new MatchRequest
                {
                    Intent = parsed.GetRequiredValue(intent),
                    Context = parsed.GetValue(context),
                    Requirements = parsed.GetValue(requirement) ?? [],
                    Exclude = parsed.GetValue(exclude) ?? [],
                    Filters = new MatchFilters
                    {
                        Kinds = parsed.GetValue(kind) ?? [],
                        PatternTypes = parsed.GetValue(type) ?? [],
                        Tags = parsed.GetValue(tag) ?? [],
                        TagMode = CommonOptions.Value<TagMode>(parsed.GetValue(tagMode)) ?? default,
                        Languages = parsed.GetValue(language) ?? [],
                    },
                    MinConfidence = parsed.GetValue(least),
                    Limit = parsed.GetValue(limit),
                    Offset = parsed.GetValue(offset),
                    Explain = parsed.GetValue(explain),
                    Actor = ActorName,
                    Namespace = CommonOptions.NamespaceOf(parsed.GetValue(learnedIn)),
                };
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                await VectorCatchUp.RunAsync(engine, VectorCatchUp.MostForMatch, cancellationToken);
                var response = await MatchAsync(engine, request, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(response);
                else
                {
                    Show(response);
                    ShowNext(response);
                }
                await engine.Get<ExposureQueue>().CloseAsync(cancellationToken);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif match \"make a slow list endpoint fast\" --context \"ASP.NET, PostgreSQL\"",
            "motif match \"retry a flaky service\" --language python --explain",
            "motif match \"deploy without downtime\" --json"
        );
    }

    public static async Task<MatchResponse> MatchAsync(
        Engine engine,
        MatchRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.Problems() is { Count: > 0 } problems)
            throw new UsageException(string.Join("; ", problems.Select(p => $"{p.Key} {p.Value}")));
        return await engine.Get<PatternMatcher>().MatchAsync(request, cancellationToken);
    }

    public static void Show(MatchResponse response)
    {
        foreach (var correction in response.QueryMetadata.Corrections)
            Print.Remark(
                correction.To.Length > 0
                    ? $"{correction.From} is read as {correction.To} ({correction.Reason})"
                    : $"{correction.From} is not looked for ({correction.Reason})"
            );
        foreach (var filter in response.Filters.Where(f => f.UnknownValues.Count > 0))
            Print.Remark(
                $"no pattern has {string.Join(", ", filter.UnknownValues)} ({filter.Filter})"
            );
        if (response.NothingFits)
            Print.Remark(Nothing(response));
        var ids = ShortId.Of(response.MatchedPatterns.Select(m => m.PatternId));
        foreach (var match in response.MatchedPatterns)
            Show(match, ids[match.PatternId]);
        if (response.MatchedPatterns.Any(m => m.Steps.Any(s => s.Near)))
            Print.Line("* near to a requirement");
        if (response.BelowThresholdCount > 0 && !response.NothingFits)
            Print.Remark(
                $"{response.BelowThresholdCount} more lie below the least confidence, the best at {Print.Score(response.BestBelow)}"
            );
    }

    /// <summary>Why nothing is shown, and what to do.</summary>
    private static string Nothing(MatchResponse response)
    {
        if (response.NearestBelow is { } nearest)
            return $"nothing fits; the best below is {nearest.Name} at {Print.Score(nearest.ConfidenceScore)}";
        var removed = response.Filters.Where(filter => filter.Removed > 0).ToList();
        return removed.Count == 0
            ? "nothing fits; `motif patterns starter` adds the practices that come with Motif, `motif code scan PATH` those of your code"
            : "nothing fits; "
                + string.Join(", ", removed.Select(f => $"{f.Filter} leaves out {f.Removed}"));
    }

    private static void Show(MatchedPattern match, string id)
    {
        Print.Line(
            $"{Print.Score(match.ConfidenceScore)}  {match.Name}  ({match.PatternType}, {id})",
            6
        );
        MatchSheet.Print(match);
        if (match.Explain is { } reasons)
            Print.Json(reasons);
    }

    /// <summary>How the loop is closed: an outcome that names its match teaches the next one.</summary>
    private static void ShowNext(MatchResponse response)
    {
        if (response.MatchedPatterns is not [var best, ..])
            return;
        Print.Line();
        Print.Line($"match {response.MatchId}");
        Print.Line("when you have tried one, say how it went, success or failure:");
        Print.Line(
            $"  motif patterns outcome {ShortId.Of(best.PatternId)} success --match-id {ShortId.OfMatch(response.MatchId)}"
        );
    }
}
