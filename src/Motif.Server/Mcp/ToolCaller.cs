using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>Who calls a tool, and how far they may go.</summary>
/// <param name="Namespace">The team whose learning counts where a call names none (<see cref="LearningNamespace"/>); null for that of all.</param>
public sealed record ToolCaller(Actor Actor, ApiScope Scope, string? Namespace = null);
