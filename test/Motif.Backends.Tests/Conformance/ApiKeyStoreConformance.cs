using Microsoft.Extensions.DependencyInjection;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IApiKeyStore"/> does this.</summary>
public abstract class ApiKeyStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private IApiKeyStore Keys => Server.GetRequiredService<IApiKeyStore>();

    [ConformanceFact]
    public async Task A_key_is_found_by_its_hash_until_it_is_revoked()
    {
        var key = new ApiKey("ci", ApiScope.Operator, "abc", Sample.Start, null);
        (await Keys.AddAsync(key, Forever)).ShouldBeTrue();
        (await Keys.FindAsync("abc", Forever)).ShouldBe(key);
        (await Keys.FindAsync("ABC", Forever)).ShouldBeNull();

        (await Keys.RevokeAsync("ci", Sample.Start.AddDays(1), Forever)).ShouldBeTrue();
        (await Keys.RevokeAsync("ci", Sample.Start.AddDays(2), Forever)).ShouldBeFalse();
        (await Keys.RevokeAsync("nobody", Sample.Start, Forever)).ShouldBeFalse();
        (await Keys.FindAsync("abc", Forever)).ShouldBeNull();
        (await Keys.ListAsync(Forever)).ShouldBe([
            key with
            {
                RevokedAt = Sample.Start.AddDays(1),
            },
        ]);
    }

    [ConformanceFact]
    public async Task A_name_or_a_hash_is_given_once()
    {
        var key = new ApiKey("b", ApiScope.Admin, "h1", Sample.Start, null);
        (await Keys.AddAsync(key, Forever)).ShouldBeTrue();
        (await Keys.AddAsync(key with { Hash = "h2" }, Forever)).ShouldBeFalse();
        (await Keys.AddAsync(key with { Name = "c" }, Forever)).ShouldBeFalse();
        (await Keys.AddAsync(key with { Name = "a", Hash = "h3" }, Forever)).ShouldBeTrue();
        (await Keys.ListAsync(Forever)).Select(k => k.Name).ShouldBe(["a", "b"]);
    }
}
