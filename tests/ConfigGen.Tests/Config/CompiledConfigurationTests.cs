using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Config;

/// <summary>What a configuration does to the specs of its repository.</summary>
public sealed class CompiledConfigurationTests
{
    private const string Reuse = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl:\n  net.ipv4.tcp_tw_reuse: 1\n";

    private const string Differing = "spec: v1\nname: web\ntargets: [{platform: debian-12}, {platform: debian-13}]\nsysctl:\n"
        + "  net.core.somaxconn: [{when: {kernel: \">=6.6\"}, value: 16384}, {value: 8192}]\n";

    [Fact]
    public void A_group_stands_for_its_targets_in_order()
    {
        var spec = Compile("targets:\n  web: [{platform: debian-13}, {platform: debian-12}]\n", "spec: v1\nname: web\ntargets: [{platform: rhel-9}, {group: web}]\nsysctl:\n  net.core.somaxconn: 8192\n").Spec!;

        Assert.Equal(["rhel-9", "debian-13", "debian-12"], spec.Targets.Select(t => t.Label));
    }

    [Fact]
    public void What_two_groups_share_is_one_target()
    {
        var spec = Compile(
            "targets:\n  a: [{platform: debian-12, memory: 16G}, {platform: debian-13}]\n  b: [{platform: debian-12, memory: 16384M}, {platform: debian-12, memory: 32G}]\n",
            "spec: v1\nname: web\ntargets: [{group: a}, {group: b}]\nsysctl:\n  net.core.somaxconn: 8192\n").Spec!;

        Assert.Equal(["debian-12-16G", "debian-13", "debian-12-32G"], spec.Targets.Select(t => t.Label));
    }

    [Theory]
    [InlineData("targets: {web-hosts: [{platform: debian-12}]}", "'web-host' is not a target group of this repository. Did you mean 'web-hosts'?", "groups in .configgen.yaml: web-hosts")]
    [InlineData("", "'web-host' is not a target group of this repository.", "name it at the top of the repository, in .configgen.yaml: targets: {web-hosts: [{platform: debian-12}]}")]
    public void An_unknown_group_is_an_error_where_the_spec_names_it(string configuration, string message, string help)
    {
        var finding = Assert.Single(Compile(configuration, "spec: v1\nname: web\ntargets: [{group: web-host}]\nsysctl:\n  net.core.somaxconn: 8192\n").Findings);

        Assert.Equal(("CG5005", "specs/web.yaml:3:19", message, help), (finding.Code.Id, finding.Span!.ToString(), finding.Message, finding.Help));
    }

    [Fact]
    public void Nothing_stands_beside_a_group() =>
        Assert.Contains(
            "A group brings targets that say everything themselves: nothing can stand beside it.",
            Compile("targets: {web: [{platform: debian-12}]}", "spec: v1\nname: web\ntargets: [{group: web, memory: 16G}]\nsysctl:\n  net.core.somaxconn: 8192\n").Findings.Select(f => f.Message));

    [Theory]
    [InlineData("", Severity.Warning, true)]
    [InlineData("severities: {CG2103: error}", Severity.Error, false)]
    [InlineData("severities: {CG2103: info}", Severity.Info, true)]
    [InlineData("severities: {CG2103: [{files: \"specs/**\", severity: info}, {severity: error}]}", Severity.Info, true)]
    [InlineData("severities: {CG2103: [{files: \"lab/**\", severity: info}, {severity: error}]}", Severity.Error, false)]
    [InlineData("severities: {CG2103: [{files: \"lab/**\", severity: info}]}", Severity.Warning, true)]
    public void A_severity_is_given_after_the_rules_and_decides_whether_anything_is_rendered(string configuration, Severity severity, bool isRendered)
    {
        var compilation = Compile(configuration, Reuse);

        Assert.Equal(severity, Assert.Single(compilation.Findings, f => f.Code.Id == "CG2103").Severity);
        Assert.Equal(isRendered, compilation.Plan is not null);
    }

    [Fact]
    public void A_severity_by_file_goes_by_the_file_that_the_finding_stands_in()
    {
        var request = new CompileRequest(
            "web.yaml",
            new InMemorySources(("web.yaml", Reuse.Replace("sysctl:", "extends: [../layers/base.yaml]\nsysctl:", StringComparison.Ordinal)), ("../layers/base.yaml", "spec: v1\nlayer: true\nsysctl:\n  net.ipv4.tcp_fin_timeout: 2\n")),
            Specs.Today,
            "specs/web.yaml")
        { Configuration = ConfigurationText.Read("severities: {CG2103: [{files: \"layers/*\", severity: info}], CG2104: [{files: \"layers/*\", severity: info}]}").Configuration };

        var severities = Compiler.Compile(request).Findings.Where(f => f.Code.Id is "CG2103" or "CG2104").Select(f => (f.Code.Id, f.Severity));

        Assert.Equal([("CG2104", Severity.Info), ("CG2103", Severity.Warning)], severities);
    }

    [Fact]
    public void Raised_findings_can_still_be_ignored() =>
        Assert.Empty(Compile("severities: {CG2103: error}", Reuse + "ignore:\n  - {rule: CG2103, reason: \"measured\"}\n").Findings);

    [Theory]
    [InlineData("", "sysctl.d/60-web.conf")]
    [InlineData("destinations: {sysctl: files}", ":/files/60-web.conf")]
    [InlineData("destinations: {sysctl: files/}", ":/files/60-web.conf")]
    [InlineData("destinations: {sysctl: 'hosts/{name}/{group}/sysctl.d'}", ":/hosts/web/sysctl.d/60-web.conf")]
    [InlineData("destinations: {sysctl: 'x-{name}-y'}", ":/x-web-y/60-web.conf")]
    [InlineData("destinations: {modules: files}", "sysctl.d/60-web.conf")]
    public void A_destination_takes_the_place_of_the_folder_of_its_kind(string configuration, string path) =>
        Assert.Equal([path], WithoutRole.Strip(Compile(configuration, Reuse)).Plan!.Artifacts.Select(a => a.Path));

    [Fact]
    public void Groups_of_targets_have_folders_where_the_destination_says()
    {
        Assert.Equal(
            ["debian-12/sysctl.d/60-web.conf", "debian-13/sysctl.d/60-web.conf"],
            WithoutRole.Strip(Compile("", Differing)).Plan!.Artifacts.Select(a => a.Path));
        Assert.Equal(
            [":/a/debian-12/b/60-web.conf", ":/a/debian-13/b/60-web.conf"],
            WithoutRole.Strip(Compile("destinations: {sysctl: 'a/{group}/b'}", Differing)).Plan!.Artifacts.Select(a => a.Path));
    }

    [Fact]
    public void A_destination_that_would_put_two_groups_into_one_file_is_refused_at_its_line()
    {
        var compilation = Compile("destinations:\n  sysctl: files\n", Differing);

        var finding = Assert.Single(compilation.Findings);
        Assert.Equal(
            ("CG6009", ".configgen.yaml:2:11", "debian-12/sysctl.d/60-web.conf and debian-13/sysctl.d/60-web.conf would both be files/60-web.conf, with different content."),
            (finding.Code.Id, finding.Span!.ToString(), finding.Message));
        Assert.Equal("write {group} as a part of the path: it stands for the targets that get the same values", finding.Help);
        Assert.Null(compilation.Plan);
    }

    [Fact]
    public void Ignores_of_a_layer_are_not_unused_because_a_layer_has_no_targets() =>
        Assert.Empty(Compile("", "spec: v1\nlayer: true\nsysctl:\n  net.ipv4.tcp_tw_reuse: 1\nignore:\n  - {rule: CG2103, reason: \"measured\"}\n").Findings);

    private static Compilation Compile(string configuration, string spec)
    {
        var (read, findings) = ConfigurationText.Read(configuration);
        Assert.Empty(findings);
        return Compiler.Compile(new CompileRequest("specs/web.yaml", new InMemorySources(("specs/web.yaml", spec)), Specs.Today, "specs/web.yaml") { Configuration = read });
    }
}
