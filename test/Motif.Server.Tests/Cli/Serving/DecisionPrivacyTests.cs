using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Cli.Serving;

/// <summary>What a customer writes about himself stands in no log of a server and in no file of its database.</summary>
public sealed class DecisionPrivacyTests : IDisposable
{
    private const string Decisions = "/api/v1/decisions";

    private static readonly (string Written, string Part)[] Private =
    [
        ("4111 1111 1111 1111", "1111 1111"),
        ("2221000000000009", "22210000"),
        ("DE89 3704 0044 0532 0130 00", "3704 0044"),
        ("jane.roe.private@example.org", "jane.roe.private"),
        ("+49 151 23456789", "23456789"),
        ("12 Rosewater Street", "Rosewater"),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_value_is_in_a_log_or_in_a_file_of_the_database()
    {
        await using var server = await ServeProcess.StartAsync(
            _folder.Path,
            "--database",
            "motif.db"
        );
        (
            await server.Client.PutAsync($"{Decisions}/config", Json("enabled", true))
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var (written, _) in Private)
        {
            var about = $"Which bay is mine? You reach me at {written}.";
            await SendAsync(server, "messages", written, ("text", about));
            await SendAsync(server, "test", written, ("text", about));
            await SendAsync(
                server,
                "responses",
                written,
                ("text", about),
                ("reply", $"Your bay is on the left, I shall write to {written}.")
            );
            // What is refused is logged too.
            await SendAsync(server, "messages", written, ("text", about), ("nonsense", written));
            await SendAsync(server, "outcomes", written, ("note", written));
        }
        var log = await server.EndAsync();
        log.ShouldNotBeEmpty();
        foreach (var (_, part) in Private)
        {
            log.ShouldNotContain(part);
            foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
                (await File.ReadAllBytesAsync(file))
                    .AsSpan()
                    .IndexOf(Encoding.UTF8.GetBytes(part))
                    .ShouldBe(-1, $"{part} in {file}");
        }
    }

    private static async Task SendAsync(
        ServeProcess server,
        string what,
        string id,
        params (string Name, string Value)[] members
    )
    {
        var body = new JsonObject
        {
            ["message_id"] = Named(id),
            ["conversation_id"] = Named(id),
            ["channel"] = "chat",
        };
        foreach (var (name, value) in members)
            body[name] = value;
        using var content = new StringContent(
            body.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await server.Client.PostAsync($"{Decisions}/{what}", content);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    private static string Named(string id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static StringContent Json(string name, bool value) =>
        new(new JsonObject { [name] = value }.ToJsonString(), Encoding.UTF8, "application/json");
}
