using Microsoft.Extensions.DependencyInjection;
using Motif.Embeddings;

namespace Motif.Backends.Tests.Conformance;

public abstract class EmbeddingCacheConformance(TestBackend backend) : StorageConformance(backend)
{
    private static readonly float[] Vector = [1.5f, -0.25f, float.Epsilon, -0f, 3e38f];

    private IEmbeddingCache Cache => Server.GetRequiredService<IEmbeddingCache>();

    [ConformanceFact]
    public async Task A_vector_comes_back_bit_by_bit()
    {
        await StoreAsync(0, ("a", Vector), ("b", [2]));
        var found = await Cache.FindAsync(["b", "a", "c", "'; --"], Forever);
        found.Keys.Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
        found["a"]
            .Select(BitConverter.SingleToInt32Bits)
            .ShouldBe(Vector.Select(BitConverter.SingleToInt32Bits));
        (await Cache.FindAsync([], Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_known_key_keeps_its_vector()
    {
        await StoreAsync(0, ("a", [1]));
        await StoreAsync(1, ("a", [2]), ("b", [3]));
        var found = await Cache.FindAsync(["a", "b"], Forever);
        found["a"].ShouldBe([1f]);
        found["b"].ShouldBe([3f]);
    }

    [ConformanceFact]
    public async Task Trimming_forgets_the_oldest()
    {
        for (var i = 0; i < 5; i++)
            await StoreAsync(i, ($"key {i}", [i]));
        (await Cache.TrimAsync(2, Forever)).ShouldBe(3);
        var left = await Cache.FindAsync(
            [.. Enumerable.Range(0, 5).Select(i => $"key {i}")],
            Forever
        );
        left.Keys.Order(StringComparer.Ordinal).ShouldBe(["key 3", "key 4"]);
        (await Cache.TrimAsync(2, Forever)).ShouldBe(0);
    }

    [ConformanceFact]
    public async Task Two_servers_may_store_the_same_at_once()
    {
        var other = OpenServer().GetRequiredService<IEmbeddingCache>();
        var vectors = Enumerable
            .Range(0, 200)
            .ToDictionary(i => $"key {i}", i => new float[] { i }, StringComparer.Ordinal);
        await Task.WhenAll(
            Cache.StoreAsync(vectors, Sample.Start, Forever),
            other.StoreAsync(vectors, Sample.Start, Forever)
        );
        (await Cache.FindAsync(vectors.Keys, Forever)).Count.ShouldBe(200);
    }

    private Task StoreAsync(int second, params (string Key, float[] Vector)[] vectors) =>
        Cache.StoreAsync(
            vectors.ToDictionary(v => v.Key, v => v.Vector, StringComparer.Ordinal),
            Sample.Start.AddSeconds(second),
            Forever
        );
}
