using ConfigGen.Core.Raw;

namespace ConfigGen.Tests.Lint.Raw;

public sealed class RawUnitTests
{
    private const string Unit = "usr/lib/systemd/system/app.service";

    [Theory]
    [InlineData("", "")]
    [InlineData("# x\n; y\n[Service]\nNice=5\n", "")]
    [InlineData("[Service]\nExecStart=\nExecStart=/usr/bin/app \\\n  --long \\\n# between\n  --lines\nRestart=always\n", "")]
    [InlineData("[Service]\nRestart=always\n[Unit]\nDescription=a\n[Service]\nRestartSec=5\n", "")]
    [InlineData("[Service]\nLimitNOFIL=1\n", "2:1 error CG3001")]
    [InlineData("[Service]\nRestart=alway\n", "2:9 error CG3006")]
    [InlineData("[Service]\nRestart=always\n\n[Service]\nRestart = alway\n", "5:11 error CG3006")]
    [InlineData("[Servce]\nRestart=always\n", "1:2 error CG3002")]
    [InlineData("[Service]\nRestart always\n", "2:1 error CG0103")]
    [InlineData("Restart=always\n[Service]\n", "1:1 error CG0103")]
    [InlineData("[Service\nRestart=always\n", "1:1 error CG0103, 2:1 error CG0103")]
    [InlineData("[Service]\nLimit NOFILE=1\n", "2:1 error CG0103")]
    [InlineData("[Service]\nLimitNOFILE={{ limit }}\nLimitNOFIL=1\n", "2:13 warning CG0102, 3:1 error CG3001")]
    [InlineData("[Service]\nMemoryMax=${LIMIT}\n", "2:11 warning CG0102")]
    [InlineData("[Service]\nExecStart=\nExecStart=/usr/bin/docker ps --format '{{.Names}}' $OPTIONS ${MORE}\n", "")]
    [InlineData("{% if a %}\n[Service]\nLimitNOFIL=1\n{% endif %}\n", "1:1 warning CG0102")]
    [InlineData("[X-App]\nanything goes=1\n", "")]
    [InlineData("[Service]\nExecStart=/usr/bin/app\n", "2:1 warning CG3010")]
    [InlineData("[Service]\r\nRestart=always\r\nLimitNOFIL=1\r\n", "1:10 warning CG0107, 3:1 error CG3001")]
    public void Every_form_of_a_line_is_read_as_systemd_reads_it(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places(RawCases.DropIn, text, "debian-12"));

    [Theory]
    [InlineData("ExecStart=/a\nExecStart=/b\n", "3:11 error CG3010")]
    [InlineData("Type=simple\nExecStart=/a\nExecStart=/b\nExecStart=/c\n", "4:11 error CG3010")]
    [InlineData("Type=oneshot\nExecStart=/a\nExecStart=/b\n", "")]
    [InlineData("ExecStart=/a\nExecStart=/b\nType=oneshot\n", "")]
    [InlineData("ExecStart=/a\nExecStart=\nExecStart=/b\n", "")]
    [InlineData("ExecStart=/a\nExecStartPre=/b\nExecStartPre=/c\n", "")]
    [InlineData("ExecStart=/a --one\\\n --two\n", "")]
    public void Two_commands_in_a_unit_are_an_error_unless_it_is_oneshot(string lines, string findings) =>
        Assert.Equal(findings, RawCases.Places(Unit, "[Service]\n" + lines, "debian-12"));

    [Theory]
    [InlineData("nginx.service", "ExecStart=\nExecStart=/a\nExecStart=/b\n", "4:11 warning CG3010")]
    [InlineData("nginx.service", "ExecStart=/a\n", "2:1 warning CG3010")]
    [InlineData("fstrim.service", "ExecStart=/a\n", "")]
    [InlineData("fstrim.service", "Type=simple\nExecStart=/a\n", "3:1 warning CG3010")]
    public void A_drop_in_may_be_for_a_oneshot_unit(string unit, string lines, string findings) =>
        Assert.Equal(findings, RawCases.Places($"etc/systemd/system/{unit}.d/x.conf", "[Service]\n" + lines, "debian-12"));

    [Fact]
    public void Lines_before_any_section_are_told_once() =>
        Assert.Equal("systemd passes over this line and 2 more: they stand in no section.", Assert.Single(RawCases.Lint("etc/systemd/system/x.mount", "a=1\nb=2\nc=3\n").Findings).Message);

    [Fact]
    public void An_included_file_is_told_to_be_included_no_more() =>
        Assert.Equal("systemd 246 and later pass over this line: they no longer include files.", Assert.Single(RawCases.Lint(Unit, ".include /lib/systemd/system/a.service\n[Service]\nNice=5\n").Findings).Message);

    [Theory]
    [InlineData("a.service.in", "TimeoutStopSec={{ T*4//3 }}s\nMemoryMax={{ m }}\n", "2:16 info CG0102")]
    [InlineData("a.service.j2", "{# a comment #}\nNice=5\n", "")]
    [InlineData("a.service", "TimeoutStopSec={{ T*4//3 }}s\n", "2:16 warning CG0102")]
    public void Placeholders_are_told_once_and_expected_in_templates(string path, string lines, string findings) =>
        Assert.Equal(findings, RawCases.Places(path, "[Service]\n" + lines, "debian-12"));

    [Fact]
    public void A_unit_is_no_drop_in() =>
        Assert.Equal("", RawCases.Places(Unit, "[Unit]\nDescription=a\n[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=multi-user.target\n", "debian-12"));

    [Theory]
    [InlineData("etc/sysctl.conf", "Sysctl  False")]
    [InlineData("roles/web/files/sysctl.d/60-web.conf", "Sysctl  False")]
    [InlineData("sysctl.d/README", null)]
    [InlineData("a.service", "Unit a.service False")]
    [InlineData("a@.service.d/x.conf", "Unit a@.service True")]
    [InlineData("service.d/x.conf", "Unit all.service True")]
    [InlineData("etc/systemd/journald.conf.d/x.conf", "Unit journald.conf True")]
    [InlineData("etc/systemd/system.conf", "Unit system.conf False")]
    [InlineData("etc/systemd/network/a.network", null)]
    [InlineData("nginx.conf.d/x.conf", null)]
    [InlineData("a.yaml", null)]
    public void The_path_tells_what_a_file_is(string path, string? form)
    {
        var found = RawForms.OfPath(path);
        Assert.Equal(form, found is null ? null : $"{found.Kind} {found.Unit} {found.IsDropIn}");
    }

    [Theory]
    [InlineData("x.txt", "# a\nkernel.panic = 1\n", "Sysctl ")]
    [InlineData("limits.conf", "[Service]\nLimitNOFILE=1\n", "Unit limits.service")]
    [InlineData("x.conf", "[Unit]\nAfter=a.service\n[Socket]\nBacklog=1\n", "Unit x.socket")]
    [InlineData("etc/sysctl.d/x.conf.j2", "a\n", "Sysctl ")]
    [InlineData("nginx.conf", "worker_processes 1;\n", null)]
    [InlineData("my.cnf", "[mysqld]\nport = 1\n", null)]
    [InlineData("spec.yaml", "spec: v1\nname: web\n", null)]
    [InlineData("colours.mount", "regexp=x\ncolour=red\n", null)]
    [InlineData("etc/systemd/system/a.mount", "Where=/x\n", "Unit a.mount")]
    [InlineData("org.example.service", "[D-BUS Service]\nName=org.example\n", null)]
    public void The_content_tells_where_the_path_does_not(string path, string text, string? form)
    {
        var found = RawForms.Of(path, text);
        Assert.Equal(form, found is null ? null : $"{found.Kind} {found.Unit}");
    }
}
