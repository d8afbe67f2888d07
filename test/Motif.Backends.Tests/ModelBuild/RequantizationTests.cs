using System.Reflection;
using System.Security.Cryptography;
using Motif.ModelBuild;

namespace Motif.Backends.Tests.ModelBuild;

public sealed class RequantizationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_message_is_written_as_it_was_read_whatever_it_holds()
    {
        var inner = new ProtobufMessage(
            ProtobufField.Of(1, "name"),
            ProtobufField.Of(3, -1),
            new ProtobufField(4, WireType.Fixed64, ulong.MaxValue, default),
            new ProtobufField(5, WireType.Fixed32, 0x3F800000, default)
        );
        var bytes = new ProtobufMessage(
            ProtobufField.Of(200, 300),
            ProtobufField.Of(7, inner),
            ProtobufField.Of(7, new byte[300])
        ).ToBytes();
        var read = ProtobufMessage.Parse(bytes);
        read.ToBytes().ShouldBe(bytes);
        read.Number(200).ShouldBe(300);
        var again = ProtobufMessage.Parse(read.Fields[1].Data);
        (again.Text(1), again.Number(3)).ShouldBe(("name", -1));
        for (var length = 1; length < bytes.Length; length++)
        {
            var cut = bytes.AsMemory(0, length);
            if (length is not 4 && length != 4 + 2 + inner.ToBytes().Length)
                Should.Throw<InvalidDataException>(() => ProtobufMessage.Parse(cut));
        }
    }

    [Fact]
    public void Numbers_are_read_packed_and_one_by_one()
    {
        var message = new ProtobufMessage(
            ProtobufField.Of(1, 384),
            ProtobufField.Of(1, new byte[] { 0x80, 0x03, 0x05 })
        );
        message.Numbers(1).ShouldBe([384, 384, 5]);
    }

    [Theory]
    [InlineData(new byte[] { 0x0B })]
    [InlineData(new byte[] { 0x00, 0x01 })]
    [InlineData(new byte[] { 0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 })]
    public void What_is_no_message_is_refused(byte[] bytes) =>
        Should.Throw<InvalidDataException>(() => ProtobufMessage.Parse(bytes));

    [Fact]
    public void Codes_are_within_half_a_step_of_the_values()
    {
        var values = Enumerable
            .Range(0, 64 * 6)
            .Select(i => MathF.Sin(i) * (1 + (i % 7)))
            .ToArray();
        var (codes, scales) = ByteQuantization.Columns(values, inner: 64, outer: 6);
        for (var column = 0; column < 6; column++)
        for (var i = 0; i < 64; i++)
        {
            var scale = scales[(column * 2) + (i / 32)];
            var decoded = (codes[(column * 64) + i] - 128) * scale;
            decoded.ShouldBe(values[(i * 6) + column], scale * 0.5001f);
        }
        var (rows, rowScales) = ByteQuantization.Rows(values, rows: 6, columns: 64);
        for (var i = 0; i < values.Length; i++)
            (rows[i] * rowScales[i / 64]).ShouldBe(values[i], rowScales[i / 64] * 0.5001f);
    }

    [Fact]
    public void Weights_and_the_token_table_are_shortened_and_the_rest_stays()
    {
        var network = Network();
        var shortened = Requantization.Run(network);
        Requantization.Run(network).ShouldBe(shortened);
        var model = ProtobufMessage.Parse(shortened);
        model.Number(1).ShouldBe(9);
        model.All(8).Count().ShouldBe(1);
        var graph = ProtobufMessage.Parse(model.All(7).Single().Data);
        graph.Text(2).ShouldBe("graph");
        graph
            .All(1)
            .Select(node => OnnxNode.Read(node).Operator)
            .ShouldBe(["Gather", "Gather", "Cast", "Mul", "MatMulNBits", "Add", "MatMul"]);
        graph
            .All(5)
            .Select(tensor => OnnxTensor.Read(tensor).Name)
            .ShouldBe(
                [
                    "bias",
                    "odd",
                    "embeddings.word_embeddings.weight_codes",
                    "embeddings.word_embeddings.weight_scales",
                    "weight_codes",
                    "weight_scales",
                ],
                ignoreOrder: true
            );
        Should.Throw<InvalidDataException>(() => Requantization.Run(Array.Empty<byte>()));
    }

    [Fact]
    public void A_resource_is_read_without_loading_its_assembly()
    {
        var assembly = typeof(Motif.MotifBuilder).Assembly;
        using var stream = assembly.GetManifestResourceStream("Motif.Text.nfkc.tsv")!;
        SHA256
            .HashData(PackageResource.Read(assembly.Location, "Motif.Text.nfkc.tsv"))
            .ShouldBe(SHA256.HashData(stream));
        Should.Throw<InvalidDataException>(() => PackageResource.Read(assembly.Location, "none"));
    }

    [Fact]
    public void The_model_is_made_once_and_again_when_it_is_damaged()
    {
        var package = typeof(RequantizationTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "SentenceModelPackage")
            .Value!;
        var folder = new ModelFolder(_folder.File("model"));
        folder.Make(package, "1").ShouldBeTrue();
        var made = File.ReadAllBytes(_folder.File("model/model.onnx"));
        made.Length.ShouldBeLessThanOrEqualTo(26_000_000);
        folder.Make(package, "1").ShouldBeFalse();
        File.AppendAllText(_folder.File("model/vocab.txt"), "more\n");
        folder.Make(package, "1").ShouldBeTrue();
        folder.Make(package, "1").ShouldBeFalse();
        folder.Make(package, "2").ShouldBeTrue();
        File.ReadAllBytes(_folder.File("model/model.onnx")).ShouldBe(made);
    }

    /// <summary>A token table, a weight, a bias, and a weight whose rows do not come in blocks.</summary>
    private static byte[] Network()
    {
        const string Table = "embeddings.word_embeddings.weight";
        OnnxNode[] nodes =
        [
            OnnxNode.Of("g", "Gather", [Table, "ids"], "x"),
            OnnxNode.Of("m", "MatMul", ["x", "weight"], "y"),
            OnnxNode.Of("a", "Add", ["y", "bias"], "z"),
            OnnxNode.Of("o", "MatMul", ["z", "odd"], "out"),
        ];
        OnnxTensor[] constants =
        [
            OnnxTensor.Of(Table, Values(10 * 32), 10, 32),
            OnnxTensor.Of("weight", Values(32 * 4), 32, 4),
            OnnxTensor.Of("bias", Values(4), 4),
            OnnxTensor.Of("odd", Values(8), 4, 2),
        ];
        var graph = new ProtobufMessage([
            .. nodes.Select(node => ProtobufField.Of(1, node.Message)),
            ProtobufField.Of(2, "graph"),
            .. constants.Select(constant => ProtobufField.Of(5, constant.Message)),
        ]);
        return new ProtobufMessage(ProtobufField.Of(1, 9), ProtobufField.Of(7, graph)).ToBytes();
    }

    private static ReadOnlySpan<float> Values(int count) =>
        Enumerable.Range(0, count).Select(i => MathF.Cos(i)).ToArray();
}
