namespace Motif.Tests.Vectors;

/// <summary>A test of the suite of every vector index; a remote one may be absent, this process never is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorFactAttribute : FactAttribute;

/// <inheritdoc cref="VectorFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorTheoryAttribute : TheoryAttribute;
