using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>Switches and patterns.</summary>
internal sealed partial class CSharpReader
{
    private void Switch(SwitchStatementSyntax choice)
    {
        _facts.Open(FactKind.Switch, FactRole.Statement, choice.SpanStart);
        var subject = Expression(choice.Expression, FactRole.Subject);
        foreach (var section in choice.Sections)
            Section(section, subject.Type);
        _facts.Close(choice.Span.End);
    }

    private void Section(SwitchSectionSyntax section, TypeName? subject)
    {
        var isCatchAll = section.Labels.Any(IsCatchAll);
        _facts.Open(
            FactKind.Case,
            FactRole.Case,
            section.SpanStart,
            flags: isCatchAll ? FactFlags.CatchAll : FactFlags.None
        );
        foreach (var label in section.Labels)
        {
            if (label is CaseSwitchLabelSyntax { Value: var value })
                Pattern(value, "value");
            else if (label is CasePatternSwitchLabelSyntax { Pattern: var pattern })
                Pattern(pattern, FactRole.Pattern, subject);
        }
        foreach (var label in section.Labels.OfType<CasePatternSwitchLabelSyntax>())
        {
            if (label.WhenClause is { } when)
                Expression(when.Condition, FactRole.Filter);
        }
        var start = section.Statements.FirstOrDefault()?.SpanStart ?? section.Span.End;
        _facts.Open(FactKind.Block, FactRole.Body, start);
        Statements(section.Statements);
        _facts.Close(section.Span.End);
        _facts.Close(section.Span.End);
    }

    private static bool IsCatchAll(SwitchLabelSyntax label) =>
        label
            is DefaultSwitchLabelSyntax
                or CasePatternSwitchLabelSyntax
                {
                    Pattern: DiscardPatternSyntax or VarPatternSyntax,
                    WhenClause: null
                };

    private Known Switch(SwitchExpressionSyntax choice, FactRole role, TypeName? expected)
    {
        _facts.Open(FactKind.Switch, role, choice.SpanStart);
        var subject = Expression(choice.GoverningExpression, FactRole.Subject);
        Known first = default;
        foreach (var arm in choice.Arms)
        {
            var isCatchAll =
                arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null;
            _facts.Open(
                FactKind.Case,
                FactRole.Case,
                arm.SpanStart,
                flags: isCatchAll ? FactFlags.CatchAll : FactFlags.None
            );
            Pattern(arm.Pattern, FactRole.Pattern, subject.Type);
            if (arm.WhenClause is { } when)
                Expression(when.Condition, FactRole.Filter);
            var value = Expression(arm.Expression, FactRole.Body, expected);
            first = first.Type is null ? value : first;
            _facts.Close(arm.Span.End);
        }
        _facts.Close(choice.Span.End);
        return new Known(first.Type);
    }

    /// <summary><c>is null</c> compares; other patterns test the type.</summary>
    private Known IsPattern(IsPatternExpressionSyntax test, FactRole role)
    {
        var (isNegated, constant) = test.Pattern switch
        {
            ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } => (
                false,
                literal
            ),
            UnaryPatternSyntax
            {
                Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal }
            } => (true, literal),
            _ => (false, null),
        };
        if (constant is not null)
        {
            _facts.Open(FactKind.Compare, role, test.SpanStart, isNegated ? "is not" : "is");
            Expression(test.Expression, FactRole.Value);
            Expression(constant, FactRole.Value);
        }
        else
        {
            _facts.Open(FactKind.TypeOperation, role, test.SpanStart, "is");
            var subject = Expression(test.Expression, FactRole.Value);
            Pattern(test.Pattern, FactRole.Pattern, subject.Type);
        }
        _facts.Close(test.Span.End);
        return new Known(new TypeName("System.Boolean"));
    }

    private void Pattern(ExpressionSyntax value, string name)
    {
        _facts.Open(FactKind.CasePattern, FactRole.Pattern, value.SpanStart, name);
        Expression(value, FactRole.Value);
        _facts.Close(value.Span.End);
    }

    private void Pattern(PatternSyntax pattern, FactRole role, TypeName? subject)
    {
        if (!HasRoom(pattern, role))
            return;
        while (pattern is ParenthesizedPatternSyntax parenthesized)
            pattern = parenthesized.Pattern;
        var node = _facts.Open(FactKind.CasePattern, role, pattern.SpanStart, PatternName(pattern));
        switch (pattern)
        {
            case ConstantPatternSyntax constant:
                Expression(constant.Expression, FactRole.Value);
                break;
            case RelationalPatternSyntax relational:
                Expression(relational.Expression, FactRole.Value);
                break;
            case TypePatternSyntax type:
                _facts.Resolve(node, TypeReference(type.Type, FactRole.Type)?.Name);
                break;
            case DeclarationPatternSyntax declaration:
                var declared = TypeReference(declaration.Type, FactRole.Type);
                _facts.Resolve(node, declared?.Name);
                Designation(declaration.Designation, FactRole.Target, declared);
                break;
            case VarPatternSyntax variable:
                Designation(variable.Designation, FactRole.Target, subject);
                break;
            case BinaryPatternSyntax binary:
                Alternatives(binary, subject);
                break;
            case UnaryPatternSyntax unary:
                Pattern(unary.Pattern, FactRole.Pattern, subject);
                break;
            case RecursivePatternSyntax recursive:
                Recursive(recursive, node, subject);
                break;
            case ListPatternSyntax list:
                foreach (var element in list.Patterns)
                    Pattern(element, FactRole.Pattern, subject?.Element);
                Designation(list.Designation, FactRole.Target, subject);
                break;
            case SlicePatternSyntax { Pattern: { } rest }:
                Pattern(rest, FactRole.Pattern, subject);
                break;
        }
        _facts.Close(pattern.Span.End);
    }

    private static string PatternName(PatternSyntax pattern) =>
        pattern switch
        {
            TypePatternSyntax or DeclarationPatternSyntax => "class",
            RecursivePatternSyntax { PositionalPatternClause: not null } => "sequence",
            RecursivePatternSyntax => "class",
            ListPatternSyntax => "sequence",
            SlicePatternSyntax => "star",
            VarPatternSyntax => "capture",
            DiscardPatternSyntax => "wildcard",
            BinaryPatternSyntax binary => binary.OperatorToken.Text,
            UnaryPatternSyntax => "not",
            _ => "value",
        };

    /// <summary><c>A or B or C</c> leans to the left: its alternatives in a row.</summary>
    private void Alternatives(BinaryPatternSyntax pattern, TypeName? subject)
    {
        var kind = pattern.Kind();
        var alternatives = new List<PatternSyntax>();
        PatternSyntax rest = pattern;
        for (; rest is BinaryPatternSyntax next && next.IsKind(kind); rest = next.Left)
            alternatives.Add(next.Right);
        alternatives.Add(rest);
        for (var i = alternatives.Count - 1; i >= 0; i--)
            Pattern(alternatives[i], FactRole.Pattern, subject);
    }

    private void Recursive(RecursivePatternSyntax pattern, int node, TypeName? subject)
    {
        var type = TypeReference(pattern.Type, FactRole.Type) ?? subject;
        _facts.Resolve(node, type?.Name);
        foreach (var part in pattern.PositionalPatternClause?.Subpatterns ?? default)
            Pattern(part.Pattern, FactRole.Pattern, null);
        foreach (var part in pattern.PropertyPatternClause?.Subpatterns ?? default)
        {
            var key = part.ExpressionColon?.Expression ?? part.NameColon?.Name;
            _facts.Open(
                FactKind.KeywordArgument,
                FactRole.Pattern,
                part.SpanStart,
                key?.ToString()
            );
            Pattern(part.Pattern, FactRole.Pattern, null);
            _facts.Close(part.Span.End);
        }
        Designation(pattern.Designation, FactRole.Target, type);
    }

    private void Designation(VariableDesignationSyntax? designation, FactRole role, TypeName? type)
    {
        if (designation is null || !HasRoom(designation, role))
            return;
        switch (designation)
        {
            case SingleVariableDesignationSyntax single:
                var name = single.Identifier.ValueText;
                _scope.Bind(name, type);
                _facts.Leaf(FactKind.Name, role, single.SpanStart, single.Span.End, name);
                break;
            case DiscardDesignationSyntax:
                _facts.Leaf(FactKind.Name, role, designation.SpanStart, designation.Span.End, "_");
                break;
            case ParenthesizedVariableDesignationSyntax several:
                _facts.Open(FactKind.Collection, role, several.SpanStart, "tuple");
                foreach (var variable in several.Variables)
                    Designation(variable, FactRole.Target, null);
                _facts.Close(several.Span.End);
                break;
        }
    }
}
