using Microsoft.Extensions.AI;
using Motif.Content.Generation;
using Motif.Content.Templates;

namespace Motif.Tests.Content.Generation;

/// <summary>What a language model writes is taken only where it says what was asked for, and under its template.</summary>
public sealed class ContentWriterTests
{
    private const string Template = "The secret to {topic}? It's not what you think.";
    private const string Filled = "The secret to rest? It's not what you think.";

    [Theory]
    [InlineData("""{"content": "The secret to real rest? It's not what you think."}""")]
    [InlineData("""{"content": "The secret to a quiet mind and rest? It's not what you think."}""")]
    public async Task An_answer_under_the_template_is_taken(string answer)
    {
        var written = await WriteAsync(answer);
        (written.Author, written.Refusal).ShouldBe((ContentAuthor.Model, null));
        written.Content.ShouldContain("rest? It's not");
    }

    [Theory]
    [InlineData("The secret to rest? It's not what you think.", "is not {")]
    [InlineData("""{"content": "x", "note": "y"}""", "is not {")]
    [InlineData("""{"content": 7}""", "is not {")]
    [InlineData("""["content"]""", "is not {")]
    [InlineData("""{"content": "\ud800"}""", "is not {")]
    [InlineData("""{"content": " "}""", "characters")]
    [InlineData("""{"content": "a\u0000b"}""", "U+0000")]
    [InlineData("""{"content": "Buy my course about rest now!"}""", "left its template")]
    [InlineData("""{"content": "https://example.com"}""", "left its template")]
    public async Task Any_other_answer_leaves_the_filled_template_and_says_why(
        string answer,
        string reason
    )
    {
        var written = await WriteAsync(answer);
        (written.Content, written.Author).ShouldBe((Filled, ContentAuthor.Template));
        written.Refusal!.ShouldContain(reason);
    }

    [Fact]
    public async Task A_model_that_fails_is_no_failure_and_its_words_are_not_repeated()
    {
        var written = await WriteAsync(null);
        written.Content.ShouldBe(Filled);
        written.Refusal.ShouldBe("the language model failed (HttpRequestException)");
    }

    [Fact]
    public async Task Who_cancels_is_not_told_of_a_template()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var chat = new Canned("{}");
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new ContentWriter(new TemplateExtractor(), chat).WriteAsync(
                Filled,
                Template,
                "rest",
                cancelled.Token
            )
        );
    }

    private static async Task<WrittenContent> WriteAsync(string? answer)
    {
        using var chat = new Canned(answer);
        return await new ContentWriter(new TemplateExtractor(), chat).WriteAsync(
            Filled,
            Template,
            "rest",
            CancellationToken.None
        );
    }

    /// <summary>A model that says one thing, or fails.</summary>
    private sealed class Canned(string? answer) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            return answer is null
                ? throw new HttpRequestException("key sk-secret was refused")
                : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
