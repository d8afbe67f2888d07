namespace Motif.Code.Scanning.Kept;

/// <summary>What the names that one file resolves mean: units by their place in the project.</summary>
/// <param name="Names">Indexes of the file's strings that mean a unit of the project; the others that it resolves mean none.</param>
/// <param name="Files">The file of each.</param>
/// <param name="Units">Its unit, doubled; odd where the name is that unit's own.</param>
internal sealed record FileTargets(int[] Names, int[] Files, int[] Units)
{
    /// <param name="indexes">The place of every file in the project.</param>
    public static FileTargets Of(ProjectFile file, Dictionary<CodeFacts, int> indexes)
    {
        var (names, files, units) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var name in file.Facts.Outline.Referred)
        {
            if (file.TargetOf(name) is not { } target)
                continue;
            names.Add(name);
            files.Add(indexes[target.File.Facts]);
            units.Add((target.Index * 2) + (file.IsItself(name) ? 1 : 0));
        }
        return new FileTargets([.. names], [.. files], [.. units]);
    }

    /// <summary>Whether they can be those of the file.</summary>
    public bool IsOf(CodeFacts file, IReadOnlyList<CodeFacts> all)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (
                Names[i] < 0
                || Names[i] >= file.StringCount
                || Files[i] < 0
                || Files[i] >= all.Count
                || Units[i] < 0
            )
                return false;
        }
        return true;
    }

    /// <summary>Says them; what stood in a changed file is looked up when it is asked for, since it may stand elsewhere in it.</summary>
    public void Tell(ProjectFile file, ProjectFile[] all, HashSet<int> changed)
    {
        foreach (var name in file.Facts.Outline.Referred)
            file.Know(name, null, isItself: false);
        for (var i = 0; i < Names.Length; i++)
        {
            if (changed.Contains(Files[i]) || Units[i] / 2 >= all[Files[i]].Units.Count)
                file.Unknow(Names[i]);
            else
                file.Know(Names[i], all[Files[i]].Units[Units[i] / 2], Units[i] % 2 == 1);
        }
    }

    /// <summary>Whether none of them stands in one of the files.</summary>
    public bool AreApartFrom(HashSet<int> files) => !Files.Any(files.Contains);

    public void Write(FactsWriter to)
    {
        to.Number(Names.Length);
        to.Column(Names);
        to.Column(Files);
        to.Column(Units);
    }

    public static FileTargets Read(ref FactsReader from)
    {
        var count = from.Count();
        return new FileTargets(from.Column(count), from.Column(count), from.Column(count));
    }
}
