using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Motif.Matching;
using Motif.Server.Hosting;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Tests;

/// <summary>A real server on a free port of loopback, with a database and a source folder of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private RunningServer(DirectoryInfo folder, WebApplication app)
    {
        (_folder, App) = (folder, app);
        Address = new Uri(app.Urls.First());
        Client = NewClient();
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>The folder that scans may read.</summary>
    public string CodeRoot => Path.Combine(_folder.FullName, "code");

    public string Database => App.Services.GetRequiredService<MotifServerOptions>().Database;

    public static async Task<RunningServer> StartAsync(
        Func<MotifServerOptions, MotifServerOptions>? change = null,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("motif-server-");
        folder.CreateSubdirectory("code");
        var options = new MotifServerOptions
        {
            Urls = ["http://127.0.0.1:0"],
            Database = Path.Combine(folder.FullName, "motif.db"),
            CodeRoots = [Path.Combine(folder.FullName, "code")],
            DashboardPath = Path.Combine(folder.FullName, "no dashboard"),
            ShutdownSeconds = 60,
            // Tests of the model switch it on; the others need not wait for vectors.
            Model = "off",
            RequestsPerMinute = 1_000_000,
            RequestBurst = 1_000_000,
        };
        var app = MotifServer.Build(
            change?.Invoke(options) ?? options,
            builder =>
            {
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            }
        );
        try
        {
            await app.StartAsync();
            // It is ready once the index was read.
            await app.Services.GetRequiredService<CatalogueIndex>().SynchronizeAsync(default);
        }
        catch
        {
            await app.DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
        return new RunningServer(folder, app);
    }

    public HttpClient NewClient(string? key = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>Makes a key in force and returns its secret.</summary>
    public async Task<string> AddKeyAsync(
        string name,
        ApiScope scope,
        ApiRights rights = ApiRights.None
    )
    {
        var secret = ApiKeySecret.Create();
        var key = new ApiKey(
            name,
            scope,
            ApiKeySecret.Hash(secret),
            TimeProvider.System.GetUtcNow(),
            null,
            rights
        );
        (
            await App.Services.GetRequiredService<IApiKeyStore>().AddAsync(key, default)
        ).ShouldBeTrue();
        return secret;
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(
        string path,
        string json,
        params (string Name, string Value)[] headers
    ) => SendAsync(HttpMethod.Post, path, json, headers);

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        string? json,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(request, headers);
    }

    public async Task<Answer> SendAsync(
        HttpRequestMessage request,
        params (string Name, string Value)[] headers
    )
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>Creates a pattern and returns it with its ETag.</summary>
    public async Task<(Guid Id, string ETag)> CreateAsync(string name, string more = "")
    {
        var answer = await PostAsync(
            "/api/v1/patterns",
            $$"""{"pattern_type": "trial", "name": {{JsonSerializer.Serialize(name)}}{{more}}}"""
        );
        answer.Status.ShouldBe(201, answer.Text);
        return (answer.Json["pattern_id"]!.GetValue<Guid>(), answer.Header("ETag"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>An answer, read to its end.</summary>
public sealed record Answer(
    int Status,
    string Text,
    Dictionary<string, string> Headers,
    string? MediaType
)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Header(string name) => Headers[name];

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    h => h.Key,
                    h => string.Join(", ", h.Value),
                    StringComparer.OrdinalIgnoreCase
                ),
            response.Content.Headers.ContentType?.MediaType
        );

    /// <summary>Asserts a problem of this kind and returns it.</summary>
    public JsonNode ShouldBeProblem(int status, string slug)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        Json["type"]!.GetValue<string>().ShouldBe($"/problems/{slug}");
        Json["status"]!.GetValue<int>().ShouldBe(status);
        Json["title"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        Json["detail"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        Json["request_id"]!.GetValue<string>().ShouldBe(Header("X-Request-Id"));
        Text.ShouldNotContain("   at ");
        Text.ShouldNotContain("Motif.");
        return Json;
    }

    /// <summary>Asserts that the problem names this field and returns what is wrong with it.</summary>
    public string ShouldBlame(string field) =>
        Json["errors"]![field].ShouldNotBeNull(Text)[0]!.GetValue<string>();
}

/// <summary>One server for all tests of a class that leave each other's patterns alone.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
