using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Decisions;
using Motif.Discovery.Advice;
using Motif.Discovery.Experiments;
using Motif.Matching;
using Motif.Server.Mcp;
using Motif.Storage;

namespace Motif.Cli.Serving;

/// <summary><c>motif mcp</c>: the tools for agents, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Build()
    {
        var command = new Command(
            "mcp",
            "Serve match, get, search, record_use, record_outcome, check_fatigue, select_variants, decide, learn, match_item, recommend, list_experiments and get_experiment_result to an agent by the Model Context Protocol on standard input and output"
        );
        var learnedIn = CommonOptions.Namespace(
            "The team whose agent this is: its reports alone rank; MOTIF_NAMESPACE when not given"
        );
        command.Options.Add(learnedIn);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var team = CommonOptions.NamespaceOf(parsed.GetValue(learnedIn));
                if (LearningNamespace.Problem(team) is { } problem)
                    throw new UsageException($"namespace {problem}");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                await VectorCatchUp.RunAsync(engine, VectorCatchUp.MostForMatch, cancellationToken);
                // Standard output belongs to the protocol and standard error to the agent's own log: errors are answers.
                var session = new McpSession(
                    engine.Get<PatternMatcher>(),
                    engine.Get<Catalogue>(),
                    engine.Get<Ledger>(),
                    engine.Get<FatigueChecks>(),
                    engine.Get<ContentSelector>(),
                    engine.Get<DecisionEngine>(),
                    engine.Get<HumanReplies>(),
                    engine.Get<ItemMatcher>(),
                    engine.Get<Recommender>(),
                    engine.Get<ExperimentDesk>(),
                    engine.Get<IExperimentStore>(),
                    NullLoggerFactory.Instance
                );
                await session.RunOnStandardStreamsAsync(
                    new ToolCaller(
                        new Actor("mcp", Rights: ApiRights.Teach),
                        ApiScope.Operator,
                        team
                    ),
                    cancellationToken
                );
                await engine.Get<ExposureQueue>().CloseAsync(cancellationToken);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif mcp --database motif.db",
            "npx @modelcontextprotocol/inspector motif mcp"
        );
    }
}
