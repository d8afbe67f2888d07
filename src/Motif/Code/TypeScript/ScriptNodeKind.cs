namespace Motif.Code.TypeScript;

/// <summary>What a node of a <see cref="ScriptTree"/> is; its children are told apart by their <see cref="ScriptField"/>.</summary>
internal enum ScriptNodeKind : byte
{
    /// <summary>Something was expected here and is not there.</summary>
    Missing,
    Program,

    // Statements
    Block,
    Empty,
    ExpressionStatement,

    /// <summary>Text: const, let, var, using. [Element*]</summary>
    VariableStatement,

    /// <summary>[Target Type? Init?]</summary>
    Declarator,
    If,
    For,
    ForIn,
    ForOf,
    While,
    DoWhile,
    Return,
    Break,
    Continue,
    Throw,
    Try,

    /// <summary>[Target? Body]</summary>
    Catch,
    Switch,

    /// <summary>[Test? Statement*]; without a test it is the default.</summary>
    Case,
    Labeled,
    With,
    Debugger,

    // Declarations
    Function,
    Class,
    Interface,
    TypeAlias,
    Enum,
    EnumMember,

    /// <summary>Text: the dotted name; of <c>declare module "x"</c> none.</summary>
    Namespace,

    /// <summary>Text: the module. [Specifier*]</summary>
    Import,

    /// <summary>Text: the name that is imported, <c>*</c> for all, <c>default</c>. [Target]</summary>
    ImportSpecifier,

    /// <summary>Text: the module, or the dotted name. [Target]</summary>
    ImportEquals,

    /// <summary>Text: the module, none for own names. [Specifier*]</summary>
    ExportNames,

    /// <summary>Text: the own name. [Target]: what others call it</summary>
    ExportSpecifier,

    /// <summary>Text: the module. [Target?]</summary>
    ExportAll,

    /// <summary><c>export default</c> and <c>export =</c> of an expression. [Value]</summary>
    ExportValue,

    // Parts of functions and classes
    Parameter,
    TypeParameter,
    Decorator,

    /// <summary>An entry of extends or implements. [Value TypeArgument*]</summary>
    Heritage,
    Method,
    Property,
    IndexSignature,
    CallSignature,
    ConstructSignature,
    StaticBlock,

    // Patterns
    ObjectPattern,
    ArrayPattern,

    /// <summary>Text: the key, if it is a plain one. [Key? Target Init?]</summary>
    BindingElement,
    Hole,

    // Expressions
    Identifier,
    PrivateName,
    This,
    Super,
    Number,
    BigInteger,
    String,
    Boolean,
    Null,
    Regex,
    Template,
    TemplateText,

    /// <summary>[Callee TypeArgument* Argument]</summary>
    TaggedTemplate,
    Array,
    Object,

    /// <summary>Of an object. Text: the key, if it is a plain one. [Key? Value]</summary>
    ObjectProperty,
    Spread,
    FunctionExpression,
    Arrow,
    ClassExpression,

    /// <summary>Text: the member. [Object]</summary>
    Member,

    /// <summary>[Object Value]</summary>
    Index,

    /// <summary>[Callee TypeArgument* Argument*]</summary>
    Call,
    New,

    /// <summary><c>import(…)</c> [Argument*]</summary>
    ImportCall,

    /// <summary><c>new.target</c>, <c>import.meta</c>; Text is the whole.</summary>
    MetaProperty,
    Unary,
    Update,
    Binary,
    Assign,
    Conditional,
    Sequence,
    Yield,
    Await,
    Parenthesized,
    As,
    Satisfies,
    NonNull,
    TypeAssertion,

    /// <summary><c>f&lt;T&gt;</c> without a call. [Value TypeArgument*]</summary>
    Instantiation,

    // JSX
    /// <summary>Text: the dotted name; none for a fragment. [TypeArgument* Attribute* Element*]</summary>
    JsxElement,
    JsxAttribute,
    JsxSpread,
    JsxText,
    JsxExpression,

    // Types
    /// <summary>Text: the dotted name. [TypeArgument*]</summary>
    TypeReference,
    UnionType,
    IntersectionType,
    ArrayType,
    TupleType,
    FunctionType,
    LiteralType,
    ObjectType,
    MappedType,

    /// <summary><c>typeof x</c>; Text: the dotted name.</summary>
    TypeQuery,

    /// <summary>keyof, readonly, unique, infer and the like; Text says which. [Type]</summary>
    TypeOperator,
    IndexedType,
    ConditionalType,
    PredicateType,
    ImportType,
    TemplateType,
}

/// <summary>What a child is to its parent.</summary>
internal enum ScriptField : byte
{
    None,
    Statement,
    Element,
    Target,
    Type,
    Init,
    Key,
    Value,
    Test,
    Step,
    Then,
    Else,
    Body,
    Handler,
    Finally,
    Left,
    Right,
    Object,
    Callee,
    Argument,
    TypeArgument,
    TypeParameter,
    Parameter,
    Returns,
    Decorator,
    Base,
    Implements,
    Member,
    Specifier,
    Attribute,
}

[Flags]
internal enum ScriptFlags
{
    None = 0,
    Async = 1 << 0,
    Generator = 1 << 1,
    Static = 1 << 2,
    Abstract = 1 << 3,
    Declare = 1 << 4,
    ReadOnly = 1 << 5,
    Private = 1 << 6,
    Protected = 1 << 7,
    Public = 1 << 8,
    Override = 1 << 9,

    /// <summary><c>?.</c> of a chain, <c>?</c> of a member or parameter.</summary>
    Optional = 1 << 10,
    Export = 1 << 11,
    Default = 1 << 12,
    TypeOnly = 1 << 13,
    Const = 1 << 14,
    Shorthand = 1 << 15,
    Getter = 1 << 16,
    Setter = 1 << 17,
    Constructor = 1 << 18,
    Rest = 1 << 19,
    Postfix = 1 << 20,

    /// <summary>The key is computed.</summary>
    Computed = 1 << 21,
    Accessor = 1 << 22,

    /// <summary>It has a body, if only an empty one.</summary>
    HasBody = 1 << 23,

    /// <summary>A member of an interface or an object type.</summary>
    InType = 1 << 24,
}
