using System.Text.Json;
using System.Text.Json.Nodes;
using ConfigGen.Core.Config;
using ConfigGen.Core.Schema;

namespace ConfigGen.Tests.Config;

/// <summary>The schema that editors use says what the reader knows, and nothing else.</summary>
public sealed class ConfigurationSchemaTests
{
    [Fact]
    public void Everything_has_a_title_and_a_description()
    {
        var lacking = Objects(Node(SpecSchema.Configuration)).Where(o => o.ContainsKey("type") || o.ContainsKey("enum")).Where(o => !o.ContainsKey("title") || !o.ContainsKey("description"));

        Assert.Empty(lacking.Select(o => o.GetPath()));
    }

    [Fact]
    public void A_destination_can_be_given_to_every_kind_of_artifact() =>
        Assert.Equal(
            ArtifactKind.All.Select(k => k.Name),
            SpecSchema.Configuration.GetProperty("properties").GetProperty("destinations").GetProperty("properties").EnumerateObject().Select(p => p.Name));

    [Fact]
    public void A_target_of_a_group_is_a_target_of_a_spec_without_the_group()
    {
        var (inSpec, inGroup) = (Target(SpecSchema.TuningSpec), Target(SpecSchema.Configuration));
        Assert.True(inSpec["properties"]!.AsObject().Remove("group"));

        // Paths start somewhere else.
        inSpec["properties"]!["capture"]!["description"] = inGroup["properties"]!["capture"]!["description"]!.DeepClone();

        Assert.Equal(inSpec.ToJsonString(), inGroup.ToJsonString());
    }

    private static JsonObject Target(JsonElement schema) => Node(schema.GetProperty("$defs").GetProperty("target")).AsObject();

    private static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
