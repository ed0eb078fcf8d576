using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>One parsed file.</summary>
/// <param name="Root">The root node; null when the file could not be parsed.</param>
/// <param name="Findings">Everything wrong with the YAML itself.</param>
public sealed record YamlDocument(SourceText Source, YamlNode? Root, ImmutableArray<Finding> Findings);
