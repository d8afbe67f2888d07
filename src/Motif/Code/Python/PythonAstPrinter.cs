using System.Security.Cryptography;

namespace Motif.Code.Python;

/// <summary>Writes trees as CPython writes its own: <c>ast.dump</c> for people, and a canonical form whose SHA-1 tells
/// whether two trees are equal. Neither recurses, so that no depth of tree is too much.</summary>
public static class PythonAstPrinter
{
    /// <summary>The SHA-1, in lower-case hexadecimal, of the tree's canonical form: every class, field, operator and
    /// typed constant, and with <paramref name="positions"/> every line and UTF-8 column.</summary>
    public static string Hash(PythonTree tree, bool positions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        new PythonCanonicalWriter(tree, positions, hash).Write();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The tree as <c>ast.dump(tree, include_attributes=positions, indent=indent)</c> of CPython 3.14.</summary>
    public static string Dump(PythonTree tree, bool positions = false, int? indent = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Dump(tree.Root, positions, indent);
    }

    /// <summary>One node as <c>ast.dump</c> writes it.</summary>
    public static string Dump(PythonNode node, bool positions = false, int? indent = null) =>
        new PythonDumpWriter(node, positions, indent).Write();
}
