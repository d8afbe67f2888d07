using System.Text.Json.Serialization.Metadata;

namespace Motif;

/// <summary>
/// Something that callers send. Many of their languages write an absent value as null: here null leaves a member at its
/// default. Required members stay required.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireRequestAttribute : Attribute
{
    internal static void TakeNullAsAbsent(JsonTypeInfo type)
    {
        if (
            type.Kind is not JsonTypeInfoKind.Object
            || !type.Type.IsDefined(typeof(WireRequestAttribute), inherit: true)
        )
            return;
        for (var i = 0; i < type.Properties.Count; i++)
        {
            var member = type.Properties[i];
            if (member is { IsRequired: false, Set: not null, AssociatedParameter: null })
                type.Properties[i] = Nullable(type, member);
        }
    }

    private static JsonPropertyInfo Nullable(JsonTypeInfo type, JsonPropertyInfo member)
    {
        var set = member.Set!;
        var isValue =
            member.PropertyType.IsValueType
            && System.Nullable.GetUnderlyingType(member.PropertyType) is null;
        if (!isValue && member.IsSetNullable)
            return member;
        var nullable = isValue ? OfNullableType(type, member) : member;
        nullable.IsSetNullable = true;
        nullable.Set = (owner, value) =>
        {
            if (value is not null)
                set(owner, value);
        };
        return nullable;
    }

    private static JsonPropertyInfo OfNullableType(JsonTypeInfo type, JsonPropertyInfo member)
    {
        var nullable = type.CreateJsonPropertyInfo(
            typeof(Nullable<>).MakeGenericType(member.PropertyType),
            member.Name
        );
        nullable.Get = member.Get;
        nullable.AttributeProvider = member.AttributeProvider;
        nullable.Order = member.Order;
        return nullable;
    }
}
