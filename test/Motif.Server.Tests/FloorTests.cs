using System.Text.RegularExpressions;
using Motif.Tests;

namespace Motif.Server.Tests;

/// <summary>Holds every reference between the folders of a project against the floors that ARCHITECTURE.md lists.</summary>
public sealed partial class FloorTests
{
    private static readonly FloorPlan Plan = FloorPlan.Read();

    private static readonly string[] ProjectNames =
    [
        .. Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src"),
                "*.csproj",
                SearchOption.AllDirectories
            )
            .Select(f => Path.GetFileNameWithoutExtension(f)),
    ];

    public static TheoryData<string> Projects() => [.. ProjectNames];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_uses_one_of_its_own_floor_or_above(string project)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, project + ".dll");

        var upward =
            from arrow in TypeReferences.Of(assembly)
            where IsOurs(arrow.From) && IsOurs(arrow.To)
            let refusal = Plan.Refusal(Place(arrow.From), Place(arrow.To))
            where refusal is not null
            orderby arrow.From, arrow.To
            select $"{arrow.From} uses {arrow.To}: {refusal}";

        upward.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_using_leads_to_its_own_floor_or_above(string project)
    {
        var upward =
            from file in SourcesOf(project)
            let text = File.ReadAllText(file)
            let own = NamespaceLine().Match(text).Groups[1].Value
            where own.Length > 0
            let place = Place($"{own}.{Path.GetFileName(file).Split('.')[0]}")
            from Match line in UsingLine().Matches(text)
            let used = line.Groups["static"].Success
                ? line.Groups["used"].Value[..line.Groups["used"].Value.LastIndexOf('.')]
                : line.Groups["used"].Value
            where IsWithin(used, project) && used != own && !IsWithin(own, used)
            let refusal = Plan.Refusal(place, used)
            where refusal is not null
            select $"{Path.GetRelativePath(Repository.Root, file)} has {line.Value}: {refusal}";

        upward.ShouldBeEmpty();
    }

    [Fact]
    public void Every_listed_folder_is_there()
    {
        foreach (var (room, name) in Plan.Folders())
        {
            var path = Path.Combine(Repository.Root, "src", ProjectOf(room), WithinProject(room));
            (
                Directory.Exists(Path.Combine(path, name))
                || File.Exists(Path.Combine(path, name + ".cs"))
                || File.ReadAllText(Path.Combine(path, "MotifBuilder.cs"))
                    .Contains($"class {name}", StringComparison.Ordinal)
            ).ShouldBeTrue($"{room} has no {name}");
        }
    }

    /// <summary>Where a type stands: its namespace, or itself where it has a floor of its own.</summary>
    private static string Place(string type)
    {
        var end = type.LastIndexOf('.');
        return Plan.Lists(type[..end], type[(end + 1)..]) ? type : type[..end];
    }

    /// <summary>Not what a compiler or a source generator adds.</summary>
    private static bool IsOurs(string type) =>
        IsWithin(type, "Motif") && !type.Contains('<', StringComparison.Ordinal);

    private static bool IsWithin(string inner, string outer) =>
        inner == outer || inner.StartsWith(outer + ".", StringComparison.Ordinal);

    private static string ProjectOf(string room) =>
        ProjectNames.Where(p => IsWithin(room, p)).MaxBy(p => p.Length)!;

    private static string WithinProject(string room) =>
        room[ProjectOf(room).Length..].TrimStart('.').Replace('.', Path.DirectorySeparatorChar);

    private static IEnumerable<string> SourcesOf(string project) =>
        Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", project),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(f => !OutputFolder().IsMatch(f));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^using (?<static>static )?(?:\w+ = )?(?<used>[\w.]+);",
        RegexOptions.Multiline
    )]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex OutputFolder();
}
