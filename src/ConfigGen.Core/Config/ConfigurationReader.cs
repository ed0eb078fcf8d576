using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Schema;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Config;

/// <summary>What came of reading a configuration.</summary>
/// <param name="Configuration">As far as the file can be used.</param>
/// <param name="Findings">In the order of the file; every one is an error, and with one of them nothing else is judged.</param>
public sealed record ConfigurationReading(RepositoryConfiguration Configuration, ImmutableArray<Finding> Findings);

/// <summary>Reads <c>.configgen.yaml</c>: YAML, schema, types, in one go.</summary>
internal static class ConfigurationReader
{
    /// <summary>Never throws on bad input.</summary>
    /// <param name="source">The file.</param>
    /// <param name="toolVersion">The version that <c>requires</c> is compared with.</param>
    /// <param name="engine">Checks the schema.</param>
    /// <param name="platforms">Platforms that targets may name.</param>
    public static ConfigurationReading Read(SourceText source, string toolVersion, ISchemaEngine engine, PlatformCatalog platforms)
    {
        if (SaysNothing(source))
        {
            return new ConfigurationReading(RepositoryConfiguration.Empty, []);
        }

        var document = YamlReader.Read(source);
        if (document.Root is not { } root || root is YamlScalar { Kind: YamlKind.Null })
        {
            return new ConfigurationReading(RepositoryConfiguration.Empty, document.Findings);
        }

        // A file for another version may be right in a way that this version cannot know: nothing else is said about it.
        if (RequiresBinder.OtherVersion(root, toolVersion) is { } other)
        {
            return new ConfigurationReading(RepositoryConfiguration.Empty, [other]);
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(document.Findings);
        findings.AddRange(SchemaCheck.Check(root, SpecSchema.Configuration, engine, RepositoryConfiguration.FileName));
        var configuration = new ConfigurationBinder(findings, platforms).Bind(root as YamlMapping ?? new YamlMapping(root.Span, []));
        return new ConfigurationReading(configuration, [.. findings.OrderBy(f => f.Span?.Span.Start ?? -1).ThenBy(f => f.Code.Id, StringComparer.Ordinal)]);
    }

    // To YAML such a file has no document at all, which is an error in a spec.
    private static bool SaysNothing(SourceText source) =>
        source.Text.Split('\n').All(line => line.AsSpan().Trim() is var text && (text.IsEmpty || text[0] == '#' || text is "---"));
}
