using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Render;

/// <summary>outputs.ansible: false, for those who have no Ansible.</summary>
public sealed class WithoutRoleTests
{
    private const string Sysctl = "sysctl: {vm.swappiness: 10}\n";
    private const string Base = "spec: v1\nlayer: true\n";
    private static readonly string Spec = Specs.On("{platform: debian-12}", Sysctl);

    [Theory]
    [InlineData("outputs: {ansible: false}\n", "sysctl.d/60-t.conf")]
    [InlineData("outputs: {ansible: false, sysctl: {priority: 70}}\n", "sysctl.d/70-t.conf")]
    public void Nothing_but_the_fragment_is_rendered(string outputs, string file) =>
        Assert.Equal([file], Specs.Compile(Spec + outputs).Plan!.Artifacts.Select(a => a.Path));

    [Theory]
    [InlineData("")]
    [InlineData("outputs: {ansible: true}\n")]
    [InlineData("outputs: {ansible: {}}\n")]
    public void A_role_is_rendered_unless_the_spec_wants_none(string outputs) =>
        Assert.Contains("ansible/roles/t_tuning/tasks/main.yml", Specs.Compile(Spec + outputs).Plan!.Artifacts.Select(a => a.Path));

    [Theory]
    [InlineData("outputs: {ansible: false}\n", "", false)]
    [InlineData("outputs: {ansible: false}\n", "outputs: {ansible: true}\n", true)]
    [InlineData("outputs: {ansible: false}\n", "outputs: {ansible: {role: x}}\n", true)]
    [InlineData("outputs: {ansible: {role: x, overridable: [vm.swappiness]}}\n", "outputs: {ansible: false}\n", false)]
    public void The_nearest_layer_decides(string layer, string own, bool hasRole)
    {
        var plan = Specs.Compile(("spec.yaml", Spec + "extends: [base.yaml]\n" + own), ("base.yaml", Base + layer)).Plan;
        Assert.Equal(hasRole, plan!.Artifacts.Any(a => a.Path.StartsWith("ansible/", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_only_a_host_can_decide_is_refused() =>
        Assert.StartsWith(
            "spec.yaml:4:10 CG6007 net.core.somaxconn cannot be decided for ubuntu-24.04: ",
            Specs.Findings(Specs.On("{platform: ubuntu-24.04}", "sysctl: {net.core.somaxconn: [{when: {memory: \">=1G\"}, value: 8192}]}\noutputs: {ansible: false}\n")),
            StringComparison.Ordinal);

    [Fact]
    public void Anything_else_is_of_the_wrong_type() =>
        Assert.Equal("spec.yaml:5:20 CG1001 'outputs → ansible' must be a mapping or true or false, not 'none'.", Specs.Findings(Spec + "outputs: {ansible: none}\n"));
}
