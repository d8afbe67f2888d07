namespace Motif.Code.Python.Facts;

/// <summary>A file on its way to facts: its tree, its names and what its classes hold.</summary>
internal sealed class PythonModule
{
    public PythonModule(PythonTree tree, string name, string path)
    {
        Tree = tree;
        Name = name;
        IsPackage = path.EndsWith("__init__.py", StringComparison.Ordinal);
        IsTest = IsTestPath(path);
        IsGenerated = IsGeneratedPath(path) || SaysGenerated(tree.Text);
        Scopes = new PythonScopes(this);
        Types = new PythonTypes(this);
        Attributes = new PythonAttributes(this);
    }

    public PythonTree Tree { get; }

    /// <summary>Dotted.</summary>
    public string Name { get; }

    public bool IsPackage { get; }

    public bool IsTest { get; }

    /// <summary>Written by a program: the protocol buffer compiler by the file's name, others by their mark in the first comments.</summary>
    public bool IsGenerated { get; }

    public PythonScopes Scopes { get; }

    public PythonTypes Types { get; }

    public PythonAttributes Attributes { get; }

    /// <summary>The absolute name of the module that <c>from … import</c> names.</summary>
    public string Absolute(string? module, int level)
    {
        if (level == 0)
            return module ?? "";
        var parts = Name.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var kept = Math.Max(0, parts.Length - level + (IsPackage ? 1 : 0));
        var package = string.Join('.', parts.Take(kept));
        return (package, module) switch
        {
            ("", _) => module ?? "",
            (_, null) => package,
            _ => $"{package}.{module}",
        };
    }

    public string Qualify(string name) => Name.Length == 0 ? name : $"{Name}.{name}";

    private static bool IsGeneratedPath(string path) =>
        path.EndsWith("_pb2.py", StringComparison.Ordinal)
        || path.EndsWith("_pb2_grpc.py", StringComparison.Ordinal);

    private static bool SaysGenerated(string text)
    {
        var rest = text.AsSpan();
        while (rest.TrimStart() is ['#', ..] line)
        {
            var end = line.IndexOf('\n');
            var comment = end < 0 ? line : line[..end];
            if (
                comment.Contains("@generated", StringComparison.OrdinalIgnoreCase)
                || comment.Contains("do not edit", StringComparison.OrdinalIgnoreCase)
                    && comment.Contains("generated", StringComparison.OrdinalIgnoreCase)
            )
                return true;
            rest = end < 0 ? [] : line[(end + 1)..];
        }
        return false;
    }

    private static bool IsTestPath(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        return file.StartsWith("test_", StringComparison.Ordinal)
            || file.EndsWith("_test.py", StringComparison.Ordinal)
            || file is "conftest.py" or "tests.py"
            || path.Split('/').SkipLast(1).Any(p => p is "test" or "tests" or "testing");
    }
}
