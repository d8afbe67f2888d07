using Motif.Code.Patterns;
using Motif.Code.Quality;

namespace Motif.Code.Scanning;

/// <summary>Measures the functions and classes of a file.</summary>
internal static class UnitMeasuring
{
    public static List<MeasuredUnit> Of(CodeFacts facts)
    {
        var complexities = CyclomaticComplexity.Of(facts);
        var units = new List<MeasuredUnit>(facts.Units.Count);
        var stream = new List<uint>();
        for (var i = 0; i < facts.Units.Count; i++)
        {
            if (facts.Units[i].Kind is UnitKind.Module)
                continue;
            stream.Clear();
            StructureStream.Write(facts, facts.Units[i].Node, stream);
            var quality = QualityProfile.Graded.Of(
                new QualityMeasures(complexities[i], DocumentationQuality.Graded(facts, i))
            );
            units.Add(
                new MeasuredUnit(
                    facts,
                    i,
                    complexities[i],
                    quality,
                    StructureStream.Hash(stream),
                    stream.Count
                )
            );
        }
        return units;
    }
}
