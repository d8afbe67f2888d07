using Motif.Text.Secrets;

namespace Motif.Tests.Text.Secrets;

public sealed class RedactionTests
{
    [Theory]
    // Given to a name.
    [InlineData("var password = \"correct horse\";", "correct horse")]
    [InlineData("API_KEY = 'abcd1234efgh'", "abcd1234efgh")]
    [InlineData("SECRET_KEY = b\"s3cr3t-of-the-app\"", "s3cr3t-of")]
    [InlineData("DB_PASSWORD = r'p\\ss\\w0rd'", "w0rd")]
    [InlineData("password: str = \"hunter2\"", "hunter2")]
    [InlineData("password: Optional[str] = \"hunter2\"", "hunter2")]
    [InlineData("self._password = 'hunter2'", "hunter2")]
    [InlineData("self.config.client_secret = \"hunter2hunter2\"", "hunter2")]
    [InlineData("password = \"\"\"hunter2\"\"\"", "hunter2")]
    [InlineData("password = (\n    \"hunter2\"\n)", "hunter2")]
    [InlineData("PASSWORD_DEFAULT = \"hunter2\"", "hunter2")]
    [InlineData("if (secret := \"hunter2\"):", "hunter2")]
    [InlineData("token = \"a8f5f167f44f4964e6c998dee827110c\"", "a8f5f167")]
    [InlineData("def connect(password=\"hunter2\"):", "hunter2")]
    [InlineData("Client(user=\"me\", secret_key=\"hunter2!\")", "hunter2")]
    [InlineData("client = Client(api_key = 'abcd1234')", "abcd1234")]
    [InlineData("{ \"client_secret\": \"s3cr3t-value\" }", "s3cr3t-value")]
    [InlineData("config = {'password': 'hunter2', 'user': 'me'}", "hunter2")]
    [InlineData("os.environ[\"DB_PASSWORD\"] = \"hunter2\"", "hunter2")]
    [InlineData("settings['auth']['secret'] = 'hunter2'", "hunter2")]
    [InlineData("setattr(cfg, \"password\", \"hunter2\")", "hunter2")]
    [InlineData("dict(username=\"me\", passwd=\"hunter2\")", "hunter2")]
    [InlineData("password = SecretStr(\"hunter2\")", "hunter2")]
    [InlineData("password = \"hunter2\".encode(\"utf-8\")", "hunter2")]
    [InlineData("key = base64.b64decode(\"Zm9vYmFyOTg3NjU0MzIxQWJjRGVmR2hJ\")", "Zm9vYmFy")]
    [InlineData("user.set_password(\"hunter2\")", "hunter2")]
    [InlineData("builder.Password(\"hunter2\")", "hunter2")]
    // What stands in for what is not set.
    [InlineData("os.environ.get(\"DB_PASSWORD\", \"hunter2!\")", "hunter2")]
    [InlineData("os.getenv(\"db_password\", \"hunter2\")", "hunter2")]
    [InlineData("password = os.getenv(\"DB_PASSWORD\") or \"hunter2\"", "hunter2")]
    [InlineData("config(\"SECRET_KEY\", default=\"hunter2\")", "hunter2")]
    [InlineData("env.str('API_TOKEN', default='abcd1234efgh')", "abcd1234")]
    [InlineData("kwargs.pop('password', 'hunter2')", "hunter2")]
    [InlineData("var p = config[\"Password\"] ?? \"hunter2\";", "hunter2")]
    [InlineData("parser.add_argument(\"--password\", default=\"hunter2\")", "hunter2")]
    // Compared.
    [InlineData("if password == \"hunter2\":", "hunter2")]
    [InlineData("return \"hunter2\" == user.password", "hunter2")]
    [InlineData("if password in (\"hunter2\", \"hunter3\"):", "hunter3")]
    [InlineData("if (!password.Equals(\"hunter2\"))", "hunter2")]
    [InlineData("hmac.compare_digest(secret, \"hunter2\")", "hunter2")]
    // Joined.
    [InlineData("password = \"hun\" + \"ter2-long\"", "ter2-long")]
    [InlineData("password = \"hunt\" \"er22\"", "er22")]
    [InlineData("password = \"\".join([\"hunt\", \"er22\"])", "er22")]
    [InlineData("secret = \"{}{}\".format(\"hunt\", \"er22\")", "er22")]
    [InlineData("secret = \"%s%s\" % (\"hunt\", \"er22\")", "er22")]
    [InlineData("password = f\"hunter2{suffix}\"", "hunter2")]
    [InlineData("password = prefix + \"hunter2\"", "hunter2")]
    [InlineData("k = \"AKIA\" + \"IOSFODNN7EXAMPLE\"", "IOSFODNN7")]
    [InlineData("k = (\"ghp_abcdefghij\"\n     \"klmnopqrstuvwxyz0123456789\")", "klmnopq")]
    [InlineData("url = \"postgres://me:\" + \"hunter2\" + \"@host/db\"", "hunter2")]
    [InlineData("def get_password():\n    return \"hunter2\"", "hunter2")]
    // Addresses.
    [InlineData("Connect(\"postgres://me:hunter2@host/db\")", "hunter2")]
    [InlineData("r = \"redis://:hunter2@host:6379/0\"", "hunter2")]
    [InlineData("r = \"mysql://me:hun/ter2@host/db\"", "ter2")]
    [InlineData("r = \"amqp://me:hun@ter2@host/db\"", "ter2")]
    [InlineData("u = f\"mongodb+srv://{user}:hunter2@{host}/db\"", "hunter2")]
    [InlineData("url = \"https://x.org/a?token=abcd1234efgh&b=1\"", "abcd1234")]
    [InlineData(
        "u = \"https://hooks.slack.com/services/T00000000/B00000000/XXXXyyyyZZZZ\"",
        "yyyyZZZZ"
    )]
    // Settings.
    [InlineData("c = \"Server=db;User=me;Password=hunter2;Pooling=true\"", "hunter2")]
    [InlineData("c = \"Server=db; User Id=me; Password=hunter; Pooling=true\"", "hunter")]
    [InlineData("c = \"Server=db;Pwd=hunter2\"", "hunter2")]
    [InlineData("c = \"DRIVER={ODBC};UID=me;PWD={hunter2}\"", "hunter2")]
    [InlineData("c = \"host=db user=me password=hunter2 dbname=x\"", "hunter2")]
    [InlineData("c = \"host=db user=me password='hunter 2' dbname=x\"", "hunter 2")]
    [InlineData(
        "c = \"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq==;\"",
        "Eby8vdM02"
    )]
    [InlineData(
        "c = \"Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=abcDEF123456=\"",
        "abcDEF123"
    )]
    [InlineData("db.execute(\"CREATE USER me IDENTIFIED BY 'hunter2'\")", "hunter2")]
    [InlineData("j = '{\"user\": \"me\", \"password\": \"hunter2\"}'", "hunter2")]
    [InlineData("# password: hunter2", "hunter2")]
    [InlineData("x = 1  # api_key=abcd1234", "abcd1234")]
    [InlineData("// var password = \"hunter2\";", "hunter2")]
    [InlineData("// PGPASSWORD=hunter2 psql", "hunter2")]
    // Command lines and headers.
    [InlineData("os.system(\"curl -u admin:hunter2 https://x.org\")", "hunter2")]
    [InlineData("run([\"curl\", \"-u\", \"admin:hunter2\"])", "hunter2")]
    [InlineData("run(\"tool --password hunter2 go\")", "hunter2")]
    [InlineData("run([\"tool\", \"--password\", \"hunter2\"])", "hunter2")]
    [InlineData("h = {\"Authorization\": \"Bearer abc123def456ghi\"}", "abc123")]
    [InlineData("h = {\"Authorization\": \"Basic dXNlcjpwYXNzd29yZA\"}", "dXNlcjp")]
    [InlineData("h = {'X-Api-Key': 'abcd-efgh-1234'}", "efgh-1234")]
    [InlineData("req.add_header(\"X-Auth-Token\", \"abcd1234efgh\")", "abcd1234")]
    [InlineData("requests.get(url, auth=(\"admin\", \"hunter2\"))", "hunter2")]
    [InlineData("HTTPBasicAuth(\"admin\", \"hunter2\")", "hunter2")]
    // C#.
    [InlineData("private const string ApiKey = \"abcd1234\";", "abcd1234")]
    [InlineData("var password = @\"hunter\"\"2x\";", "2x")]
    [InlineData("var password = \"\"\"\n    hunter2\n    \"\"\";", "hunter2")]
    [InlineData("var password = $\"hunter2{suffix}\";", "hunter2")]
    [InlineData("public string Password { get; set; } = \"hunter2\";", "hunter2")]
    [InlineData("public string Password => \"hunter2\";", "hunter2")]
    [InlineData("new NetworkCredential(\"me\", \"hunter2\")", "hunter2")]
    [InlineData("new Options { Password = \"hunter2\" }", "hunter2")]
    [InlineData("Connect(password: \"hunter2\")", "hunter2")]
    [InlineData("[DefaultValue(\"hunter2\")]\npublic string Password { get; set; }", "hunter2")]
    [InlineData("Environment.SetEnvironmentVariable(\"DB_PASSWORD\", \"hunter2\");", "hunter2")]
    [InlineData("{ \"Smtp\": { \"Password\": \"hunter2\" } }", "hunter2")]
    public void Secrets_are_taken_out(string source, string secret) => IsGone(source, secret);

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("gho_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz")]
    [InlineData("glpat-abcdefghij0123456789")]
    [InlineData("xoxb-123456789012-abcdefghijkl")]
    [InlineData("sk_live_abcdefghijklmnop0123")]
    [InlineData("AIzaSyA1234567890abcdefghijklmnopqrstuv")]
    [InlineData("npm_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("pypi-AgEIcHlwaS5vcmcCJGFiY2RlZjAxMjM0")]
    [InlineData("SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789abcdefg")]
    [InlineData("SK0123456789abcdef0123456789abcdef")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123_-xyz")]
    [InlineData("sk-abcdefghijklmnopqrstuvwxyz012345")]
    [InlineData("sk-ant-api03-abcdefghijklmnop_qrstuvwxyz")]
    [InlineData("hf_abcdefghijklmnopqrstuvwxyzABCDEFGH")]
    [InlineData("dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("123456789:AAabcdefghijklmnopqrstuvwxyz0123456")]
    [InlineData("Zm9vYmFyOTg3NjU0MzIxQWJjRGVmR2hJ")]
    public void Tokens_are_known_by_their_form(string token)
    {
        IsGone($"x = \"{token}\"", token);
        IsGone($"x = f(\n    '{token}',\n)", token);
    }

    [Theory]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("PRIVATE KEY")]
    [InlineData("EC PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    [InlineData("OPENSSH PRIVATE KEY")]
    [InlineData("PGP PRIVATE KEY BLOCK")]
    public void Private_keys_of_every_kind_are_taken_out(string kind)
    {
        const string key = "MIIEowIBAAKCAQEAabcdefghij";
        IsGone($"-----BEGIN {kind}-----\n{key}\n-----END {kind}-----", key);
        IsGone($"k = \"-----BEGIN {kind}-----\\n{key}\\n-----END {kind}-----\"", key);
        IsGone(
            $"k = (\"-----BEGIN {kind}-----\\n\"\n    \"{key}\\n\"\n    \"-----END {kind}-----\\n\")",
            key
        );
        IsGone($"k = \"\"\"-----BEGIN {kind}-----\n{key}\n{key}", key);
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
    [InlineData("password = getpass(\"Password: \")")]
    [InlineData("if token == \"(\" or token == \"lambda\":")]
    [InlineData("token = \"NAME\"")]
    [InlineData("password = os.environ[\"DB_PASSWORD\"]")]
    [InlineData("password = forms.CharField(label=\"Password\")")]
    [InlineData("\"password_mismatch\": \"The two password fields didn't match.\"")]
    [InlineData("password_field = \"password2\"")]
    [InlineData("url = f\"postgres://{user}:{password}@{host}/db\"")]
    [InlineData("url = \"http://localhost:8080/a@b\"")]
    [InlineData("raise ValueError(\"password must not be empty: %s\" % x)")]
    [InlineData("TOKEN_TYPE = \"bearer\"")]
    [InlineData("if header.startswith(\"-----BEGIN PRIVATE KEY-----\"):\n    return load(header)")]
    [InlineData("secret = config.get(\"secret\")")]
    [InlineData("# the token: what the lexer read last")]
    [InlineData("password = None  # don't keep it")]
    [InlineData("algorithm = \"sha256\"; digest = \"d41d8cd98f00b204e9800998ecf8427e\"")]
    public void Ordinary_code_stays_as_it_is(string source) =>
        Redaction.Apply(source).ShouldBe(source);

    [Fact]
    public void Time_grows_with_the_length_alone()
    {
        foreach (
            var part in (string[])
                [
                    "password = ",
                    "\"a\" + ",
                    "\"a\", ",
                    "://a:",
                    "-----BEGIN PRIVATE KEY-----",
                    "(",
                    "token=",
                    "{",
                    "\\",
                    "'",
                    " -u ",
                    "BEGIN ",
                ]
        )
            Redaction.Apply(string.Concat(Enumerable.Repeat(part, 20_000))).ShouldNotBeNull();
    }

    private static void IsGone(string source, string secret)
    {
        var redacted = Redaction.Apply(source);
        redacted.ShouldNotContain(secret);
        redacted.ShouldContain("[redacted]");
    }
}
