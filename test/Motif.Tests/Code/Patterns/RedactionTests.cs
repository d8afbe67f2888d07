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
    [InlineData("c = \"Server=db;User=me;Password=hunter2;Pooling=true\"", "hunter2")]
    [InlineData("url = \"https://x.org/a?token=abcd1234&b=1\"", "abcd1234")]
    [InlineData("os.environ.get(\"DB_PASSWORD\", \"hunter2!\")", "hunter2")]
    [InlineData("h = {\"Authorization\": \"Bearer abc123def456ghi\"}", "abc123")]
    [InlineData("password = \"\"\"hunter2\"\"\"", "hunter2")]
    [InlineData("def connect(password=\"hunter2\"):", "hunter2")]
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
    [InlineData("fields = (\"password\", \"username\")")]
    [InlineData("raise Error(\"Basic authentication required\")")]
    [InlineData("q = f\"?token={token}&a=1\"")]
    [InlineData("text = \"Bearer tokens_are_checked_here\"")]
    public void Ordinary_code_stays_as_it_is(string source) =>
        Redaction.Apply(source).ShouldBe(source);
}
