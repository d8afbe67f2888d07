namespace Motif.ModelBuild;

/// <summary>
/// Turns the 32-bit weights of a transformer into 8-bit ones: every weight of a MatMul becomes one of MatMulNBits, whose
/// activations are quantised block by block, so that a text's vector does not depend on its neighbours in a batch; the token
/// table becomes codes with a scale a row. What is not touched is written as it was.
/// </summary>
public static class Requantization
{
    /// <summary>Names the method; another one makes other vectors and needs another name.</summary>
    public const string Method = "nb8-32";

    private const string TokenTable = "embeddings.word_embeddings.weight";
    private const string RuntimeDomain = "com.microsoft";

    // Fields of ModelProto, GraphProto and OperatorSetIdProto.
    private const int ModelGraph = 7;
    private const int ModelOperatorSet = 8;
    private const int GraphNode = 1;
    private const int GraphConstant = 5;
    private const int SetDomain = 1;
    private const int SetVersion = 2;

    /// <exception cref="InvalidDataException">It is no network, or one without a token table and weights.</exception>
    public static byte[] Run(ReadOnlyMemory<byte> network)
    {
        var model = ProtobufMessage.Parse(network);
        var at = model.Fields.FindLastIndex(field => field.Number == ModelGraph);
        if (at < 0)
            throw new InvalidDataException("the network has no graph");
        var graph = ProtobufMessage.Parse(model.Fields[at].Data);
        model.Fields[at] = ProtobufField.Of(ModelGraph, Requantize(graph));
        model.Fields.Add(
            ProtobufField.Of(
                ModelOperatorSet,
                new ProtobufMessage(
                    ProtobufField.Of(SetDomain, RuntimeDomain),
                    ProtobufField.Of(SetVersion, 1)
                )
            )
        );
        return model.ToBytes();
    }

    private static ProtobufMessage Requantize(ProtobufMessage graph)
    {
        var constants = graph
            .All(GraphConstant)
            .Select(OnnxTensor.Read)
            .ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var made = new Dictionary<string, OnnxTensor[]>(StringComparer.Ordinal);
        var nodes = new List<OnnxNode>();
        foreach (var node in graph.All(GraphNode).Select(OnnxNode.Read))
        {
            if (Weight(node, constants) is { } weight)
                nodes.Add(Multiplication(node, weight, made));
            else if (node is { Operator: "Gather", Inputs: [TokenTable, _] })
                nodes.AddRange(Lookup(node, constants[TokenTable], made));
            else
                nodes.Add(node);
        }
        if (!made.ContainsKey(TokenTable) || made.Count < 2)
            throw new InvalidDataException($"the network has no {TokenTable} or no weights");
        return new ProtobufMessage([
            .. nodes.Select(node => ProtobufField.Of(GraphNode, node.Message)),
            .. graph.Fields.Where(f => f.Number is not GraphNode and not GraphConstant),
            .. constants
                .Values.Where(tensor => !made.ContainsKey(tensor.Name))
                .Concat(made.Values.SelectMany(tensors => tensors))
                .Select(tensor => ProtobufField.Of(GraphConstant, tensor.Message)),
        ]);
    }

    private static OnnxTensor? Weight(OnnxNode node, Dictionary<string, OnnxTensor> constants) =>
        node is { Operator: "MatMul", Inputs: [_, var name] }
        && constants.TryGetValue(name, out var tensor)
        && tensor.IsMatrix
        && tensor.Shape[0] % ByteQuantization.BlockSize == 0
            ? tensor
            : null;

    private static OnnxNode Multiplication(
        OnnxNode node,
        OnnxTensor weight,
        Dictionary<string, OnnxTensor[]> made
    )
    {
        var (inner, outer) = (weight.Shape[0], weight.Shape[1]);
        var (codesName, scalesName) = (weight.Name + "_codes", weight.Name + "_scales");
        if (!made.ContainsKey(weight.Name))
        {
            var (codes, scales) = ByteQuantization.Columns(weight.Values(), inner, outer);
            var blocks = inner / ByteQuantization.BlockSize;
            made[weight.Name] =
            [
                OnnxTensor.Of(codesName, codes, outer, blocks, ByteQuantization.BlockSize),
                OnnxTensor.Of(scalesName, scales, scales.Length),
            ];
        }
        return OnnxNode.Of(
            node.Name,
            "MatMulNBits",
            [node.Inputs[0], codesName, scalesName],
            node.Outputs[0],
            RuntimeDomain,
            ("K", inner),
            ("N", outer),
            ("bits", 8),
            ("block_size", ByteQuantization.BlockSize),
            // Activations in 8 bits too.
            ("accuracy_level", 4)
        );
    }

    /// <summary>Rows of codes times their scales.</summary>
    private static IEnumerable<OnnxNode> Lookup(
        OnnxNode node,
        OnnxTensor table,
        Dictionary<string, OnnxTensor[]> made
    )
    {
        const int Float = 1;
        var (rows, columns) = (table.Shape[0], table.Shape[1]);
        var (codes, scales) = ByteQuantization.Rows(table.Values(), rows, columns);
        var (codesName, scalesName) = (TokenTable + "_codes", TokenTable + "_scales");
        made[TokenTable] =
        [
            OnnxTensor.Of(codesName, codes, rows, columns),
            OnnxTensor.Of(scalesName, scales, rows, 1),
        ];
        var (output, tokens) = (node.Outputs[0], node.Inputs[1]);
        var (picked, scale, cast) = (output + "_codes", output + "_scale", output + "_cast");
        return
        [
            OnnxNode.Of(picked, "Gather", [codesName, tokens], picked),
            OnnxNode.Of(scale, "Gather", [scalesName, tokens], scale),
            OnnxNode.Of(cast, "Cast", [picked], cast, "", ("to", Float)),
            OnnxNode.Of(node.Name, "Mul", [cast, scale], output),
        ];
    }
}
