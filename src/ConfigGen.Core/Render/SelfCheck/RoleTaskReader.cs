using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Reads tasks and handlers as Ansible does, as far as a reviewer must be able to trust them.</summary>
internal static class RoleTaskReader
{
    private const string BuiltIn = "ansible.builtin.";

    // Keywords of a task (Ansible documentation, "Playbook Keywords") that the pack uses; whatever else stands there is a module.
    private static readonly string[] Keywords =
        ["name", "when", "loop", "loop_control", "register", "changed_when", "failed_when", "check_mode", "notify", "environment", "vars", "become", "tags"];

    /// <summary>Tasks without a name, with no or several modules, or with one that is not built in; registered names without the role's.</summary>
    public static IEnumerable<RoleProblem> Problems(YamlNode root, string role)
    {
        if (root is not YamlSequence list)
        {
            return [new RoleProblem(root.Span.Start.Line, "a list of tasks is expected")];
        }

        return list.Items.SelectMany(item => item is YamlMapping task ? Task(task, role) : [new RoleProblem(item.Span.Start.Line, "a task is expected")]);
    }

    private static IEnumerable<RoleProblem> Task(YamlMapping task, string role)
    {
        var line = task.Span.Start.Line;
        if (task["name"] is not YamlScalar { Value.Length: > 0 } name || !char.IsAsciiLetterUpper(name.Value[0]))
        {
            yield return new RoleProblem(line, "a task needs a name that starts with a capital letter");
        }

        var modules = task.Entries.Select(e => e.Key.Value).Where(key => !Keywords.Contains(key, StringComparer.Ordinal)).ToList();
        if (modules is not [var module])
        {
            yield return new RoleProblem(line, $"a task needs one module, not {modules.Count}");
        }
        else if (!module.StartsWith(BuiltIn, StringComparison.Ordinal))
        {
            yield return new RoleProblem(line, $"{module} is not one of {BuiltIn}*");
        }

        if (task["register"] is YamlScalar register && !register.Value.StartsWith(role + "_", StringComparison.Ordinal))
        {
            yield return new RoleProblem(line, $"{register.Value} does not start with {role}_");
        }
    }
}
