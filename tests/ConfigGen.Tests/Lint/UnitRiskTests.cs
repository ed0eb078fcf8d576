using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>Rules on risky directives: their boundaries, and what stands together.</summary>
public sealed class UnitRiskTests
{
    private const string Debian12 = "{platform: debian-12}";
    private const string Debian13 = "{platform: debian-13}";
    private const string Newest = "{kernel: \"6.12\", systemd: \"262\"}";
    private const string Old = "{platform: rhel-8}";

    [Theory]
    [InlineData("\"1024:1048577\"", Debian12, "CG3013")]
    [InlineData("\"1024:1048576\"", Debian12, "")]
    [InlineData("1024", Debian12, "CG3016")]
    [InlineData("1025", Debian12, "CG3014 CG3016")]
    [InlineData("600000", Debian12, "CG3014")]
    [InlineData("infinity", Debian12, "CG3015")]
    [InlineData("\"1024:infinity\"", Debian12, "")]
    [InlineData("infinity", Old, "")]
    [InlineData("\"1024:524288\"", Debian12, "CG3016")]
    [InlineData("\"1024:524289\"", Debian12, "")]
    [InlineData("\"65536:524288\"", Debian12, "")]
    [InlineData("\"65536:524287\"", Debian12, "CG3016")]
    [InlineData("\"1024:65536\"", Old, "")]
    public void LimitNOFILE(string value, string target, string expected) =>
        Assert.Equal(expected, Codes(target, "a.service", "Service", $"LimitNOFILE: {value}", "sysctl: {fs.nr_open: {value: 1048576, pin: true}}\n"));

    [Fact]
    public void CG3013_compares_with_what_the_spec_sets_only() =>
        Assert.Equal("", Codes(Debian12, "a.service", "Service", "LimitNOFILE: \"1024:2000000\""));

    [Theory]
    [InlineData("Type: oneshot, Restart: always", "CG3020")]
    [InlineData("Type: oneshot, Restart: on-success", "CG3020")]
    [InlineData("Type: oneshot, Restart: on-failure", "")]
    [InlineData("Type: simple, Restart: always", "")]
    [InlineData("Restart: always", "")]
    [InlineData("User: nobody", "CG3018")]
    [InlineData("User: app", "")]
    [InlineData("PIDFile: /var/run/a.pid", "CG3019")]
    [InlineData("PIDFile: /var/runner/a.pid", "")]
    [InlineData("LimitAS: 4G", "CG3021")]
    [InlineData("LimitAS: infinity", "")]
    [InlineData("LimitRSS: 4G", "CG3021")]
    [InlineData("LimitNPROC: 64", "CG3021")]
    [InlineData("TasksMax: 64", "")]
    [InlineData("Environment: DB_PASSWORD=hunter22", "CG3026")]
    [InlineData("Environment: '\"A=1\" \"api_key=abcdefgh\"'", "CG3026")]
    [InlineData("Environment: DB_PASSWORD_FILE=/run/secret", "")]
    [InlineData("Environment: DB_PASSWORD=/run/secret", "")]
    [InlineData("Environment: 'DB_PASSWORD=${PW}'", "")]
    [InlineData("Environment: DB_PASSWORD=", "")]
    [InlineData("Environment: TOKENS=many", "")]
    public void Service(string directives, string expected) => Assert.Equal(expected, Codes(Debian12, "a.service", "Service", directives));

    [Theory]
    [InlineData(Debian13, "RestartSteps: 5", "CG3024")]
    [InlineData(Debian13, "RestartSteps: 5, RestartMaxDelaySec: 1min", "")]
    [InlineData(Debian12, "RestartSteps: 5", "CG3003")]
    [InlineData(Newest, "ExecStartPre: \"!!/bin/x\"", "CG3027")]
    [InlineData(Newest, "ExecStartPre: \"-!!/bin/x\"", "CG3027")]
    [InlineData(Newest, "ExecStartPre: \"!/bin/x !!\"", "")]
    [InlineData(Debian13, "ExecStartPre: \"!!/bin/x\"", "")]
    public void Versions(string target, string directives, string expected) => Assert.Equal(expected, Codes(target, "a.service", "Service", directives));

    [Theory]
    [InlineData("StartLimitIntervalSec: 0", "Restart: always", "CG3017")]
    [InlineData("StartLimitIntervalSec: 0s", "Restart: always", "CG3017")]
    [InlineData("StartLimitIntervalSec: 1", "Restart: always", "")]
    [InlineData("StartLimitIntervalSec: 0", "{Restart: always, RestartSec: 1}", "")]
    [InlineData("StartLimitIntervalSec: 0", "Restart: on-failure", "")]
    [InlineData("StartLimitIntervalSec: 0", "Type: simple", "")]
    public void CG3017_wants_a_limit_or_a_pause(string unit, string service, string expected) =>
        Assert.Equal(expected, Codes(Specs.On(Debian12, $"units:\n  a.service:\n    Unit: {{{unit}}}\n    Service: {(service.StartsWith('{') ? service : $"{{{service}}}")}\n")));

    [Theory]
    [InlineData("Accept: no, MaxConnections: 5", "CG3022")]
    [InlineData("Accept: yes, MaxConnections: 5", "")]
    [InlineData("MaxConnections: 5", "")]
    [InlineData("ListenStream: /run/a.sock, KeepAlive: yes", "CG3023")]
    [InlineData("ListenStream: /run/a.sock, KeepAlive: no", "")]
    [InlineData("ListenDatagram: 53, NoDelay: yes", "CG3023")]
    [InlineData("ListenDatagram: 53, ListenStream: 53, NoDelay: yes", "")]
    [InlineData("ListenStream: [\"\", \"0.0.0.0:80\"], NoDelay: yes", "")]
    [InlineData("NoDelay: yes", "")]
    [InlineData("Backlog: 4097", "CG3025")]
    [InlineData("Backlog: 4096", "")]
    [InlineData("Backlog: 4294967295", "")]
    [InlineData("ListenFIFO: /var/run/a", "CG3019")]
    public void Socket(string directives, string expected) =>
        Assert.Equal(expected, Codes(Debian12, "a.socket", "Socket", directives, "sysctl: {net.core.somaxconn: {value: 4096, pin: true}}\n"));

    [Fact]
    public void CG3026_does_not_show_the_secret()
    {
        var found = Assert.Single(Specs.Compile(Spec(Debian12, "a.service", "Service", "Environment: DB_PASSWORD=hunter22", "")).Findings);
        Assert.Equal(
            "Environment of a.service gives DB_PASSWORD a value that looks like a secret: every user of the host can read it with systemctl show, and everybody who reads the repository.",
            found.Message);
        Assert.DoesNotContain("hunter22", found.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void CG3019_has_a_safe_fix()
    {
        var fix = Assert.Single(Specs.Compile(Spec(Debian12, "a.service", "Service", "PIDFile: /var/run/a/b.pid", "")).Findings).Fix!;
        Assert.Equal(("/run/a/b.pid", true), (fix.Replacement, fix.IsSafe));
    }

    private static string Codes(string target, string unit, string section, string directives, string head = "") => Codes(Spec(target, unit, section, directives, head));

    private static string Codes(string spec) =>
        string.Join(' ', Specs.Compile(spec).Findings.Select(f => f.Code.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Spec(string target, string unit, string section, string directives, string head) =>
        Specs.On(target, $"{head}units:\n  {unit}:\n    {section}: {{{directives}}}\n");
}
