using System.Collections.Immutable;
using System.Text.Json;
using ConfigGen.Core.Schema;
using Json.Schema;

namespace ConfigGen.Core.Engines;

/// <summary>Turns the package's tree of results into violations as the built-in engine gives them.</summary>
internal sealed class JsonSchemaNetViolations(JsonElement schema, JsonElement instance)
{
    // These only pass on what is below them; what went wrong is reported there.
    private static readonly HashSet<string> PassingOn = new(StringComparer.Ordinal)
    {
        "$ref", "$dynamicRef", "allOf", "if", "then", "else", "dependentSchemas", "properties", "patternProperties", "additionalProperties",
        "propertyNames", "items", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
    };

    // A branch of these may fail without anything being wrong.
    private static readonly HashSet<string> Trying = new(StringComparer.Ordinal) { "anyOf", "oneOf", "not", "if", "contains" };

    // The subschemas of these are named or numbered.
    private static readonly HashSet<string> WithParts = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "prefixItems", "allOf", "anyOf", "oneOf",
    };

    // A subschema "false" below these forbids a member, not the value.
    private static readonly HashSet<string> OfMembers = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties",
    };

    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    /// <summary>The violations in the order of the instance.</summary>
    public ImmutableArray<SchemaViolation> Of(EvaluationResults root) => Of(new Spot(root, "", ""));

    private ImmutableArray<SchemaViolation> Of(Spot spot)
    {
        if (_order.Count == 0)
        {
            Number("", instance);
        }

        return [.. Collect(spot).OrderBy(Position)];
    }

    // A member that may not be there stands where it is written, one that is missing where the mapping begins.
    private int Position(SchemaViolation violation) =>
        violation.Property is { } name && _order.TryGetValue($"{violation.InstancePointer}/{Escape(name)}", out var member)
            ? member
            : _order.GetValueOrDefault(violation.InstancePointer);

    private IEnumerable<SchemaViolation> Collect(Spot spot)
    {
        foreach (var keyword in (spot.Results.Errors ?? []).Keys.Where(k => !PassingOn.Contains(k)))
        {
            foreach (var violation in keyword.Length == 0 ? [Forbidden(spot)] : Broken(spot, keyword))
            {
                yield return violation;
            }
        }

        foreach (var child in Below(spot).Where(c => !c.Results.IsValid && !Trying.Contains(c.Keyword)))
        {
            if (child.Keyword == "propertyNames")
            {
                yield return BadName(spot, child);
                continue;
            }

            foreach (var violation in Collect(child))
            {
                yield return violation;
            }
        }
    }

    private IEnumerable<SchemaViolation> Broken(Spot spot, string keyword)
    {
        var violation = new SchemaViolation(keyword, spot.Place, $"{spot.Schema}/{keyword}", null);
        return keyword switch
        {
            "required" or "dependentRequired" => Missing(violation).Select(name => violation with { Property = name }),
            "anyOf" or "oneOf" => [violation with { Causes = Causes(spot, keyword) }],
            _ => [violation],
        };
    }

    // The subschema "false": what applied it is the keyword; for a member that it forbids, the value is the mapping above.
    private static SchemaViolation Forbidden(Spot spot)
    {
        var slash = spot.Place.LastIndexOf('/');
        return OfMembers.Contains(spot.Keyword) && slash >= 0
            ? new SchemaViolation(spot.Keyword, spot.Place[..slash], spot.Schema, Unescape(spot.Place[(slash + 1)..]))
            : new SchemaViolation(spot.Keyword, spot.Place, spot.Schema, null);
    }

    private SchemaViolation BadName(Spot spot, Spot name) =>
        new("propertyNames", spot.Place, name.Schema, Unescape(name.Place[(name.Place.LastIndexOf('/') + 1)..])) { Causes = Of(name) };

    // The package names what is missing only in its message, so it is worked out again.
    private IEnumerable<string> Missing(SchemaViolation violation)
    {
        if (Find(schema, violation.SchemaPointer) is not { } rule || Find(instance, violation.InstancePointer) is not { } value)
        {
            return [];
        }

        var names = rule.ValueKind == JsonValueKind.Array
            ? rule.EnumerateArray()
            : rule.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => p.Value.EnumerateArray());
        return names.Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)).Distinct(StringComparer.Ordinal);
    }

    private ImmutableArray<SchemaViolation> Causes(Spot spot, string keyword)
    {
        var branches = Below(spot).Where(b => b.Keyword == keyword).ToList();
        var tried = branches.Where(b => !b.Results.IsValid).Select(Of).ToList();
        return branches.Exists(b => b.Results.IsValid) || tried.TrueForAll(b => b.Any(v => IsWrongType(v, spot.Place))) ? [] : Closest(tried, spot.Place);
    }

    // The same preferences as the built-in engine: right type, right variant, fewest mistakes at the value itself, deepest, fewest.
    private static ImmutableArray<SchemaViolation> Closest(List<ImmutableArray<SchemaViolation>> branches, string place) => branches
        .OrderBy(b => b.Any(v => IsWrongType(v, place)))
        .ThenBy(b => b.Count(v => v.Keyword is "const" or "enum" && Depth(v) <= Depth(place) + 1))
        .ThenBy(b => b.Count(v => v.InstancePointer == place))
        .ThenByDescending(b => b.Max(Depth))
        .ThenBy(b => b.Length)
        .First();

    private static bool IsWrongType(SchemaViolation violation, string place) =>
        violation.InstancePointer == place && violation.Causes.IsEmpty && violation.Keyword is "type" or "anyOf" or "oneOf";

    private static int Depth(SchemaViolation violation) => Depth(violation.InstancePointer);

    private static int Depth(string pointer) => pointer.Count(c => c == '/');

    private IEnumerable<Spot> Below(Spot spot) => (spot.Results.Details ?? []).Select(child => Enter(spot, child));

    // The package's own SchemaLocation repeats parts of the path above, and its path through items names that keyword twice.
    private Spot Enter(Spot above, EvaluationResults child)
    {
        var path = child.EvaluationPath.ToString()[above.Results.EvaluationPath.ToString().Length..].Split('/');
        var keyword = path.Length > 1 ? path[1] : "";
        var pointer = $"{above.Schema}/{keyword}";
        return new Spot(child, keyword, Find(schema, pointer) switch
        {
            { ValueKind: JsonValueKind.String } reference => Uri.UnescapeDataString(reference.GetString()!.TrimStart('#')),
            _ when WithParts.Contains(keyword) && path.Length > 2 => $"{pointer}/{path[2]}",
            _ => pointer,
        });
    }

    private void Number(string pointer, JsonElement value)
    {
        _order[pointer] = _order.Count;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Number($"{pointer}/{Escape(member.Name)}", member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Number($"{pointer}/{index++}", item);
            }
        }
    }

    private static JsonElement? Find(JsonElement root, string pointer)
    {
        JsonElement? found = root;
        foreach (var part in pointer.Split('/').Skip(1).Select(Unescape))
        {
            found = found switch
            {
                { ValueKind: JsonValueKind.Object } map when map.TryGetProperty(part, out var member) => member,
                { ValueKind: JsonValueKind.Array } list when int.TryParse(part, out var index) && index < list.GetArrayLength() => list[index],
                _ => null,
            };
        }

        return found;
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>One subschema applied to one value.</summary>
    /// <param name="Results">What the package says of it.</param>
    /// <param name="Keyword">The keyword above that applied it; empty for the schema itself.</param>
    /// <param name="Schema">Where it stands in the schema, references followed.</param>
    private sealed record Spot(EvaluationResults Results, string Keyword, string Schema)
    {
        public string Place { get; } = Results.InstanceLocation.ToString();
    }
}
