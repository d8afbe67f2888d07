using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Duplicates;
using Motif.Code.Judgements;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Rules.Application;
using Motif.Code.Rules.Behavioral;
using Motif.Code.Rules.Concurrency;
using Motif.Code.Rules.Creational;
using Motif.Code.Rules.Data;
using Motif.Code.Rules.React;
using Motif.Code.Rules.Resilience;
using Motif.Code.Rules.Resources;
using Motif.Code.Rules.Structural;
using Motif.Code.Scanning;
using Motif.Code.Sources;
using Motif.Code.TypeScript.Facts;
using Motif.Content.Evaluation;
using Motif.Content.Fatigue;
using Motif.Content.Generation;
using Motif.Content.Mining;
using Motif.Content.Personas;
using Motif.Content.Posts;
using Motif.Content.Selection;
using Motif.Content.Templates;
using Motif.Decisions;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Discovery.Advice;
using Motif.Discovery.Editing;
using Motif.Discovery.Experiments;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;
using Motif.Discovery.Trends;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Text;

namespace Motif;

/// <summary>
/// The ordered list of all parts of Motif, registered as singletons. A backend adds itself with its own <c>Use…</c>
/// method, such as <c>services.AddMotif().UseSqlite("motif.db")</c>.
/// </summary>
public sealed class MotifBuilder
{
    /// <summary>How long a message waits for its vector before it is matched by its words alone, and nothing is sent on that.</summary>
    private static readonly TimeSpan MessageWait = TimeSpan.FromSeconds(5);

    internal MotifBuilder(IServiceCollection services)
    {
        Services = services;
        services.TryAddSingleton(TimeProvider.System);
        AddCatalogue();
        AddCode();
        AddCodeRules();
        AddMatching();
        AddContent();
        AddDecisions();
        AddDiscovery();
    }

    public IServiceCollection Services { get; }

    /// <summary>
    /// Keeps a vector of every pattern in the database and in an index, and searches it. The offline lexicon embeds where no
    /// endpoint was chosen before; it needs no deadline.
    /// </summary>
    public MotifBuilder UsePatternVectors(VectorOptions options)
    {
        Services.AddSingleton(options);
        Services.TryAddSingleton(services => new SpaceEmbeddings(
            new LexiconEmbeddingGenerator(
                services.GetRequiredService<Lexicon>(),
                services.GetRequiredService<TextAnalyzer>()
            ),
            Timeout.InfiniteTimeSpan,
            services.GetRequiredService<TimeProvider>()
        ));
        Services
            .AddSingleton<VectorIndexes>()
            .AddSingleton<PatternVectors>()
            .AddSingleton<VectorSync>();
        return this;
    }

    private void AddCatalogue() =>
        Services
            .AddSingleton<Catalogue>()
            .AddSingleton<RelationGraph>()
            .AddSingleton<Ledger>()
            .AddSingleton<ExposureQueue>()
            .AddSingleton<PatternImport>()
            .AddSingleton<MarkdownImport>()
            .AddSingleton<PatternExport>()
            .AddSingleton<UsageImport>()
            .AddSingleton<UsageRanking>();

    private void AddCode()
    {
        // A file extension belongs to the first language that claims it.
        Services.AddSingleton<ISourceLanguage, CSharpLanguage>();
        Services.AddSingleton<ISourceLanguage, PythonLanguage>();
        Services.AddSingleton<ISourceLanguage, TypeScriptLanguage>();
        Services.AddSingleton<ISourceLanguage, JavaScriptLanguage>();
        Services.AddSingleton<CodeScanner>();
        Services.AddSingleton<CodeRepositories>();
        Services.AddSingleton<FileNamedPatterns>();
        Services.AddSingleton<CodeDuplicates>();
        Services.AddSingleton<PatternJudgements>();
        Services.AddSingleton<SourceExcerpts>();
    }

    private void AddContent() =>
        Services
            .AddSingleton<ITemplateExtractor, TemplateExtractor>()
            .AddSingleton<FamilyShelf>()
            .AddSingleton<FamilyAuthority>()
            .AddSingleton<FamilyCatalogue>()
            .AddSingleton<ContentMiner>()
            // Read at once: a wrong variable is told when the program starts.
            .AddSingleton(SettingsCheck.FromEnvironment(Environment.GetEnvironmentVariable))
            .AddSingleton<ContentSettings>()
            .AddSingleton<ContentMetrics>()
            .AddSingleton<FatigueChecks>()
            .AddSingleton<PostTransactions>()
            .AddSingleton<PostLifecycle>()
            .AddSingleton<PostChanges>()
            .AddSingleton<PostImport>()
            .AddSingleton<PersonaReports>()
            .AddSingleton<ContentSelector>()
            .AddSingleton<DecisionLog>()
            .AddSingleton<ContentGenerator>()
            .AddSingleton<ContentEvaluation>();

    private void AddDecisions() =>
        Services
            .AddSingleton(DecisionSettings.FromEnvironment(Environment.GetEnvironmentVariable))
            .AddSingleton(services => new MessageVectors(
                services.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
                MessageWait,
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<ModelShelf>()
            .AddSingleton<DecisionConfig>()
            .AddSingleton<SteadyClock>()
            .AddSingleton<MessageReader>()
            .AddSingleton<DecisionEngine>()
            .AddSingleton<DecisionPatterns>()
            .AddSingleton<PatternExamples>()
            .AddSingleton<PatternMerge>()
            .AddSingleton<CandidatePatterns>()
            .AddSingleton<HumanReplies>()
            .AddSingleton<DecisionReports>()
            .AddSingleton<ApprovalQueue>()
            .AddSingleton<ApprovalAlarms>()
            .AddSingleton<ConfidenceDecay>()
            .AddSingleton<CustomerOutcomes>()
            .AddSingleton<CustomerErasure>()
            .AddSingleton<AuditExport>()
            .AddSingleton<ConversationDesk>()
            .AddSingleton<AnswerConflicts>()
            .AddSingleton<StaleReplies>()
            .AddSingleton<WhatIf>()
            .AddSingleton<SavedMessages>()
            .AddSingleton<ImportedPairs>()
            .AddSingleton<ImportedCandidates>()
            .AddSingleton<ConversationImport>()
            .AddSingleton<ImportReview>()
            .AddSingleton<ReplyDispatch>();

    private void AddDiscovery() =>
        Services
            .AddSingleton<ItemImport>()
            .AddSingleton(services => new ItemVectors(
                services.GetService<IEmbeddingGenerator<string, Embedding<float>>>()
                    ?? new LexiconEmbeddingGenerator(
                        services.GetRequiredService<Lexicon>(),
                        services.GetRequiredService<TextAnalyzer>()
                    )
            ))
            // Capabilities do not know each other; a title's template is lent from one to the other here.
            .AddSingleton(services =>
            {
                var extractor = services.GetRequiredService<ITemplateExtractor>();
                return new TitleSkeleton(title => extractor.Extract(title).Text);
            })
            .AddSingleton<DiscoveryRuns>()
            .AddSingleton<DailyRuns>()
            .AddSingleton<AskedCorpus>()
            .AddSingleton<FindingAnswers>()
            .AddSingleton<CorpusMaps>()
            .AddSingleton<DiscoveredShelf>()
            .AddSingleton<ItemPlacement>()
            .AddSingleton<ClusterEditor>()
            .AddSingleton<KnownTopics>()
            .AddSingleton<ItemMatcher>()
            .AddSingleton<Recommender>()
            .AddSingleton<SelectionFindings>()
            .AddSingleton<CorpusTrends>()
            .AddSingleton<EffectsOverTime>()
            .AddSingleton<ExperimentDesk>()
            .AddSingleton<UnitImport>()
            .AddSingleton<FindingExperiments>();

    private void AddMatching() =>
        Services
            .AddSingleton<TextAnalyzer>()
            .AddSingleton(_ => Lexicon.Default)
            .AddSingleton(services => new MatchIndex(
                services.GetRequiredService<TextAnalyzer>(),
                services.GetRequiredService<Lexicon>()
            ))
            .AddSingleton<CatalogueSnapshots>()
            .AddSingleton<CatalogueIndex>()
            .AddSingleton(NamespaceIndexes)
            .AddSingleton<CalibratorShelf>()
            .AddSingleton<MatchMetrics>()
            .AddSingleton<PatternMatcher>()
            .AddSingleton<ConfidenceLearning>()
            .AddSingleton<SimilarPatterns>()
            .AddSingleton<PatternAdmission>();

    private static NamespaceIndexes NamespaceIndexes(IServiceProvider services)
    {
        var feedback = services.GetService<IFeedbackStore>();
        return new NamespaceIndexes(
            services.GetRequiredService<CatalogueIndex>(),
            name => new CatalogueIndex(
                services.GetRequiredService<IPatternStore>(),
                new MatchIndex(
                    services.GetRequiredService<TextAnalyzer>(),
                    services.GetRequiredService<Lexicon>()
                ),
                services.GetRequiredService<TimeProvider>(),
                feedback,
                learnedIn: name
            ),
            feedback
        );
    }

    /// <summary>From the most telling to the most common; of two equally certain readings of a unit the earlier one names it.</summary>
    private void AddCodeRules()
    {
        Services.AddSingleton<ICodeRule, RetryRule>();
        Services.AddSingleton<ICodeRule, CircuitBreakerRule>();
        Services.AddSingleton<ICodeRule, RateLimiterRule>();
        Services.AddSingleton<ICodeRule, UnitOfWorkRule>();
        Services.AddSingleton<ICodeRule, PaginationRule>();
        Services.AddSingleton<ICodeRule, WorkerPoolRule>();
        Services.AddSingleton<ICodeRule, EventPublisherRule>();
        Services.AddSingleton<ICodeRule, ContextManagerRule>();
        Services.AddSingleton<ICodeRule, HigherOrderComponentRule>();
        Services.AddSingleton<ICodeRule, ContextProviderRule>();
        Services.AddSingleton<ICodeRule, ReducerHookRule>();
        Services.AddSingleton<ICodeRule, RenderPropRule>();
        Services.AddSingleton<ICodeRule, CustomHookRule>();
        Services.AddSingleton<ICodeRule, FunctionDecoratorRule>();
        Services.AddSingleton<ICodeRule, MemoizeRule>();
        Services.AddSingleton<ICodeRule, LazyPropertyRule>();
        Services.AddSingleton<ICodeRule, SingletonRule>();
        Services.AddSingleton<ICodeRule, FlyweightRule>();
        Services.AddSingleton<ICodeRule, ObjectPoolRule>();
        Services.AddSingleton<ICodeRule, FactoryRule>();
        Services.AddSingleton<ICodeRule, RegistryRule>();
        Services.AddSingleton<ICodeRule, FactoryMethodRule>();
        Services.AddSingleton<ICodeRule, AbstractFactoryRule>();
        Services.AddSingleton<ICodeRule, BuilderRule>();
        Services.AddSingleton<ICodeRule, PrototypeRule>();
        Services.AddSingleton<ICodeRule, AlternateConstructorRule>();
        Services.AddSingleton<ICodeRule, InterpreterRule>();
        Services.AddSingleton<ICodeRule, StateRule>();
        Services.AddSingleton<ICodeRule, VisitorRule>();
        Services.AddSingleton<ICodeRule, MementoRule>();
        Services.AddSingleton<ICodeRule, MediatorRule>();
        Services.AddSingleton<ICodeRule, ChainOfResponsibilityRule>();
        Services.AddSingleton<ICodeRule, CompositeRule>();
        Services.AddSingleton<ICodeRule, CommandRule>();
        Services.AddSingleton<ICodeRule, DecoratorRule>();
        Services.AddSingleton<ICodeRule, ProxyRule>();
        Services.AddSingleton<ICodeRule, ObserverRule>();
        Services.AddSingleton<ICodeRule, BridgeRule>();
        Services.AddSingleton<ICodeRule, AdapterRule>();
        Services.AddSingleton<ICodeRule, FacadeRule>();
        Services.AddSingleton<ICodeRule, StrategyRule>();
        Services.AddSingleton<ICodeRule, TemplateMethodRule>();
        Services.AddSingleton<ICodeRule, IteratorRule>();
        Services.AddSingleton<ICodeRule, GeneratorStageRule>();
        Services.AddSingleton<ICodeRule, RepositoryRule>();
        Services.AddSingleton<ICodeRule, OnexNodeRule>();
        Services.AddSingleton<ICodeRule, DependencyInjectionRule>();
        Services.AddSingleton<ICodeRule, PortRule>();
        Services.AddSingleton<ICodeRule, MixinRule>();
        Services.AddSingleton<ICodeRule, ValueObjectRule>();
        Services.AddSingleton<ICodeRule, PluginLoaderRule>();
        Services.AddSingleton<ICodeRule, CliCommandRule>();
        Services.AddSingleton<ICodeRule, ErrorWrapperRule>();
        Services.AddSingleton<ICodeRule, GuardValidationRule>();
        Services.AddSingleton<ICodeRule, AsyncFunctionRule>();
        Services.AddSingleton<CodeRules>();
    }
}

/// <summary>The door of the library.</summary>
public static class MotifServices
{
    /// <summary>Adds every part of the engine; a store has still to be chosen.</summary>
    public static MotifBuilder AddMotif(this IServiceCollection services) => new(services);
}
