namespace Motif.Code.Scanning;

/// <summary>
/// Module names of the files of one scan; a folder is a package where it has an <c>__init__</c>. Where the scanned tree is itself
/// a package, its name and those of the packages it stands in come first, since that is how its files import each other.
/// </summary>
internal sealed class ModuleNames
{
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);
    private readonly string _above = "";

    public ModuleNames(IReadOnlyList<FoundFile> files)
    {
        foreach (var file in files.Where(IsInit))
        {
            _packages.Add(file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))]);
            if (!file.Path.Contains('/', StringComparison.Ordinal))
                _above = PackagesFrom(Path.GetDirectoryName(file.FullPath));
        }
    }

    public string Of(FoundFile file)
    {
        var name = file.Language.ModuleName(file.Path, _packages.Contains);
        if (_above.Length == 0)
            return name;
        if (name.Length > 0)
            return $"{_above}.{name}";
        return IsInit(file) ? _above : name;
    }

    private static bool IsInit(FoundFile file) =>
        Path.GetFileName(file.Path).StartsWith("__init__.", StringComparison.Ordinal);

    private static string PackagesFrom(string? folder)
    {
        var names = new List<string>();
        for (; folder is not null && IsPackage(folder); folder = Path.GetDirectoryName(folder))
            names.Insert(0, Path.GetFileName(folder));
        return string.Join('.', names);
    }

    private static bool IsPackage(string folder) =>
        File.Exists(Path.Combine(folder, "__init__.py"));
}
