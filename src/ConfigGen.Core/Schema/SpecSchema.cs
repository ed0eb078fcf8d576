using System.Text.Json;

namespace ConfigGen.Core.Schema;

/// <summary>The schemas that travel inside the tool.</summary>
public static class SpecSchema
{
    private static readonly Lazy<JsonElement> Spec = new(() => Load("schemas/tuning-spec.v1.schema.json"));

    private static readonly Lazy<JsonElement> Config = new(() => Load("schemas/configgen.v1.schema.json"));

    private static readonly Lazy<JsonElement> Findings = new(() => Load("schemas/report.v1.schema.json"));

    /// <summary>schemas/tuning-spec.v1.schema.json.</summary>
    public static JsonElement TuningSpec => Spec.Value;

    /// <summary>schemas/configgen.v1.schema.json: what .configgen.yaml may say.</summary>
    public static JsonElement Configuration => Config.Value;

    /// <summary>schemas/report.v1.schema.json: what --format json prints.</summary>
    public static JsonElement Report => Findings.Value;

    private static JsonElement Load(string resource)
    {
        using var stream = typeof(SpecSchema).Assembly.GetManifestResourceStream(resource)!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
