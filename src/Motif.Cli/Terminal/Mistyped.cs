using System.CommandLine;
using System.CommandLine.Parsing;

namespace Motif.Cli.Terminal;

/// <summary>What is wrong with what was typed, and what was probably meant.</summary>
internal static class Mistyped
{
    /// <summary>Edits between a word and the one that was meant; a third of its letters, at most this many.</summary>
    private const int MostEdits = 3;

    public static string Explain(ParseResult parsed, IReadOnlyList<string> typed)
    {
        var here = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..] && here.Subcommands.Count > 0)
            return Suggestion(parsed, typed, unknown) is { } meant
                ? $"there is no command '{PathOf(parsed)} {unknown}'; did you mean `{meant}`?"
                : $"there is no command '{PathOf(parsed)} {unknown}'; {NamesOf(here)} (see: {PathOf(parsed)} --help)";
        if (here.Subcommands.Count > 0 && here.Action is null)
            return $"'{PathOf(parsed)}' needs one more word; {NamesOf(here)} (see: {PathOf(parsed)} --help)";
        var option = parsed.UnmatchedTokens.FirstOrDefault(t =>
            t.StartsWith("--", StringComparison.Ordinal)
        );
        var errors = string.Join(" ", parsed.Errors.Select(e => e.Message));
        return option is not null && NearestOption(parsed, option) is { } near
            ? $"'{PathOf(parsed)}' has no option {option}; did you mean {near}? (see: {PathOf(parsed)} --help)"
            : $"{errors} (see: {PathOf(parsed)} --help)";
    }

    /// <summary>The whole line with the command that was meant; null where nothing is near.</summary>
    private static string? Suggestion(
        ParseResult parsed,
        IReadOnlyList<string> typed,
        string unknown
    )
    {
        var here = parsed.CommandResult.Command;
        var near =
            Nearest(unknown, here.Subcommands.Select(c => ($"{PathOf(parsed)} {c.Name}", c.Name)))
            // `motif scan` leaves out a word of `motif code scan`.
            ?? Nearest(unknown, AllUnder(parsed.RootCommandResult.Command, "motif"));
        var rest = typed.SkipWhile(t => t != unknown).Skip(1);
        return near is null ? null : string.Join(' ', [near, .. rest.Select(Quoted)]);
    }

    private static string? NearestOption(ParseResult parsed, string option)
    {
        var command = parsed.CommandResult.Command;
        return Nearest(
            option.Split('=')[0],
            command
                .Options.Concat(parsed.RootCommandResult.Command.Options)
                .Select(o => (o.Name, o.Name))
        );
    }

    private static string? Nearest(string word, IEnumerable<(string Path, string Name)> known)
    {
        var most = Math.Min(MostEdits, Math.Max(1, word.Length / 3));
        return known
            .Select(k => (k.Path, Edits: Edits(word.ToLowerInvariant(), k.Name)))
            .Where(k => k.Edits <= most)
            .OrderBy(k => k.Edits)
            .Select(k => k.Path)
            .FirstOrDefault();
    }

    private static IEnumerable<(string Path, string Name)> AllUnder(Command command, string path) =>
        command.Subcommands.SelectMany(c =>
            AllUnder(c, $"{path} {c.Name}").Prepend(($"{path} {c.Name}", c.Name))
        );

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (
            SymbolResult? result = parsed.CommandResult;
            result is CommandResult command;
            result = result.Parent
        )
            names.Insert(0, command.Command is RootCommand ? "motif" : command.Command.Name);
        return string.Join(' ', names);
    }

    private static string NamesOf(Command command) =>
        $"there are {string.Join(", ", command.Subcommands.Select(c => c.Name))}";

    private static string Quoted(string word) =>
        word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or '$' or '`')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment, Damerau 1964).</summary>
    internal static int Edits(string from, string to)
    {
        var (before, last, row) = (
            new int[to.Length + 1],
            new int[to.Length + 1],
            new int[to.Length + 1]
        );
        for (var j = 0; j <= to.Length; j++)
            last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[to.Length];
    }
}
