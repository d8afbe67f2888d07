using Motif.Tests;

namespace Motif.Server.Tests;

/// <summary>The list of floors in ARCHITECTURE.md: for each room, its folders from the ground up.</summary>
internal sealed class FloorPlan
{
    private const string Heading = "## Floors";

    private readonly Dictionary<string, Dictionary<string, int>> _floorOf = new(
        StringComparer.Ordinal
    );

    private FloorPlan() { }

    public static FloorPlan Read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, "ARCHITECTURE.md has no list of floors");
        var end = text.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        var plan = new FloorPlan();
        foreach (
            var line in text[start..end]
                .Split('\n')
                .Where(l => l.StartsWith("- `", StringComparison.Ordinal))
        )
            plan.Add(line);
        return plan;
    }

    /// <summary>Why <paramref name="from"/> may not use <paramref name="to"/>; null where it may.</summary>
    /// <param name="from">A namespace, or the full name of a type that stands in the list by itself.</param>
    /// <param name="to">Likewise.</param>
    public string? Refusal(string from, string to)
    {
        var (room, upper, lower) = Parting(from.Split('.'), to.Split('.'));
        if (upper == lower)
            return null;
        if (!_floorOf.TryGetValue(room, out var floors))
            return $"the floors of {room} are not listed";
        if (!floors.TryGetValue(upper, out var above))
            return $"{upper} is not listed among the floors of {room}";
        if (!floors.TryGetValue(lower, out var below))
            return $"{lower} is not listed among the floors of {room}";
        return above > below ? null : $"{upper} does not stand above {lower} in {room}";
    }

    /// <summary>Whether a type of a room has a floor of its own.</summary>
    public bool Lists(string room, string type) =>
        _floorOf.TryGetValue(room, out var floors) && floors.ContainsKey(type);

    public IEnumerable<(string Room, string Folder)> Folders() =>
        from room in _floorOf
        from folder in room.Value.Keys
        where folder != "root"
        select (room.Key, folder);

    private void Add(string line)
    {
        var room = line.Split('`')[1];
        var floors = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('·');
        _floorOf[room] = floors
            .SelectMany(
                (folders, floor) => folders.Split(',').Select(folder => (folder.Trim(), floor))
            )
            .ToDictionary(f => f.Item1, f => f.floor, StringComparer.Ordinal);
    }

    /// <summary>The room in which two ways part, and the folder of it that each takes.</summary>
    private static (string Room, string From, string To) Parting(string[] from, string[] to)
    {
        var shared = 0;
        while (shared < Math.Min(from.Length, to.Length) && from[shared] == to[shared])
            shared++;
        return (
            string.Join('.', from.Take(shared)),
            from.ElementAtOrDefault(shared) ?? "root",
            to.ElementAtOrDefault(shared) ?? "root"
        );
    }
}
