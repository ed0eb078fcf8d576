using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Config;

/// <summary><c>requires</c>: the versions of the tool that a repository works with.</summary>
internal static class RequiresBinder
{
    private const string Forms = "comparisons with blanks between them, in quotes: \">=0.1 <2\"";

    /// <summary>The finding when this version is outside of the range; null when it is inside, or when there is no range that can be read.</summary>
    public static Finding? OtherVersion(YamlNode root, string toolVersion)
    {
        var written = root.Mapping()?["requires"].Text();
        return written is null || VersionRange.Parse(written.Value) is not { } range || range.Contains(toolVersion)
            ? null
            : Finding.Of(ConfigCodes.ToolVersion, written.Span, $"This repository works with configgen {written.Value}, and this is configgen {toolVersion}.")
                .WithHelp("install a version in that range, or change the range when all who work here can follow");
    }

    /// <summary>Reports a range that cannot be read.</summary>
    public static void Check(YamlNode? node, ImmutableArray<Finding>.Builder findings)
    {
        if (node is YamlScalar { Kind: YamlKind.Text } scalar && VersionRange.Parse(scalar.Value) is null)
        {
            NodeValues.Bad(findings, scalar.Span, $"'{scalar.Value}' is not a range of versions.", Forms);
        }
    }
}
