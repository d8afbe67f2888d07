namespace Motif.Code.TypeScript.Facts;

/// <summary>A class or interface of the file with what its members are.</summary>
internal sealed class ScriptClass(string fullName, ScriptScope scope)
{
    public string FullName { get; } = fullName;

    public string SimpleName => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>Where the types of its members are looked up.</summary>
    public ScriptScope Scope { get; } = scope;

    /// <summary>Resolved name of what it extends; null for nothing.</summary>
    public string? Base { get; set; }

    /// <summary>The type nodes of properties, and what methods return; one that does not exist where none is written.</summary>
    public Dictionary<string, ScriptNode> Members { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Sightings> Attributes { get; } = new(StringComparer.Ordinal);

    public static ScriptClass Of(ScriptNode node, string fullName, ScriptScope scope)
    {
        var found = new ScriptClass(fullName, scope);
        foreach (var member in node.In(ScriptField.Member))
        {
            if (member.Kind is ScriptNodeKind.Method && member.Has(ScriptFlags.Constructor))
            {
                foreach (var parameter in member.In(ScriptField.Parameter))
                {
                    if (
                        IsProperty(parameter)
                        && parameter.Child(ScriptField.Target).Text is { } kept
                    )
                        found.Members[kept] = parameter.Child(ScriptField.Type);
                }
            }
            else if (member.Text is { } name)
                found.Members[name] =
                    member.Kind is ScriptNodeKind.Method
                        ? member.Child(ScriptField.Returns)
                        : member.Child(ScriptField.Type);
        }
        return found;
    }

    /// <summary><c>private readonly x</c> in a constructor's parameters makes an attribute of it.</summary>
    public static bool IsProperty(ScriptNode parameter) =>
        parameter.Has(
            ScriptFlags.Private
                | ScriptFlags.Protected
                | ScriptFlags.Public
                | ScriptFlags.ReadOnly
                | ScriptFlags.Override
        );

    public Sightings Seen(string name, int node)
    {
        if (!Attributes.TryGetValue(name, out var sightings))
            Attributes[name] = sightings = new Sightings { Node = node };
        return sightings;
    }

    /// <summary>What was seen of an attribute.</summary>
    internal sealed class Sightings
    {
        private readonly SortedSet<string> _types = new(StringComparer.Ordinal);

        public SortedSet<string> AssignedIn { get; } = new(StringComparer.Ordinal);

        public bool IsCollection { get; set; }

        public bool IsClassLevel { get; set; }

        public int Node { get; init; }

        /// <summary>The type as a whole, as it was seen first.</summary>
        public ScriptType? Whole { get; private set; }

        public void Saw(ScriptType? type)
        {
            if (type is null)
                return;
            Whole ??= type;
            IsCollection |= type.IsCollection;
            if ((type.IsCollection ? type.Element : type) is { } held)
                _types.Add(held.Name);
        }

        public AttributeFact ToFact(string name) =>
            new(name, [.. _types], IsCollection, IsClassLevel, [.. AssignedIn], Node);
    }
}
