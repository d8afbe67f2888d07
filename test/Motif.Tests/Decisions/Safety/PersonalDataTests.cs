using Motif.Decisions.Safety;

namespace Motif.Tests.Decisions.Safety;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("card 4111 1111 1111 1111 ok", "card [card] ok")]
    [InlineData("card 4111-1111-1111-1111.", "card [card].")]
    [InlineData("4111111111111111", "[card]")]
    [InlineData("2221000000000009", "[card]")]
    [InlineData("6304000000000000000", "[card]")]
    [InlineData("my iban is DE89 3704 0044 0532 0130 00, thanks", "my iban is [iban], thanks")]
    [InlineData("GB82WEST12345698765432", "[iban]")]
    [InlineData("write to jo.doe+x@mail.example.org.", "write to [email].")]
    [InlineData("call +49 170 1234567 now", "call [phone] now")]
    [InlineData("(555) 123-4567", "[phone]")]
    [InlineData("555-123-4567", "[phone]")]
    [InlineData("I live at 12 Baker Street, upstairs", "I live at [address], upstairs")]
    [InlineData("Ich wohne Hauptstraße 5a.", "Ich wohne [address].")]
    public void What_belongs_to_a_person_is_taken_out(string text, string expected) =>
        PersonalData.Redact(text).ShouldBe(expected);

    [Theory]
    [InlineData("order 6033391")]
    [InlineData("at 1748503543012")]
    [InlineData("on 2026-03-08 at 10:30")]
    [InlineData("version 1.2.3 of 4111111111111112")]
    [InlineData("bay 12, level 3")]
    [InlineData("12 people way too early")]
    [InlineData("DE89 is a road")]
    [InlineData("a@b and @name")]
    public void What_belongs_to_nobody_stays(string text) =>
        PersonalData.Redact(text).ShouldBe(text);

    [Fact]
    public void Long_texts_of_nothing_but_beginnings_are_read_in_good_time()
    {
        foreach (
            var text in (string[])
                [
                    new string('4', 100_000),
                    string.Concat(Enumerable.Repeat("a@", 50_000)),
                    string.Concat(Enumerable.Repeat("+1 ", 30_000)),
                    string.Concat(Enumerable.Repeat("DE89 ", 20_000)),
                ]
        )
            PersonalData.Redact(text).ShouldNotBeNull();
    }
}
