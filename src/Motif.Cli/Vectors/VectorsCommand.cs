using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Matching.Indexing;

namespace Motif.Cli.Vectors;

/// <summary><c>motif vectors</c>: vectors of the catalogue, and how fast they are searched.</summary>
internal static class VectorsCommand
{
    private const string NoVectors =
        "no vectors are kept: the offline lexicon matches in memory; the sentence model is off or absent (motif doctor), and neither MOTIF_EMBEDDING_URL nor MOTIF_VECTORS is set";

    public static Command Build() =>
        new Command("vectors", "Keep the catalogue's vectors in step; measure the vector index")
        {
            BuildStatus(),
            BuildSync(),
            VectorsBenchCommand.Build(),
        }.WithExamples(
            "motif vectors status",
            "MOTIF_VECTORS=qdrant MOTIF_QDRANT_URL=http://127.0.0.1:6333 motif vectors sync"
        );

    private static Command BuildStatus()
    {
        var json = CommonOptions.Json();
        var command = new Command("status", "Show which index is used and how far behind it is")
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var status = await Sync(engine).StatusAsync(cancellationToken);
                Show(status, parsed.GetValue(json));
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif vectors status",
            "MOTIF_VECTORS=pgvector motif vectors status --json"
        );
    }

    private static Command BuildSync()
    {
        var json = CommonOptions.Json();
        var command = new Command(
            "sync",
            "Compare catalogue and index, and work until nothing is pending; exit code 1 when patterns were refused"
        )
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var sync = Sync(engine);
                await sync.ReconcileAsync(cancellationToken);
                var status = await sync.CompleteAsync(new Remarks(), cancellationToken);
                Show(status, parsed.GetValue(json));
                return status.DeadLetters + status.Pending == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "MOTIF_VECTORS=qdrant MOTIF_QDRANT_URL=http://127.0.0.1:6333 motif vectors sync"
        );
    }

    private static VectorSync Sync(Engine engine) =>
        engine.Find<VectorSync>() ?? throw new UsageException(NoVectors);

    private static void Show(VectorStatus status, bool json)
    {
        if (json)
        {
            Print.Json(status);
            return;
        }
        Print.Line(
            $"{status.Index}: {status.Vectors.ToString("N0", CultureInfo.InvariantCulture)} vectors of {status.Space ?? "no space yet"}"
        );
        if (status.Building is not null)
            Print.Line($"building {status.Building}: {Print.Percent(status.BuildingShare ?? 0)}");
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{status.Pending} pending, the oldest for {status.LagSeconds:0.#} s; {status.DeadLetters} refused"
            )
        );
        foreach (
            var remark in (string?[])[status.Remark, status.EmbeddingFailure, status.IndexFailure]
        )
        {
            if (remark is not null)
                Print.Remark(remark);
        }
    }

    private sealed class Remarks : IProgress<VectorNotice>
    {
        public void Report(VectorNotice value) => Print.Remark(value.Text);
    }
}
