using System.Collections.Frozen;
using Motif.Text;

namespace Motif.Embeddings.Training;

/// <summary>What belongs together inside a section: heading and text, sentence and the rest, two sentences and the rest.</summary>
internal static class SectionPairs
{
    private const int SmallestBodyTerms = 8;

    /// <summary>Headings that say nothing about their section.</summary>
    private static readonly FrozenSet<string> EmptyHeadings = new[]
    {
        "note",
        "notes",
        "example",
        "examples",
        "overview",
        "see also",
        "next steps",
        "summary",
        "introduction",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<(IEnumerable<string> About, IEnumerable<string> Others)> Of(
        TrainingSection section,
        TextAnalyzer analyzer,
        Random random
    )
    {
        var body = section.Body;
        if (
            section.Heading.Length > 0
            && body.StartsWith(section.Heading, StringComparison.Ordinal)
        )
            body = body[section.Heading.Length..];
        var sentences = Sentences
            .Split(body)
            .ConvertAll(sentence => analyzer.Analyze(sentence).Terms);
        if (section.Heading.Length > 0 && !EmptyHeadings.Contains(section.Heading.Trim()))
        {
            var terms = analyzer.Analyze(body).Terms;
            if (terms.Count > SmallestBodyTerms)
                yield return (analyzer.Analyze($"{section.Title} {section.Heading}").Terms, terms);
        }
        if (sentences.Count < 3)
            yield break;
        for (var draw = 0; draw < 2; draw++)
        {
            yield return Cut(sentences, random.Next(sentences.Count), 1);
            if (sentences.Count >= 6)
                yield return Cut(sentences, random.Next(sentences.Count - 1), 2);
        }
    }

    private static (IEnumerable<string> About, IEnumerable<string> Others) Cut(
        List<List<string>> sentences,
        int start,
        int length
    ) =>
        (
            sentences.Skip(start).Take(length).SelectMany(terms => terms),
            sentences
                .Where((_, index) => index < start || index >= start + length)
                .SelectMany(terms => terms)
        );
}
