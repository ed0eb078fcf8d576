using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Plan.Roles;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Reads the files of a rendered role again: YAML that says what the plan says, tasks with names and built-in modules, files as the other packs made them.</summary>
internal static class RoleSelfCheck
{
    private static readonly string[] HostFolders = ["modules-load.d", "sysctl.d", "systemd"];

    /// <summary>Everything wrong with one file of the role.</summary>
    public static ImmutableArray<Finding> Check(string reader, string path, string text, RolePlan role) => reader switch
    {
        RoleFormat.YamlReader => [.. Yaml(path, text, role).Select(p => SelfCheckFinding.Of(path, p.Line, p.Message, role.Origin))],
        RoleFormat.PlanReader => [.. RolePlanReader.Compare(text, role).Select(p => SelfCheckFinding.Of(path, null, p, role.Origin))],
        _ => [],
    };

    /// <summary>Everything wrong with the files that the role carries: each is what the other packs rendered, and none of theirs is left out.</summary>
    public static IEnumerable<Finding> Carried(RolePlan role, IReadOnlyCollection<Artifact> artifacts)
    {
        var prefix = $"ansible/roles/{role.Name}/files/";
        var inside = artifacts.Where(a => a.Path.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(a => a.Path[prefix.Length..], a => a.Content, StringComparer.Ordinal);
        foreach (var other in artifacts.Where(a => BelongsOnHosts(a.Path)))
        {
            if (!inside.TryGetValue(other.Path, out var content))
            {
                yield return SelfCheckFinding.Of(prefix + other.Path, null, "the role does not carry this file", role.Origin);
            }
            else if (content != other.Content)
            {
                yield return SelfCheckFinding.Of(prefix + other.Path, null, $"it is not the same as {other.Path}", role.Origin);
            }
        }
    }

    // A team's own packs may make files of other kinds, which no role knows where to put.
    private static bool BelongsOnHosts(string path) =>
        path.Split('/') is [var first, .. var rest] && first != "ansible"
        && (Array.IndexOf(HostFolders, first) >= 0 || (rest.Length > 1 && Array.IndexOf(HostFolders, rest[0]) >= 0));

    private static IEnumerable<RoleProblem> Yaml(string path, string text, RolePlan role)
    {
        var document = YamlReader.Read(new SourceText(path, text));
        if (document.Root is null || document.Findings.Length > 0)
        {
            return document.Findings.Select(f => new RoleProblem(f.Span?.Start.Line, f.Message)).DefaultIfEmpty(new RoleProblem(null, "it is empty"));
        }

        var inRole = path.Split('/') is ["ansible", "roles", _, var folder, _] ? folder : "";
        return inRole switch
        {
            "tasks" or "handlers" => RoleTaskReader.Problems(document.Root, role.Name),
            "defaults" => RoleVariableReader.Defaults(document.Root, role),
            "vars" => RoleVariableReader.Prefixed(document.Root, role.Name),
            _ => [],
        };
    }
}

/// <summary>One thing wrong with a file of a role.</summary>
internal sealed record RoleProblem(int? Line, string Message);
