namespace Motif.Code.Rules;

/// <summary>
/// Writes down why a unit is a pattern, in the words of its rule: what <see cref="Must(string, FactNode)"/> be there, what <see cref="Should(double, string, FactNode)"/>
/// be there, what must <see cref="Not(bool)"/>.
/// </summary>
/// <remarks>
/// Strength = .60 when every must holds + the weights of the shoulds that hold + at most .10 for names, up to .95. A must that
/// fails or a must-not that holds rejects the match.
/// </remarks>
internal sealed class RuleMatchBuilder(RuleFindings findings, ICodeRule rule, ProjectUnit unit)
{
    public const double Base = .60;
    public const double Ceiling = .95;

    /// <summary>What names and documentation together can add.</summary>
    public const double MaxNameWeight = .10;

    private readonly List<Evidence> _evidence = [];
    private readonly List<string> _modifiers = [];
    private readonly List<ProjectUnit> _participants = [];
    private double _weight;
    private double _nameWeight;
    private string? _variant;
    private bool _isRejected;

    /// <summary>Something without which it is none.</summary>
    public RuleMatchBuilder Must(string signal, FactNode where)
    {
        if (where.Exists())
            AddEvidence(signal, where);
        else
            _isRejected = true;
        return this;
    }

    /// <summary>The same where the unit as a whole shows it: the lines it names are all of the unit's.</summary>
    public RuleMatchBuilder Must(string signal, bool holds = true)
    {
        if (holds)
            AddEvidence(signal, unit.Fact.StartLine, unit.Fact.EndLine);
        else
            _isRejected = true;
        return this;
    }

    /// <summary>Something that makes it more certain, if the node exists.</summary>
    /// <param name="weight">0 (nothing) to .35 (all that is open above the musts).</param>
    public RuleMatchBuilder Should(double weight, string signal, FactNode where)
    {
        if (!where.Exists())
            return this;
        AddEvidence(signal, where);
        _weight += weight;
        return this;
    }

    /// <summary>The same where the unit as a whole shows it.</summary>
    public RuleMatchBuilder Should(double weight, string signal, bool holds)
    {
        if (!holds)
            return this;
        AddEvidence(signal, unit.Fact.StartLine, unit.Fact.EndLine);
        _weight += weight;
        return this;
    }

    /// <summary>Something that makes it another thing: rejects the match.</summary>
    public RuleMatchBuilder Not(bool holds)
    {
        _isRejected |= holds;
        return this;
    }

    /// <summary>Words that people use for it, looked for in the name (+.07) and the documentation (+.03).</summary>
    public RuleMatchBuilder Named(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (unit.Fact.QualifiedName.Contains(word, StringComparison.OrdinalIgnoreCase))
                _nameWeight = Math.Max(_nameWeight, .07);
        }
        foreach (var word in words)
        {
            if (unit.Fact.Documentation?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            {
                _nameWeight = Math.Min(MaxNameWeight, _nameWeight + .03);
                break;
            }
        }
        return this;
    }

    /// <summary>The mechanism by which it is done.</summary>
    public RuleMatchBuilder Variant(string variant)
    {
        _variant = variant;
        return this;
    }

    public RuleMatchBuilder Modifier(string modifier, bool holds = true)
    {
        if (holds && !_modifiers.Contains(modifier))
            _modifiers.Add(modifier);
        return this;
    }

    /// <summary>Other units that play a role.</summary>
    public RuleMatchBuilder With(params IEnumerable<ProjectUnit> participants)
    {
        foreach (var participant in participants)
        {
            if (participant != unit && !_participants.Contains(participant))
                _participants.Add(participant);
        }
        return this;
    }

    /// <summary>Hands the match in unless it was rejected.</summary>
    public void Report()
    {
        if (_isRejected)
            return;
        _modifiers.Sort(StringComparer.Ordinal);
        var confidence = Math.Min(Ceiling, Base + _weight + _nameWeight);
        findings.Add(
            new RuleMatch(
                rule.Name,
                unit,
                _variant,
                new Confidence(Math.Round(confidence, 4)),
                _evidence,
                _modifiers,
                DomainLexicon.ForeignDomainsOf(unit),
                _participants
            )
        );
    }

    private void AddEvidence(string signal, FactNode where)
    {
        if (ReferenceEquals(where.Facts, unit.File.Facts))
            AddEvidence(signal, where.StartLine, where.EndLine);
        else
            AddEvidence(
                $"{signal} ({where.Facts.Path}:{where.StartLine})",
                unit.Fact.StartLine,
                unit.Fact.StartLine
            );
    }

    private void AddEvidence(string signal, int start, int end) =>
        _evidence.Add(new Evidence(signal, start, end));
}
