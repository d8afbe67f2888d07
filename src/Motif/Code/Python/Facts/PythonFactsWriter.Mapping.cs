using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Motif.Code.Python.Facts;

/// <summary>Which fact a node of the tree is.</summary>
internal sealed partial class PythonFactsWriter
{
    private static bool HoldsStatements(PythonNodeKind kind) =>
        kind
            is PythonNodeKind.Module
                or PythonNodeKind.FunctionDef
                or PythonNodeKind.AsyncFunctionDef
                or PythonNodeKind.ClassDef
                or PythonNodeKind.For
                or PythonNodeKind.AsyncFor
                or PythonNodeKind.While
                or PythonNodeKind.If
                or PythonNodeKind.With
                or PythonNodeKind.AsyncWith
                or PythonNodeKind.Try
                or PythonNodeKind.TryStar
                or PythonNodeKind.ExceptHandler
                or PythonNodeKind.MatchCase;

    private static bool IsStatementField(PythonField field) =>
        field is PythonField.Body or PythonField.Orelse or PythonField.Finalbody;

    private static FactKind KindOf(PythonNodeKind kind) =>
        kind switch
        {
            PythonNodeKind.Error => FactKind.Error,
            PythonNodeKind.Module => FactKind.Module,
            PythonNodeKind.FunctionDef or PythonNodeKind.AsyncFunctionDef => FactKind.Function,
            PythonNodeKind.ClassDef => FactKind.Class,
            PythonNodeKind.Lambda => FactKind.Lambda,
            PythonNodeKind.Arg => FactKind.Parameter,
            PythonNodeKind.Return => FactKind.Return,
            PythonNodeKind.Delete => FactKind.Delete,
            PythonNodeKind.Assign
            or PythonNodeKind.AugAssign
            or PythonNodeKind.AnnAssign
            or PythonNodeKind.WithItem => FactKind.Assign,
            PythonNodeKind.For or PythonNodeKind.AsyncFor => FactKind.ForEach,
            PythonNodeKind.While => FactKind.While,
            PythonNodeKind.If => FactKind.If,
            PythonNodeKind.With or PythonNodeKind.AsyncWith => FactKind.With,
            PythonNodeKind.Match => FactKind.Switch,
            PythonNodeKind.MatchCase => FactKind.Case,
            PythonNodeKind.Raise => FactKind.Raise,
            PythonNodeKind.Try or PythonNodeKind.TryStar => FactKind.Try,
            PythonNodeKind.ExceptHandler => FactKind.Handler,
            PythonNodeKind.Assert => FactKind.Assert,
            PythonNodeKind.Expr => FactKind.ExpressionStatement,
            PythonNodeKind.Pass => FactKind.Pass,
            PythonNodeKind.Break => FactKind.Break,
            PythonNodeKind.Continue => FactKind.Continue,
            PythonNodeKind.TypeAlias => FactKind.OtherStatement,
            PythonNodeKind.BoolOp => FactKind.Boolean,
            PythonNodeKind.NamedExpr => FactKind.NamedExpression,
            PythonNodeKind.BinOp => FactKind.Binary,
            PythonNodeKind.UnaryOp => FactKind.Unary,
            PythonNodeKind.IfExp => FactKind.Conditional,
            PythonNodeKind.Dict => FactKind.Mapping,
            PythonNodeKind.Set or PythonNodeKind.List or PythonNodeKind.Tuple =>
                FactKind.Collection,
            PythonNodeKind.ListComp
            or PythonNodeKind.SetComp
            or PythonNodeKind.DictComp
            or PythonNodeKind.GeneratorExp => FactKind.Comprehension,
            PythonNodeKind.Comprehension => FactKind.Clause,
            PythonNodeKind.Await => FactKind.Await,
            PythonNodeKind.Yield => FactKind.Yield,
            PythonNodeKind.YieldFrom => FactKind.YieldFrom,
            PythonNodeKind.Compare => FactKind.Compare,
            PythonNodeKind.Call => FactKind.Call,
            PythonNodeKind.Keyword => FactKind.KeywordArgument,
            PythonNodeKind.JoinedStr or PythonNodeKind.TemplateStr => FactKind.InterpolatedString,
            PythonNodeKind.Constant => FactKind.Literal,
            PythonNodeKind.Attribute => FactKind.Attribute,
            PythonNodeKind.Subscript => FactKind.Subscript,
            PythonNodeKind.Starred => FactKind.Starred,
            PythonNodeKind.Name => FactKind.Name,
            PythonNodeKind.Slice => FactKind.Slice,
            PythonNodeKind.MatchValue
            or PythonNodeKind.MatchSingleton
            or PythonNodeKind.MatchSequence
            or PythonNodeKind.MatchMapping
            or PythonNodeKind.MatchClass
            or PythonNodeKind.MatchStar
            or PythonNodeKind.MatchAs
            or PythonNodeKind.MatchOr => FactKind.CasePattern,
            PythonNodeKind.TypeVar or PythonNodeKind.ParamSpec or PythonNodeKind.TypeVarTuple =>
                FactKind.TypeReference,
            _ => FactKind.OtherExpression,
        };

    private FactRole RoleOf(PythonNode node) =>
        _depth == 0 ? FactRole.None : RoleOf(node, _frames[_depth - 1]);

    private static FactRole RoleOf(PythonNode node, in Frame parent)
    {
        if (
            parent.RoleOfChildren != FactRole.None
            && node.Field is not (PythonField.Defaults or PythonField.KwDefaults)
        )
            return parent.RoleOfChildren;
        if (parent.Block != PythonField.None || parent.Kind == PythonNodeKind.Error)
            return FactRole.Statement;
        return node.Field switch
        {
            PythonField.Annotation => FactRole.Annotation,
            PythonField.Args => FactRole.Argument,
            PythonField.Keywords => parent.Kind == PythonNodeKind.ClassDef
                ? FactRole.Base
                : FactRole.Argument,
            PythonField.Bases => FactRole.Base,
            PythonField.Body => FactRole.Body,
            PythonField.Cases => FactRole.Case,
            PythonField.Cause => FactRole.Cause,
            PythonField.DecoratorList => FactRole.Decorator,
            PythonField.DefaultValue or PythonField.Defaults or PythonField.KwDefaults =>
                FactRole.Default,
            PythonField.Finalbody => FactRole.Finally,
            PythonField.Func => FactRole.Callee,
            PythonField.Generators => FactRole.Clause,
            PythonField.Guard or PythonField.Ifs => FactRole.Filter,
            PythonField.Handlers => FactRole.Handler,
            PythonField.Items => FactRole.Item,
            PythonField.Iter => FactRole.Iterable,
            PythonField.Key or PythonField.Keys => FactRole.Key,
            PythonField.Msg => FactRole.Message,
            PythonField.Orelse => FactRole.Else,
            PythonField.Pattern or PythonField.Patterns or PythonField.KwdPatterns =>
                FactRole.Pattern,
            PythonField.Returns => FactRole.Returns,
            PythonField.Slice => FactRole.Index,
            PythonField.Subject => FactRole.Subject,
            PythonField.Target or PythonField.Targets or PythonField.OptionalVars =>
                FactRole.Target,
            PythonField.Test => FactRole.Test,
            PythonField.Type or PythonField.Cls or PythonField.Bound => FactRole.Type,
            PythonField.TypeParams => FactRole.TypeParameter,
            PythonField.Value
                when parent.Kind is PythonNodeKind.Attribute or PythonNodeKind.Subscript =>
                FactRole.Object,
            _ => FactRole.Value,
        };
    }

    private FactRole RoleOfTransparent(PythonNode node) =>
        node.Kind switch
        {
            PythonNodeKind.Arguments => FactRole.Parameter,
            PythonNodeKind.Import or PythonNodeKind.ImportFrom => FactRole.Statement,
            _ => RoleOf(node),
        };

    private static string? NameOf(PythonNode node) =>
        node.Kind switch
        {
            PythonNodeKind.AugAssign => Symbol(node.Operator) + "=",
            PythonNodeKind.BinOp or PythonNodeKind.UnaryOp or PythonNodeKind.BoolOp => Symbol(
                node.Operator
            ),
            PythonNodeKind.Compare => Operators(node),
            PythonNodeKind.List or PythonNodeKind.ListComp => "list",
            PythonNodeKind.Tuple => "tuple",
            PythonNodeKind.Set or PythonNodeKind.SetComp => "set",
            PythonNodeKind.DictComp => "dict",
            PythonNodeKind.GeneratorExp => "generator",
            PythonNodeKind.Constant => LiteralName(node),
            PythonNodeKind.MatchValue or PythonNodeKind.MatchSingleton => "value",
            PythonNodeKind.MatchSequence => "sequence",
            PythonNodeKind.MatchMapping => "mapping",
            PythonNodeKind.MatchClass => "class",
            PythonNodeKind.MatchStar => "star",
            PythonNodeKind.MatchOr => "or",
            PythonNodeKind.MatchAs => node.Name is null ? "wildcard" : "capture",
            _ => node.Name,
        };

    private static string? LiteralText(PythonNode node) =>
        node.ConstantKind switch
        {
            PythonConstantKind.Str => node.StringValue is { Length: <= MaxNameLength } text
                ? text
                : null,
            PythonConstantKind.SmallInteger => node.IntegerValue.ToString(
                CultureInfo.InvariantCulture
            ),
            PythonConstantKind.Real or PythonConstantKind.Complex => node.Text.ToString(),
            _ => null,
        };

    /// <summary>The text of a literal; an operand without one is named by a fingerprint, so that equal values are known as equal.</summary>
    private static string? LiteralName(PythonNode node) =>
        LiteralText(node) ?? (IsOperand(node) ? Fingerprint(node) : null);

    private static bool IsOperand(PythonNode node) =>
        node.Parent.Kind
            is PythonNodeKind.BinOp
                or PythonNodeKind.UnaryOp
                or PythonNodeKind.BoolOp
                or PythonNodeKind.AugAssign
                or PythonNodeKind.Compare;

    private static string? Fingerprint(PythonNode node) =>
        node.ConstantKind switch
        {
            PythonConstantKind.Str => Fingerprint(MemoryMarshal.AsBytes(node.StringValue.AsSpan())),
            PythonConstantKind.Bytes => Fingerprint(node.BytesValue),
            PythonConstantKind.BigInteger => Fingerprint(node.IntegerValue.ToByteArray()),
            _ => null,
        };

    private static string Fingerprint(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, hash);
        return "#" + Convert.ToHexStringLower(hash[..8]);
    }

    private static string Operators(PythonNode node)
    {
        if (node.OperatorCount == 1)
            return Symbol(node.OperatorAt(0));
        return string.Join(
            ' ',
            Enumerable.Range(0, node.OperatorCount).Select(i => Symbol(node.OperatorAt(i)))
        );
    }

    private static string Symbol(PythonOperator value) =>
        value switch
        {
            PythonOperator.And => "and",
            PythonOperator.Or => "or",
            PythonOperator.Add or PythonOperator.UAdd => "+",
            PythonOperator.Sub or PythonOperator.USub => "-",
            PythonOperator.Mult => "*",
            PythonOperator.MatMult => "@",
            PythonOperator.Div => "/",
            PythonOperator.Mod => "%",
            PythonOperator.Pow => "**",
            PythonOperator.LShift => "<<",
            PythonOperator.RShift => ">>",
            PythonOperator.BitOr => "|",
            PythonOperator.BitXor => "^",
            PythonOperator.BitAnd => "&",
            PythonOperator.FloorDiv => "//",
            PythonOperator.Invert => "~",
            PythonOperator.Not => "not",
            PythonOperator.Eq => "==",
            PythonOperator.NotEq => "!=",
            PythonOperator.Lt => "<",
            PythonOperator.LtE => "<=",
            PythonOperator.Gt => ">",
            PythonOperator.GtE => ">=",
            PythonOperator.Is => "is",
            PythonOperator.IsNot => "is not",
            PythonOperator.In => "in",
            _ => "not in",
        };

    private static FactFlags FlagsOf(PythonNode node) =>
        node.Kind switch
        {
            PythonNodeKind.AsyncFunctionDef
            or PythonNodeKind.AsyncFor
            or PythonNodeKind.AsyncWith => FactFlags.Async,
            PythonNodeKind.Comprehension => node.IsAsync ? FactFlags.Async : FactFlags.None,
            PythonNodeKind.If
                when node.Field == PythonField.Orelse && node.Text.StartsWith("elif") =>
                FactFlags.ElseIf,
            PythonNodeKind.Arg => node.Field switch
            {
                PythonField.VarArg => FactFlags.VariadicPositional,
                PythonField.KwArg => FactFlags.VariadicKeyword,
                _ => FactFlags.None,
            },
            PythonNodeKind.MatchCase => CaseFlags(node),
            PythonNodeKind.Constant => LiteralFlags(node.ConstantKind),
            PythonNodeKind.Expr => IsDocstring(node) ? FactFlags.Implicit : FactFlags.None,
            _ => FactFlags.None,
        };

    private static FactFlags CaseFlags(PythonNode node) =>
        node.Child(PythonField.Pattern) is { Exists: true, Kind: PythonNodeKind.MatchAs } pattern
        && !pattern.Child(PythonField.Pattern).Exists
            ? FactFlags.CatchAll
            : FactFlags.None;

    private static FactFlags LiteralFlags(PythonConstantKind kind) =>
        kind switch
        {
            PythonConstantKind.None => FactFlags.LiteralNull,
            PythonConstantKind.True => FactFlags.LiteralTrue,
            PythonConstantKind.False => FactFlags.LiteralFalse,
            PythonConstantKind.SmallInteger or PythonConstantKind.BigInteger =>
                FactFlags.LiteralInteger,
            PythonConstantKind.Real or PythonConstantKind.Complex => FactFlags.LiteralReal,
            PythonConstantKind.Str => FactFlags.LiteralString,
            PythonConstantKind.Bytes => FactFlags.LiteralBytes,
            _ => FactFlags.None,
        };

    public static bool IsDocstring(PythonNode node) =>
        node.Field == PythonField.Body
        && node.Parent.Kind
            is PythonNodeKind.Module
                or PythonNodeKind.ClassDef
                or PythonNodeKind.FunctionDef
                or PythonNodeKind.AsyncFunctionDef
        && node.Child(PythonField.Value)
            is { Exists: true, Kind: PythonNodeKind.Constant, ConstantKind: PythonConstantKind.Str }
        && node.Parent.Child(PythonField.Body) == node;
}
