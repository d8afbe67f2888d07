using System.Runtime.InteropServices;

namespace Motif.ModelBuild;

/// <summary>A constant of a network (ONNX's TensorProto).</summary>
internal sealed class OnnxTensor
{
    private const int DimensionField = 1;
    private const int TypeField = 2;
    private const int NameField = 8;
    private const int RawField = 9;

    private const int FloatType = 1;
    private const int UnsignedByteType = 2;
    private const int SignedByteType = 3;

    private OnnxTensor(ProtobufMessage message)
    {
        Message = message;
        Name = message.Text(NameField);
        Shape = [.. message.Numbers(DimensionField).Select(d => checked((int)d))];
    }

    public ProtobufMessage Message { get; }

    public string Name { get; }

    public IReadOnlyList<int> Shape { get; }

    /// <summary>Two dimensions of 32-bit numbers: what can be requantised.</summary>
    public bool IsMatrix => Shape.Count == 2 && Message.Number(TypeField) == FloatType;

    public static OnnxTensor Read(ProtobufField field) => new(ProtobufMessage.Parse(field.Data));

    public static OnnxTensor Of(string name, ReadOnlySpan<float> values, params int[] shape) =>
        Of(name, FloatType, MemoryMarshal.AsBytes(values).ToArray(), shape);

    public static OnnxTensor Of(string name, byte[] values, params int[] shape) =>
        Of(name, UnsignedByteType, values, shape);

    public static OnnxTensor Of(string name, ReadOnlySpan<sbyte> values, params int[] shape) =>
        Of(name, SignedByteType, MemoryMarshal.AsBytes(values).ToArray(), shape);

    /// <summary>The numbers of a matrix, row by row.</summary>
    public float[] Values()
    {
        var raw = Message.All(RawField).LastOrDefault().Data.Span;
        var values = MemoryMarshal.Cast<byte, float>(raw).ToArray();
        return values.Length == Shape.Aggregate(1, (product, d) => checked(product * d))
            ? values
            : throw new InvalidDataException(
                $"the constant {Name} of shape {string.Join('×', Shape)} has {values.Length} raw numbers"
            );
    }

    private static OnnxTensor Of(string name, int type, byte[] raw, int[] shape) =>
        new(
            new ProtobufMessage([
                .. shape.Select(d => ProtobufField.Of(DimensionField, d)),
                ProtobufField.Of(TypeField, type),
                ProtobufField.Of(NameField, name),
                ProtobufField.Of(RawField, raw),
            ])
        );
}
