namespace ConfigGen.Tests.Cli;

/// <summary>Units of the live host: what systemctl shows, what the process has, what the files say.</summary>
public sealed class VerifyUnitSpecs : IDisposable
{
    private const string Title = "web.yaml on this host, kernel 6.1.0-42-amd64, debian-12\n";

    private readonly FakeHost _host = new();

    public VerifyUnitSpecs() => _host.Spec("units:\n  a.service:\n    Service: {LimitNOFILE: \"1024:65536\"}\n");

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_drop_in_that_wins_is_named()
    {
        Show("LimitNOFILE=4096\nLimitNOFILESoft=4096\nFragmentPath=/usr/lib/systemd/system/a.service\nDropInPaths=/etc/systemd/system/a.service.d/60-web.conf /etc/systemd/system/a.service.d/99-theirs.conf\n");
        _host.File("/usr/lib/systemd/system/a.service", "[Service]\nExecStart=/bin/a\n");
        _host.File("/etc/systemd/system/a.service.d/60-web.conf", "[Service]\nLimitNOFILE=1024:65536\n");
        _host.File("/etc/systemd/system/a.service.d/99-theirs.conf", "[Service]\n# theirs\nLimitNOFILE=4096\n");

        Assert.Equal(
            new CliResult(
                1,
                Title + "  different   a.service Service.LimitNOFILE: 4096, where the spec wants 1024:65536\n              /etc/systemd/system/a.service.d/99-theirs.conf:3 sets 4096 (drop-in)\n",
                "1 spec on 1 host: 1 different\n"),
            _host.Run("verify", "web.yaml"));
    }

    [Fact]
    public void A_process_that_was_started_before_still_has_its_old_limits()
    {
        Show("LimitNOFILE=65536\nLimitNOFILESoft=1024\nMainPID=77\n");
        _host.File("/proc/77/limits", "Limit                     Soft Limit           Hard Limit           Units     \nMax open files            1024                 524288               files     \n");

        Assert.Equal(
            Title + "  different   a.service Service.LimitNOFILE: 1024:524288, where the spec wants 1024:65536\n              process 77 still runs with its old limits, or its system allows no more: systemctl restart a.service\n",
            _host.Run("verify", "web.yaml").Out);
    }

    [Fact]
    public void What_systemctl_does_not_show_is_looked_for_in_the_files()
    {
        _host.Spec("units:\n  a.service:\n    Service: {ExecStartPre: [\"\", /bin/check], Environment: [A=1, \"B=two words\"]}\n");
        Show("ExecStartPre={ path=/bin/check ; argv[]=/bin/check ; }\nFragmentPath=/etc/systemd/system/a.service\nDropInPaths=/etc/systemd/system/a.service.d/60-web.conf\nNeedDaemonReload=yes\n");
        _host.File("/etc/systemd/system/a.service", "[Service]\nExecStartPre=/bin/first\nEnvironment=C=3\n");
        _host.File("/etc/systemd/system/a.service.d/60-web.conf", "[Service]\nExecStartPre=\nExecStartPre=/bin/check\nEnvironment=A=1\n");

        Assert.Equal(
            Title + """
              different   a.service Service.Environment: C=3 A=1, where the spec wants A=1 B=two words
                          /etc/systemd/system/a.service.d/60-web.conf:4 sets A=1 (drop-in)
                          its files changed since systemd read them: systemctl daemon-reload
              in force    a.service Service.ExecStartPre: /bin/check
                          its files changed since systemd read them: systemctl daemon-reload

            """,
            _host.Run("verify", "--all", "web.yaml").Out);
    }

    [Fact]
    public void Without_systemd_nothing_is_known()
    {
        var result = _host.Run("verify", "web.yaml");

        Assert.Equal((0, Title + "  not known   a.service Service.LimitNOFILE: the spec wants 1024:65536\n              systemctl does not answer: is systemd running here?\n"), (result.Code, result.Out));
    }

    [Fact]
    public void A_template_is_no_unit_that_runs()
    {
        _host.Spec("units:\n  a@.service:\n    Service: {Nice: 5}\n");

        Assert.Equal(Title + "  not known   a@.service Service.Nice: the spec wants 5\n              a template: its instances are not looked at\n", _host.Run("verify", "web.yaml").Out);
    }

    private void Show(string properties) => _host.Programs["systemctl show --no-pager -- a.service"] = $"Id=a.service\nNames=a.service\nLoadState=loaded\n{properties}";
}
