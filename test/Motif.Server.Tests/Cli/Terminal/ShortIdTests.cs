using Motif.Cli.Terminal;

namespace Motif.Server.Tests.Cli.Terminal;

public sealed class ShortIdTests
{
    private static readonly Guid First = new("8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9");
    private static readonly Guid Near = new("8d2f0c1e-4b7b-8c55-9f30-6a1be2d4c7f9");

    [Fact]
    public void Ids_are_shown_with_as_many_digits_as_tell_them_apart()
    {
        ShortId.Of([First])[First].ShouldBe("8d2f0c1e");
        ShortId.Of([First, Near, First]).Values.ShouldBe(["8d2f0c1e-4b7a", "8d2f0c1e-4b7b"]);
    }

    [Fact]
    public async Task A_beginning_of_several_ids_names_them()
    {
        var refused = await Should.ThrowAsync<UsageException>(
            ResolveAsync("8d2f0c1e", First, Near)
        );

        refused.Message.ShouldContain("8d2f0c1e-4b7a (one)");
        refused.Message.ShouldContain("8d2f0c1e-4b7b (one)");
    }

    [Theory]
    [InlineData("8d2f0c1e")]
    [InlineData("8D2F")]
    [InlineData("8d2f0c1e4b7a8c559f306a1be2d4c7f9")]
    [InlineData("8d2f0c1e-4b7a")]
    public async Task A_beginning_of_one_id_is_that_id(string typed) =>
        (await ResolveAsync(typed, First)).ShouldBe(First);

    [Theory]
    [InlineData("")]
    [InlineData("8d2")]
    [InlineData("8d2g0c1e")]
    [InlineData("----8d2f")]
    [InlineData("8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9a")]
    [InlineData("ffff")]
    public async Task What_begins_no_id_is_refused(string typed) =>
        await Should.ThrowAsync<UsageException>(ResolveAsync(typed, First));

    private static Task<Guid> ResolveAsync(string typed, params Guid[] ids) =>
        ShortId.ResolveAsync(
            "pattern",
            typed,
            (prefix, limit) =>
                Task.FromResult<IReadOnlyList<Guid>>([.. ids.Where(prefix.Contains).Take(limit)]),
            "see the list",
            found =>
                Task.FromResult<IReadOnlyDictionary<Guid, string>>(
                    found.ToDictionary(i => i, _ => "one")
                )
        );
}
