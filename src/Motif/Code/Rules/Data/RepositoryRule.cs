using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Data;

/// <summary>Finds classes that stand for a collection of stored things: put in, look up, list, remove.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Where things are kept is decided in one class; everyone else speaks of things, not of storage.</para>
/// <para><b>Example.</b> <code>class UserRepository:
///     def __init__(self, session):
///         self._session = session
///
///     def get(self, user_id):
///         return self._session.get(User, user_id)
///
///     def add(self, user):
///         self._session.add(user)
///
///     def remove(self, user):
///         self._session.delete(user)</code></para>
/// <para><b>Structure.</b> At least three kinds of operation (create, read by key, list, update, delete), in different methods, on one
/// kept thing: a mapping, a session or connection, or SQL statements of those kinds.
/// Things in a mapping have an identity: they are kept under a part of themselves, or made where they are kept.</para>
/// <para><b>Limits.</b> A cache or registry keeps what it is given under the key it is given; a collection class implements the language's protocols; a class that
/// also keeps some things, beside other work, stands for more than their collection.</para>
/// <para><b>References.</b> Fowler, Patterns of Enterprise Application Architecture, 2002; Evans, Domain-Driven Design, 2003.</para>
/// </remarks>
internal sealed partial class RepositoryRule : ICodeRule
{
    [Flags]
    private enum Operation
    {
        None = 0,
        Create = 1,
        Read = 2,
        List = 4,
        Update = 8,
        Delete = 16,
    }

    public string Name => "repository";

    public string Title => "Repository";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count < 3 || IsCollection(owner))
            return;
        foreach (var attribute in unit.Fact.Attributes)
        {
            var (operations, methods, first) = Operations(owner, attribute.Name);
            // Scripts keep much in a map: what nobody can take out again is a setting or an index.
            if (
                unit.File.IsScript
                && IsMapping(owner, attribute.Name)
                && (operations & Operation.Delete) == Operation.None
            )
                continue;
            if (
                Count(operations) < 3
                || methods < 3
                || methods * 2 < PublicMethods(owner)
                || (operations & Operation.Read) == Operation.None
                || (operations & (Operation.Create | Operation.Update)) == Operation.None
            )
                continue;
            var isMapping = IsMapping(owner, attribute.Name);
            var isRepository = isMapping
                ? methods * 3 >= PublicMethods(owner) * 2 && KeepsByOwnKey(owner, attribute.Name)
                : !attribute.IsCollection && owner.Shape.InjectionOf(attribute.Name) is not null;
            // C#: a kept object of the project's own is what does the work: what passes on to it is a face of a collection.
            if (
                !isRepository
                || unit.File.IsCSharp && !isMapping && owner.TypesOf(attribute.Name).Count > 0
            )
                continue;
            Report(unit, owner, operations, first, isMapping ? "mapping" : "session", found);
            return;
        }
        var (sql, sqlMethods, statement) = Statements(owner);
        if (
            Count(sql) >= 3
            && sqlMethods >= 3
            && !(unit.File.IsCSharp && !owner.Methods.Any(RunsStatements))
        )
            Report(unit, owner, sql, statement, "sql", found);
    }

    /// <summary>C#: statements that are only put together are somebody else's to run.</summary>
    private static bool RunsStatements(ProjectUnit method) =>
        method.OwnCalls.Any(c =>
            c.CalleeName() is { } name
            && (
                name.StartsWith("Execute", StringComparison.Ordinal)
                || name.StartsWith("Query", StringComparison.Ordinal)
            )
        );

    private void Report(
        ProjectUnit unit,
        ProjectClass owner,
        Operation operations,
        FactNode first,
        string variant,
        RuleFindings found
    ) =>
        found
            .Match(this, unit)
            .Must("things are kept in one place", first)
            .Must("different methods create, read and delete them", Count(operations) >= 3)
            .Should(.15, "one is looked up by key", (operations & Operation.Read) != Operation.None)
            .Should(.10, "one can be removed", (operations & Operation.Delete) != Operation.None)
            .Should(.05, "all can be listed", (operations & Operation.List) != Operation.None)
            .Should(.05, "the storage is behind an interface", owner.Bases.Any(b => b.IsAbstract))
            .Named("repositor", "store", "dao", "crud", "gateway")
            .Variant(variant)
            .With(owner.Bases.Where(b => b.IsAbstract).Select(b => b.Unit))
            .Report();

    private static bool IsCollection(ProjectClass owner) =>
        owner.HasExternalBase(
            "dict",
            "list",
            "MutableMapping",
            "MutableSequence",
            "Mapping",
            "UserDict",
            "UserList",
            "IDictionary",
            "IReadOnlyDictionary",
            "ICollection",
            "IList",
            "DynamicObject",
            "Set",
            "MutableSet",
            "Sequence"
        )
        || owner.Method("__setitem__") is not null
        || owner.Method("__getitem__") is not null;

    /// <summary>
    /// Things with an identity: kept under a part of themselves (<c>users[user.id] = user</c>), or made by the method that keeps
    /// them. What is kept under a key that the caller brings is a cache or a table.
    /// </summary>
    private static bool KeepsByOwnKey(ProjectClass owner, string attribute)
    {
        foreach (var collect in owner.Shape.Collects)
        {
            if (collect.Attribute != attribute || collect.Kind is not CollectKind.Put)
                continue;
            var key =
                collect.Node.Kind is FactKind.Call
                    ? collect.Node.Argument(0)
                    : collect.Node.Child(FactRole.Index);
            var kept = collect.Value.Bare();
            if (
                kept.IsKind(FactKind.Name)
                && key.Exists()
                && !key.Bare().IsKind(FactKind.Name)
                && key.Mentions(kept.Name)
            )
                return true;
            if (collect.Source is { Kind: OriginKind.Made, Class: { } made } && made != owner.Unit)
                return true;
        }
        return false;
    }

    private static bool IsMapping(ProjectClass owner, string attribute)
    {
        foreach (var collect in owner.Shape.Collects)
        {
            if (collect.Attribute == attribute && collect.Kind is CollectKind.Put)
                return true;
        }
        return false;
    }

    private static int Count(Operation operations) =>
        System.Numerics.BitOperations.PopCount((uint)operations);

    /// <summary>What public methods do to one kept thing, each method counted for its first operation.</summary>
    private static (Operation Operations, int Methods, FactNode First) Operations(
        ProjectClass owner,
        string attribute
    )
    {
        var all = Operation.None;
        var methods = 0;
        FactNode first = default;
        foreach (var method in owner.Methods)
        {
            if (!IsCounted(method))
                continue;
            var operation = OperationOf(method, attribute, out var node);
            if (operation is Operation.None)
                continue;
            all |= operation;
            methods++;
            first = first.Exists() ? first : node;
        }
        return (all, methods, first);
    }

    /// <summary>How many methods callers have; keeping things is what most of a repository's are for.</summary>
    private static int PublicMethods(ProjectClass owner)
    {
        var count = 0;
        foreach (var method in owner.Methods)
            count += IsCounted(method) ? 1 : 0;
        return count;
    }

    /// <summary>Properties tell of the object itself.</summary>
    private static bool IsCounted(ProjectUnit method) =>
        method.IsPublic && method.Fact.Kind is UnitKind.Method;

    private static Operation OperationOf(ProjectUnit method, string attribute, out FactNode node)
    {
        foreach (var collect in method.Shape.Collects)
        {
            if (collect.Attribute != attribute || collect.IsOuter)
                continue;
            node = collect.Node;
            if (collect.Kind is CollectKind.Remove)
                return Operation.Delete;
            if (
                collect.Kind is CollectKind.Put or CollectKind.Add
                && method.RequiredParameters > 0
                && collect.Node.Kind is not FactKind.Call
                && collect.Source.Kind is OriginKind.Parameter or OriginKind.Made
            )
                return Updates(method, attribute) ? Operation.Update : Operation.Create;
        }
        foreach (var forward in method.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && !forward.IsOuter
                && forward.Method is { } called
                && OfCall(called, method) is var operation
                && operation is not Operation.None
                && (operation is not (Operation.Read or Operation.List) || GivesSomething(method))
            )
            {
                node = forward.Call;
                return operation;
            }
        }
        node = ReturnedView(method, attribute);
        if (!node.Exists())
            return Operation.None;
        return node.Contains(FactKind.Subscript) && method.RequiredParameters > 0
            ? Operation.Read
            : Operation.List;
    }

    private static bool GivesSomething(ProjectUnit method)
    {
        foreach (var result in method.Shape.Returns)
        {
            if (result.Value().Exists() && !result.Value().IsKind(FactKind.Literal))
                return true;
        }
        return false;
    }

    /// <summary>A put behind a test that the key is there.</summary>
    private static bool Updates(ProjectUnit method, string attribute)
    {
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Compare
                && node.Name is "not in"
                && FirstUse.Mentions(node, method, attribute)
            )
                return true;
        }
        return false;
    }

    private static Operation OfCall(string called, ProjectUnit method) =>
        called switch
        {
            "add"
            or "save"
            or "insert"
            or "insert_one"
            or "create"
            or "Add"
            or "AddAsync"
            or "persist"
            or "merge"
            or "append"
            or "put_item"
            or "hset"
            or "TryAdd"
            or "Insert" => Operation.Create,
            "delete"
            or "remove"
            or "delete_one"
            or "discard"
            or "pop"
            or "Remove"
            or "delete_item"
            or "hdel"
            or "TryRemove"
            or "Delete" => Operation.Delete,
            "update" or "update_one" or "replace_one" or "Update" or "update_item" =>
                Operation.Update,
            "get"
            or "find_one"
            or "get_item"
            or "hget"
            or "Find"
            or "FindAsync"
            or "TryGetValue"
            or "GetValueOrDefault"
            or "FirstOrDefaultAsync"
            or "SingleOrDefaultAsync"
            or "FirstOrDefault"
            or "scalar" => Operation.Read,
            "query"
            or "filter"
            or "find"
            or "scalars"
            or "values"
            or "all"
            or "ToList"
            or "ToListAsync"
            or "scan"
            or "select"
            or "Values" => method.RequiredParameters > 0 ? Operation.Read : Operation.List,
            _ => Operation.None,
        };

    private static FactNode ReturnedView(ProjectUnit method, string attribute)
    {
        foreach (var result in method.Shape.Returns)
        {
            if (result.Value().Exists() && FirstUse.Mentions(result, method, attribute))
                return result;
        }
        return default;
    }
}
