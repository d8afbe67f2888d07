using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>The types and members that a file declares, gathered before anything refers to them.</summary>
internal static class Declarations
{
    /// <summary>By full name; types of one name and another number of type parameters are taken for one.</summary>
    public static Dictionary<string, DeclaredType> Of(CompilationUnitSyntax root)
    {
        var types = new Dictionary<string, DeclaredType>(StringComparer.Ordinal);
        Gather(root.Members, "", null, types);
        return types;
    }

    private static void Gather(
        SyntaxList<MemberDeclarationSyntax> members,
        string @namespace,
        DeclaredType? outer,
        Dictionary<string, DeclaredType> types
    )
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return;
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Gather(space.Members, Join(@namespace, space.Name.ToString()), null, types);
                    break;
                case ExtensionBlockDeclarationSyntax extension:
                    Gather(extension.Members, @namespace, outer, types);
                    break;
                case BaseTypeDeclarationSyntax type:
                    Gather(type, @namespace, outer, types);
                    break;
                case DelegateDeclarationSyntax type:
                    Declare(type.Identifier.ValueText, @namespace, outer, types);
                    break;
                default:
                    if (outer is not null)
                        AddMember(outer, member);
                    break;
            }
        }
    }

    private static void Gather(
        BaseTypeDeclarationSyntax type,
        string @namespace,
        DeclaredType? outer,
        Dictionary<string, DeclaredType> types
    )
    {
        var declared = Declare(type.Identifier.ValueText, @namespace, outer, types);
        if (type is EnumDeclarationSyntax values)
        {
            foreach (var value in values.Members)
                declared.Members.TryAdd(
                    value.Identifier.ValueText,
                    new DeclaredMember(null, IsStatic: true, IsMethod: false)
                );
        }
        if (type is not TypeDeclarationSyntax body)
            return;
        foreach (var parameter in body.TypeParameterList?.Parameters ?? default)
            declared.TypeParameters.Add(parameter.Identifier.ValueText);
        foreach (var parameter in body.ParameterList?.Parameters ?? default)
            declared.Members.TryAdd(
                parameter.Identifier.ValueText,
                new DeclaredMember(parameter.Type, IsStatic: false, IsMethod: false)
            );
        Gather(body.Members, @namespace, declared, types);
    }

    private static DeclaredType Declare(
        string name,
        string @namespace,
        DeclaredType? outer,
        Dictionary<string, DeclaredType> types
    )
    {
        var fullName = outer is null ? Join(@namespace, name) : $"{outer.FullName}.{name}";
        if (types.TryGetValue(fullName, out var known))
            return known;
        var qualified = outer is null ? name : $"{outer.QualifiedName}.{name}";
        return types[fullName] = new DeclaredType(fullName, qualified, outer, @namespace);
    }

    private static void AddMember(DeclaredType type, MemberDeclarationSyntax member)
    {
        var isStatic =
            member.Modifiers.Any(SyntaxKind.StaticKeyword)
            || member.Modifiers.Any(SyntaxKind.ConstKeyword);
        switch (member)
        {
            case MethodDeclarationSyntax method:
                type.Members.TryAdd(
                    method.Identifier.ValueText,
                    new DeclaredMember(method.ReturnType, isStatic, IsMethod: true)
                );
                break;
            case PropertyDeclarationSyntax property:
                type.Members.TryAdd(
                    property.Identifier.ValueText,
                    new DeclaredMember(property.Type, isStatic, IsMethod: false)
                );
                break;
            case EventDeclarationSyntax handler:
                type.Members.TryAdd(
                    handler.Identifier.ValueText,
                    new DeclaredMember(handler.Type, isStatic, IsMethod: false)
                );
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    type.Members.TryAdd(
                        variable.Identifier.ValueText,
                        new DeclaredMember(field.Declaration.Type, isStatic, IsMethod: false)
                    );
                break;
        }
    }

    private static string Join(string @namespace, string name) =>
        @namespace.Length == 0 ? name : $"{@namespace}.{name}";
}
