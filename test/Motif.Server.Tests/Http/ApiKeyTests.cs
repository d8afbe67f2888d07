using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Tests.Http;

public sealed class ApiKeyTests
{
    private const string Patterns = "/api/v1/patterns";
    private const string Draft = """{"pattern_type": "t", "name": "by key"}""";

    [Fact]
    public async Task Loopback_needs_no_key_but_refuses_a_wrong_one()
    {
        await using var server = await RunningServer.StartAsync();
        (await server.GetAsync(Patterns)).Status.ShouldBe(200);
        var wrong = await server.GetAsync(Patterns, ("X-Api-Key", ApiKeySecret.Create()));
        wrong.ShouldBeProblem(401, "key-needed")["detail"]!
            .GetValue<string>()
            .ShouldContain("unknown");
        wrong.Header("WWW-Authenticate").ShouldStartWith("Bearer");
        (await server.GetAsync(Patterns, ("Authorization", "Bearer other_x"))).ShouldBeProblem(
            401,
            "key-needed"
        );
    }

    [Fact]
    public async Task A_server_beyond_loopback_does_not_start_without_a_key()
    {
        var refused = await Should.ThrowAsync<ServerRefusedException>(() =>
            RunningServer.StartAsync(o => o with { Urls = ["http://0.0.0.0:0"] })
        );
        refused.Message.ShouldNotContain("\n");
        var advised = refused.Message.Split('\'')[^2].Split(' ');
        advised[0].ShouldBe("motif");
        Motif.Cli.MotifCommandLine.Build().Parse(advised[1..]).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiScope.Reader, 200, 403, 403)]
    [InlineData(ApiScope.Operator, 200, 201, 403)]
    [InlineData(ApiScope.Admin, 200, 201, 204)]
    public async Task Each_scope_may_what_the_one_before_may(
        ApiScope scope,
        int read,
        int write,
        int purge
    )
    {
        await using var server = await WithKeysAsync();
        var (id, _) = await server.CreateAsync("to be purged");
        using var client = server.NewClient(await server.AddKeyAsync($"{scope}", scope));
        (await StatusAsync(client, HttpMethod.Get, Patterns)).ShouldBe(read);
        (await StatusAsync(client, HttpMethod.Post, Patterns, Draft)).ShouldBe(write);
        (await StatusAsync(client, HttpMethod.Delete, $"{Patterns}/{id}?purge=true")).ShouldBe(
            purge
        );
    }

    [Theory]
    [InlineData("/api/v1/patterns", 401)]
    [InlineData("/api/v1/overview", 401)]
    [InlineData("/api/v1/system", 401)]
    [InlineData("/api/v1/code/scans", 401)]
    [InlineData("/api/v1/patterns/export", 401)]
    [InlineData("/metrics", 401)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/", 200)]
    public async Task Without_a_key_only_what_tells_nothing_is_answered(string address, int status)
    {
        await using var server = await WithKeysAsync();
        using var client = server.NewClient();
        (await StatusAsync(client, HttpMethod.Get, address)).ShouldBe(status);
    }

    [Fact]
    public async Task A_refusal_names_the_scope_that_is_needed()
    {
        await using var server = await WithKeysAsync();
        var key = await server.AddKeyAsync("reads", ApiScope.Reader);
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            key
        );
        (await server.PostAsync(Patterns, Draft)).ShouldBeProblem(403, "not-permitted")["detail"]!
            .GetValue<string>()
            .ShouldContain("operator");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        await using var server = await WithKeysAsync();
        using var client = server.NewClient(await server.AddKeyAsync("leaving", ApiScope.Reader));
        (await StatusAsync(client, HttpMethod.Get, Patterns)).ShouldBe(200);
        var keys = server.App.Services.GetRequiredService<IApiKeyStore>();
        await keys.RevokeAsync("leaving", TimeProvider.System.GetUtcNow(), default);
        (await StatusAsync(client, HttpMethod.Get, Patterns)).ShouldBe(401);
    }

    [Fact]
    public async Task History_names_the_key_that_changed_it()
    {
        await using var server = await WithKeysAsync();
        var (id, _) = await server.CreateAsync("signed");
        var history = await server.GetAsync($"{Patterns}/{id}/history");
        history.Json["items"]![0]!["actor"]!.GetValue<string>().ShouldBe("root");
    }

    [Fact]
    public async Task Idempotency_keys_belong_to_their_caller()
    {
        await using var server = await WithKeysAsync();
        await server.PostAsync(Patterns, Draft, ("Idempotency-Key", "shared"));
        var other = await server.AddKeyAsync("other", ApiScope.Operator);
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            other
        );
        (
            await server.PostAsync(
                Patterns,
                """{"pattern_type": "t", "name": "another"}""",
                ("Idempotency-Key", "shared")
            )
        ).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_secret_is_stored_only_as_its_hash()
    {
        await using var server = await WithKeysAsync();
        var secret = await server.AddKeyAsync("hashed", ApiScope.Reader);
        var stored = (
            await server.App.Services.GetRequiredService<IApiKeyStore>().ListAsync(default)
        ).Single(k => k.Name == "hashed");
        stored.Hash.ShouldMatch("^[0-9a-f]{64}$");
        stored.Hash.ShouldNotContain(secret[6..]);
    }

    /// <summary>A server that requires keys, with a client that has one of scope admin.</summary>
    private static async Task<RunningServer> WithKeysAsync()
    {
        var secret = ApiKeySecret.Create();
        var server = await RunningServer.StartAsync(
            o => o with { ApiKeys = ApiKeyPolicy.Required },
            builder => FirstKey.Add(builder, secret)
        );
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            secret
        );
        return server;
    }

    private static async Task<int> StatusAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        string? json = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
            request.Content = new StringContent(
                json,
                System.Text.Encoding.UTF8,
                "application/json"
            );
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
