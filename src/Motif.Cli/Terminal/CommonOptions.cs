using System.CommandLine;
using System.Globalization;

namespace Motif.Cli.Terminal;

/// <summary>Options that mean the same for every command.</summary>
internal static class CommonOptions
{
    public const string DefaultDatabase = "motif.db";

    /// <summary>Recursive: it may stand behind any command.</summary>
    public static Option<string?> Database { get; } =
        new("--database")
        {
            Description =
                "SQLite file or postgresql:// URL; otherwise MOTIF_DATABASE, DATABASE_URL, then motif.db here",
            HelpName = "path or url",
            Recursive = true,
        };

    /// <summary>A new option each time: a command owns its options.</summary>
    public static Option<bool> Json() =>
        new("--json")
        {
            Description = "Print one JSON document on standard output and nothing else",
        };

    public static Option<string?> Cursor() =>
        new("--cursor") { Description = "The next_cursor of the page before" };

    public static Option<int> Limit(int defaultValue, int max)
    {
        var option = new Option<int>("--limit")
        {
            Description = $"At most so many, 1 to {max}",
            DefaultValueFactory = _ => defaultValue,
        };
        option.Validators.Add(result =>
        {
            // What is no number is refused by the parser itself.
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && (value < 1 || value > max)
            )
                result.AddError($"--limit must be 1 to {max}");
        });
        return option;
    }

    public static Option<string?> Namespace(string description) =>
        new("--namespace") { Description = description };

    /// <summary>What <see cref="Namespace"/> was given, or else the environment says.</summary>
    public static string? NamespaceOf(string? given) =>
        given
        ?? (
            Environment.GetEnvironmentVariable("MOTIF_NAMESPACE") is { Length: > 0 } set
                ? set
                : null
        );

    /// <summary>An option that takes the wire name of an enum value.</summary>
    public static Option<string?> Named<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<T>().Select(v => WireName.Of(v))]);
        return option;
    }

    /// <summary>What an option of <see cref="Named"/> was given.</summary>
    public static T? Value<T>(string? name)
        where T : struct, Enum => name is null ? null : WireName.Require<T>(name);

    public static string DatabaseSetting(ParseResult parsed) =>
        parsed.GetValue(Database)
        ?? Environment.GetEnvironmentVariable("MOTIF_DATABASE")
        ?? Environment.GetEnvironmentVariable("DATABASE_URL")
        ?? DefaultDatabase;
}
