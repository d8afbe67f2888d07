using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>The in-process index where every code is scanned.</summary>
public sealed class FlatIndexConformanceTests : VectorIndexConformance
{
    protected override ValueTask<IVectorIndex> CreateAsync(VectorSpace space) =>
        new(new IvfIndex(space));
}

/// <summary>The in-process index with lists from the first rows on.</summary>
public sealed class IvfIndexConformanceTests : VectorIndexConformance
{
    protected override ValueTask<IVectorIndex> CreateAsync(VectorSpace space) =>
        new(new IvfIndex(space, new IvfOptions { FlatRows = 64, CalibrationQueries = 100 }));
}
