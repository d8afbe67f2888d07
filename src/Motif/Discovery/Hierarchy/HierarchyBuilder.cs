using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>A hierarchy as it was made.</summary>
/// <param name="Members">The place of each item; null for one whose vector is zero.</param>
/// <param name="CopyOf">Of each item the first item that says the same; itself where none does.</param>
/// <param name="Given">The ids of neighbourhoods that stay whatever became of their items.</param>
/// <param name="Stability">
/// Adjusted Rand index between the mesos of two samples of 80 %, on the items that both have; null where one meso holds all.
/// </param>
/// <param name="Unrefined">Items that came since the cells were fitted to the items.</param>
/// <param name="Remarks">Why there are fewer levels or other sizes than usual.</param>
internal sealed record BuiltHierarchy(
    Places Places,
    Place?[] Members,
    int[] CopyOf,
    GivenIds Given,
    double? Stability,
    int Unrefined,
    IReadOnlyList<string> Remarks
);

/// <summary>Of the neighbourhoods of each level the id where it is given.</summary>
internal sealed record GivenIds(Guid?[] Macros, Guid?[] Mesos, Guid?[] Micros);

/// <summary>
/// Makes the hierarchy: known topics are filled first, what people touched stays, the rest is made anew (<see cref="FreshParts"/>)
/// or goes on from what stands (<see cref="WarmParts"/>). Deterministic: rows come in the order of their ids, and neither threads
/// nor chance of the process enter.
/// </summary>
internal sealed class HierarchyBuilder(HierarchySettings settings, int threads)
{
    /// <summary>The share of items that may come before the cells are fitted again.</summary>
    private const double Drift = 0.05;

    private readonly List<string> _remarks = [];

    /// <inheritdoc cref="Build(FloatMatrix, HierarchyInput, CancellationToken)"/>
    public BuiltHierarchy Build(FloatMatrix vectors, CancellationToken cancellationToken) =>
        Build(vectors, HierarchyInput.Nothing(vectors.Rows), cancellationToken);

    /// <param name="vectors">One row an item, in the order of their ids; normalised in place.</param>
    public BuiltHierarchy Build(
        FloatMatrix vectors,
        HierarchyInput input,
        CancellationToken cancellationToken
    )
    {
        CentredVectors.Normalize(vectors);
        var copyOf = NearCopies.Leaders(vectors, unchecked((ulong)settings.Seed));
        var leaders = Enumerable
            .Range(0, vectors.Rows)
            .Where(i => copyOf[i] == i && vectors.Row(i).ContainsAnyExcept(0f))
            .ToArray();
        var distinct = RowBlocks.Select(vectors, leaders);
        cancellationToken.ThrowIfCancellationRequested();
        var standing = Usable(input.Standing, vectors.Columns);
        var corpus = new DistinctRows(
            distinct,
            Array.ConvertAll(leaders, i => input.IsNew[i]),
            input,
            standing
        );
        var isWarm = standing is not null && input.IsWarm && corpus.HasCells;
        var unrefined = isWarm ? standing!.Frame.Unrefined + input.IsNew.Count(n => n) : 0;
        var refines = unrefined >= Drift * vectors.Rows && unrefined > 0;
        var (places, given) = Assemble(corpus, distinct, isWarm, refines, cancellationToken);
        var ordered = HierarchyOrder.Apply(places, given, vectors);
        var members = ordered.Members;
        PutMoved(members, ordered, input.Moved);
        return new BuiltHierarchy(
            ordered.Places,
            members,
            copyOf,
            ordered.Given,
            Stability(corpus.Centred, ordered.Places, cancellationToken),
            refines ? 0 : unrefined,
            _remarks
        );
    }

    private static StandingHierarchy? Usable(StandingHierarchy? standing, int columns) =>
        standing is { Micros.Count: > 0 } && standing.Places.Dimensions == columns
            ? standing
            : null;

    private (Places, GivenIds) Assemble(
        DistinctRows corpus,
        FloatMatrix distinct,
        bool isWarm,
        bool refines,
        CancellationToken cancellationToken
    )
    {
        if (distinct.Rows == 0)
        {
            _remarks.Add("there is no item with a vector: no neighbourhood");
            return (Places.Empty(new float[distinct.Columns]), new GivenIds([], [], []));
        }
        var free = isWarm
            ? new WarmParts(corpus.Standing!, settings, refines).Make(
                corpus.Free,
                corpus.FreePlaces,
                corpus.IsFreeNew,
                corpus.OpenCells
            )
            : new FreshParts(settings, threads, corpus.GivenMesos, _remarks).Make(
                corpus.Free,
                cancellationToken
            );
        cancellationToken.ThrowIfCancellationRequested();
        var joint = new JointHierarchy(corpus, free);
        var macros = new MacroLevel(settings, isWarm, _remarks).Of(
            joint.MesoCentres,
            joint.MesoPoints(isWarm),
            corpus.Standing?.Macros.Count ?? 0,
            distinct.Rows
        );
        return joint.With(macros);
    }

    /// <summary>What a person put somewhere stays there.</summary>
    private static void PutMoved(
        Place?[] members,
        OrderedHierarchy ordered,
        IReadOnlyDictionary<int, Guid> moved
    )
    {
        foreach (var (row, id) in moved)
        {
            var micro = Array.IndexOf(ordered.Given.Micros, id);
            if (micro >= 0)
                members[row] = ordered.Places.AtCentre(micro);
        }
    }

    private double? Stability(
        FloatMatrix centred,
        Places places,
        CancellationToken cancellationToken
    ) =>
        places.MacroOfMeso.Count < 2
            ? null
            : new StabilityCheck(settings, threads).Measure(
                centred,
                places.MacroOfMeso.Count,
                cancellationToken
            );
}
