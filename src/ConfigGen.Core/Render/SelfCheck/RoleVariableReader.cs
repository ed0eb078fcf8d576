using System.Collections.Immutable;
using ConfigGen.Core.Plan.Roles;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Reads files of variables: every name starts with the role's, and the defaults are exactly what the plan lets an inventory override.</summary>
internal static class RoleVariableReader
{
    /// <summary>Names without the prefix.</summary>
    public static IEnumerable<RoleProblem> Prefixed(YamlNode root, string role) =>
        Entries(root).Where(e => !e.Key.Value.StartsWith(role + "_", StringComparison.Ordinal))
            .Select(e => new RoleProblem(e.Key.Span.Start.Line, $"the variable {e.Key.Value} does not start with {role}_"));

    /// <summary>The same, and what is missing, too many or different.</summary>
    public static IEnumerable<RoleProblem> Defaults(YamlNode root, RolePlan role)
    {
        var entries = Entries(root);
        foreach (var entry in entries.Where(e => !role.Overridable.Any(v => v.Name == e.Key.Value)))
        {
            yield return new RoleProblem(entry.Key.Span.Start.Line, $"{entry.Key.Value} is there, but nothing of that name is overridable");
        }

        foreach (var variable in role.Overridable)
        {
            var written = entries.FirstOrDefault(e => e.Key.Value == variable.Name)?.Value as YamlScalar;
            if (written?.Value != variable.Default)
            {
                yield return new RoleProblem(written?.Span.Start.Line, $"{variable.Name} = \"{variable.Default}\" is expected, but it is {(written is null ? "not there" : $"\"{written.Value}\"")}");
            }
        }
    }

    private static ImmutableArray<YamlEntry> Entries(YamlNode root) => root is YamlMapping map ? map.Entries : [];
}
