using Motif.Backends.Postgres;
using Npgsql;

namespace Motif.Backends.Tests.Postgres;

public sealed class PostgresUrlTests
{
    [Fact]
    public void Every_part_is_read_and_decoded()
    {
        var url =
            "postgresql://m%40tif:p%3Aa%2Fs%3Fs%25%20w%C3%B6rd@db.example.org:6543/my%20db?sslmode=verify-full&application_name=a%26b&connect_timeout=7";
        var settings = PostgresUrl.Parse(url);
        (settings.Username, settings.Password).ShouldBe(("m@tif", "p:a/s?s% wörd"));
        (settings.Host, settings.Port, settings.Database).ShouldBe(
            ("db.example.org", 6543, "my db")
        );
        settings.SslMode.ShouldBe(SslMode.VerifyFull);
        (settings.ApplicationName, settings.Timeout).ShouldBe(("a&b", 7));
    }

    [Theory]
    [InlineData("postgres://", "localhost", 5432)]
    [InlineData("postgres://:5433", "localhost", 5433)]
    [InlineData("postgres://[::1]:5433/x", "::1", 5433)]
    [InlineData("postgres://u@h", "h", 5432)]
    [InlineData("postgresql:///x?host=/var/run/postgresql", "/var/run/postgresql", 5432)]
    [InlineData("postgresql://%2Fvar%2Frun/x", "/var/run", 5432)]
    public void Parts_may_be_left_out(string url, string host, int port)
    {
        var settings = PostgresUrl.Parse(url);
        (settings.Host, settings.Port).ShouldBe((host, port));
    }

    [Fact]
    public void The_database_is_named_like_the_user_where_none_is_given() =>
        PostgresUrl.Parse("postgres://motif@h").Database.ShouldBe("motif");

    [Theory]
    [InlineData("postgres://u:secret@h:port/x")]
    [InlineData("postgres://u:secret@h:0/x")]
    [InlineData("postgres://u:secret@h:70000/x")]
    [InlineData("postgres://u:secret@h/x/y")]
    [InlineData("postgres://u:secret@h/x?sslmode=maybe")]
    [InlineData("postgres://u:secret@h/x?nonsense=1")]
    [InlineData("postgres://u:sec@ret@h/x")]
    public void What_is_wrong_is_refused_without_the_secret(string url)
    {
        var refused = Should.Throw<ArgumentException>(() => PostgresUrl.Parse(url));
        refused.Message.ShouldNotContain("secret");
        refused.Message.ShouldNotContain("sec@ret");
    }
}
