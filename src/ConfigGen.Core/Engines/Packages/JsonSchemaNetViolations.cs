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

    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    /// <summary>The violations in the order of the instance.</summary>
    public ImmutableArray<SchemaViolation> Of(EvaluationResults root)
    {
        if (_order.Count == 0)
        {
            Number("", instance);
        }

        return [.. Collect(root).OrderBy(v => _order.GetValueOrDefault(v.InstancePointer))];
    }

    private IEnumerable<SchemaViolation> Collect(EvaluationResults node)
    {
        foreach (var keyword in (node.Errors ?? []).Keys.Where(k => !PassingOn.Contains(k)))
        {
            foreach (var violation in keyword.Length == 0 ? [Forbidden(node)] : Broken(node, keyword))
            {
                yield return violation;
            }
        }

        foreach (var child in Failing(node).Where(c => !Trying.Contains(KeywordBetween(node, c))))
        {
            if (KeywordBetween(node, child) == "propertyNames")
            {
                yield return BadName(node, child);
                continue;
            }

            foreach (var violation in Collect(child))
            {
                yield return violation;
            }
        }
    }

    private IEnumerable<SchemaViolation> Broken(EvaluationResults node, string keyword)
    {
        var violation = new SchemaViolation(keyword, Place(node), $"{SchemaPointer(node)}/{keyword}", null);
        return keyword switch
        {
            "required" or "dependentRequired" => Missing(violation).Select(name => violation with { Property = name }),
            "anyOf" or "oneOf" => [violation with { Causes = Causes(node, keyword) }],
            _ => [violation],
        };
    }

    // The subschema "false": what applied it is the keyword, and the member that it forbids is one of the value above.
    private static SchemaViolation Forbidden(EvaluationResults node)
    {
        var path = node.EvaluationPath.ToString().Split('/');
        var keyword = path.Length > 2 && path[^2] is "properties" or "patternProperties" or "items" or "prefixItems" ? path[^2] : path[^1];
        var place = Place(node);
        var slash = place.LastIndexOf('/');
        return keyword is "items" or "prefixItems" or "unevaluatedItems" || slash < 0
            ? new SchemaViolation(keyword, place, SchemaPointer(node), null)
            : new SchemaViolation(keyword, place[..slash], SchemaPointer(node), Unescape(place[(slash + 1)..]));
    }

    private SchemaViolation BadName(EvaluationResults node, EvaluationResults child) =>
        new("propertyNames", Place(node), SchemaPointer(child), Unescape(Place(child)[(Place(child).LastIndexOf('/') + 1)..])) { Causes = Of(child) };

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

    private ImmutableArray<SchemaViolation> Causes(EvaluationResults node, string keyword)
    {
        var branches = (node.Details ?? []).Where(d => KeywordBetween(node, d) == keyword).ToList();
        var place = Place(node);
        var tried = branches.Where(b => !b.IsValid).Select(Of).ToList();
        return branches.Exists(b => b.IsValid) || tried.TrueForAll(b => b.Any(v => IsWrongType(v, place))) ? [] : Closest(tried, place);
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

    private static IEnumerable<EvaluationResults> Failing(EvaluationResults node) => (node.Details ?? []).Where(d => !d.IsValid);

    private static string KeywordBetween(EvaluationResults node, EvaluationResults child)
    {
        var above = node.EvaluationPath.ToString();
        return child.EvaluationPath.ToString()[above.Length..].TrimStart('/').Split('/')[0];
    }

    private static string Place(EvaluationResults node) => node.InstanceLocation.ToString();

    private static string SchemaPointer(EvaluationResults node) => Uri.UnescapeDataString(node.SchemaLocation.Fragment.TrimStart('#'));

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
}
