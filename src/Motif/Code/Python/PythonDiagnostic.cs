namespace Motif.Code.Python;

/// <summary>Why source is no Python 3.14: what was found, from <paramref name="Start"/> to before
/// <paramref name="End"/> in UTF-16 units of <see cref="PythonTree.Text"/>.</summary>
public readonly record struct PythonDiagnostic(int Start, int End, string Message);
