using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions.Understanding;

public sealed class MessageLanguageTests
{
    [Theory]
    [InlineData("Which bay is mine?", "en")]
    [InlineData("which bay is mine, amigo", "en")]
    [InlineData("Welcher Platz ist meiner?", "de")]
    [InlineData("Qual é a minha vaga?", "pt")]
    [InlineData("¿Cuál es mi plaza?", "es")]
    [InlineData("Quelle est ma place ?", "fr")]
    [InlineData("Qual è il mio posto?", "it")]
    [InlineData("Welke plek is van mij?", "nl")]
    [InlineData("Какое место моё?", "ru")]
    [InlineData("私の駐車場はどこですか", "ja")]
    public void Small_words_tell_the_language(string text, string language) =>
        MessageLanguage.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("ok")]
    [InlineData("4711")]
    [InlineData("👍")]
    [InlineData("")]
    [InlineData("\ud800")]
    public void Too_few_words_tell_none(string text) => MessageLanguage.Of(text).ShouldBeNull();
}
