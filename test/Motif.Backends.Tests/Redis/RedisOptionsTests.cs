using System.ComponentModel.DataAnnotations;
using Motif.Backends.Redis;

namespace Motif.Backends.Tests.Redis;

public sealed class RedisOptionsTests
{
    [Fact]
    public void A_url_says_all_there_is_to_know()
    {
        var options = Read(("MOTIF_REDIS_URL", "rediss://ada:p%40ss@cache.example.org:6380/2"))!;
        options.ShouldBe(
            new RedisOptions
            {
                Host = "cache.example.org",
                Port = 6380,
                User = "ada",
                Password = "p@ss",
                Database = 2,
                UsesTls = true,
            }
        );
        options.ToString().ShouldBe("cache.example.org:6380/2");
    }

    [Fact]
    public void The_guides_variables_are_read_too()
    {
        Read(("REDIS_HOST", "cache"), ("REDIS_PORT", "7000"), ("REDIS_PASSWORD", "secret"))
            .ShouldBe(
                new RedisOptions
                {
                    Host = "cache",
                    Port = 7000,
                    Password = "secret",
                }
            );
        Read(("REDIS_HOST", "cache"))!.Port.ShouldBe(6379);
        Read().ShouldBeNull();
    }

    [Theory]
    [InlineData("MOTIF_REDIS_URL", "cache:6379")]
    [InlineData("MOTIF_REDIS_URL", "http://:hunter2@cache")]
    [InlineData("MOTIF_REDIS_URL", "redis://:hunter2@cache/first")]
    [InlineData("MOTIF_REDIS_URL", "redis://:hunter2@cache:0")]
    [InlineData("REDIS_PORT", "many")]
    [InlineData("REDIS_PORT", "70000")]
    public void What_cannot_be_read_is_told_by_its_variable_and_without_the_password(
        string name,
        string value
    )
    {
        var exception = Should.Throw<ValidationException>(() =>
            Read((name, value), ("REDIS_HOST", "cache"), ("REDIS_PASSWORD", "hunter2"))
        );
        exception.Message.ShouldContain(name);
        exception.Message.ShouldNotContain("hunter2");
    }

    private static RedisOptions? Read(params (string Name, string Value)[] variables) =>
        RedisOptions.FromEnvironment(name => Array.Find(variables, v => v.Name == name).Value);
}
