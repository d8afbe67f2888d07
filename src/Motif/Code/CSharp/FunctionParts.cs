using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>The parts that methods, constructors, operators, accessors and local functions have in common.</summary>
/// <param name="Name">The last part of its qualified name; <c>.ctor</c>, <c>.cctor</c> and <c>op_Addition</c> as in metadata.</param>
internal sealed record FunctionParts(SyntaxNode Declaration, string Name, UnitKind Kind)
{
    public UnitTraits Traits { get; init; }

    public SyntaxList<AttributeListSyntax> Attributes { get; init; }

    public TypeParameterListSyntax? TypeParameters { get; init; }

    public SyntaxList<TypeParameterConstraintClauseSyntax> Constraints { get; init; }

    public SeparatedSyntaxList<ParameterSyntax> Parameters { get; init; }

    /// <summary>Null where there is none to write: constructors, setters.</summary>
    public TypeSyntax? Returns { get; init; }

    /// <summary><c>: base(…)</c> or <c>: this(…)</c>.</summary>
    public ConstructorInitializerSyntax? Initializer { get; init; }

    public BlockSyntax? Block { get; init; }

    public ArrowExpressionClauseSyntax? Arrow { get; init; }

    /// <summary>An implicit parameter named <c>value</c> of that type.</summary>
    public TypeSyntax? ValueType { get; init; }

    /// <summary>Where its documentation stands when that is not the declaration itself.</summary>
    public SyntaxNode? Documented { get; init; }

    /// <summary>The expression of <see cref="Arrow"/> is its result.</summary>
    public bool ArrowReturns { get; init; }
}
