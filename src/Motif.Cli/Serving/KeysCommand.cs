using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Cli.Serving;

/// <summary><c>motif keys</c>: API keys, needed as soon as the server listens beyond loopback.</summary>
internal static class KeysCommand
{
    private static readonly Dictionary<string, ApiRights> Rights = new(StringComparer.Ordinal)
    {
        ["teach"] = ApiRights.Teach,
        ["approve_r3"] = ApiRights.ApproveR3,
    };

    public static Command Build() =>
        new Command("keys", "Make, list and revoke API keys")
        {
            BuildAdd(),
            BuildList(),
            BuildRevoke(),
        }.WithExamples("motif keys add ci --scope operator", "motif keys revoke ci");

    private static Command BuildAdd()
    {
        var name = new Argument<string>("name")
        {
            Description = "Whose key it is; it stands in the history of what it changes",
        };
        var scope = CommonOptions.Named<ApiScope>(
            "--scope",
            "What it may do; reader when not given"
        );
        var rights = new Option<string[]>("--right")
        {
            Description =
                "teach: what the holder answers teaches the matcher; approve_r3: he may be one of the two who approve replies about money, law or medicine; an admin has both",
        };
        rights.AcceptOnlyFromAmong(Rights.Keys.ToArray());
        var command = new Command("add", "Make a key and print its secret, once")
        {
            name,
            scope,
            rights,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (ApiKey.NameProblem(parsed.GetRequiredValue(name)) is { } problem)
                    throw new UsageException($"the name of a key {problem}");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var secret = ApiKeySecret.Create();
                var key = new ApiKey(
                    parsed.GetRequiredValue(name),
                    WireName.Require<ApiScope>(parsed.GetValue(scope) ?? "reader"),
                    ApiKeySecret.Hash(secret),
                    engine.Get<TimeProvider>().GetUtcNow(),
                    RevokedAt: null,
                    (parsed.GetValue(rights) ?? []).Aggregate(
                        ApiRights.None,
                        (all, right) => all | Rights[right]
                    )
                );
                if (!await engine.Get<IApiKeyStore>().AddAsync(key, cancellationToken))
                    throw new UsageException(
                        $"there is a key of the name {key.Name} already; revoke it or take another name"
                    );
                Console.Out.WriteLine(secret);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif keys add ci --scope operator",
            "motif keys add ada --scope operator --right teach --right approve_r3",
            "motif keys add alice --scope admin --database postgresql://motif@localhost/motif"
        );
    }

    private static IEnumerable<string> Names(ApiRights rights) =>
        Rights.Where(r => rights.HasFlag(r.Value)).Select(r => r.Key);

    private static Command BuildList()
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "List keys; their secrets are not kept") { json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var keys = await engine.Get<IApiKeyStore>().ListAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(
                        new
                        {
                            Items = keys.Select(k => new
                            {
                                k.Name,
                                k.Scope,
                                Rights = Names(k.Rights),
                                k.CreatedAt,
                                k.RevokedAt,
                            }),
                        }
                    );
                else
                    foreach (var key in keys)
                        Print.Line(
                            $"{key.Name}  {string.Join(" ", [WireName.Of(key.Scope), .. Names(key.Rights)])}  since {key.CreatedAt:yyyy-MM-dd}{(key.RevokedAt is { } at ? $"  revoked {at:yyyy-MM-dd}" : "")}"
                        );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif keys list", "motif keys list --json");
    }

    private static Command BuildRevoke()
    {
        var name = new Argument<string>("name") { Description = "Whose key it is" };
        var command = new Command("revoke", "Take a key out of force") { name };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var now = engine.Get<TimeProvider>().GetUtcNow();
                if (
                    !await engine
                        .Get<IApiKeyStore>()
                        .RevokeAsync(parsed.GetRequiredValue(name), now, cancellationToken)
                )
                    throw new UsageException(
                        $"no key of the name {parsed.GetRequiredValue(name)} is in force"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif keys revoke ci");
    }
}
