using System.Buffers.Binary;
using Motif.Code.Patterns;

namespace Motif.Code.Scanning.Kept;

/// <summary>
/// What a file says (<see cref="CodeFacts"/>), how its units are built and where it asks to be left alone, as bytes and back: first what
/// every scan asks of every file, then its nodes, which are decoded when somebody looks into it. Path, language and module are the
/// key's, not here.
/// </summary>
internal static class FactsEncoding
{
    /// <param name="before">Bytes that the caller puts before it.</param>
    /// <returns>Null where a text holds half a character, or a number is none that a source has: such a file is parsed each time.</returns>
    public static byte[]? Encode(ReadFile file, int before)
    {
        if (file is not { Facts: { } facts, Structures: { } structures })
            return null;
        try
        {
            var head = Head(facts, structures, file.Suppressed).Written(before + sizeof(int));
            var nodes = new FactsWriter();
            WriteNodes(nodes, facts);
            WriteLines(nodes, facts);
            BinaryPrimitives.WriteInt32LittleEndian(
                head.AsSpan(before),
                head.Length - before - sizeof(int)
            );
            return [.. head, .. nodes.Written(0)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="again">Reads the file itself, where its nodes turn out to be none when they are asked for.</param>
    /// <exception cref="ArgumentException">It is no such thing.</exception>
    /// <exception cref="InvalidDataException">Likewise.</exception>
    /// <exception cref="IndexOutOfRangeException">Likewise.</exception>
    /// <exception cref="OverflowException">Likewise.</exception>
    public static ReadFile Decode(
        ReadOnlyMemory<byte> bytes,
        FoundFile file,
        string module,
        string hash,
        Func<CodeFacts?>? again = null
    )
    {
        var headBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        var from = new FactsReader(bytes.Span.Slice(sizeof(int), headBytes));
        var rest = bytes[(sizeof(int) + headBytes)..];
        var (count, lines) = (from.Number(), from.Number());
        var (strings, sourceLength) = (from.Number(), from.Number());
        var units = new CodeUnit[from.Count()];
        for (var i = 0; i < units.Length; i++)
            units[i] = Unit(ref from, i, count);
        var structures = new UnitStructure[units.Length];
        for (var i = 0; i < structures.Length; i++)
            structures[i] = Structure(ref from);
        var parts = new CodeFactsParts
        {
            Count = count,
            Lines = lines,
            StringCount = strings,
            SourceLength = sourceLength,
            Units = units,
            Outline = Outline(ref from, units, count, strings),
            Imports = Imports(ref from),
            Errors = Errors(ref from),
            Nodes = () => NodesOrAgain(rest.Span, count, lines, strings, again),
        };
        var facts = new CodeFacts(parts, file.Path, file.Language.Name, module);
        var suppressed = new Suppressions(from.Number() == 1, Numbers(ref from));
        return ReadFile.Of(file, hash, facts, structures, suppressed);
    }

    private static CodeFactsNodes NodesOrAgain(
        ReadOnlySpan<byte> bytes,
        int count,
        int lines,
        int strings,
        Func<CodeFacts?>? again
    )
    {
        try
        {
            return Nodes(bytes, count, lines, strings);
        }
        catch (Exception exception) when (FactsFile.IsNoRecord(exception))
        {
            if (
                again?.Invoke() is { } facts
                && (facts.Count, facts.Lines, facts.StringCount) == (count, lines, strings)
            )
                return facts.Nodes;
            throw;
        }
    }

    private static CodeFactsNodes Nodes(
        ReadOnlySpan<byte> bytes,
        int count,
        int lines,
        int stringCount
    )
    {
        var from = new FactsReader(bytes);
        var strings = from.Texts();
        var (kinds, roles) = (
            from.Raw<FactKind>(count, sizeof(FactKind)),
            from.Raw<FactRole>(count, sizeof(FactRole))
        );
        var flags = from.Raw<FactFlags>(count, sizeof(FactFlags));
        var (sizes, names, resolved) = (from.Column(count), from.Column(count), from.Column(count));
        var (starts, ends) = (from.Column(count), from.Column(count));
        for (var i = 0; i < count; i++)
            ends[i] += starts[i];
        Check(names, strings.Length);
        Check(resolved, strings.Length);
        if (strings.Length != stringCount)
            throw new InvalidDataException("other texts");
        return new CodeFactsNodes
        {
            Kinds = kinds,
            Roles = roles,
            Flags = flags,
            Sizes = sizes,
            Parents = Parents(sizes),
            Names = names,
            Resolved = resolved,
            Starts = starts,
            Ends = ends,
            Strings = strings,
            LineStarts = LineStarts(from.Column(lines)),
            LineKinds = from.Raw<LineKind>(lines, sizeof(LineKind)),
        };
    }

    private static FactsWriter Head(
        CodeFacts facts,
        IReadOnlyList<UnitStructure> structures,
        Suppressions suppressed
    )
    {
        var to = new FactsWriter();
        to.Number(facts.Count);
        to.Number(facts.Lines);
        to.Number(facts.StringCount);
        to.Number(facts.SourceLength);
        to.Number(facts.Units.Count);
        foreach (var unit in facts.Units)
            Write(to, unit);
        foreach (var structure in structures)
            Write(to, structure);
        Write(to, facts.Outline);
        WriteRest(to, facts, suppressed);
        return to;
    }

    private static void Write(FactsWriter to, FactsOutline outline)
    {
        to.Raw<ulong>(outline.Kinds);
        to.Raw<BodyTraits>(outline.Bodies);
        foreach (var column in Columns(outline))
        {
            to.Number(column.Length);
            to.Column(column);
        }
        to.Texts(outline.Written);
        to.Texts(outline.WrittenTo);
        to.Number(outline.Words.Length);
        to.Raw<uint>(outline.Words);
    }

    private static int[][] Columns(FactsOutline outline) =>
        [
            outline.CallNodes,
            outline.CallNames,
            outline.Referred,
            outline.WriterUnits,
            outline.Coupled,
            outline.CoupledEnds,
        ];

    private static FactsOutline Outline(
        ref FactsReader from,
        CodeUnit[] units,
        int nodes,
        int strings
    )
    {
        var outline = new FactsOutline
        {
            Kinds = from.Raw<ulong>(units.Length, sizeof(ulong)),
            Bodies = from.Raw<BodyTraits>(units.Length, sizeof(BodyTraits)),
            CallNodes = Within(Numbers(ref from), nodes),
            CallNames = Within(Numbers(ref from), strings),
            Referred = Within(Numbers(ref from), strings),
            WriterUnits = Within(Numbers(ref from), units.Length),
            Coupled = Within(Numbers(ref from), strings),
            CoupledEnds = Numbers(ref from),
            Written = from.Texts(),
            WrittenTo = from.Texts(),
            Words = from.Raw<uint>(from.Count(), sizeof(uint)),
        };
        var classes = units.Count(u => u.Kind is UnitKind.Class);
        return
            outline.CallNodes.Length == outline.CallNames.Length
            && outline.WriterUnits.Length == outline.Written.Length
            && outline.WriterUnits.Length == outline.WrittenTo.Length
            && outline.CoupledEnds.Length == classes
            && IsAscending(outline.CoupledEnds, outline.Coupled.Length)
            ? outline
            : throw new InvalidDataException("no outline");
    }

    private static bool IsAscending(int[] ends, int last)
    {
        var before = 0;
        foreach (var end in ends)
        {
            if (end < before)
                return false;
            before = end;
        }
        return before == last;
    }

    private static int[] Within(int[] column, int end)
    {
        foreach (var value in column)
        {
            if (value >= end || value < 0)
                throw new InvalidDataException("no such place");
        }
        return column;
    }

    private static void WriteNodes(FactsWriter to, CodeFacts facts)
    {
        to.Texts(facts.Strings);
        to.Raw<FactKind>(facts.Kinds);
        to.Raw<FactRole>(facts.Roles);
        to.Raw<FactFlags>(facts.Flags);
        to.Column(facts.Sizes);
        to.Column(facts.Names);
        to.Column(facts.Resolved);
        to.Column(facts.Starts);
        var lengths = new int[facts.Count];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = facts.Ends[i] - facts.Starts[i];
        to.Column(lengths);
    }

    private static void WriteLines(FactsWriter to, CodeFacts facts)
    {
        var lengths = new int[facts.Lines];
        for (var i = 1; i < lengths.Length; i++)
            lengths[i] = facts.LineStarts[i] - facts.LineStarts[i - 1];
        to.Column(lengths);
        to.Raw<LineKind>(facts.LineKinds);
    }

    private static int[] LineStarts(int[] lengths)
    {
        for (var i = 1; i < lengths.Length; i++)
            lengths[i] += lengths[i - 1];
        return lengths;
    }

    /// <summary>They follow from the sizes, which must nest.</summary>
    private static int[] Parents(int[] sizes)
    {
        var parents = GC.AllocateUninitializedArray<int>(sizes.Length);
        var open = -1;
        for (var i = 0; i < sizes.Length; i++)
        {
            while (open >= 0 && open + sizes[open] <= i)
                open = parents[open];
            var end = open < 0 ? sizes.Length : open + sizes[open];
            if (sizes[i] < 1 || sizes[i] > end - i || (open < 0 && i > 0))
                throw new InvalidDataException("no tree");
            (parents[i], open) = (open, i);
        }
        return sizes.Length > 0 ? parents : throw new InvalidDataException("no tree");
    }

    private static void Check(int[] column, int end)
    {
        foreach (var value in column)
        {
            if (value >= end || value < -1)
                throw new InvalidDataException("no such text");
        }
    }

    private static void Write(FactsWriter to, CodeUnit unit)
    {
        to.Byte((byte)unit.Kind);
        to.Text(unit.Name);
        to.Text(unit.QualifiedName);
        to.Text(unit.FullName);
        to.Number(unit.Parent);
        to.Number(unit.Node);
        to.Number((int)unit.Traits);
        to.Number(unit.Parameters.Count);
        foreach (var parameter in unit.Parameters)
        {
            to.Text(parameter.Name);
            to.Text(parameter.Type);
            to.Byte((byte)((parameter.HasDefault ? 1 : 0) | (parameter.IsReceiver ? 2 : 0)));
            to.Number((int)parameter.Flags);
        }
        to.Text(unit.Returns);
        to.Texts(unit.Decorators);
        to.Texts(unit.Bases);
        to.Text(unit.Metaclass);
        to.Text(unit.Documentation);
        to.Number(unit.Attributes.Count);
        foreach (var attribute in unit.Attributes)
            Write(to, attribute);
        to.Number(unit.StartLine);
        to.Number(unit.EndLine);
        to.Number(unit.BodyStartLine);
        to.Number(unit.Lines.Source);
        to.Number(unit.Lines.Logical);
        to.Number(unit.Lines.Comment);
        to.Number(unit.Lines.Blank);
        to.Number(unit.Lines.Text);
        to.Long(unit.TokenHash);
        to.Number(unit.Tokens);
    }

    private static CodeUnit Unit(ref FactsReader from, int index, int nodes)
    {
        var unit = new CodeUnit
        {
            Kind = (UnitKind)from.Byte(),
            Name = from.Text(),
            QualifiedName = from.Text(),
            FullName = from.Text(),
            Parent = from.Number(),
            Node = from.Number(),
            Traits = (UnitTraits)from.Number(),
            Parameters = Parameters(ref from),
            Returns = from.TextOrNull(),
            Decorators = from.Texts(),
            Bases = from.Texts(),
            Metaclass = from.TextOrNull(),
            Documentation = from.TextOrNull(),
            Attributes = Attributes(ref from),
            StartLine = from.Number(),
            EndLine = from.Number(),
            BodyStartLine = from.Number(),
            Lines = new LineCounts(
                from.Number(),
                from.Number(),
                from.Number(),
                from.Number(),
                from.Number()
            ),
            TokenHash = from.Long(),
            Tokens = from.Number(),
        };
        return unit.Parent < index && unit.Node >= 0 && unit.Node < nodes
            ? unit
            : throw new InvalidDataException("a unit that stands nowhere");
    }

    private static ParameterFact[] Parameters(ref FactsReader from)
    {
        var count = from.Count();
        if (count == 0)
            return [];
        var parameters = new ParameterFact[count];
        for (var i = 0; i < count; i++)
        {
            var (name, type, marks) = (from.Text(), from.TextOrNull(), from.Byte());
            parameters[i] = new ParameterFact(
                name,
                type,
                (marks & 1) != 0,
                (marks & 2) != 0,
                (FactFlags)from.Number()
            );
        }
        return parameters;
    }

    private static void Write(FactsWriter to, AttributeFact attribute)
    {
        to.Text(attribute.Name);
        to.Texts(attribute.Types);
        to.Byte((byte)((attribute.IsCollection ? 1 : 0) | (attribute.IsClassLevel ? 2 : 0)));
        to.Texts(attribute.AssignedIn);
        to.Number(attribute.Node);
    }

    private static AttributeFact[] Attributes(ref FactsReader from)
    {
        var count = from.Count();
        if (count == 0)
            return [];
        var attributes = new AttributeFact[count];
        for (var i = 0; i < count; i++)
        {
            var (name, types, marks) = (from.Text(), from.Texts(), from.Byte());
            attributes[i] = new AttributeFact(
                name,
                types,
                (marks & 1) != 0,
                (marks & 2) != 0,
                from.Texts(),
                from.Number()
            );
        }
        return attributes;
    }

    private static void Write(FactsWriter to, UnitStructure structure)
    {
        to.Number(structure.Complexity ?? -1);
        to.Long(structure.Stream);
        to.Number(structure.StreamLength);
        to.Number(structure.Vocabulary.Length);
        to.Raw<uint>(structure.Vocabulary);
        to.Number(structure.Grams.Count);
        to.Raw(structure.Grams.Grams);
    }

    private static UnitStructure Structure(ref FactsReader from)
    {
        var complexity = from.Number();
        return new UnitStructure(
            complexity < 0 ? null : complexity,
            from.Long(),
            from.Number(),
            from.Raw<uint>(from.Count(), sizeof(uint)),
            GramSet.OfGrams(from.Raw<uint>(from.Count(), sizeof(uint)))
        );
    }

    private static void WriteRest(FactsWriter to, CodeFacts facts, Suppressions suppressed)
    {
        to.Number(facts.Imports.Count);
        foreach (var import in facts.Imports)
        {
            to.Text(import.Target);
            to.Text(import.BoundName);
            to.Number(import.Node);
            to.Byte((byte)((import.IsTypeCheckingOnly ? 1 : 0) | (import.IsGlobal ? 2 : 0)));
        }
        to.Number(facts.Errors.Count);
        foreach (var error in facts.Errors)
        {
            to.Number(error.Line);
            to.Text(error.Message);
        }
        to.Number(suppressed.IsWholeFile ? 1 : 0);
        int[] lines = [.. suppressed.Lines];
        to.Number(lines.Length);
        to.Column(lines);
    }

    private static ImportFact[] Imports(ref FactsReader from)
    {
        var imports = new ImportFact[from.Count()];
        for (var i = 0; i < imports.Length; i++)
        {
            var (target, bound, node) = (from.Text(), from.TextOrNull(), from.Number());
            var marks = from.Byte();
            imports[i] = new ImportFact(target, bound, node, (marks & 1) != 0, (marks & 2) != 0);
        }
        return imports;
    }

    private static SourceError[] Errors(ref FactsReader from)
    {
        var errors = new SourceError[from.Count()];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = new SourceError(from.Number(), from.Text());
        return errors;
    }

    private static int[] Numbers(ref FactsReader from) => from.Column(from.Count());
}
