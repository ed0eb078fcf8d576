using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Compile;

/// <summary>The stages that look at one file alone: text, YAML, schema, types.</summary>
internal static class SpecFront
{
    /// <summary>The typed spec, null when the YAML is broken, and everything wrong with the file.</summary>
    public static (TuningSpec? Spec, ImmutableArray<Finding> Findings) Read(SourceText source, ISchemaEngine engine)
    {
        var document = YamlReader.Read(source);
        if (document.Root is null)
        {
            return (null, document.Findings);
        }

        var schema = SchemaCheck.Check(document.Root, SpecSchema.TuningSpec, engine);
        if (document.Root is not YamlMapping)
        {
            return (null, [.. document.Findings, .. schema]);
        }

        var (spec, binding) = SpecBinder.Bind(source, document.Root);
        return (spec, [.. document.Findings, .. schema, .. binding]);
    }
}
