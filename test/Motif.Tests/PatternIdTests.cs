namespace Motif.Tests;

public sealed class PatternIdTests
{
    [Fact]
    public void The_same_kind_and_key_have_the_same_id_everywhere() =>
        PatternId.For(PatternKind.Code, "retry").ShouldBe(PatternId.For(PatternKind.Code, "retry"));

    [Fact]
    public void Another_kind_or_key_has_another_id()
    {
        PatternId
            .For(PatternKind.Code, "retry")
            .ShouldNotBe(PatternId.For(PatternKind.Success, "retry"));
        PatternId
            .For(PatternKind.Code, "retry")
            .ShouldNotBe(PatternId.For(PatternKind.Code, "Retry"));
    }

    [Fact]
    public void It_is_a_UUID_of_version_8()
    {
        var id = PatternId.For(PatternKind.Code, "retry");

        id.Version.ShouldBe(8);
        (id.Variant & 0b1100).ShouldBe(0b1000);
    }
}
