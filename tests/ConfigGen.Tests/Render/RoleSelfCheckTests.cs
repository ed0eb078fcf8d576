using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Tests.Render;

/// <summary>Templates of a role that say something else than the plan must not get through.</summary>
public class RoleSelfCheckTests
{
    [Theory]
    [InlineData("- ansible.builtin.debug:\n    msg: x\n", "a task needs a name that starts with a capital letter")]
    [InlineData("- name: lower\n  ansible.builtin.debug:\n    msg: x\n", "a task needs a name that starts with a capital letter")]
    [InlineData("- name: Sysctl\n  ansible.posix.sysctl:\n    name: x\n", "ansible.posix.sysctl is not one of ansible.builtin.*")]
    [InlineData("- name: Short\n  debug:\n    msg: x\n", "debug is not one of ansible.builtin.*")]
    [InlineData("- name: None\n  when: true\n", "a task needs one module, not 0")]
    [InlineData("- name: Registers\n  ansible.builtin.debug:\n    msg: x\n  register: other\n", "other does not start with web_tuning_")]
    [InlineData("name: x\n", "a list of tasks is expected")]
    public void A_task_must_be_named_and_built_in(string tasks, string message) => Expect("tasks.scriban", $"ansible/roles/web_tuning/tasks/main.yml line 1: {message}", tasks);

    [Fact]
    public void Broken_YAML_is_found()
    {
        var finding = Assert.Single(Findings("handlers.scriban", "- name: [\n"));
        Assert.StartsWith("ansible/roles/web_tuning/handlers/main.yml", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_without_the_prefix_is_found() =>
        Expect("vars.scriban", "ansible/roles/web_tuning/vars/main.yml line 1: the variable other does not start with web_tuning_", "other: 1\n");

    [Fact]
    public void A_default_that_nothing_makes_overridable_is_found() =>
        Expect("defaults.scriban", "ansible/roles/web_tuning/defaults/main.yml line 1: web_tuning_vm_swappiness is there, but nothing of that name is overridable", "web_tuning_vm_swappiness: 1\n");

    [Fact]
    public void A_plan_for_another_role_is_found() =>
        Expect(
            "plan.scriban",
            "ansible/roles/web_tuning/files/plan.json: role: \"web_tuning\" is expected, but it says \"other\"",
            "{\"role\": \"other\", \"fragment\": \"60-web.conf\", \"restart\": [], \"groups\": [{\"name\": \"debian-13\"}]}");

    private static void Expect(string template, string message, string text)
    {
        var finding = Assert.Single(Findings(template, text));
        Assert.Equal((RenderCodes.SelfCheck, Severity.Error, message), (finding.Code, finding.Severity, finding.Message));
    }

    private static ImmutableArray<Finding> Findings(string template, string text)
    {
        var result = Rendering.WithRole(new SpecBuilder().Set("vm.swappiness", "10").Build(), null, ($"ansible-role/{template}", text));
        Assert.Null(result.Plan);
        return result.Findings;
    }
}
