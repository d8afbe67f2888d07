using System.ComponentModel.DataAnnotations;

namespace Motif.Server.Jobs;

/// <summary>A scan to be started.</summary>
/// <param name="Paths">
/// The tree to scan: one folder or file inside the configured roots; a relative path is taken from the first root.
/// </param>
/// <param name="Repository">The name under which the tree stands in the catalogue; the name of its folder when null.</param>
/// <param name="WithoutTests">True leaves out places in the code of tests.</param>
[WireRequest]
public sealed record StartScan(
    [property: MinLength(1), MaxLength(StartScan.MaxPaths)] IReadOnlyList<string> Paths,
    [property: StringLength(StartScan.MaxNameLength, MinimumLength = 1)] string? Repository = null,
    bool? WithoutTests = null
)
{
    /// <summary>A scan replaces what a repository held, so it is of one tree.</summary>
    public const int MaxPaths = 1;
    public const int MaxNameLength = 200;
}
