using System.Collections.Immutable;
using ConfigGen.Core.Catalog.Systemd;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads units: names that are safe as file names, sections, directives.</summary>
internal static class UnitBinder
{
    // A file name ends at 255 bytes, and the folder of drop-ins adds ".d".
    private const int LongestName = 253;

    public static ImmutableArray<DirectiveSpec> Bind(YamlNode? node, ImmutableArray<Finding>.Builder findings) =>
        node is YamlMapping units && !NodeValues.TooMany(Directives(units), findings, "directives")
            ? [.. units.Entries.Where(e => IsUnit(e.Key, findings)).SelectMany(e => Unit(e, findings))]
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

    private static IEnumerable<DirectiveSpec> Unit(YamlEntry unit, ImmutableArray<Finding>.Builder findings) =>
        from section in unit.Value.Mapping()?.Entries ?? []
        where IsWord(section.Key, "section", findings)
        from directive in section.Value.Mapping()?.Entries ?? []
        where IsWord(directive.Key, "directive", findings)
        select DirectiveBinder.Bind(Name(unit.Key), Name(section.Key), Name(directive.Key), directive.Value, findings);

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
}
