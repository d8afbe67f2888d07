using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Templates;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="Motif.Content.Templates.ITemplateFamilyStore"/> does this.</summary>
public abstract class TemplateFamilyStoreConformance(TestBackend backend)
    : ContentConformance(backend)
{
    private static readonly TemplateExtractor Extractor = new();

    [ConformanceFact]
    public async Task Servers_that_found_the_same_family_at_once_found_it_once()
    {
        await using var other = OpenTimed();
        var shelves = new[] { Timed, other }
            .Select(s => s.GetRequiredService<FamilyShelf>())
            .ToArray();
        var texts = Enumerable
            .Range(0, 40)
            .Select(i => $"The secret to topic{i}? It's not what you think.");

        var ids = await Task.WhenAll(
            texts.Select(
                (t, i) => Task.Run(() => shelves[i % 2].AssignAsync(Extractor.Extract(t), Forever))
            )
        );

        ids.Distinct().ShouldHaveSingleItem();
        (await shelves[0].AllAsync(Forever)).ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task A_family_comes_back_as_it_was_in_another_process()
    {
        var shelf = Timed.GetRequiredService<FamilyShelf>();
        var id = "";
        foreach (var topic in (string[])["sleep", "deep focus", "better code"])
            id = await shelf.AssignAsync(
                Extractor.Extract($"The secret to {topic}? It's not what you think."),
                Forever
            );
        await using var restarted = OpenTimed();

        var found = await restarted.GetRequiredService<FamilyShelf>().FindAsync(id, Forever);

        found!.Text.ShouldBe("the secret to {x}? it's not what you think.");
        found.Members.ShouldBeGreaterThan(1);
    }
}
