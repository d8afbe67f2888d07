namespace Motif.Code.Duplicates;

/// <summary>What a group of copies is called: two of them, by as little of their names as tells them apart.</summary>
internal static class DuplicateName
{
    public static string Of(IReadOnlyList<DuplicateCopy> copies)
    {
        Func<DuplicateCopy, string>[] forms =
        [
            c => c.QualifiedName[(c.QualifiedName.LastIndexOf('.') + 1)..],
            c => c.QualifiedName,
            c => $"{c.File[(c.File.LastIndexOf('/') + 1)..]}: {c.QualifiedName}",
            c => $"{c.File}: {c.QualifiedName}",
        ];
        foreach (var form in forms)
        {
            var names = copies.Select(form).Distinct(StringComparer.Ordinal).Take(2).ToList();
            if (names.Count == 2)
                return $"`{names[0]}` ≈ `{names[1]}`";
        }
        // Two of one name in one file, such as overloads.
        var name = forms[1](copies[0]);
        return $"`{name}` ≈ `{name}`";
    }
}
