using System.Text.Json;
using Microsoft.Extensions.AI;
using Motif.Content.Templates;

namespace Motif.Content.Generation;

/// <summary>Who wrote a content.</summary>
public enum ContentAuthor
{
    /// <summary>The topic was filled into the template.</summary>
    Template,

    /// <summary>A language model wrote it under the template.</summary>
    Model,
}

/// <summary>A content and who wrote it.</summary>
/// <param name="Refusal">Why what the model wrote was not taken; null where it was, or where there is no model.</param>
internal sealed record WrittenContent(string Content, ContentAuthor Author, string? Refusal);

/// <summary>
/// Lets a language model write a content under a template. Its answer is taken only where it is exactly the asked-for JSON and
/// the extractor finds the same family in it; otherwise the filled template is what is posted, and the reason is said. A model
/// that fails is no failure: the filled template is always there. Thread-safe.
/// </summary>
/// <param name="chat">Null without a model.</param>
internal sealed class ContentWriter(ITemplateExtractor extractor, IChatClient? chat)
{
    private const int LongestContent = 2000;

    private const string Instruction =
        """You write one social media post. Keep every word of the template, in its order; only what stands for the topic may be worded anew and made longer. Write in the template's language. Answer with one JSON object and nothing else: {"content": "the post"}""";

    public async Task<WrittenContent> WriteAsync(
        string filled,
        string template,
        string topic,
        CancellationToken cancellationToken
    )
    {
        if (chat is null)
            return new WrittenContent(filled, ContentAuthor.Template, null);
        var (content, refusal) = await AskAsync(template, topic, cancellationToken);
        refusal ??= Fault(content!, filled);
        return refusal is null
            ? new WrittenContent(content!, ContentAuthor.Model, null)
            : new WrittenContent(filled, ContentAuthor.Template, refusal);
    }

    private async Task<(string? Content, string? Refusal)> AskAsync(
        string template,
        string topic,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await chat!.GetResponseAsync(
                [
                    new ChatMessage(ChatRole.System, Instruction),
                    new ChatMessage(
                        ChatRole.User,
                        JsonSerializer.Serialize(
                            new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                ["template"] = template,
                                ["topic"] = topic,
                            }
                        )
                    ),
                ],
                new ChatOptions { ResponseFormat = ChatResponseFormat.Json },
                cancellationToken
            );
            return Parse(answer.Text);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever a provider throws: its text may hold what nobody should read in an answer.
            return (null, $"the language model failed ({exception.GetType().Name})");
        }
    }

    /// <summary>One object with one member that is a text, and nothing around it.</summary>
    private static (string? Content, string? Refusal) Parse(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (
                document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.EnumerateObject().ToArray()
                    is [{ Name: "content", Value: { ValueKind: JsonValueKind.String } value }]
            )
                return (value.GetString(), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair is found out when the string is read.
        }
        return (null, """the answer is not {"content": "…"}""");
    }

    private string? Fault(string content, string filled)
    {
        if (string.IsNullOrWhiteSpace(content) || content.Length > LongestContent)
            return $"the content has not 1 to {LongestContent} characters";
        if (content.Contains('\0', StringComparison.Ordinal))
            return "the content has U+0000";
        var families = new FamilyIndex();
        var meant = families.Add(extractor.Extract(filled));
        var written = extractor.Extract(content);
        return
            written.Status is TemplateStatus.Ok
            && families.Match(written)?.FamilyId == meant.FamilyId
            ? null
            : "the content left its template";
    }
}
