namespace Motif.Code;

/// <summary>What more is known of a node; which flags a kind can have is said at <see cref="FactKind"/>.</summary>
[Flags]
public enum FactFlags : ushort
{
    None = 0,

    /// <summary>async def, async for, async with, async lambda, await foreach, async comprehension clause.</summary>
    Async = 1 << 0,

    ElseIf = 1 << 1,
    TestAfter = 1 << 2,
    CatchAll = 1 << 3,
    Constructs = 1 << 4,
    Conditional = 1 << 5,
    VariadicPositional = 1 << 6,
    VariadicKeyword = 1 << 7,
    LiteralString = 1 << 8,
    LiteralBytes = 1 << 9,
    LiteralInteger = 1 << 10,
    LiteralReal = 1 << 11,
    LiteralTrue = 1 << 12,
    LiteralFalse = 1 << 13,
    LiteralNull = 1 << 14,

    /// <summary>An expression that the language adds itself (an implicit <c>this</c>) or an only apparent statement.</summary>
    Implicit = 1 << 15,
}
