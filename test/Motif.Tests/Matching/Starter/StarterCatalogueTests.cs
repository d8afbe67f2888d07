using Motif.Matching.Starter;

namespace Motif.Tests.Matching.Starter;

public sealed class StarterCatalogueTests
{
    [Fact]
    public void At_least_120_practices_come_with_intent_aliases_context_steps_tags_and_criteria()
    {
        var practices = StarterCatalogue.Read();

        practices.Count.ShouldBeGreaterThanOrEqualTo(120);
        practices.Select(p => p.Name).ShouldBeUnique();
        foreach (var practice in practices)
        {
            practice.Tags.Count.ShouldBeInRange(3, 8, practice.Name);
            foreach (var field in new[] { "intent", "context", "success_criteria" })
                practice
                    .Body!.Value.GetProperty(field)
                    .GetString()
                    .ShouldNotBeNullOrWhiteSpace(practice.Name);
            practice
                .Body!.Value.GetProperty("aliases")
                .GetArrayLength()
                .ShouldBeInRange(3, 5, practice.Name);
            practice
                .Body!.Value.GetProperty("steps")
                .GetArrayLength()
                .ShouldBeInRange(4, 7, practice.Name);
        }
    }
}
