using System.Text;
using System.Text.Json;
using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Canonical("""{"b": 1, "a": [true, null]}""").ShouldBe("""{"a":[true,null],"b":1}""");

    // The numbers of RFC 8785, appendix B, that JSON can write.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("-1.7976931348623157e308", "-1.7976931348623157e+308")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("9.999999999999997e22", "9.999999999999997e+22")]
    [InlineData("1e23", "1e+23")]
    [InlineData("1e21", "1e+21")]
    [InlineData("999999999999999700000", "999999999999999700000")]
    [InlineData("9.999999999999997e-7", "9.999999999999997e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("333333333.33333325", "333333333.33333325")]
    [InlineData("333333333.3333333", "333333333.3333333")]
    [InlineData("-0.0000033333333333333333", "-0.0000033333333333333333")]
    [InlineData("1424953923781206.2", "1424953923781206.2")]
    public void Numbers_are_written_as_ECMAScript_does(string number, string expected) =>
        Canonical(number).ShouldBe(expected);

    private static string Canonical(string json) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(JsonElement.Parse(json)));
}
