using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Application;

/// <summary>Finds code that loads other code by name while the program runs.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A program is extended without being changed; what is loaded has its rights.</para>
/// <para><b>Example.</b> <code>def load(path):
///     module = importlib.import_module(path)
///     return getattr(module, "Plugin")()</code></para>
/// <para><b>Structure.</b> A module or assembly is imported by a name that is computed, and something is taken from it, registered or
/// called; or entry points or the modules of a package are gone through and loaded.</para>
/// <para><b>Limits.</b> Importing one fixed module late, or trying an optional dependency, loads no plugins.</para>
/// <para><b>References.</b> Python Packaging User Guide, Creating and discovering plugins; Fowler, Patterns of Enterprise Application
/// Architecture, 2002 (Plugin).</para>
/// </remarks>
internal sealed class PluginLoaderRule : ICodeRule
{
    private static readonly string[] Imports =
    [
        "importlib.import_module",
        "import_module",
        "__import__",
        "builtins.__import__",
        "imp.load_source",
        "importlib.util.module_from_spec",
        "Assembly.LoadFrom",
        "Assembly.LoadFile",
        "Assembly.Load",
        "LoadFromAssemblyPath",
        "django.utils.module_loading.import_string",
        "import_string",
    ];

    private static readonly string[] Discoveries =
    [
        "pkgutil.iter_modules",
        "pkgutil.walk_packages",
        "importlib.metadata.entry_points",
        "entry_points",
        "pkg_resources.iter_entry_points",
        "iter_entry_points",
        "stevedore.ExtensionManager",
        "Directory.GetFiles",
        "Directory.EnumerateFiles",
        "glob.glob",
        "os.listdir",
        "iterdir",
    ];

    public string Name => "plugin_loader";

    public string Title => "Plugin Loader";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        // An attribute that is imported when it is asked for extends nothing; a context that resolves is asked by the runtime.
        if (
            !unit.Has(FactKind.Call)
            || unit.Name is "__getattr__"
            || unit.Fact.Has(UnitTraits.Override)
        )
            return;
        FactNode loaded = default,
            discovered = default,
            entry = default,
            taken = default;
        foreach (var node in unit.OwnCalls)
        {
            if (node.Kind is not FactKind.Call)
                continue;
            if (node.Calls(Imports) && IsComputed(node.Argument(0)))
                loaded = loaded.Exists() ? loaded : node;
            else if (node.Calls(Discoveries))
                discovered = node;
            else if (node.CalleeName() is "load" && node.ArgumentCount() == 0)
                entry = node;
            if (
                node.Calls(
                    "getattr",
                    "builtins.getattr",
                    "hasattr",
                    "vars",
                    "inspect.getmembers",
                    "getmembers",
                    "CreateInstance",
                    "GetTypes",
                    "GetExportedTypes",
                    "exec_module",
                    "issubclass"
                )
            )
                taken = taken.Exists() && IsTakenOf(loaded, taken) ? taken : node;
        }
        if (
            !loaded.Exists()
            && discovered.Exists()
            && entry.Exists()
            && discovered.Calls(
                "entry_points",
                "iter_entry_points",
                "pkg_resources.iter_entry_points",
                "importlib.metadata.entry_points"
            )
        )
            loaded = entry;
        if (!loaded.Exists() || !discovered.Exists() && !IsTakenOf(loaded, taken))
            return;
        if (!discovered.Exists() && IsLookedUp(unit, loaded))
            return;
        found
            .Match(this, unit)
            .Must("code is loaded by a name that is computed", loaded)
            .Should(.15, "something is taken from it", taken)
            .Should(.20, "what there is is discovered", discovered)
            .Should(.10, "for each of several", loaded.EnclosingLoop())
            .Should(.05, "a failure to load is handled", loaded.Ancestor(FactKind.Try))
            .Named("plugin", "extension", "load", "discover")
            .Variant(discovered.Exists() ? "discovery" : "by_name")
            .Report();
    }

    /// <summary>By name alone: the entry is taken from the very module, and by more than a look.</summary>
    private static bool IsTakenOf(FactNode loaded, FactNode taken)
    {
        if (
            !loaded.Exists()
            || !taken.Exists()
            || taken.CalleeName() is "hasattr" or "vars" or "issubclass"
        )
            return false;
        if (taken.Holds(loaded) || taken.CalleeName() is "CreateInstance")
            return true;
        var assign = loaded.Ancestor(FactKind.Assign);
        if (!assign.Exists())
            return false;
        for (var i = assign.Index; i < loaded.Index; i++)
        {
            if (
                assign.Facts[i] is { Kind: FactKind.Name, Name: { } module }
                && taken.Mentions(module)
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// Python: it tries how much of a dotted name is a module, or does what an import statement does with level and list: an object is
    /// looked up, nothing is extended.
    /// </summary>
    private static bool IsLookedUp(ProjectUnit unit, FactNode loaded) =>
        unit.File.Facts.Language == "python"
        && (
            loaded.HasKeyword("level")
            || loaded.EnclosingLoop() is { Facts: not null, Kind: FactKind.ForEach } loop
                && loop.IsCounted()
        );

    private static bool IsComputed(FactNode name) =>
        name.Exists() && name.Kind is not FactKind.Literal;
}
