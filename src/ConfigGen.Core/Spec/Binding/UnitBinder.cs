using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads units: names that are safe as file names, sections, directives of one line.</summary>
internal static class UnitBinder
{
    private static readonly string[] Suffixes =
        [".service", ".socket", ".slice", ".timer", ".mount", ".automount", ".path", ".swap", ".target", ".scope", ".device", ".network", ".netdev", ".link"];

    private static readonly string[] ManagerFiles =
        ["system.conf", "user.conf", "journald.conf", "logind.conf", "resolved.conf", "timesyncd.conf", "networkd.conf", "oomd.conf", "sleep.conf", "coredump.conf"];

    public static ImmutableArray<UnitSpec> Bind(YamlNode? node, ImmutableArray<Finding>.Builder findings) =>
        node is YamlMapping units
            ? [.. units.Entries.Where(e => IsUnit(e.Key, findings)).Select(e => new UnitSpec(Name(e.Key), Sections(e.Value, findings)))]
            : [];

    private static Located<string> Name(YamlScalar key) => new(key.Value, key.Span);

    private static bool IsUnit(YamlScalar key, ImmutableArray<Finding>.Builder findings)
    {
        var name = key.Value;
        var safe = name.Length <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.' or '\\' or '@') && name[0] != '.';
        if (safe && (ManagerFiles.Contains(name) || Suffixes.Any(s => name.EndsWith(s, StringComparison.Ordinal) && name.Length > s.Length)))
        {
            return true;
        }

        NodeValues.Bad(findings, key.Span, $"'{name}' is not the name of a unit.", "a unit name ends in its type, such as nginx.service, app.socket or app@.service; system.conf stands for the manager");
        return false;
    }

    private static ImmutableArray<UnitSection> Sections(YamlNode node, ImmutableArray<Finding>.Builder findings) =>
        [.. (node.Mapping()?.Entries ?? []).Where(e => IsWord(e.Key, "section", findings)).Select(e => new UnitSection(Name(e.Key), Directives(e.Value, findings)))];

    private static ImmutableArray<UnitDirective> Directives(YamlNode node, ImmutableArray<Finding>.Builder findings) =>
        [.. (node.Mapping()?.Entries ?? []).Where(e => IsWord(e.Key, "directive", findings)).Select(e => new UnitDirective(Name(e.Key), Values(e.Value, findings), e.Value.Span))];

    private static bool IsWord(YamlScalar key, string what, ImmutableArray<Finding>.Builder findings)
    {
        if (key.Value.Length > 0 && key.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return true;
        }

        NodeValues.Bad(findings, key.Span, $"'{key.Value}' is not the name of a {what}.", what == "section" ? "such as Service or Socket, without brackets" : "such as LimitNOFILE, without '='");
        return false;
    }

    private static ImmutableArray<WrittenField> Values(YamlNode node, ImmutableArray<Finding>.Builder findings)
    {
        ImmutableArray<YamlNode> nodes = node is YamlSequence list ? list.Items : [node];
        return [.. nodes.OfType<YamlScalar>().Where(s => IsOneLine(s, findings)).Select(s => s.Field())];
    }

    private static bool IsOneLine(YamlScalar scalar, ImmutableArray<Finding>.Builder findings) =>
        scalar.Kind == YamlKind.Null || scalar.OneLine(findings, "The value of a directive") is not null;
}
