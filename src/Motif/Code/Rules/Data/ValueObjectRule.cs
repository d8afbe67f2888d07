using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Data;

/// <summary>Finds classes that are their data: dataclasses, records, models, schemas, hand-written value objects.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Data with names and types, compared by value, checked where it comes in.</para>
/// <para><b>Example.</b> <code>@dataclass(frozen=True)
/// class Money:
///     amount: Decimal
///     currency: str</code></para>
/// <para><b>Structure.</b> The language or a library says so (dataclass, NamedTuple, TypedDict, record, struct, attrs, pydantic,
/// marshmallow) and there are fields; or a class compares by most of its attributes and hashes them, or fixes them by slots and
/// refuses assignment. Nothing but making one writes them. A struct of C# shows its fields or is compared by them.</para>
/// <para><b>Limits.</b> Equality alone makes no value, nor does comparing a key among other attributes. A struct whose fields others
/// may write, that lays out native memory, or that goes through, waits for or lets go of something is a tool of the language.
/// In Python what is called, or one of a family whose base leaves work open, holds settings.</para>
/// <para><b>References.</b> Evans, Domain-Driven Design, 2003; PEP 557, 2017.</para>
/// </remarks>
internal sealed partial class ValueObjectRule : ICodeRule
{
    public string Name => "value_object";

    public string Title => "Value Object";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (
            unit.Fact.Has(UnitTraits.Enum)
            || owner.IsInterface && !unit.Fact.Has(UnitTraits.DataType)
        )
            return;
        var mechanism = Mechanism(unit, owner);
        if (mechanism is not null)
            FindDeclared(unit, owner, mechanism, found);
        else
            FindWritten(unit, owner, found);
    }

    private static string? Mechanism(ProjectUnit unit, ProjectClass owner)
    {
        if (
            unit.IsDecoratedWith(
                "dataclasses.dataclass",
                "dataclass",
                "pydantic.dataclasses.dataclass"
            )
        )
            return "dataclass";
        if (
            unit.IsDecoratedWith(
                "attr.s",
                "attr.attrs",
                "attr.define",
                "attr.frozen",
                "attrs.define",
                "attrs.frozen",
                "attrs.mutable",
                "attr.dataclass"
            )
        )
            return "attrs";
        if (owner.HasExternalBase("NamedTuple", "typing.NamedTuple"))
            return "named tuple";
        if (owner.HasExternalBase("TypedDict"))
            return "typed dict";
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (
                ancestor.HasExternalBase(
                    "pydantic.BaseModel",
                    "pydantic.main.BaseModel",
                    "BaseModel",
                    "sqlmodel.SQLModel",
                    "pydantic_settings.BaseSettings"
                )
            )
                return "pydantic";
            if (
                ancestor.HasExternalBase(
                    "marshmallow.Schema",
                    "msgspec.Struct",
                    "rest_framework.serializers.Serializer",
                    "rest_framework.serializers.ModelSerializer"
                )
            )
                return "schema";
        }
        return unit.Fact.Has(UnitTraits.DataType) && !IsLoose(unit, owner) ? "record" : null;
    }

    private void FindDeclared(
        ProjectUnit unit,
        ProjectClass owner,
        string mechanism,
        RuleFindings found
    )
    {
        var fields = unit.Fact.Attributes.Count;
        var inherited = owner.Bases.Count > 0;
        if (fields == 0 && !inherited)
            return;
        var frozen = IsFrozen(unit);
        if (!frozen && (Change(owner).Exists() || IsWorker(owner)))
            return;
        found
            .Match(this, unit)
            .Must("it is declared to hold data", unit.Node)
            .Should(.20, "it has fields", fields > 0)
            .Should(
                .10,
                "it cannot be changed",
                frozen || mechanism is "named tuple" || unit.Fact.Has(UnitTraits.Struct)
            )
            .Should(.05, "it checks its fields", Validator(owner))
            .Modifier("frozen", frozen)
            .Modifier("validation", Validator(owner).Exists())
            .Named("value", "model", "schema", "dto")
            .Variant(mechanism)
            .Report();
    }

    private static bool IsFrozen(ProjectUnit unit)
    {
        foreach (var child in unit.Node.Children())
        {
            if (
                child.Role is FactRole.Decorator
                && Loops.FirstCall(child, "dataclass", "define", "frozen", "s")
                    is { Facts: not null } call
                && call.HasKeyword("frozen")
            )
                return true;
        }
        return unit.IsDecoratedWith("attr.frozen", "attrs.frozen");
    }

    private static FactNode Validator(ProjectClass owner)
    {
        foreach (var method in owner.Methods)
        {
            if (
                method.IsDecoratedWith(
                    "validator",
                    "field_validator",
                    "model_validator",
                    "root_validator",
                    "validates"
                )
                || method.Name is "__post_init__" or "__attrs_post_init__"
                    && method.Has(FactKind.Raise)
            )
                return method.Node;
        }
        return default;
    }

    /// <summary>Equality over own attributes with a hash over the same, or slots with refused assignment.</summary>
    private void FindWritten(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var equals = owner.Method("__eq__") ?? owner.Method("Equals");
        var hash = owner.Method("__hash__") ?? owner.Method("GetHashCode");
        var refuses =
            owner.Method("__setattr__") is { } set && set.Node.Body().Contains(FactKind.Raise)
                ? set.Node
                : default;
        if (equals is null || (hash is null && !refuses.Exists()))
            return;
        var compared = Compared(equals);
        if (
            !compared.Exists()
            || IsAssignable(owner)
            || unit.File.Facts.Language == "python" && !IsMade(owner)
            || Change(owner).Exists()
            || !ComparesMost(owner, equals)
            || hash is not null && Loops.FirstCall(hash.Node, "id", "builtins.id").Exists()
        )
            return;
        found
            .Match(this, unit)
            .Must("objects are compared by what they hold", compared)
            .Should(.15, "equal ones have equal hashes", hash?.Node ?? default)
            .Should(.10, "attributes cannot be assigned", refuses)
            .Should(.10, "nothing but the constructor writes them", true)
            .Named("value")
            .Variant("hand-written")
            .Report();
    }

    private static FactNode Compared(ProjectUnit equals)
    {
        foreach (var node in equals.OwnNodes)
        {
            if (node.Kind is not FactKind.Compare || node.Name is not "==")
                continue;
            for (var i = node.Index; i < node.End; i++)
            {
                if (node.Facts[i].IsOwnAttribute(equals, out var name) && name is not "__class__")
                    return node;
            }
        }
        return default;
    }
}
