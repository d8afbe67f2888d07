namespace Motif.Code;

/// <summary>
/// What a node of <see cref="CodeFacts"/> is. The children a kind has are told apart by their <see cref="FactRole"/>; roles
/// are given in brackets, in source order, <c>*</c> for any number and <c>?</c> for at most one.
/// </summary>
public enum FactKind : byte
{
    /// <summary>A stretch that did not parse.</summary>
    Error,

    // Units
    /// <summary>A file. [Body]</summary>
    Module,

    /// <summary>A class, struct, record, interface or enum. Name. [Decorator* TypeParameter* Base* Body]</summary>
    Class,

    /// <summary>A function, method, constructor, accessor or local function. Name. [Decorator* TypeParameter* Parameter* Returns? Body?]</summary>
    Function,

    /// <summary>An anonymous function. [Parameter* Body]</summary>
    Lambda,

    /// <summary>Name. [Annotation? Default?]; <see cref="FactFlags.VariadicPositional"/>, <see cref="FactFlags.VariadicKeyword"/>.</summary>
    Parameter,

    // Statements
    /// <summary>Statements in order. [Statement*]</summary>
    Block,

    /// <summary>[Test Body Else?]; an <c>elif</c> is an If alone in the Else with <see cref="FactFlags.ElseIf"/>.</summary>
    If,

    /// <summary>Iterates over a value (for, foreach). [Target Iterable Body Else?]</summary>
    ForEach,

    /// <summary>Runs while a test holds (while, do, C's for). [Init* Test? Step* Body Else?]; <see cref="FactFlags.TestAfter"/> for do.</summary>
    While,

    /// <summary>[Body Handler* Else? Finally?]</summary>
    Try,

    /// <summary>Name of the bound exception, if any. [Type* Filter? Body]; no Type catches everything.</summary>
    Handler,

    /// <summary>with, using, lock. [Item* Body?]; an Item may be an <see cref="Assign"/> of [Value Target]. Lock carries the name <c>lock</c>.</summary>
    With,

    /// <summary>match, switch. [Subject Case*]</summary>
    Switch,

    /// <summary>[Pattern* Filter? Body]; <see cref="FactFlags.CatchAll"/> for <c>case _</c>, a bare name, <c>default</c>.</summary>
    Case,

    /// <summary>[Value?]</summary>
    Return,

    /// <summary>[Value? Cause?]; without Value the current exception is raised again.</summary>
    Raise,

    /// <summary>[Test Message?]</summary>
    Assert,

    /// <summary>[Target* Value?]; also a declaration. Annotated ones have [Target Annotation Value?]. Name is the operator of an augmented one, such as <c>+=</c>, or <c>event</c> where C# declares an event.</summary>
    Assign,

    /// <summary>[Target*]</summary>
    Delete,

    /// <summary>Name is the dotted module or member imported; see <see cref="CodeFacts.Imports"/>.</summary>
    Import,

    /// <summary>global, nonlocal; Name.</summary>
    ScopeDeclaration,

    /// <summary>An expression as a statement. [Value]</summary>
    ExpressionStatement,

    Pass,
    Break,
    Continue,

    /// <summary>goto, labels and whatever has no counterpart elsewhere. [Value*]</summary>
    OtherStatement,

    // Expressions
    /// <summary>[Callee Argument*]; <see cref="FactFlags.Constructs"/> where it is known to make an instance. An argument given by keyword is a <see cref="KeywordArgument"/>.</summary>
    Call,

    /// <summary>Name is the keyword, none for <c>**mapping</c>. [Value]</summary>
    KeywordArgument,

    /// <summary>Name.</summary>
    Name,

    /// <summary>Name is the attribute. [Object]; <see cref="FactFlags.Conditional"/> for <c>?.</c></summary>
    Attribute,

    /// <summary>[Object Index*]</summary>
    Subscript,

    /// <summary>[Value*] bounds and step in order.</summary>
    Slice,

    /// <summary>Which type by <see cref="FactFlags"/> (LiteralString …); Name is its text for short strings and numbers; other operands of operators have a fingerprint of their value, <c>#</c> and 16 digits.</summary>
    Literal,

    /// <summary>A string with holes. [Value*]; literal parts are Literals, holes are expressions.</summary>
    InterpolatedString,

    /// <summary>list, tuple, set or array display; Name is <c>list</c>, <c>tuple</c>, <c>set</c>. [Value*]</summary>
    Collection,

    /// <summary>dict display or object initialiser. [Key Value]*; a merged mapping has a Value alone.</summary>
    Mapping,

    /// <summary>Name is <c>list</c>, <c>set</c>, <c>dict</c>, <c>generator</c> or <c>query</c>. [Key? Value Clause*]</summary>
    Comprehension,

    /// <summary>One <c>for … in … if …</c>. [Target Iterable Filter*]</summary>
    Clause,

    /// <summary>and/or over any number of operands; Name is <c>and</c> or <c>or</c> (<c>??</c> is its own). [Value*]</summary>
    Boolean,

    /// <summary>Name is the operator: <c>not</c>, <c>-</c>, <c>+</c>, <c>~</c>. [Value]</summary>
    Unary,

    /// <summary>Name is the operator as Python writes it, else as the language does. [Value Value]</summary>
    Binary,

    /// <summary>Name is the operators joined by a blank: <c>==</c>, <c>is not</c>, <c>&lt; &lt;=</c>. [Value*]</summary>
    Compare,

    /// <summary>Ternary. [Test Body Else], in the order in which the language writes them.</summary>
    Conditional,

    /// <summary>Assignment inside an expression. [Target Value]</summary>
    NamedExpression,

    /// <summary>[Value]</summary>
    Await,

    /// <summary>[Value?]</summary>
    Yield,

    /// <summary>[Value]</summary>
    YieldFrom,

    /// <summary>*value in a call, display or target. [Value]</summary>
    Starred,

    /// <summary>A cast, type test, typeof, default, throw or with expression; Name says which. [Value* Type?]</summary>
    TypeOperation,

    /// <summary>A pattern of a case: Name is <c>value</c>, <c>class</c>, <c>sequence</c>, <c>mapping</c>, <c>star</c>, <c>capture</c>, <c>or</c>, <c>wildcard</c>. [Value* Pattern*]</summary>
    CasePattern,

    /// <summary>A reference to a type where it stands as one (annotation, base); Name is its text. [Argument*]; <see cref="FactFlags.Conditional"/> for a union of two.</summary>
    TypeReference,

    /// <summary>Whatever has no counterpart elsewhere. [Value*]</summary>
    OtherExpression,
}
