using System.ComponentModel.DataAnnotations;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>An approval of what waits.</summary>
/// <param name="Version">Of the decision as it was read; another change since makes it 409.</param>
[WireRequest]
public sealed record ApproveReply(int? Version = null);

/// <summary>An approval with other words.</summary>
[WireRequest]
public sealed record ModifyReply(
    [property: StringLength(ReplyBody.MostCharacters)] string Text,
    int? Version = null
);

/// <summary>Why what waited is not sent.</summary>
/// <param name="Reason">A code such as <c>wrong</c>, <c>outdated</c> or <c>tone</c>.</param>
[WireRequest]
public sealed record RejectReply([property: StringLength(100)] string Reason, int? Version = null);

/// <summary>Several approvals at once.</summary>
[WireRequest]
public sealed record ApproveReplies(
    [property: Required, MinLength(1), MaxLength(ApproveReplies.Most)] IReadOnlyList<Guid> Ids
)
{
    public const int Most = 200;
}

/// <summary>What became of one of several approvals.</summary>
/// <param name="State">Where it stands now; null where it was refused.</param>
/// <param name="Refusal">Null where it was not refused.</param>
public sealed record BulkResult(
    Guid ExecutionId,
    ExecutionState? State,
    Catalog.CatalogueRefusal? Refusal,
    string? Detail
);
