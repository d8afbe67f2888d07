using Motif.Code.Patterns;

namespace Motif.Tests.Code.Patterns;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("var password = \"correct horse\";", "correct horse")]
    [InlineData("API_KEY = 'abcd1234efgh'", "abcd1234efgh")]
    [InlineData("{ \"client_secret\": \"s3cr3t-value\" }", "s3cr3t-value")]
    [InlineData("Connect(\"postgres://me:hunter2@host/db\")", "hunter2")]
    [InlineData("x = \"AKIAIOSFODNN7EXAMPLE\"", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData("t = \"ghp_abcdefghijklmnopqrstuvwxyz0123456789\"", "ghp_abcdefghijkl")]
    [InlineData("k = \"Zm9vYmFyOTg3NjU0MzIxQWJjRGVmR2hJ\"", "Zm9vYmFy")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow")]
    public void Secrets_are_taken_out(string source, string secret)
    {
        var redacted = Redaction.Apply(source);
        redacted.ShouldNotContain(secret);
        redacted.ShouldContain("[redacted]");
    }

    [Theory]
    [InlineData("var password = Read(\"prompt\");")]
    [InlineData("var name = \"System.Collections.Generic.List\";")]
    [InlineData("url = \"https://example.org/a/long/path/of/words\"")]
    [InlineData("var token = reader.Next();")]
    [InlineData("x = \"this_is_a_long_snake_case_name\"")]
    public void Ordinary_code_stays_as_it_is(string source) =>
        Redaction.Apply(source).ShouldBe(source);
}
