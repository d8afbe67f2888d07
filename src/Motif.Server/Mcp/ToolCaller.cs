using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>Who calls a tool, and how far they may go.</summary>
public sealed record ToolCaller(Actor Actor, ApiScope Scope);
