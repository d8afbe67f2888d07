using System.Globalization;
using Motif.Code.Patterns;

namespace Motif.Code.Duplicates;

/// <summary>The clone families of a scan, as they are listed.</summary>
internal static class DuplicateGroups
{
    public static IReadOnlyList<DuplicateGroup> Of(string repository, CloneFamilies clones) =>
        [.. clones.Families.Select(f => Group(repository, f))];

    private static DuplicateGroup Group(string repository, IReadOnlyList<MeasuredUnit> family)
    {
        var likeness = Likeness(family);
        var copies = family
            .Select(u => new DuplicateCopy(
                u.File,
                u.Unit.StartLine,
                u.Unit.EndLine,
                u.Unit.QualifiedName,
                u.Unit.EndLine - u.Unit.StartLine + 1,
                likeness[u.Stream]
            ))
            .ToList();
        var language = family[0].Facts.Language;
        return new DuplicateGroup(
            PatternId.Of(Told(repository, language, copies)),
            repository,
            language,
            DuplicateName.Of(copies),
            copies.Count,
            copies.Select(c => c.File).Distinct(StringComparer.Ordinal).Count(),
            copies.Sum(c => c.Lines),
            copies.Sum(c => c.Lines) - copies.Max(c => c.Lines),
            copies.Min(c => c.Similarity),
            [.. copies.Take(DuplicateGroup.MaxCopies)]
        );
    }

    /// <summary>Jaccard of the grams of each structure and of the one that most of them have.</summary>
    private static Dictionary<ulong, double> Likeness(IReadOnlyList<MeasuredUnit> family)
    {
        var first = CloneFamilies.MostFrequent(family);
        var grams = first.Structure.Grams;
        return family
            .DistinctBy(u => u.Stream)
            .ToDictionary(
                u => u.Stream,
                u =>
                    u.Stream == first.Stream
                        ? 1
                        : Math.Round(grams.Jaccard(u.Structure.Grams, threshold: 0), 4)
            );
    }

    private static string Told(string repository, string language, List<DuplicateCopy> copies) =>
        string.Join(
            '\n',
            copies
                .Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.File}\t{c.StartLine}\t{c.EndLine}\t{c.QualifiedName}\t{c.Similarity}"
                    )
                )
                .Prepend($"duplicate\t{repository}\t{language}")
        );
}
