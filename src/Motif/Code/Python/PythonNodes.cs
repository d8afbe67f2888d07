namespace Motif.Code.Python;

/// <summary>The nodes of one file in pre-order, one array per property, 28 bytes a node. The subtree of node
/// <c>i</c> is <c>i</c> to <c>i + Sizes[i] - 1</c>: a scan over the arrays visits every node once without recursion.</summary>
internal sealed class PythonNodes(int count)
{
    internal readonly PythonNodeKind[] Kinds = GC.AllocateUninitializedArray<PythonNodeKind>(count);
    internal readonly PythonField[] Fields = GC.AllocateUninitializedArray<PythonField>(count);

    // Name, Attribute, Subscript, Starred, List, Tuple: context. Operators: operator. Constant: kind | flags.
    // FormattedValue, Interpolation: conversion. Comprehension: 1 if async. AnnAssign: 1 if simple.
    internal readonly ushort[] Aux = GC.AllocateUninitializedArray<ushort>(count);
    internal readonly int[] Starts = GC.AllocateUninitializedArray<int>(count);
    internal readonly int[] Ends = GC.AllocateUninitializedArray<int>(count);
    internal readonly int[] Sizes = GC.AllocateUninitializedArray<int>(count);
    internal readonly int[] Parents = GC.AllocateUninitializedArray<int>(count);

    // A string, an index into a side table, the low half of a number, or -1 for none.
    internal readonly int[] Data = GC.AllocateUninitializedArray<int>(count);

    // Alias: the second name. ImportFrom: the level. Attribute and definitions: where the name stands.
    // Lists: how many. Numbers: the high half.
    internal readonly int[] Extra = GC.AllocateUninitializedArray<int>(count);
}
