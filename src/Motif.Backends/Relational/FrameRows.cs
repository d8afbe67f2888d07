using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Motif.Discovery.Hierarchy;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>The borders of the hierarchy as rows of <c>discovery_state</c>: one each for its numbers, one for what is told in words.</summary>
internal static class FrameRows
{
    private const string Revision = "revision";

    /// <summary>In the place of what stood.</summary>
    public static async Task WriteAsync(SqlSession session, HierarchyFrame frame)
    {
        await session.ExecuteAsync("DELETE FROM discovery_state");
        await session.ExecuteManyAsync(
            "INSERT INTO discovery_state (name, data) VALUES (@name, @data)",
            [
                Row(
                    "told",
                    JsonSerializer.SerializeToUtf8Bytes(
                        new Told(frame.Space, frame.Unrefined),
                        MotifJson.Options
                    )
                ),
                Row("mean", StoredVector.Bytes(frame.Mean)),
                Row("cells", StoredVector.Bytes(frame.Cells)),
                Row("micro_cells", MemoryMarshal.AsBytes(frame.MicroCells.AsSpan()).ToArray()),
                Row("topics", StoredVector.Bytes(frame.Topics)),
                Row("similarities", StoredVector.Bytes(frame.Similarities)),
                Row(Revision, Number(frame.Revision)),
            ]
        );
    }

    public static async Task<HierarchyFrame?> ReadAsync(SqlSession session)
    {
        var rows = (
            await session.QueryAsync<StateRow>(
                "SELECT name AS Name, data AS Data FROM discovery_state WHERE name NOT LIKE 'map%'"
            )
        ).ToDictionary(r => r.Name, r => r.Data, StringComparer.Ordinal);
        // Before its borders were kept a hierarchy could not be gone on from; the next run makes them.
        if (!rows.TryGetValue("told", out var words))
            return null;
        var told = JsonSerializer.Deserialize<Told>(words, MotifJson.Options)!;
        return new HierarchyFrame(
            told.Space,
            StoredVector.Read(rows["mean"]),
            StoredVector.Read(rows["cells"]),
            MemoryMarshal.Cast<byte, int>(rows["micro_cells"]).ToArray(),
            StoredVector.Read(rows["topics"]),
            StoredVector.Read(rows["similarities"]),
            told.Unrefined,
            Number(rows[Revision])
        );
    }

    /// <summary>How often the hierarchy was changed; 0 before the first run.</summary>
    /// <param name="isToChange">Whether the row is held until the transaction ends.</param>
    public static async Task<int> RevisionAsync(SqlSession session, bool isToChange = false) =>
        await session.FirstOrDefaultAsync<byte[]>(
            $"SELECT data FROM discovery_state WHERE name = @name {(isToChange ? session.Dialect.LockToChange : "")}",
            ("name", Revision)
        )
            is { } stored
            ? Number(stored)
            : 0;

    public static Task RaiseAsync(SqlSession session, int revision) =>
        session.ExecuteAsync(
            "UPDATE discovery_state SET data = @data WHERE name = @name",
            ("data", Number(revision)),
            ("name", Revision)
        );

    private static (string, object?)[] Row(string name, byte[] data) =>
        [("name", name), ("data", data)];

    private static byte[] Number(int number) =>
        Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static int Number(byte[] stored) =>
        int.Parse(Encoding.ASCII.GetString(stored), CultureInfo.InvariantCulture);

    private sealed record Told(string Space, int Unrefined);

    private sealed class StateRow
    {
        public string Name { get; init; } = "";

        public byte[] Data { get; init; } = [];
    }
}
