using System.Collections.Frozen;

namespace Motif.Code.TypeScript;

/// <summary>Questions about tokens that depend on nothing else.</summary>
internal static class ScriptTokens
{
    private const int LongestWord = 11;

    private static readonly FrozenDictionary<string, ScriptToken>.AlternateLookup<
        ReadOnlySpan<char>
    > Words = Enumerable
        .Range((int)ScriptToken.Break, ScriptToken.Yield - ScriptToken.Break + 1)
        .Select(value => (ScriptToken)value)
        .ToFrozenDictionary(
            token => token.ToString().ToLowerInvariant(),
            token => token,
            StringComparer.Ordinal
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The token of a word without escapes.</summary>
    public static ScriptToken OfWord(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= LongestWord
        && char.IsAsciiLetterLower(word[0])
        && Words.TryGetValue(word, out var token)
            ? token
            : ScriptToken.Identifier;

    /// <summary>A name, where all reserved words are forbidden.</summary>
    public static bool IsIdentifier(this ScriptToken token) =>
        token is ScriptToken.Identifier or >= ScriptToken.Abstract;

    /// <summary>A name behind a dot or before a colon, where nothing is reserved.</summary>
    public static bool IsWord(this ScriptToken token) =>
        token is ScriptToken.Identifier or >= ScriptToken.Break;

    public static bool IsAssignment(this ScriptToken token) =>
        token is >= ScriptToken.Equals and <= ScriptToken.QuestionQuestionEquals;

    /// <summary>What can stand before a member's name to qualify it.</summary>
    public static bool IsModifier(this ScriptToken token) =>
        token
            is ScriptToken.Abstract
                or ScriptToken.Accessor
                or ScriptToken.Async
                or ScriptToken.Const
                or ScriptToken.Declare
                or ScriptToken.Default
                or ScriptToken.Export
                or ScriptToken.In
                or ScriptToken.Out
                or ScriptToken.Override
                or ScriptToken.Private
                or ScriptToken.Protected
                or ScriptToken.Public
                or ScriptToken.ReadOnly
                or ScriptToken.Static;

    /// <summary>How tightly a binary operator binds, from 1; 0 for what is none.</summary>
    public static int Precedence(this ScriptToken token) =>
        token switch
        {
            ScriptToken.QuestionQuestion => 1,
            ScriptToken.BarBar => 2,
            ScriptToken.AmpersandAmpersand => 3,
            ScriptToken.Bar => 4,
            ScriptToken.Caret => 5,
            ScriptToken.Ampersand => 6,
            ScriptToken.EqualsEquals
            or ScriptToken.NotEquals
            or ScriptToken.EqualsEqualsEquals
            or ScriptToken.NotEqualsEquals => 7,
            ScriptToken.Less
            or ScriptToken.Greater
            or ScriptToken.LessEquals
            or ScriptToken.GreaterEquals
            or ScriptToken.InstanceOf
            or ScriptToken.In
            or ScriptToken.As
            or ScriptToken.Satisfies => 8,
            ScriptToken.LessLess
            or ScriptToken.GreaterGreater
            or ScriptToken.GreaterGreaterGreater => 9,
            ScriptToken.Plus or ScriptToken.Minus => 10,
            ScriptToken.Asterisk or ScriptToken.Slash or ScriptToken.Percent => 11,
            ScriptToken.AsteriskAsterisk => 12,
            _ => 0,
        };
}
