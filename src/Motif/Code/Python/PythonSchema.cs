namespace Motif.Code.Python;

/// <summary>The fields of CPython 3.14's node classes in their order (Parser/Python.asdl), and where each is kept.</summary>
internal static class PythonSchema
{
    /// <summary>Where a field's value is kept.</summary>
    internal enum Storage
    {
        /// <summary>The child in the field.</summary>
        Required,

        /// <summary>The child in the field, or None.</summary>
        Optional,

        /// <summary>All children in the field.</summary>
        List,

        /// <summary>A string in Data.</summary>
        Identifier,

        /// <summary>A string in Data, or None.</summary>
        OptionalIdentifier,

        /// <summary>A string in Extra, or None.</summary>
        SecondIdentifier,

        /// <summary>Strings of the list in Data.</summary>
        Identifiers,

        /// <summary>The context in Aux.</summary>
        Context,

        /// <summary>The operator in Aux.</summary>
        Operator,

        /// <summary>Operators of the list in Data.</summary>
        Operators,

        /// <summary>The number in Aux.</summary>
        Number,

        /// <summary>The signed number in Aux.</summary>
        Conversion,

        /// <summary>The number in Extra.</summary>
        Level,

        /// <summary>The value of a constant.</summary>
        Constant,

        /// <summary><c>u</c>, or None.</summary>
        UnicodePrefix,

        /// <summary>A string in Data as a value.</summary>
        String,

        /// <summary>Children in the field, None where a value has no key.</summary>
        Keys,

        /// <summary>Children in the field, None where a parameter has no default.</summary>
        KeywordDefaults,

        /// <summary>Always None: type comments are not read.</summary>
        Nothing,

        /// <summary>Always empty.</summary>
        EmptyList,
    }

    internal readonly record struct Entry(string Name, Storage Storage, PythonField Field);

    private static readonly string[] KindNames = Enum.GetNames<PythonNodeKind>();
    private static readonly string[] OperatorNames = Enum.GetNames<PythonOperator>();
    private static readonly string[] ContextNames = Enum.GetNames<PythonContext>();
    private static readonly Entry[][] Entries = Build();

    /// <summary>The fields of a kind.</summary>
    internal static ReadOnlySpan<Entry> FieldsOf(PythonNodeKind kind) => Entries[(int)kind];

    /// <summary>The name of the class in <c>ast</c>.</summary>
    internal static string NameOf(PythonNodeKind kind) =>
        kind switch
        {
            PythonNodeKind.Comprehension => "comprehension",
            PythonNodeKind.Arguments => "arguments",
            PythonNodeKind.Arg => "arg",
            PythonNodeKind.Keyword => "keyword",
            PythonNodeKind.Alias => "alias",
            PythonNodeKind.WithItem => "withitem",
            PythonNodeKind.MatchCase => "match_case",
            _ => KindNames[(int)kind],
        };

    internal static string NameOf(PythonOperator operation) => OperatorNames[(int)operation];

    internal static string NameOf(PythonContext context) => ContextNames[(int)context];

    /// <summary>Whether nodes of the class carry <c>lineno</c> and its companions.</summary>
    internal static bool HasPosition(PythonNodeKind kind) =>
        kind
            is not (
                PythonNodeKind.Module
                or PythonNodeKind.Comprehension
                or PythonNodeKind.Arguments
                or PythonNodeKind.WithItem
                or PythonNodeKind.MatchCase
            );

    /// <summary>The first child in a field, or -1.</summary>
    internal static int FirstIn(PythonNodes nodes, int node, PythonField field)
    {
        var end = node + nodes.Sizes[node];
        for (var child = node + 1; child < end; child += nodes.Sizes[child])
        {
            if (nodes.Fields[child] == field)
                return child;
        }
        return -1;
    }

    /// <summary>Whether None stands in a list because of a child: a value without key before it, a keyword-only
    /// parameter without default after it.</summary>
    internal static bool IsAbsent(
        PythonNodes nodes,
        Entry entry,
        PythonField previous,
        int child,
        int end
    )
    {
        if (entry.Storage == Storage.Keys)
            return nodes.Fields[child] == PythonField.Values && previous != PythonField.Keys;
        if (
            entry.Storage != Storage.KeywordDefaults
            || nodes.Fields[child] != PythonField.KwOnlyArgs
        )
            return false;
        var next = child + nodes.Sizes[child];
        return next >= end || nodes.Fields[next] != PythonField.KwDefaults;
    }

    // One line a class. A mark after a field's name says how it is kept: `?` optional, `*` list, else a word.
    private const string Asdl = """
        Error body*
        Module body* type_ignores:EmptyList
        FunctionDef name:Identifier args body* decorator_list* returns? type_comment:Nothing type_params*
        AsyncFunctionDef name:Identifier args body* decorator_list* returns? type_comment:Nothing type_params*
        ClassDef name:Identifier bases* keywords* body* decorator_list* type_params*
        Return value?
        Delete targets*
        Assign targets* value type_comment:Nothing
        TypeAlias name type_params* value
        AugAssign target op:Operator value
        AnnAssign target annotation value? simple:Number
        For target iter body* orelse* type_comment:Nothing
        AsyncFor target iter body* orelse* type_comment:Nothing
        While test body* orelse*
        If test body* orelse*
        With items* body* type_comment:Nothing
        AsyncWith items* body* type_comment:Nothing
        Match subject cases*
        Raise exc? cause?
        Try body* handlers* orelse* finalbody*
        TryStar body* handlers* orelse* finalbody*
        Assert test msg?
        Import names*
        ImportFrom module:OptionalIdentifier names* level:Level
        Global names:Identifiers
        Nonlocal names:Identifiers
        Expr value
        Pass
        Break
        Continue
        BoolOp op:Operator values*
        NamedExpr target value
        BinOp left op:Operator right
        UnaryOp op:Operator operand
        Lambda args body
        IfExp test body orelse
        Dict keys:Keys values*
        Set elts*
        ListComp elt generators*
        SetComp elt generators*
        DictComp key value generators*
        GeneratorExp elt generators*
        Await value
        Yield value?
        YieldFrom value
        Compare left ops:Operators comparators*
        Call func args* keywords*
        FormattedValue value conversion:Conversion format_spec?
        Interpolation value str:String conversion:Conversion format_spec?
        JoinedStr values*
        TemplateStr values*
        Constant value:Constant kind:UnicodePrefix
        Attribute value attr:Identifier ctx:Context
        Subscript value slice ctx:Context
        Starred value ctx:Context
        Name id:Identifier ctx:Context
        List elts* ctx:Context
        Tuple elts* ctx:Context
        Slice lower? upper? step?
        Comprehension target iter ifs* is_async:Number
        ExceptHandler type? name:OptionalIdentifier body*
        Arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults:KeywordDefaults kwarg? defaults*
        Arg arg:Identifier annotation? type_comment:Nothing
        Keyword arg:OptionalIdentifier value
        Alias name:Identifier asname:SecondIdentifier
        WithItem context_expr optional_vars?
        MatchCase pattern guard? body*
        MatchValue value
        MatchSingleton value:Constant
        MatchSequence patterns*
        MatchMapping keys* patterns* rest:OptionalIdentifier
        MatchClass cls patterns* kwd_attrs:Identifiers kwd_patterns*
        MatchStar name:OptionalIdentifier
        MatchAs pattern? name:OptionalIdentifier
        MatchOr patterns*
        TypeVar name:Identifier bound? default_value?
        ParamSpec name:Identifier default_value?
        TypeVarTuple name:Identifier default_value?
        """;

    private static Entry[][] Build()
    {
        var entries = new Entry[KindNames.Length][];
        foreach (var line in Asdl.Split('\n', StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            entries[(int)Enum.Parse<PythonNodeKind>(words[0])] = Array.ConvertAll(
                words[1..],
                EntryOf
            );
        }
        return entries;
    }

    private static Entry EntryOf(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var name = colon >= 0 ? word[..colon] : word.TrimEnd('?', '*');
        var storage =
            colon >= 0 ? Enum.Parse<Storage>(word[(colon + 1)..])
            : word.EndsWith('?') ? Storage.Optional
            : word.EndsWith('*') ? Storage.List
            : Storage.Required;
        var field = Enum.TryParse<PythonField>(
            name.Replace("_", "", StringComparison.Ordinal),
            true,
            out var found
        )
            ? found
            : PythonField.None;
        return new Entry(name, storage, field);
    }
}
