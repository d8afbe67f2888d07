namespace Motif.Content.Templates;

/// <summary>
/// Finds the template of a content. An own extractor wraps <see cref="TemplateExtractor"/>, changes the content before or the
/// template after, and names itself in the version, for ids of two extractors must not meet. Implementations are thread-safe,
/// never throw on content, and say the same in every process.
/// </summary>
public interface ITemplateExtractor
{
    Template Extract(string content);
}
