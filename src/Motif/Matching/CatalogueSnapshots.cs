using System.Security.Cryptography;
using System.Text;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;

namespace Motif.Matching;

/// <summary>What an index in a file knows of the catalogue.</summary>
/// <param name="Settled">Every change up to then is in it.</param>
/// <param name="LearnedSettled">And every outcome up to then.</param>
/// <param name="Known">Version and time of every pattern in it.</param>
internal sealed record IndexedCatalogue(
    DateTimeOffset Settled,
    DateTimeOffset LearnedSettled,
    IReadOnlyCollection<KeyValuePair<Guid, (int Version, DateTimeOffset UpdatedAt)>> Known
);

/// <summary>
/// The index of a catalogue in a file beside its vectors, so that a start reads it in place of every pattern. One folder belongs
/// to one database; any number of servers may use it at a time. Where the file is damaged, foreign or not there, the index is
/// built from the database.
/// </summary>
public sealed class CatalogueSnapshots(MatchIndex index, VectorOptions? options = null)
{
    private const string Prefix = "catalogue-";
    private const int DigestCharacters = 16;

    /// <summary>Why the last start could not use a file that is there; null where it could, or there was none.</summary>
    public string? Remark { get; private set; }

    /// <summary>Whether there is a place for a file, and enough in the index for one to pay.</summary>
    public bool IsWanted =>
        options?.SnapshotFolder is not null && index.Count >= options.SnapshotRows;

    /// <summary>Fills an empty index from the file; null where there is none of use.</summary>
    internal IndexedCatalogue? Restore()
    {
        if (Path() is not { } path)
            return null;
        DropUnfinished(options!.SnapshotFolder!);
        IndexedCatalogue? catalogue = null;
        var isRead = SnapshotFile.TryRead(
            path,
            index.SnapshotKey,
            reader =>
            {
                catalogue = Read(reader);
                index.Restore(reader);
            },
            out var reason
        );
        Remark = reason is null
            ? null
            : $"the index was built from the database, for its snapshot cannot be used: {reason}";
        return isRead ? catalogue : null;
    }

    /// <summary>Writes the index as it is.</summary>
    /// <param name="catalogue">What is in it at least.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    internal bool Save(IndexedCatalogue catalogue)
    {
        if (Path() is not { } path)
            return false;
        Directory.CreateDirectory(options!.SnapshotFolder!);
        return SnapshotFile.Write(
            path,
            index.SnapshotKey,
            writer =>
            {
                Write(writer, catalogue);
                return index.Write(writer);
            }
        );
    }

    /// <summary>What a server left that died while it wrote. One that still writes will fail, and write once more.</summary>
    private static void DropUnfinished(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (
            var file in Directory.EnumerateFiles(folder, $"{Prefix}*{SnapshotFile.Unfinished}")
        )
            File.Delete(file);
    }

    private string? Path() =>
        options?.SnapshotFolder is { } folder
            ? System.IO.Path.Combine(
                folder,
                $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(index.SnapshotKey)))[..DigestCharacters]}.index"
            )
            : null;

    private static void Write(BinaryWriter writer, IndexedCatalogue catalogue)
    {
        writer.Write(catalogue.Settled.UtcTicks);
        writer.Write(catalogue.LearnedSettled.UtcTicks);
        writer.WriteArray<Guid>([.. catalogue.Known.Select(pair => pair.Key)]);
        writer.WriteArray<int>([.. catalogue.Known.Select(pair => pair.Value.Version)]);
        writer.WriteArray<long>([.. catalogue.Known.Select(pair => pair.Value.UpdatedAt.UtcTicks)]);
    }

    private static IndexedCatalogue Read(BinaryReader reader)
    {
        var (settled, learned) = (At(reader.ReadInt64()), At(reader.ReadInt64()));
        var ids = reader.ReadArray<Guid>();
        var versions = reader.ReadArray<int>();
        var times = reader.ReadArray<long>();
        var known = new KeyValuePair<Guid, (int, DateTimeOffset)>[ids.Length];
        for (var i = 0; i < known.Length; i++)
            known[i] = new(ids[i], (versions[i], At(times[i])));
        return new IndexedCatalogue(settled, learned, known);

        static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
    }
}
