namespace Motif.Discovery.Mining;

/// <summary>What kind of trait a feature is.</summary>
public enum FeatureFamily
{
    /// <summary>One to three words in a row.</summary>
    Phrase,

    /// <summary>The first words.</summary>
    Start,

    /// <summary>The last word.</summary>
    End,

    /// <summary>The title's template.</summary>
    Skeleton,

    /// <summary>A question, brackets, a colon, a quote, capitals, an emoji, a number.</summary>
    Mark,

    /// <summary>How many words.</summary>
    Length,

    /// <summary>A word of a list, such as <c>negative words</c> or one that a user gave.</summary>
    Words,

    /// <summary>Day of the week and hours of publication, in UTC.</summary>
    Timing,

    /// <summary>An attribute's value, or a band of its numbers.</summary>
    Attribute,

    /// <summary>Two or three traits at once that do more together than beside each other.</summary>
    Compound,

    /// <summary>A random trait that means nothing: what is found of these is false.</summary>
    Control,
}

/// <summary>A trait that an item has or has not.</summary>
/// <param name="Value">Such as <c>how to</c>, <c>question</c> or <c>format=short</c>.</param>
public readonly record struct Feature(FeatureFamily Family, string Value)
{
    /// <summary>Its name on the wire, such as <c>phrase:how to</c>.</summary>
    public string Key => $"{WireName.Of(Family)}:{Value}";

    /// <summary>Null where the family is unknown.</summary>
    public static Feature? Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        // A phrase is what people ask about.
        if (colon < 0)
            return new Feature(FeatureFamily.Phrase, key);
        return WireName.Parse<FeatureFamily>(key[..colon]) is { } family
            ? new Feature(family, key[(colon + 1)..])
            : null;
    }

    public override string ToString() => Key;
}
