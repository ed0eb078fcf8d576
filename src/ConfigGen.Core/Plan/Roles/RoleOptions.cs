using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Plan.Roles;

/// <summary>Judges outputs.ansible: a role name, keys that may be overridden, units that may be restarted.</summary>
internal static class RoleOptions
{
    // Ansible gives variables with these names a meaning of its own.
    private const string Reserved = "ansible_";

    private static readonly string[] UnitTypes = [".service", ".socket", ".slice", ".timer", ".mount", ".automount", ".path", ".swap", ".target", ".scope"];

    /// <summary>Everything wrong with the options; empty when a role can be planned.</summary>
    public static ImmutableArray<Finding> Problems(ResolvedSpec spec)
    {
        if (spec.Outputs.WithoutRole)
        {
            return [];
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (spec.Outputs.Role is { } role && (!IsName(role.Value) || role.Value.StartsWith(Reserved, StringComparison.Ordinal)))
        {
            findings.Add(Of(role, $"'{role.Value}' cannot be the name of a role", $"lower-case letters, digits and underscores, a letter first, not {Reserved}…: {Name(spec.Name.Value)}"));
        }

        findings.AddRange(spec.Outputs.Overridable.Select(key => Key(spec, key)).OfType<Finding>());
        findings.AddRange(Repeated(spec));
        findings.AddRange(spec.Outputs.Restart.Select(Unit).OfType<Finding>());
        return findings.ToImmutable();
    }

    /// <summary>The role's name: as given, or the spec's with underscores and "_tuning".</summary>
    public static string NameOf(ResolvedSpec spec) => spec.Outputs.Role?.Value ?? Name(spec.Name.Value);

    /// <summary>The variable of a key: the role's name, then the key with underscores.</summary>
    public static string Variable(string role, string key) =>
        $"{role}_{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'))}";

    private static string Name(string spec) => spec.Replace('-', '_') + "_tuning";

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 63 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static Finding? Key(ResolvedSpec spec, Located<string> key)
    {
        if (spec.Find(key.Value) is not { } setting)
        {
            var close = Spelling.Closest(key.Value, [.. spec.Settings.Select(s => s.Key.Name)], 1);
            return Of(key, $"{key.Value} is to be overridable, but the spec does not set it.{Spelling.Question(close)}", "set it under sysctl: its value is the default of the variable");
        }

        if (setting.Values.Any(v => v.Undecided is not null))
        {
            return Of(key, $"{key.Value} is decided on the host, so it cannot have a variable as well", "take it out of overridable, or write a plain value");
        }

        return setting.Values.Select(v => v.Value?.Text).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? Of(key, $"{key.Value} differs between targets, so one variable cannot stand for it", "take it out of overridable, or write one value for all targets")
            : null;
    }

    private static IEnumerable<Finding> Repeated(ResolvedSpec spec) =>
        spec.Outputs.Overridable
            .GroupBy(key => Variable("", key.Value), StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(key => Of(
                key,
                key.Value == group.First().Value ? $"{key.Value} is listed twice" : $"{key.Value} and {group.First().Value} would have the same variable",
                "remove one of the two")));

    private static Finding? Unit(Located<string> unit)
    {
        var isName = unit.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.' or '\\' or '@');
        if (!isName || !Array.Exists(UnitTypes, type => unit.Value.EndsWith(type, StringComparison.Ordinal) && unit.Value.Length > type.Length))
        {
            return Of(unit, $"'{unit.Value}' is not the name of a unit that can be restarted", "a unit name ends in its type, such as nginx.service");
        }

        return unit.Value.Contains("@.", StringComparison.Ordinal)
            ? Of(unit, $"{unit.Value} is a template, which cannot be restarted", "name its instances, such as app@1.service")
            : null;
    }

    private static Finding Of(Located<string> at, string message, string help) =>
        Finding.Of(RenderCodes.RoleOption, at.Span, message).WithHelp(help).About(at.Value);
}
