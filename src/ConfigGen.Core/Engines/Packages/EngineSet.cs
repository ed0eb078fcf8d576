using ConfigGen.Core.Render;
using ConfigGen.Core.Schema;

namespace ConfigGen.Core.Engines;

/// <summary>The engines that this build uses; the other pair stands in the folder beside this one and is not compiled.</summary>
public static class EngineSet
{
    /// <summary>Renders templates.</summary>
    public static ITemplateEngine Templates { get; } = new ScribanTemplateEngine();

    /// <summary>Checks documents against schemas.</summary>
    public static ISchemaEngine Schemas { get; } = new JsonSchemaNetEngine();
}
