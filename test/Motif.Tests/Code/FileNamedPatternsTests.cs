using Motif.Code;

namespace Motif.Tests.Code;

public sealed class FileNamedPatternsTests
{
    private static readonly string[] Extensions = [".py", ".cs"];

    [Theory]
    [InlineData("__init__.py")]
    [InlineData("model_complex_filter.py")]
    [InlineData("src/Shop/Order.CS")]
    [InlineData(@"shop\order.py")]
    public void A_path_to_a_source_file_is_a_file_name(string name) =>
        FileNamedPatterns.IsFileName(name, Extensions).ShouldBeTrue();

    [Theory]
    [InlineData(".py")]
    [InlineData("py")]
    [InlineData("Loader for .py")]
    [InlineData("Reads module.py")]
    [InlineData("test_helper")]
    [InlineData("__init__")]
    [InlineData("Node.js")]
    [InlineData("module.py/")]
    public void What_only_looks_like_one_is_none(string name) =>
        FileNamedPatterns.IsFileName(name, Extensions).ShouldBeFalse();
}
