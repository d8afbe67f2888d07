using Motif.Server.Hosting;

namespace Motif.Server.Tests;

public sealed class MotifServerOptionsTests
{
    [Fact]
    public void Defaults_run_on_loopback_without_keys()
    {
        var options = MotifServerOptions.FromEnvironment(_ => null);
        options.Urls.ShouldBe(["http://127.0.0.1:5080"]);
        options.Database.ShouldBe("motif.db");
        options.RequiresApiKey.ShouldBeFalse();
        options.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://127.0.0.1:1,http://[::1]:2", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://*:5080", true)]
    [InlineData("http://+:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://motif.example.org", true)]
    [InlineData("http://127.0.0.1:1,http://192.0.2.1:2", true)]
    public void Keys_are_required_as_soon_as_it_listens_elsewhere(string urls, bool required) =>
        Read(("MOTIF_URLS", urls)).RequiresApiKey.ShouldBe(required);

    [Fact]
    public void Keys_can_be_required_on_loopback_too() =>
        Read(("MOTIF_API_KEYS", "required")).RequiresApiKey.ShouldBeTrue();

    [Theory]
    [InlineData("MOTIF_URLS", "not a url", "is no URL")]
    [InlineData("MOTIF_MAX_BODY_BYTES", "ten", "must be a whole number")]
    [InlineData("MOTIF_MAX_BODY_BYTES", "1", "MaxBodyBytes")]
    [InlineData("MOTIF_REQUEST_BURST", "99999999999", "too large")]
    [InlineData("MOTIF_REQUESTS_PER_MINUTE", "0", "RequestsPerMinute")]
    [InlineData("MOTIF_API_KEYS", "off", "must be auto or required")]
    [InlineData("MOTIF_DISCOVERY_DAILY", "25:00", "must be a time of day")]
    [InlineData("MOTIF_CORS_ORIGINS", "https://a.example/path", "is no origin")]
    [InlineData("MOTIF_CODE_ROOTS", "/no/such/folder", "is no folder")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "somewhere", "must be a URL")]
    public void A_wrong_value_is_refused_in_one_line(string name, string value, string error)
    {
        var refused = Should.Throw<ServerRefusedException>(() => Read((name, value)));
        refused.Message.ShouldContain(error);
        refused.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void The_settings_shown_hold_no_secret() =>
        Read(("DATABASE_URL", "postgresql://motif:hunter2@db/motif"))
            .Shown()
            .Values.ShouldNotContain(v => v.Contains("hunter2", StringComparison.Ordinal));

    [Fact]
    public void Motifs_own_variable_goes_before_the_common_one() =>
        Read(("DATABASE_URL", "postgresql://db/other"), ("MOTIF_DATABASE", "mine.db"))
            .Database.ShouldBe("mine.db");

    [Fact]
    public void A_database_that_is_not_known_is_refused_without_its_password()
    {
        var refused = Should.Throw<ServerRefusedException>(() =>
            MotifServer.Build(new MotifServerOptions { Database = "mysql://root:hunter2@db/motif" })
        );
        refused.Message.ShouldContain("mysql");
        refused.Message.ShouldNotContain("hunter2");
    }

    private static MotifServerOptions Read(params (string Name, string Value)[] variables) =>
        MotifServerOptions.FromEnvironment(name =>
            Array.Find(variables, v => v.Name == name).Value
        );
}
