using System.Numerics;
using System.Text;
using System.Text.Json;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Builtins;

/// <summary>`object.from_json` and `object.to_json`.</summary>
internal static class Json
{
    private const int MaximumDepth = 20;

    public static object? Read(Invocation call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Required(0));
            return Read(call, document.RootElement);
        }
        catch (JsonException problem)
        {
            throw call.Fault(0, $"cannot read this as JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}");
        }
    }

    private static object? Read(Invocation call, JsonElement element)
    {
        call.Run.Budget.Enter(call.Span);
        object? value = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => ReadNumber(element),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => call.Array(element.EnumerateArray().Select(item => Read(call, item))),
            JsonValueKind.Object => ReadObject(call, element),
            _ => null,
        };
        call.Run.Budget.Leave();
        return value;
    }

    private static object ReadNumber(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        return element.TryGetInt64(out var large) ? (object)large : element.GetDouble();
    }

    private static ObjectValue ReadObject(Invocation call, JsonElement element)
    {
        var members = new ObjectValue();
        foreach (var property in element.EnumerateObject())
        {
            members[property.Name] = Read(call, property.Value);
        }

        return members;
    }

    public static object? Write(Invocation call)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(call, writer, call.Value(0), 0);
        }

        return call.Charge(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Write(Invocation call, Utf8JsonWriter writer, object? value, int depth)
    {
        call.Run.Budget.Step(call.Span);
        if (depth > MaximumDepth || writer.BytesCommitted + writer.BytesPending > call.Run.Budget.Limits.OutputCharacters)
        {
            throw call.Fault($"writes at most {MaximumDepth} levels and {call.Run.Budget.Limits.OutputCharacters} bytes");
        }

        switch (value)
        {
            case ISequence sequence:
                writer.WriteStartArray();
                foreach (var item in Operators.Items(sequence))
                {
                    Write(call, writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case ObjectValue members:
                writer.WriteStartObject();
                foreach (var (key, member) in members.Members)
                {
                    writer.WritePropertyName(key);
                    Write(call, writer, member, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteScalar(call, writer, value);
                break;
        }
    }

    private static void WriteScalar(Invocation call, Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case decimal real:
                writer.WriteNumberValue(real);
                break;
            case int or long or uint or ulong or BigInteger:
                writer.WriteRawValue(Number.Text(value));
                break;
            default:
                throw call.Fault($"cannot write a value of type {TypeName.Of(value)}");
        }
    }
}
