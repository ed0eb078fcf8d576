using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Systemd;

/// <summary>What becomes of values of directives on the way from YAML to a drop-in.</summary>
public sealed class UnitValueTests
{
    [Theory]
    [InlineData("Service", "NoNewPrivileges: true", "NoNewPrivileges=yes")]
    [InlineData("Service", "NoNewPrivileges: FALSE", "NoNewPrivileges=no")]
    [InlineData("Service", "NoNewPrivileges: yes", "NoNewPrivileges=yes")]
    [InlineData("Service", "NoNewPrivileges: \"true\"", "NoNewPrivileges=true")]
    [InlineData("Service", "ProtectHome: true", "ProtectHome=true")]
    [InlineData("Service", "Restart: no", "Restart=no")]
    [InlineData("Service", "UMask: 0027", "UMask=0027")]
    [InlineData("Service", "Nice: -5", "Nice=-5")]
    [InlineData("Service", "LimitNOFILE: 1024:65536", "LimitNOFILE=1024:65536")]
    [InlineData("Service", "MemoryMax: 50%", "MemoryMax=50%")]
    [InlineData("Service", "Environment: '\"A=b  c\" D=%n E=100%%'", "Environment=\"A=b  c\" D=%n E=100%%")]
    [InlineData("Unit", "Description: '#x=1 ;y=2'", "Description=#x=1 ;y=2")]
    [InlineData("Service", "Environment: 'A=x\\\\'", "Environment=A=x\\\\")]
    [InlineData("Service", "ExecStart: ['', \"/bin/x  --a='b'\"]", "ExecStart=|ExecStart=/bin/x  --a='b'")]
    [InlineData("Service", "ReadWritePaths:", "ReadWritePaths=")]
    [InlineData("Service", "ReadWritePaths: ~", "ReadWritePaths=")]
    [InlineData("Service", "ReadWritePaths: [null, /a, /b]", "ReadWritePaths=|ReadWritePaths=/a|ReadWritePaths=/b")]
    [InlineData("Service", "ExecStartPre: >-\n        /bin/a\n        --b", "ExecStartPre=/bin/a --b")]
    [InlineData("Service", "ExecStartPre: |\n        /bin/a --b", "ExecStartPre=/bin/a --b")]
    [InlineData("Unit", "Description: Grüße × 漢字", "Description=Grüße × 漢字")]
    [InlineData("X-Team", "Anything: goes", "Anything=goes")]
    public void A_value_is_written_as_it_stands(string section, string directive, string lines)
    {
        var compilation = Specs.Compile(Specs.On("{platform: debian-12}", $"units:\n  a.service:\n    {section}:\n      {directive}\n"));
        Assert.True(compilation.Plan is not null, Specs.Lines(compilation));
        var text = Assert.Single(compilation.Plan.Artifacts, a => a.Pack == "systemd-dropin").Content;
        Assert.EndsWith($"\n\n[{section}]\n{lines.Replace('|', '\n')}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\" x\"", "begins or ends with a blank, which systemd removes")]
    [InlineData("\"x \"", "begins or ends with a blank, which systemd removes")]
    [InlineData("'x\\'", "ends in a backslash, which joins the next line of a unit file to it")]
    [InlineData("'x\\\\\\'", "ends in a backslash, which joins the next line of a unit file to it")]
    [InlineData("\"a\\u202Eb\"", "holds a character that turns the direction of the text around, so that it reads otherwise than it is")]
    public void A_value_that_a_unit_file_cannot_say_is_a_finding(string value, string why) =>
        Assert.Contains($"spec.yaml:7:20 CG1005 This value {why}.", Findings($"Environment: {value}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"a\\u2028b\"")]
    public void A_value_of_several_lines_is_a_finding(string value) =>
        Assert.Contains("spec.yaml:7:20 CG0012 ", Findings($"Environment: {value}"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_list_is_a_finding() =>
        Assert.Contains("CG1005 An empty list assigns nothing.", Findings("Environment: []"), StringComparison.Ordinal);

    [Theory]
    [InlineData("'var-lib-my\\x2dapp.mount'", true)]
    [InlineData("app@.service", true)]
    [InlineData("app@1.service", true)]
    [InlineData("-.slice", true)]
    [InlineData("system.conf", true)]
    [InlineData("'a\\b.service'", false)]
    [InlineData("'..\\x.service'", false)]
    [InlineData("nginx", false)]
    [InlineData("../a.service", false)]
    [InlineData("'a b.service'", false)]
    public void A_units_name_is_safe_as_the_name_of_a_folder(string name, bool good)
    {
        var findings = Specs.Findings(Specs.On("{platform: debian-12}", $"units:\n  {name}:\n    X-Team: {{A: b}}\n"));
        Assert.Equal(good, !findings.Contains("is not the name of a unit", StringComparison.Ordinal));
    }

    private static string Findings(string directive) =>
        Specs.Findings($"spec: v1\nname: t\ntargets: [{{platform: debian-12}}]\nunits:\n  a.service:\n    Service:\n      {directive}\n");
}
