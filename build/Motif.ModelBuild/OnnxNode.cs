namespace Motif.ModelBuild;

/// <summary>An operation of a network (ONNX's NodeProto).</summary>
internal sealed class OnnxNode
{
    private const int InputField = 1;
    private const int OutputField = 2;
    private const int NameField = 3;
    private const int OperatorField = 4;
    private const int AttributeField = 5;
    private const int DomainField = 7;

    private OnnxNode(ProtobufMessage message)
    {
        Message = message;
        Operator = message.Text(OperatorField);
        Inputs = [.. message.All(InputField).Select(f => f.Text)];
        Outputs = [.. message.All(OutputField).Select(f => f.Text)];
    }

    public ProtobufMessage Message { get; }

    public string Operator { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    public string Name => Message.Text(NameField);

    public static OnnxNode Read(ProtobufField field) => new(ProtobufMessage.Parse(field.Data));

    /// <summary>An operation with one output.</summary>
    /// <param name="domain">Empty for ONNX's own operators.</param>
    public static OnnxNode Of(
        string name,
        string @operator,
        IEnumerable<string> inputs,
        string output,
        string domain = "",
        params IEnumerable<(string Name, long Value)> attributes
    ) =>
        new(
            new ProtobufMessage([
                .. inputs.Select(input => ProtobufField.Of(InputField, input)),
                ProtobufField.Of(OutputField, output),
                ProtobufField.Of(NameField, name),
                ProtobufField.Of(OperatorField, @operator),
                .. attributes.Select(a => ProtobufField.Of(AttributeField, Attribute(a))),
                .. domain.Length > 0
                    ? [ProtobufField.Of(DomainField, domain)]
                    : Array.Empty<ProtobufField>(),
            ])
        );

    private static ProtobufMessage Attribute((string Name, long Value) attribute)
    {
        const int AttributeName = 1;
        const int AttributeInteger = 3;
        const int AttributeType = 20;
        const int IntegerType = 2;
        return new(
            ProtobufField.Of(AttributeName, attribute.Name),
            ProtobufField.Of(AttributeInteger, attribute.Value),
            ProtobufField.Of(AttributeType, IntegerType)
        );
    }
}
