using System.Globalization;
using Motif.Matching.Indexing;
using Motif.Onnx;

namespace Motif.Cli.Terminal;

/// <summary>
/// Embeds what the catalogue lacks before a command matches: without a server nobody else does. Only with the model in this
/// process, which costs no money, and only where it takes seconds.
/// </summary>
internal static class VectorCatchUp
{
    /// <summary>Some five seconds of one processor.</summary>
    public const int MostForMatch = 1_000;

    public static async Task RunAsync(Engine engine, int most, CancellationToken cancellationToken)
    {
        if (
            engine.Get<SentenceModel>().Generator is null
            || engine.Find<VectorSync>() is not { } sync
        )
            return;
        if (await sync.BacklogAsync(cancellationToken) is not { } waiting)
            return;
        var count = waiting.ToString("N0", CultureInfo.InvariantCulture);
        if (waiting > most)
        {
            Print.Remark(
                $"{count} patterns are not embedded yet, and the lexicon answers: `motif vectors sync` embeds them, and so does a running server"
            );
            return;
        }
        if (waiting > 0)
            Print.Remark($"embedding {count} patterns");
        await sync.CompleteAsync(new Unheard(), cancellationToken);
    }

    /// <summary>That matches are searched in a new space is no news to somebody who never saw the old one.</summary>
    private sealed class Unheard : IProgress<VectorNotice>
    {
        public void Report(VectorNotice value)
        {
            if (value.IsProblem)
                Print.Remark(value.Text);
        }
    }
}
