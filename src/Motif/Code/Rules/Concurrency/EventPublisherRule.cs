using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Concurrency;

/// <summary>Finds functions that announce what happened to whoever listens elsewhere.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> The announcer does not wait for, or know, those who act on it; the message is a contract.</para>
/// <para><b>Example.</b> <code>def order_placed(self, order):
///     event = OrderPlaced(order.id, order.total)
///     self._producer.send("orders", json.dumps(asdict(event)).encode())</code></para>
/// <para><b>Structure.</b> A kept or given client, bus or channel is handed a message, and the answer is not needed: under a topic and
/// as serialised data, or as an object of an own data class made on the spot; or a library's client is resolved.</para>
/// <para><b>Limits.</b> Writing to a file or socket as such, or calling a service with data, announces nothing; a function of a
/// module that is handed data is no client.</para>
/// <para><b>References.</b> Hohpe and Woolf, Enterprise Integration Patterns, 2003 (Publish-Subscribe Channel, Event Message).</para>
/// </remarks>
internal sealed class EventPublisherRule : ICodeRule
{
    private static readonly string[] Libraries =
    [
        "kafka",
        "aiokafka",
        "confluent_kafka",
        "Confluent.Kafka",
        "pika",
        "aio_pika",
        "kombu",
        "nats",
        "paho",
        "redis",
        "aioredis",
        "boto3",
        "google.cloud.pubsub_v1",
        "RabbitMQ",
        "MassTransit",
        "MediatR",
        "Azure.Messaging",
        "zmq",
    ];

    public string Name => "event_publisher";

    public string Title => "Event Publisher";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.IsConstructor || !unit.Has(FactKind.Call))
            return;
        foreach (var call in unit.Shape.Forwards)
        {
            if (
                call.Method is not null
                && Sends(unit, call.Call, call.Attribute, call.IsOuter, found)
            )
                return;
        }
        foreach (var call in unit.Shape.ParameterCalls)
        {
            if (call.Method is not null && Sends(unit, call.Call, call.Parameter, true, found))
                return;
        }
    }

    private bool Sends(
        ProjectUnit unit,
        FactNode call,
        string held,
        bool isOuter,
        RuleFindings found
    )
    {
        if (
            !IsAnnounced(call)
            || IsLogger(call, held)
            || call.ArgumentCount() == 0
            // A static method of the project is no client.
            || call.CalledObject().NamedClass(unit) is not null
        )
            return false;
        if (CollectionCalls.Adds(call.CalleeName()!) && !call.Contains(FactKind.Call))
            return false;
        var topic = Topic(unit, call);
        var serialised = Serialised(unit, call);
        var @event = MadeEvent(unit, call);
        var isLibrary = IsLibrary(unit, held, isOuter);
        var isSending = IsSending(call.CalleeName()!);
        var isClient = !isOuter || isSending || isLibrary;
        // To put an object into a collection hands it on as well: only the verb tells an event.
        var isMessage =
            topic.Exists() && serialised.Exists() && (isSending || isLibrary)
            || @event.Exists() && (isLibrary || IsAnnouncing(call.CalleeName()!));
        if (!(isClient && isMessage) && !(isLibrary && isSending))
            return false;
        // What came in goes on as it is: a relay.
        if (
            !topic.Exists()
            && !serialised.Exists()
            && !@event.Exists()
            && unit.File.Facts.Language == "python"
            && call.ArgumentCount() == 1
            && call.Argument(0).Bare() is { Facts: not null, Kind: FactKind.Name } relayed
            && unit.HasParameter(relayed.NameOrEmpty())
            && HasVerb(call.CalleeName()!, "send")
        )
            return false;
        found
            .Match(this, unit)
            .Must("a message is handed on and no answer is needed", call)
            .Should(.15, "under a topic", topic)
            .Should(.15, "as serialised data", serialised)
            .Should(.15, "as an event made of what happened", @event)
            .Should(.10, "to a message broker's client", isLibrary)
            .Should(.10, "by the call that clients have for it", isSending)
            .Named("publish", "emit", "event", "notify", "dispatch")
            .Variant(
                isLibrary ? "broker"
                : @event.Exists() ? "event"
                : "message"
            )
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Report();
        return true;
    }

    private static bool IsSending(string verb) =>
        verb is "basic_publish" or "produce" or "ProduceAsync" or "emit" or "xadd" or "put_events"
        || HasVerb(verb, "send")
        || IsAnnouncing(verb);

    /// <summary>To send somebody a request is not to tell the world.</summary>
    private static bool IsAnnouncing(string verb) =>
        verb is "emit"
        || HasVerb(verb, "publish")
        || HasVerb(verb, "dispatch")
        || HasVerb(verb, "broadcast")
        || HasVerb(verb, "announce")
        || HasVerb(verb, "notify")
        || HasVerb(verb, "raise");

    private static bool HasVerb(string name, string verb) =>
        name.StartsWith(verb, StringComparison.OrdinalIgnoreCase)
        && (
            name.Length == verb.Length
            || name[verb.Length] == '_'
            || char.IsUpper(name[verb.Length])
        );

    private static bool IsAnnounced(FactNode call) =>
        call.IsDiscarded()
        || call.Parent.Kind is FactKind.Assign
            && call.CalleeName() is "send" or "produce" or "publish";

    private static bool IsLogger(FactNode call, string held) =>
        call.CalleeName()
            is "debug"
                or "info"
                or "warning"
                or "error"
                or "exception"
                or "critical"
                or "log"
                or "write"
                or "execute"
                or "print"
                or "writelines"
                or "Write"
                or "WriteLine"
                or "join"
                or "format"
        || held.Contains("log", StringComparison.OrdinalIgnoreCase);

    /// <summary>A first argument that is a text, a constant of the object, or a parameter that goes first.</summary>
    private static FactNode Topic(ProjectUnit unit, FactNode call)
    {
        if (call.ArgumentCount() < 2)
            return default;
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            if (
                value.Kind is FactKind.Literal && value.Is(FactFlags.LiteralString)
                || value.Kind is FactKind.InterpolatedString or FactKind.Name
                || value.IsOwnAttribute(unit, out _)
            )
                return value;
            return default;
        }
        return default;
    }

    /// <summary>A serialisation in the arguments, or a local that holds one.</summary>
    private static FactNode Serialised(ProjectUnit unit, FactNode call)
    {
        foreach (var child in call.Children())
        {
            if (child.Role is FactRole.Argument && Serialisation(child) is { Facts: not null } made)
                return made;
        }
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Index < call.Index
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
                && call.Mentions(local.Name)
                && Serialisation(node.Value()) is { Facts: not null } outside
            )
                return outside;
        }
        return default;
    }

    private static FactNode Serialisation(FactNode node)
    {
        if (!node.Exists())
            return default;
        for (var i = node.Index; i < node.End; i++)
        {
            if (
                node.Facts[i]
                    .Calls(
                        "json.dumps",
                        "orjson.dumps",
                        "pickle.dumps",
                        "msgpack.packb",
                        "dataclasses.asdict",
                        "model_dump",
                        "model_dump_json",
                        "to_json",
                        "SerializeToString",
                        "JsonSerializer.Serialize",
                        "SerializeToUtf8Bytes",
                        "to_dict"
                    )
            )
                return node.Facts[i];
        }
        return default;
    }

    /// <summary>An object of a data class of the project among the arguments, made here.</summary>
    private static FactNode MadeEvent(ProjectUnit unit, FactNode call)
    {
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            var made =
                value.MadeClass(unit)
                ?? (
                    unit.Shape.OriginOf(value) is { Kind: OriginKind.Made, Class: { } local }
                        ? local
                        : null
                );
            if (
                made is not null
                && (
                    made.Fact.Has(UnitTraits.DataType)
                    || made.Class!.Methods.All(m => m.IsConstructor)
                )
                && !made.Class!.IsException
            )
                return child;
        }
        return default;
    }

    private static bool IsLibrary(ProjectUnit unit, string held, bool isOuter)
    {
        if (isOuter)
        {
            foreach (var import in unit.File.Facts.Imports)
            {
                if (DottedName.IsIn(import.Target, Libraries))
                    return true;
            }
            return false;
        }
        foreach (var type in unit.EnclosingClass?.Attribute(held)?.Types ?? [])
        {
            if (DottedName.IsIn(type, Libraries))
                return true;
        }
        return false;
    }
}
