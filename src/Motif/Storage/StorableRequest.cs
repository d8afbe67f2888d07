using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Motif.Storage;

/// <summary>
/// The one check of what callers give: every text, number and JSON in a request can be kept, and no list holds null. Every
/// door asks it of a whole request, so that no member can be forgotten.
/// </summary>
public static class StorableRequest
{
    /// <summary>More mistakes than that are not listed: a list may hold a million.</summary>
    private const int MostMistakes = 20;

    /// <summary>What cannot be kept, by wire name as in <c>filters.tags[1]</c>; empty when all can.</summary>
    public static Dictionary<string, string[]> Mistakes(object request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check(request, "", mistakes);
        return mistakes;
    }

    private static void Check(object? value, string path, Dictionary<string, string[]> mistakes)
    {
        if (mistakes.Count == MostMistakes)
            return;
        switch (value)
        {
            case null:
                break;
            case string text:
                Blame(path, StorableText.Mistake(text), mistakes);
                break;
            case JsonElement json when StorableJson.Mistake(json, path) is { } inside:
                Blame(inside.Member, inside.Mistake, mistakes);
                break;
            case double number when !double.IsFinite(number):
                Blame(path, "must be a number that a double can hold", mistakes);
                break;
            case IDictionary map:
                CheckMap(map, path, mistakes);
                break;
            case IEnumerable list:
                CheckList(list, path, mistakes);
                break;
            default:
                CheckMembers(value, path, mistakes);
                break;
        }
    }

    private static void CheckMap(
        IDictionary map,
        string path,
        Dictionary<string, string[]> mistakes
    )
    {
        foreach (DictionaryEntry entry in map)
        {
            var name = $"{entry.Key}";
            if (StorableText.Mistake(name) is { } mistake)
                Blame(path, $"has a member whose name {mistake}", mistakes);
            else
                Check(entry.Value, path.Length == 0 ? name : $"{path}.{name}", mistakes);
        }
    }

    private static void CheckList(
        IEnumerable list,
        string path,
        Dictionary<string, string[]> mistakes
    )
    {
        var index = 0;
        foreach (var item in list)
        {
            var place = $"{path}[{index++}]";
            if (item is null)
                Blame(place, "must not be null; leave it out", mistakes);
            else
                Check(item, place, mistakes);
        }
    }

    /// <summary>The members that the wire has, under its names.</summary>
    private static void CheckMembers(
        object value,
        string path,
        Dictionary<string, string[]> mistakes
    )
    {
        if (value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        var type = MotifJson.Options.GetTypeInfo(value.GetType());
        if (type.Kind is not JsonTypeInfoKind.Object)
            return;
        foreach (var member in type.Properties)
        {
            if (member.Get is { } get)
                Check(
                    get(value),
                    path.Length == 0 ? member.Name : $"{path}.{member.Name}",
                    mistakes
                );
        }
    }

    private static void Blame(string path, string? mistake, Dictionary<string, string[]> mistakes)
    {
        if (mistake is not null && mistakes.Count < MostMistakes)
            mistakes[path] = [mistake];
    }
}
