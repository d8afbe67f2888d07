using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>A reply and the pattern that it is; null for words of its own.</summary>
internal sealed record NamedReply(DecisionPattern? Pattern, ReplyBody? Body, double Similarity)
{
    public CatalogueProblem? Problem { get; init; }
}
