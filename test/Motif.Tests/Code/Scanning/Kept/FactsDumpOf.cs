using System.Collections;
using System.Reflection;
using System.Text.Json;
using Motif.Code;
using Motif.Code.Patterns;
using Motif.Code.Scanning;

namespace Motif.Tests.Code.Scanning.Kept;

/// <summary>All that a file was read as, whatever members it has, as text.</summary>
internal static class FactsDumpOf
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string File(ReadFile file)
    {
        var facts = file.Facts!;
        var members = typeof(CodeFacts)
            .GetProperties(All)
            .Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(FactNode))
            .Select(p => $"{p.Name}: {Told(p.GetValue(facts))}");
        var suppressed = $"{file.Suppressed.IsWholeFile} {Told(file.Suppressed.Lines)}";
        var structures = file.Structures!.Select(Structure);
        return string.Join('\n', [.. members, Told(file.File), suppressed, .. structures]);
    }

    private static string Structure(UnitStructure structure) =>
        $"{structure.Complexity} {structure.Stream} {structure.StreamLength} {Told(structure.Vocabulary)} {Told(structure.Grams.Grams.ToArray())}";

    private static string Told(object? value) =>
        value is IEnumerable and not string
            ? JsonSerializer.Serialize(((IEnumerable)value).Cast<object>())
            : JsonSerializer.Serialize(value);
}
