using System.Collections.Immutable;
using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Schema;

/// <summary>Stage two: is the document what a schema says? Answers in findings at YAML spans.</summary>
public static class SchemaCheck
{
    /// <summary>Every violation as a finding, in the order of the document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="schema">The schema, JSON Schema 2020-12.</param>
    /// <param name="engine">Finds the violations.</param>
    /// <param name="file">How sentences name the file as a whole; null for a spec.</param>
    public static ImmutableArray<Finding> Check(YamlNode root, JsonElement schema, ISchemaEngine engine, string? file = null)
    {
        using var instance = YamlToJson.Convert(root);
        var wording = new SchemaWording(root, schema, file);
        var violations = engine.Validate(schema, instance.RootElement);
        return
        [
            .. violations
                .Where(v => !IsEcho(v, violations))
                .Select(wording.Say)
                .DistinctBy(f => (f.Code, f.Span, f.Message)),
        ];
    }

    /// <summary>A mistyped name is also a missing one, and what is no mapping has no form: said once is enough.</summary>
    private static bool IsEcho(SchemaViolation violation, ImmutableArray<SchemaViolation> all) =>
        violation.Keyword is "oneOf" or "required"
        && all.Any(v => v.Keyword is "additionalProperties" or "type" && v.InstancePointer == violation.InstancePointer);
}
