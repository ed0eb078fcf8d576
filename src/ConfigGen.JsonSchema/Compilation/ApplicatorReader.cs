using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Reads the keywords that hold subschemas. Those that work together are read when the first of them is met.</summary>
internal sealed class ApplicatorReader(SchemaCompiler compiler, SchemaNode node, SchemaMembers members)
{
    private bool _hasProperties;
    private bool _hasItems;

    public Keyword? Read(string name, JsonElement value) => name switch
    {
        "properties" or "patternProperties" or "additionalProperties" => Properties(name, value),
        "prefixItems" or "items" => Items(name, value),
        "contains" => new ContainsKeyword(node, value, Child(name, value), Count("minContains"), Count("maxContains")),
        "propertyNames" => new PropertyNamesKeyword(node, value, Child(name, value)),
        "allOf" => List(name, value) is { } branches ? new AllOfKeyword(node, value, branches) : null,
        "anyOf" or "oneOf" => List(name, value) is { } branches
            ? new ChoiceKeyword(node, name, value, branches, string.Equals(name, "oneOf", StringComparison.Ordinal))
            : null,
        "not" => new NotKeyword(node, value, Child(name, value)),
        "if" => new IfKeyword(node, value, Child(name, value), Optional("then"), Optional("else")),
        "then" or "else" when members.Find("if") is null => OnlyCompiled(name, value),
        "dependentSchemas" => DependentSchemas(name, value),
        "dependencies" => Dependencies(name, value),
        _ => null,
    };

    public Keyword? ReadUnevaluated(string name, JsonElement value) => name switch
    {
        "unevaluatedProperties" => new UnevaluatedPropertiesKeyword(node, value, Child(name, value)),
        "unevaluatedItems" => new UnevaluatedItemsKeyword(node, value, Child(name, value)),
        _ => null,
    };

    /// <summary>Compiles the subschemas of an object that maps names to schemas.</summary>
    public void Map(string keyword, JsonElement value, Action<string, SchemaNode> add)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            compiler.Report(node, keyword, "The value must be an object of schemas.");
            return;
        }
        foreach (var entry in value.EnumerateObject())
        {
            string name = JsonText.NameOf(entry);
            string key = $"{keyword}/{JsonPointer.Escape(name)}";
            if (node.Child(key) is null)
            {
                add(name, compiler.Compile(node, key, entry.Value));
            }
            else
            {
                compiler.Report(node, key, "The name is given twice.");
            }
        }
    }

    private PropertiesKeyword? Properties(string name, JsonElement value)
    {
        if (_hasProperties)
        {
            return null;
        }
        _hasProperties = true;
        var keyword = new PropertiesKeyword(node, name, value) { Additional = Optional("additionalProperties") };
        if (members.Find("properties") is { } properties)
        {
            Map("properties", properties, keyword.Properties.Add);
        }
        if (members.Find("patternProperties") is { } patterns)
        {
            Map("patternProperties", patterns, (pattern, child) => AddPattern(keyword, pattern, child));
        }
        return keyword;
    }

    private void AddPattern(PropertiesKeyword keyword, string text, SchemaNode child)
    {
        if (SchemaPattern.Read(text, compiler.Options.PatternTimeout, m => compiler.Report(child, "", m)) is { } pattern)
        {
            keyword.Patterns.Add((pattern, child));
        }
    }

    private ItemsKeyword? Items(string name, JsonElement value)
    {
        if (_hasItems)
        {
            return null;
        }
        _hasItems = true;
        var prefix = members.Find("prefixItems") is { } list ? List("prefixItems", list) : null;
        return new(node, name, value, prefix ?? [], Optional("items"));
    }

    private DependentSchemasKeyword DependentSchemas(string name, JsonElement value)
    {
        var keyword = new DependentSchemasKeyword(node, name, value);
        Map(name, value, (trigger, child) => keyword.Dependencies.Add((trigger, child)));
        return keyword;
    }

    /// <summary>The older keyword, which 2020-12 still describes: each value is a schema or a list of names.</summary>
    private DependenciesKeyword? Dependencies(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            compiler.Report(node, name, "The value must be an object.");
            return null;
        }
        var required = new DependentRequiredKeyword(node, name, value);
        var schemas = new DependentSchemasKeyword(node, name, value);
        foreach (var entry in value.EnumerateObject())
        {
            string trigger = JsonText.NameOf(entry);
            string key = $"{name}/{JsonPointer.Escape(trigger)}";
            if (entry.Value.ValueKind != JsonValueKind.Array)
            {
                schemas.Dependencies.Add((trigger, compiler.Compile(node, key, entry.Value)));
            }
            else if (new AssertionReader(compiler, node).Names(key, entry.Value) is { } names)
            {
                required.Dependencies.Add((trigger, names, entry.Value));
            }
        }
        return new(node, name, value, required, schemas);
    }

    private SchemaNode[]? List(string keyword, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            compiler.Report(node, keyword, "The value must be an array of one or more schemas.");
            return null;
        }
        var nodes = new List<SchemaNode>();
        foreach (var item in value.EnumerateArray())
        {
            nodes.Add(compiler.Compile(node, $"{keyword}/{nodes.Count}", item));
        }
        return [.. nodes];
    }

    private SchemaNode Child(string keyword, JsonElement value) => compiler.Compile(node, keyword, value);

    private SchemaNode? Optional(string keyword) => members.Find(keyword) is { } value ? Child(keyword, value) : null;

    /// <summary>Without an if the keyword does nothing, but what it holds may be referred to.</summary>
    private Keyword? OnlyCompiled(string name, JsonElement value)
    {
        Child(name, value);
        return null;
    }

    /// <summary>A limit that is not a count is reported where the keyword itself is read.</summary>
    private JsonElement? Count(string keyword) =>
        node.Resource.Dialect.Validation && members.Find(keyword) is { ValueKind: JsonValueKind.Number } count ? count : null;
}
