using System.Collections.Frozen;

namespace Motif.Code.CSharp;

/// <summary>The names that operators have in metadata (ECMA-335, I.10.3).</summary>
internal static class OperatorNames
{
    private static readonly FrozenDictionary<string, string> Binary = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["+"] = "op_Addition",
        ["-"] = "op_Subtraction",
        ["*"] = "op_Multiply",
        ["/"] = "op_Division",
        ["%"] = "op_Modulus",
        ["&"] = "op_BitwiseAnd",
        ["|"] = "op_BitwiseOr",
        ["^"] = "op_ExclusiveOr",
        ["<<"] = "op_LeftShift",
        [">>"] = "op_RightShift",
        [">>>"] = "op_UnsignedRightShift",
        ["=="] = "op_Equality",
        ["!="] = "op_Inequality",
        ["<"] = "op_LessThan",
        [">"] = "op_GreaterThan",
        ["<="] = "op_LessThanOrEqual",
        [">="] = "op_GreaterThanOrEqual",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Unary = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["+"] = "op_UnaryPlus",
        ["-"] = "op_UnaryNegation",
        ["!"] = "op_LogicalNot",
        ["~"] = "op_OnesComplement",
        ["++"] = "op_Increment",
        ["--"] = "op_Decrement",
        ["true"] = "op_True",
        ["false"] = "op_False",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string token, int parameters) =>
        (parameters < 2 ? Unary : Binary).GetValueOrDefault(token) ?? $"op_{token}";
}
