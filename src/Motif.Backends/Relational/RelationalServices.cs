using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Code;
using Motif.Content.Fatigue;
using Motif.Content.Templates;
using Motif.Decisions.Records;
using Motif.Discovery.Experiments;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Backends.Relational;

/// <summary>The ordered list of everything an SQL database keeps.</summary>
internal static class RelationalServices
{
    public static MotifBuilder UseRelational(
        this MotifBuilder builder,
        Func<IServiceProvider, RelationalDatabase> open
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(open);
        builder.Services.AddSingleton<IMotifDatabase>(s =>
            s.GetRequiredService<RelationalDatabase>()
        );
        builder.Services.AddSingleton<IPatternStore, PatternStore>();
        builder.Services.AddSingleton<IRelationshipStore, RelationshipStore>();
        builder.Services.AddSingleton<IUsageStore, UsageStore>();
        builder.Services.AddSingleton<IFeedbackStore, FeedbackStore>();
        builder.Services.AddSingleton<ICodeStore, CodeStore>();
        builder.Services.AddSingleton<IJudgementStore, JudgementStore>();
        builder.Services.AddSingleton<IApiKeyStore, ApiKeyStore>();
        builder.Services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        builder.Services.AddSingleton<IEmbeddingCache, EmbeddingCache>();
        builder.Services.AddSingleton<IVectorStore, VectorStore>();
        builder.Services.AddSingleton<IContentStore, ContentStore>();
        builder.Services.AddSingleton<ITemplateFamilyStore, TemplateFamilyStore>();
        builder.Services.AddSingleton<IDecisionStore, DecisionStore>();
        builder.Services.AddSingleton<IItemStore, ItemStore>();
        builder.Services.AddSingleton<IDiscoveryStore, DiscoveryStore>();
        builder.Services.AddSingleton<IMiningPartStore, MiningPartStore>();
        builder.Services.AddSingleton<IExperimentStore, ExperimentStore>();
        return builder;
    }
}
