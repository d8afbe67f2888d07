using System.Globalization;
using System.Text.RegularExpressions;

namespace Motif.Decisions.Safety;

/// <summary>
/// A regular expression of a rule. It runs in time linear in the text whatever it says; what would match everything, or takes
/// too long on a long text even so, is refused when it is saved.
/// </summary>
internal sealed class RuleExpression
{
    private const int LongestExpression = 500;
    private const int ProbeCharacters = 100_000;
    private const int Trials = 3;
    private const long MostRepetitions = 1000;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    /// <summary>Sentences that no rule can mean all of.</summary>
    private static readonly string[] Ordinary =
    [
        "which bay is mine",
        "when do you open on monday",
        "thank you very much",
        "where is my order",
        "xyzzy",
        "7",
        "qq 42 zz",
        "wo ist mein platz",
        "i cannot open the locker",
    ];

    private readonly Regex _regex;

    private RuleExpression(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    public static RuleExpression Of(string text) => new(text, Compile(text));

    public bool IsIn(string words) => _regex.IsMatch(words);

    /// <summary>What is wrong with it, with its beginning; null where nothing is.</summary>
    public static string? Mistake(string text)
    {
        var named = $"'{(text.Length > 40 ? text[..40] : text)}'";
        if (text.Length is 0 or > LongestExpression)
            return FormattableString.Invariant(
                $"{named} must have 1 to {LongestExpression} characters"
            );
        try
        {
            if (Repetitions(text) > MostRepetitions)
                return FormattableString.Invariant(
                    $"{named} repeats more than {MostRepetitions} times in its braces"
                );
            var expression = Of(text);
            if (expression.IsIn("") || Ordinary.Count(expression.IsIn) > Ordinary.Length / 2)
                return $"{named} would apply to nearly every message";
            return Fastest(expression) > Slow
                ? $"{named} takes more than 50 ms on a long message"
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return $"{named} is no regular expression without look-around, back references and atomic groups: {exception.Message}";
        }
    }

    /// <summary>All counts in braces multiplied: so large may the automaton grow.</summary>
    private static long Repetitions(string text)
    {
        var product = 1L;
        for (
            var open = text.IndexOf('{', StringComparison.Ordinal);
            open >= 0;
            open = text.IndexOf('{', open + 1)
        )
        {
            var close = text.IndexOf('}', open);
            var count =
                close < 0
                    ? null
                    : text[(open + 1)..close].Split(',').LastOrDefault(n => n.Length > 0);
            if (int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times))
                product = Math.Min(product * Math.Max(times, 1), long.MaxValue / int.MaxValue);
        }
        return product;
    }

    private static Regex Compile(string text) =>
        new(
            text,
            RegexOptions.NonBacktracking
                | RegexOptions.CultureInvariant
                | RegexOptions.IgnoreCase
                | RegexOptions.ExplicitCapture
        );

    /// <summary>The least of some trials: what other programs take is not the expression's fault.</summary>
    private static TimeSpan Fastest(RuleExpression expression)
    {
        var probe = string.Concat(Enumerable.Repeat("a aab 0 abc ", (ProbeCharacters / 12) + 1));
        return Enumerable
            .Range(0, Trials)
            .Min(_ =>
            {
                var start = TimeProvider.System.GetTimestamp();
                expression.IsIn(probe);
                return TimeProvider.System.GetElapsedTime(start);
            });
    }
}
