namespace ConfigGen.Tests.Config;

/// <summary>Everything that can be wrong in .configgen.yaml, with its place.</summary>
public sealed class ConfigurationFindingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n# nothing yet\n")]
    [InlineData("{}\n")]
    [InlineData("~\n")]
    public void An_empty_file_is_fine(string text)
    {
        var (configuration, findings) = ConfigurationText.Read(text);

        Assert.Empty(findings);
        Assert.Empty(configuration.Specs);
        Assert.Empty(configuration.TargetGroups);
        Assert.Empty(configuration.Severities.Cases);
        Assert.Empty(configuration.Destinations.All);
        Assert.Null(configuration.FailOn);
        Assert.Null(configuration.Templates);
    }

    [Theory]
    [InlineData("- specs", "1:1 CG1001 .configgen.yaml must be a mapping, not a list.")]
    [InlineData("spec: [a.yaml]", "1:1 CG1002 'spec' is not known at the top of .configgen.yaml. Did you mean 'specs'?")]
    [InlineData("fail_on: error", "1:1 CG1002 'fail_on' is not known at the top of .configgen.yaml. Did you mean 'fail-on'?")]
    [InlineData("specs: *all", "1:8 CG0008")]
    [InlineData("specs: [a.yaml]\nspecs: [b.yaml]", "2:1 CG0006")]
    public void The_file_as_a_whole(string text, string finding) => Assert.StartsWith(finding, ConfigurationText.Findings(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("requires: 0.1", "1:11 CG1001 'requires' must be text, not '0.1'.")]
    [InlineData("requires: \"0.1\"", "1:11 CG1005 '0.1' is not a range of versions.")]
    [InlineData("requires: \"^0.1\"", "1:11 CG1005 '^0.1' is not a range of versions.")]
    [InlineData("requires: \">= 0.1\"", "1:11 CG1005 '>= 0.1' is not a range of versions.")]
    [InlineData("requires: \">=0.1.0.0\"", "1:11 CG1005 '>=0.1.0.0' is not a range of versions.")]
    [InlineData("requires: \"\"", "1:11 CG1005 'requires' must not be empty.\n1:11 CG1005 '' is not a range of versions.")]
    [InlineData("requires: \">=0.2 <1\"", "1:11 CG1201 This repository works with configgen >=0.2 <1, and this is configgen 0.1.0.")]
    public void Requires(string text, string findings) => Assert.Equal(findings, ConfigurationText.Findings(text));

    [Fact]
    public void A_file_for_another_version_is_not_judged_further() =>
        Assert.Equal(
            "2:11 CG1201 This repository works with configgen >=2, and this is configgen 0.1.0.",
            ConfigurationText.Findings("from-the-future: [1]\nrequires: \">=2\"\n"));

    [Theory]
    [InlineData("specs: specs/*.yaml", "1:8 CG1001 'specs' must be a list, not 'specs/*.yaml'.")]
    [InlineData("specs: []", "1:8 CG1005 'specs' must not be empty.")]
    [InlineData("specs: [a.yaml, a.yaml]", "1:8 CG1004 'specs' names the same thing twice.")]
    [InlineData("specs: [../other/*.yaml]", "1:9 CG1011 '../other/*.yaml' leads out of the repository.")]
    [InlineData("specs: [a/../../b.yaml]", "1:9 CG1011 'a/../../b.yaml' leads out of the repository.")]
    [InlineData("specs: [/etc/*.yaml]", "1:9 CG1011 '/etc/*.yaml' is not a path below the repository: it means something else on every machine.")]
    [InlineData("specs: [\"specs/{a,b}.yaml\"]", "1:9 CG1005 'specs/{a,b}.yaml' is not a glob: { means nothing here; there are *, ? and **.")]
    [InlineData("specs: [\"specs/[ab].yaml\"]", "1:9 CG1005 'specs/[ab].yaml' is not a glob: [ means nothing here; there are *, ? and **.")]
    [InlineData("specs: [specs/**.yaml]", "1:9 CG1005 'specs/**.yaml' is not a glob: ** stands alone between slashes.")]
    [InlineData("specs: [./specs/*.yaml]", "1:9 CG1005 './specs/*.yaml' is not a glob: it has an empty part, \".\" or \"..\".")]
    [InlineData("specs: [\"!../a\"]", "1:9 CG1011 '../a' leads out of the repository.")]
    [InlineData("specs: [\"!\"]", "1:9 CG1005 '' is not a glob: it has an empty part, \".\" or \"..\".")]
    public void Specs(string text, string findings) => Assert.Equal(findings, ConfigurationText.Findings(text));

    [Theory]
    [InlineData("destinations: files", "1:15 CG1001 'destinations' must be a mapping, not 'files'.")]
    [InlineData("destinations: {sysctls: files}", "1:16 CG1002 'sysctls' is not known in 'destinations'. Did you mean 'sysctl'?")]
    [InlineData("destinations: {sysctl: [files]}", "1:24 CG1001 'destinations → sysctl' must be text, not a list.")]
    [InlineData("destinations: {sysctl: \"\"}", "1:24 CG1005 'destinations → sysctl' must not be empty.")]
    [InlineData("destinations: {sysctl: ../files}", "1:24 CG1011 '../files' leads out of the repository.")]
    [InlineData("destinations: {units: /etc/systemd}", "1:23 CG1011 '/etc/systemd' is not a path below the repository: it means something else on every machine.")]
    [InlineData("destinations: {roles: '~/roles'}", "1:23 CG1011 '~/roles' is not a path below the repository: it means something else on every machine.")]
    [InlineData("destinations: {modules: 'C:\\x'}", "1:25 CG1011 'C:\\x' is not a path below the repository: it means something else on every machine.")]
    [InlineData("destinations: {sysctl: 'files/{nmae}'}", "1:24 CG1202 '{nmae}' is not known in a destination. Did you mean '{name}'?")]
    [InlineData("destinations: {sysctl: 'files/{}'}", "1:24 CG1202 '{}' is not known in a destination.")]
    [InlineData("destinations: {sysctl: 'files/{name'}", "1:24 CG1202 'files/{name' does not name a folder of the repository.")]
    [InlineData("destinations: {sysctl: 'web-{group}'}", "1:24 CG1202 {group} must be a whole part of the path: where all targets get the same values that part goes away.")]
    [InlineData("destinations: {sysctl: .}", "1:24 CG1202 '.' does not name a folder of the repository.")]
    [InlineData("destinations: {sysctl: a//b}", "1:24 CG1202 'a//b' does not name a folder of the repository.")]
    [InlineData("destinations: {sysctl: .git/hooks}", "1:24 CG1202 '.git/hooks' does not name a folder of the repository.")]
    public void Destinations(string text, string findings) => Assert.Equal(findings, ConfigurationText.Findings(text));

    [Theory]
    [InlineData("targets: {web: {platform: debian-12}}", "1:16 CG1001 'targets → web' must be a list, not a mapping.")]
    [InlineData("targets: {web: []}", "1:16 CG1005 'targets → web' must not be empty.")]
    [InlineData("targets: {web: [{platform: debain-12}]}", "1:28 CG5001 'debain-12' is not a platform that ConfigGen knows. Did you mean 'debian-12'")]
    [InlineData("targets: {web: [{kernel: \"6.x\"}]}", "1:26 CG5002 '6.x' is not a kernel version.")]
    [InlineData("targets: {web: [{memory: 16G}]}", "1:17 CG5004 A target must name a platform, a kernel, a capture or a group.")]
    [InlineData("targets: {web: [{platform: debian-12, kernel: \"6.1\"}]}", "1:17 CG5004 A target names one of platform, kernel, capture and group, not 'platform' and 'kernel'.")]
    [InlineData("targets: {web: [{platform: debian-12, memroy: 16G}]}", "1:39 CG1002 'memroy' is not known in 'targets → web[1]'. Did you mean 'memory'?")]
    [InlineData("targets: {web: [{group: db}]}", "1:18 CG1002 'group' is not known in 'targets → web[1]'.")]
    public void Targets(string text, string finding) => Assert.StartsWith(finding, ConfigurationText.Findings(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("severities: [CG2103]", "1:13 CG1001 'severities' must be a mapping, not a list.")]
    [InlineData("severities: {CG2103: off}", "1:22 CG1005 'off' is not a valid severity.")]
    [InlineData("severities: {CG2103: {severity: info}}", "1:22 CG1001 'severities → CG2103' must be text or a list, not a mapping.")]
    [InlineData("severities: {CG9999: info}", "1:14 CG1204 There is no finding with the code 'CG9999'.")]
    [InlineData("severities: {CG210: info}", "1:14 CG1204 There is no finding with the code 'CG210'. Did you mean 'CG2010'?")]
    [InlineData("severities: {tw-reuse: info}", "1:14 CG1204 There is no finding with the code 'tw-reuse'. Did you mean 'CG2103'?")]
    [InlineData("severities: {CG0005: warning}", "1:22 CG1203 CG0005 (yaml-syntax) cannot be lowered to warning: accepting it would let something unsafe or unreadable through.")]
    [InlineData("severities: {CG1401: info}", "1:22 CG1203 CG1401 (unused-ignore) cannot be lowered to info: accepting it would let something unsafe or unreadable through.")]
    [InlineData("severities: {CG2103: []}", "1:22 CG1005 'severities → CG2103' must not be empty.")]
    [InlineData("severities: {CG2103: [{file: a, severity: info}]}", "1:24 CG1002 'file' is not known in 'severities → CG2103[1]'. Did you mean 'files'?")]
    [InlineData("severities: {CG2103: [{files: a}]}", "1:23 CG1003 'severities → CG2103[1]' lacks 'severity'.")]
    [InlineData("severities: {CG2103: [{files: a, severity: note}]}", "1:44 CG1004 'severities → CG2103[1] → severity' must be error or warning or info, not 'note'.")]
    [InlineData("severities: {CG2103: [{files: ../a, severity: info}]}", "1:31 CG1011 '../a' leads out of the repository.")]
    [InlineData("severities: {CG2103: [{severity: info}, {files: a, severity: error}]}", "1:41 CG1206 This case of CG2103 is never reached: one before it holds for every file.")]
    public void Severities(string text, string finding) => Assert.StartsWith(finding, ConfigurationText.Findings(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("fail-on: warnings", "1:10 CG1004 'fail-on' must be error or warning or info, not 'warnings'. Did you mean 'warning'?")]
    [InlineData("fail-on: never", "1:10 CG1004 'fail-on' must be error or warning or info, not 'never'.")]
    [InlineData("templates: [packs]", "1:12 CG1001 'templates' must be text, not a list.")]
    [InlineData("templates: ../packs", "1:12 CG1011 '../packs' leads out of the repository.")]
    [InlineData("templates: /usr/share/packs", "1:12 CG1011 '/usr/share/packs' is not a path below the repository: it means something else on every machine.")]
    public void Fail_on_and_templates(string text, string findings) => Assert.Equal(findings, ConfigurationText.Findings(text));
}
