using Mono.Cecil;

namespace Motif.Server.Tests;

/// <summary>Which types of a built assembly use which others of it: signatures, attributes and method bodies.</summary>
internal sealed class TypeReferences
{
    private readonly ModuleDefinition _module;
    private readonly HashSet<(string From, string To)> _arrows = [];

    private TypeReferences(ModuleDefinition module) => _module = module;

    /// <summary>The arrows between outermost types, by their full names.</summary>
    public static IReadOnlyCollection<(string From, string To)> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var references = new TypeReferences(module);
        foreach (var type in module.GetTypes())
            references.AddType(Outermost(type), type);
        return references._arrows;
    }

    private void AddType(string from, TypeDefinition type)
    {
        Add(from, type.BaseType);
        foreach (var implemented in type.Interfaces)
            Add(from, implemented.InterfaceType);
        foreach (var constraint in type.GenericParameters.SelectMany(p => p.Constraints))
            Add(from, constraint.ConstraintType);
        AddAttributes(from, type);
        foreach (var field in type.Fields)
            Add(from, field.FieldType);
        foreach (var method in type.Methods)
            AddMethod(from, method);
    }

    private void AddMethod(string from, MethodDefinition method)
    {
        AddCall(from, method);
        AddAttributes(from, method);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Add(from, variable.VariableType);
        foreach (var instruction in method.Body.Instructions)
            AddOperand(from, instruction.Operand);
    }

    private void AddOperand(string from, object? operand)
    {
        switch (operand)
        {
            case MethodReference method:
                AddCall(from, method);
                break;
            case FieldReference field:
                Add(from, field.DeclaringType);
                Add(from, field.FieldType);
                break;
            case TypeReference type:
                Add(from, type);
                break;
        }
    }

    private void AddCall(string from, MethodReference method)
    {
        Add(from, method.DeclaringType);
        Add(from, method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(from, parameter.ParameterType);
        foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
            Add(from, argument);
    }

    private void AddAttributes(string from, ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(from, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
                Add(from, argument.Value as TypeReference);
        }
    }

    private void Add(string from, TypeReference? type)
    {
        if (type is null)
            return;
        foreach (var argument in (type as GenericInstanceType)?.GenericArguments ?? [])
            Add(from, argument);
        var element = type.GetElementType();
        if (element is null or GenericParameter || element.Scope != _module)
            return;
        if (Outermost(element) is var to && to != from)
            _arrows.Add((from, to));
    }

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.FullName.Split('`')[0];
    }
}
