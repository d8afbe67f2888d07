namespace Motif.Code.Scanning;

/// <summary>Module names of the files of one scan; a folder is a package where it has an <c>__init__</c>.</summary>
internal sealed class ModuleNames
{
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);

    public ModuleNames(IReadOnlyList<FoundFile> files)
    {
        foreach (var file in files)
        {
            var slash = file.Path.LastIndexOf('/');
            if (file.Path[(slash + 1)..].StartsWith("__init__.", StringComparison.Ordinal))
                _packages.Add(slash < 0 ? "" : file.Path[..slash]);
        }
    }

    public string Of(FoundFile file) => file.Language.ModuleName(file.Path, _packages.Contains);
}
