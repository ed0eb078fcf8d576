using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Reads the keywords of the validation vocabulary.</summary>
internal sealed class AssertionReader(SchemaCompiler compiler, SchemaNode node)
{
    public Keyword? Read(string name, JsonElement value) => name switch
    {
        "type" => Type(value),
        "enum" => Has(name, value, JsonValueKind.Array, "an array") ? new EnumKeyword(node, value) : null,
        "const" => new ConstKeyword(node, value),
        "minimum" => Number(name, value, (n, limit) => JsonNumber.Compare(n, limit) >= 0),
        "maximum" => Number(name, value, (n, limit) => JsonNumber.Compare(n, limit) <= 0),
        "exclusiveMinimum" => Number(name, value, (n, limit) => JsonNumber.Compare(n, limit) > 0),
        "exclusiveMaximum" => Number(name, value, (n, limit) => JsonNumber.Compare(n, limit) < 0),
        "multipleOf" => MultipleOf(value),
        "minLength" => Size(name, value, JsonValueKind.String, false),
        "maxLength" => Size(name, value, JsonValueKind.String, true),
        "minItems" => Size(name, value, JsonValueKind.Array, false),
        "maxItems" => Size(name, value, JsonValueKind.Array, true),
        "minProperties" => Size(name, value, JsonValueKind.Object, false),
        "maxProperties" => Size(name, value, JsonValueKind.Object, true),
        "minContains" or "maxContains" => CheckCount(name, value),
        "pattern" => Pattern(name, value) is { } pattern ? new PatternKeyword(node, value, pattern) : null,
        "uniqueItems" => UniqueItems(value),
        "required" => Names(name, value) is { } names ? new RequiredKeyword(node, value, names) : null,
        "dependentRequired" => DependentRequired(value),
        _ => null,
    };

    /// <summary>The distinct strings of an array; null, and a problem, if it is anything else.</summary>
    public string[]? Names(string keyword, JsonElement value)
    {
        var names = new List<string>();
        bool isValid = value.ValueKind == JsonValueKind.Array;
        for (int i = 0; isValid && i < value.GetArrayLength(); i++)
        {
            isValid = value[i].ValueKind == JsonValueKind.String;
            names.Add(isValid ? JsonText.Of(value[i]) : "");
        }
        if (isValid && new HashSet<string>(names, StringComparer.Ordinal).Count == names.Count)
        {
            return [.. names];
        }
        compiler.Report(node, keyword, "The value must be an array of distinct strings.");
        return null;
    }

    private TypeKeyword? Type(JsonElement value)
    {
        string[]? names = value.ValueKind == JsonValueKind.String ? [JsonText.Of(value)] : Names("type", value);
        var types = JsonTypes.None;
        foreach (string name in names ?? [])
        {
            var one = TypeNamed(name);
            types |= one;
            if (one == JsonTypes.None)
            {
                const string Known = "array, boolean, integer, null, number, object and string";
                compiler.Report(node, "type", $"\"{name}\" is not a type; there are {Known}.");
            }
        }
        return names is null ? null : new(node, value, types);
    }

    private static JsonTypes TypeNamed(string name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "object" => JsonTypes.Object,
        "array" => JsonTypes.Array,
        "number" => JsonTypes.Number,
        "string" => JsonTypes.String,
        "integer" => JsonTypes.Integer,
        _ => JsonTypes.None,
    };

    private NumberKeyword? Number(string name, JsonElement value, Func<JsonNumber, JsonNumber, bool> accepts) =>
        Has(name, value, JsonValueKind.Number, "a number") ? new(node, name, value, accepts) : null;

    private NumberKeyword? MultipleOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && JsonNumber.Of(value) is { IsZero: false, IsNegative: false })
        {
            return new(node, "multipleOf", value, (n, divisor) => n.IsMultipleOf(divisor));
        }
        compiler.Report(node, "multipleOf", "The value must be a number greater than 0.");
        return null;
    }

    private SizeKeyword? Size(string name, JsonElement value, JsonValueKind kind, bool isMaximum) =>
        IsCount(name, value) ? new(node, name, value, kind, isMaximum) : null;

    /// <summary>minContains and maxContains work through contains; here they are only checked.</summary>
    private Keyword? CheckCount(string name, JsonElement value)
    {
        IsCount(name, value);
        return null;
    }

    private bool IsCount(string name, JsonElement value)
    {
        bool isCount = value.ValueKind == JsonValueKind.Number && JsonNumber.Of(value) is { IsInteger: true, IsNegative: false };
        if (!isCount)
        {
            compiler.Report(node, name, "The value must be an integer, 0 or more.");
        }
        return isCount;
    }

    private SchemaPattern? Pattern(string name, JsonElement value) =>
        Has(name, value, JsonValueKind.String, "a string")
            ? SchemaPattern.Read(JsonText.Of(value), compiler.Options.PatternTimeout, m => compiler.Report(node, name, m))
            : null;

    private UniqueItemsKeyword? UniqueItems(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            compiler.Report(node, "uniqueItems", "The value must be true or false.");
        }
        return value.ValueKind == JsonValueKind.True ? new(node, value) : null;
    }

    private DependentRequiredKeyword? DependentRequired(JsonElement value)
    {
        if (!Has("dependentRequired", value, JsonValueKind.Object, "an object"))
        {
            return null;
        }
        var keyword = new DependentRequiredKeyword(node, "dependentRequired", value);
        foreach (var dependency in value.EnumerateObject())
        {
            string trigger = JsonText.NameOf(dependency);
            if (Names($"dependentRequired/{JsonPointer.Escape(trigger)}", dependency.Value) is { } names)
            {
                keyword.Dependencies.Add((trigger, names, dependency.Value));
            }
        }
        return keyword;
    }

    private bool Has(string name, JsonElement value, JsonValueKind kind, string described)
    {
        if (value.ValueKind != kind)
        {
            compiler.Report(node, name, $"The value must be {described}.");
        }
        return value.ValueKind == kind;
    }
}
