using System.Diagnostics;

namespace Motif.Code.Scanning;

/// <summary>How long each stage of a scan takes, for whoever listens; nothing where nobody does.</summary>
internal static class ScanStages
{
    public static readonly ActivitySource Source = new("Motif.Code.Scanning");

    /// <summary>Runs until it is disposed.</summary>
    public static Activity? Begin(string stage) => Source.StartActivity(stage);
}
