using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads units: names that are safe as file names, sections, directives of one line.</summary>
internal static class UnitBinder
{
    // A file name ends at 255 bytes, and the folder of drop-ins adds ".d".
    private const int LongestName = 253;

    public static ImmutableArray<UnitSpec> Bind(YamlNode? node, ImmutableArray<Finding>.Builder findings) =>
        node is YamlMapping units && !NodeValues.TooMany(Directives(units), findings, "directives")
            ? [.. units.Entries.Where(e => IsUnit(e.Key, findings)).Select(e => new UnitSpec(Name(e.Key), Sections(e.Value, findings)))]
            : [];

    private static IEnumerable<YamlEntry> Directives(YamlMapping units) =>
        units.Entries.SelectMany(unit => unit.Value.Mapping()?.Entries ?? []).SelectMany(section => section.Value.Mapping()?.Entries ?? []);

    private static Located<string> Name(YamlScalar key) => new(key.Value, key.Span);

    private static bool IsUnit(YamlScalar key, ImmutableArray<Finding>.Builder findings)
    {
        var name = key.Value;
        if (name.Length <= LongestName && name.All(IsNameCharacter) && name[0] != '.' && EscapesOnly(name) && UnitKind.Of(name) is not null)
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

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.' or '\\' or '@';

    // A backslash stands in unit names only as \x and two hexadecimal digits; anything else might be a path to some systems.
    private static bool EscapesOnly(string name) =>
        name.Split('\\').Skip(1).All(part => part.Length >= 3 && part[0] == 'x' && char.IsAsciiHexDigit(part[1]) && char.IsAsciiHexDigit(part[2]));

    private static ImmutableArray<WrittenField> Values(YamlNode node, ImmutableArray<Finding>.Builder findings)
    {
        ImmutableArray<YamlNode> nodes = node is YamlSequence list ? list.Items : [node];
        if (nodes.IsEmpty)
        {
            NodeValues.Bad(findings, node.Span, "An empty list assigns nothing.", "write \"\" to reset what was assigned before, or remove the directive");
        }

        return [.. nodes.OfType<YamlScalar>().Select(s => UnitValueBinder.Bind(s, findings)).OfType<WrittenField>()];
    }
}
