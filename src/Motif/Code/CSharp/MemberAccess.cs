using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>What others may do with the fields and properties of a type's objects, read from its declaration alone.</summary>
internal static class MemberAccess
{
    public static UnitTraits Of(SyntaxList<MemberDeclarationSyntax> members)
    {
        var traits = UnitTraits.None;
        foreach (var member in members)
        {
            if (!IsOpen(member.Modifiers) || member.Modifiers.Any(SyntaxKind.StaticKeyword))
                continue;
            traits |= member switch
            {
                FieldDeclarationSyntax field => Of(field),
                PropertyDeclarationSyntax property => Of(property),
                _ => UnitTraits.None,
            };
        }
        return traits;
    }

    private static UnitTraits Of(FieldDeclarationSyntax field)
    {
        if (field.Modifiers.Any(SyntaxKind.ConstKeyword))
            return UnitTraits.None;
        return field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
            ? UnitTraits.Shown
            : UnitTraits.Shown | UnitTraits.Assignable;
    }

    private static UnitTraits Of(PropertyDeclarationSyntax property)
    {
        var traits = Getter(property) ? UnitTraits.Shown : UnitTraits.None;
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
        {
            if (
                accessor.IsKind(SyntaxKind.SetAccessorDeclaration)
                && !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword)
            )
                traits |= UnitTraits.Assignable;
        }
        return traits;
    }

    /// <summary>An automatic one, or one that gives a name and does nothing else.</summary>
    private static bool Getter(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } arrow)
            return IsName(arrow.Expression);
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
        {
            if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                return accessor switch
                {
                    { ExpressionBody: { } body } => IsName(body.Expression),
                    { Body.Statements: [ReturnStatementSyntax { Expression: { } given }] } =>
                        IsName(given),
                    { Body: null } => true,
                    _ => false,
                };
        }
        return false;
    }

    private static bool IsName(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                {
                    Expression: ThisExpressionSyntax,
                    Name: IdentifierNameSyntax
                };

    private static bool IsOpen(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword)
        || modifiers.Any(SyntaxKind.InternalKeyword)
        || modifiers.Any(SyntaxKind.ProtectedKeyword) && !modifiers.Any(SyntaxKind.PrivateKeyword);
}
