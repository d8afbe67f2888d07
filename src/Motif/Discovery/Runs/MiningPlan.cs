using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>What a worker must know beside the items to mine a part: where each of them stands.</summary>
/// <param name="Fingerprint">
/// Of the items, their places, what was asked and the program: workers under one fingerprint come to the same bytes.
/// </param>
/// <param name="Places">Macro and meso of each item in the order of ids, as pairs of 32-bit numbers; −1 without a place.</param>
public sealed record MiningPlan(string Fingerprint, byte[] Places)
{
    internal static MiningPlan Of(
        DiscoveryRun run,
        IReadOnlyList<Item> items,
        IReadOnlyList<(int Macro, int Meso)?> places
    )
    {
        var bytes = new byte[8 * places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var (macro, meso) = places[i] ?? (-1, -1);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8 * i), macro);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((8 * i) + 4), meso);
        }
        return new MiningPlan(FingerprintOf(run, items, bytes), bytes);
    }

    /// <summary>Null where there are more or fewer items than the plan was made for.</summary>
    internal (int Macro, int Meso)?[]? PlacesOf(int items)
    {
        if (Places.Length != 8 * items)
            return null;
        var places = new (int, int)?[items];
        for (var i = 0; i < items; i++)
        {
            var macro = BinaryPrimitives.ReadInt32LittleEndian(Places.AsSpan(8 * i));
            var meso = BinaryPrimitives.ReadInt32LittleEndian(Places.AsSpan((8 * i) + 4));
            places[i] = macro < 0 ? null : (macro, meso);
        }
        return places;
    }

    private static string FingerprintOf(
        DiscoveryRun run,
        IReadOnlyList<Item> items,
        ReadOnlySpan<byte> places
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(places);
        // Two versions of the program may mine differently.
        hash.AppendData(typeof(MiningPlan).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(run.Request, MotifJson.Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(run.AsOf, MotifJson.Options));
        foreach (var item in items)
            hash.AppendData(
                JsonSerializer.SerializeToUtf8Bytes(
                    item with
                    {
                        Vector = null,
                        Space = null,
                    },
                    MotifJson.Options
                )
            );
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
