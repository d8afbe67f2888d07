using System.Collections.Concurrent;
using System.Text.Json;

namespace Motif;

/// <summary>The snake_case name of an enum value, as it stands in JSON, in the database and on the command line.</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) =>
        Names.GetOrAdd(
            value,
            static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString())
        );

    /// <summary>The value of that wire name, or null: names are matched exactly.</summary>
    public static T? Parse<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == name)
                return value;
        }
        return null;
    }

    /// <summary>The value of that wire name; anything else is data that this program did not write.</summary>
    /// <exception cref="FormatException">The name is unknown.</exception>
    public static T Require<T>(string name)
        where T : struct, Enum =>
        Parse<T>(name)
        ?? throw new FormatException(
            $"'{name}' is no {typeof(T).Name}; expected {string.Join(", ", Enum.GetValues<T>().Select(v => Of(v)))}"
        );
}
