using Motif.Backends.Http;
using Motif.Backends.OpenAi;
using Motif.Backends.Qdrant;
using Motif.Matching.Indexing;

namespace Motif.Backends.Tests.Vectors;

/// <summary>This assembly as a program of its own: a worker that brings a remote index up to date until its test kills it.</summary>
internal static class KilledWorker
{
    public const string Verb = "sync-until-killed";

    public static async Task RunAsync(string database, string endpoint, string qdrant)
    {
        await using var server = Open(database, new Uri(endpoint), new Uri(qdrant));
        Console.WriteLine("working");
        await server.Sync.RunAsync(server, CancellationToken.None);
    }

    /// <summary>A server with a remote index, whose leases end soon.</summary>
    public static VectorServer Open(string database, Uri endpoint, Uri qdrant)
    {
        var patience = new RemoteServiceOptions
        {
            Retries = 0,
            FirstWaitSeconds = 0.001,
            BreakAfterAttempts = 1000,
        };
        return VectorServer.Open(
            database,
            new EmbeddingEndpointOptions
            {
                Url = new Uri(endpoint, "v1"),
                Model = "model-a",
                Service = patience,
            },
            new VectorSettings
            {
                Kind = VectorKind.Qdrant,
                Qdrant = new QdrantOptions
                {
                    Url = qdrant,
                    Key = "very-secret",
                    Service = patience,
                },
                Options = new VectorOptions
                {
                    BatchSize = 8,
                    LeaseSeconds = 1,
                    PollMilliseconds = 10,
                    LongestPauseSeconds = 1,
                },
            }
        );
    }
}
