using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>A list of targets, in a spec or in a group of <c>.configgen.yaml</c>.</summary>
internal static class TargetBinder
{
    private static readonly string[] Identities = ["platform", "kernel", "capture", "group"];

    /// <summary>The targets of a list; null when the node is none.</summary>
    public static Located<ImmutableArray<TargetSpec>>? Bind(YamlNode? node, ImmutableArray<Finding>.Builder findings) =>
        node is YamlSequence list
            ? new([.. list.Items.OfType<YamlMapping>().Select(target => Target(target, findings))], list.Span)
            : null;

    private static TargetSpec Target(YamlMapping map, ImmutableArray<Finding>.Builder findings)
    {
        if (FormProblem(map) is { } problem)
        {
            findings.Add(Finding.Of(SpecCodes.TargetForm, map.Span, problem).WithHelp("for example: - {platform: debian-12, memory: 16G}"));
        }

        return new TargetSpec(map.Span)
        {
            Platform = map["platform"].Text(),
            Kernel = map["kernel"].Text(),
            Capture = map["capture"].Text(),
            Group = map["group"].Text(),
            Systemd = map["systemd"].Integer(),
            MemoryBytes = map["memory"].Bytes(findings, "memory"),
            Cpus = map["cpus"].Integer(),
        };
    }

    private static string? FormProblem(YamlMapping map)
    {
        var written = Identities.Where(name => map[name] is not null).ToImmutableArray();
        return written switch
        {
            [] => "A target must name a platform, a kernel, a capture or a group.",
            ["group"] when map.Entries.Length > 1 => "A group brings targets that say everything themselves: nothing can stand beside it.",
            [_] => null,
            _ => $"A target names one of platform, kernel, capture and group, not {Spelling.And(written)}.",
        };
    }
}
