namespace ConfigGen.Tests.Cli;

/// <summary>What a reboot would bring, by files alone.</summary>
public sealed class VerifyBootSpecs : IDisposable
{
    private readonly FakeHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void The_file_that_is_read_last_wins_and_the_others_are_named()
    {
        _host.Spec("""
            sysctl:
              kernel.sysrq: 0
              net.core.somaxconn: 16384
              net.ipv4.tcp_fin_timeout: 30
              vm.swappiness: 10

            """);
        _host.File("/etc/sysctl.d/60-web.conf", "kernel.sysrq = 0\nnet.core.somaxconn = 16384\nvm.swappiness = 10\n");
        _host.File("/etc/sysctl.d/99-theirs.conf", "net.core.somaxconn = 4096\n");
        _host.File("/usr/lib/sysctl.d/60-web.conf", "net.core.somaxconn = 128\n");
        _host.File("/etc/sysctl.conf", "vm.swappiness = 60\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml on host, debian-12
                  different   net.core.somaxconn: 4096, where the spec wants 16384
                              /etc/sysctl.d/60-web.conf:2 sets 16384 (read earlier, without effect)
                              /usr/lib/sysctl.d/60-web.conf:1 sets 128 (hidden by /etc/sysctl.d/60-web.conf)
                              /etc/sysctl.d/99-theirs.conf:1 sets 4096 (read last at boot)
                  not set     net.ipv4.tcp_fin_timeout: the spec wants 30
                              no file sets it

                """,
                "1 spec on 1 host: 2 in force, 1 different, 1 not set\n"),
            _host.Run("verify", "--effective", "--root", "host", "web.yaml"));
        Assert.Contains(
            "\n  in force    vm.swappiness: 10\n              the loaders differ on vm.swappiness: sysctl --system ends with 60 (/etc/sysctl.conf:1)\n",
            _host.Run("verify", "--all", "--effective", "--root", "host", "web.yaml").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_followed_inside_of_the_root_alone()
    {
        _host.Spec("sysctl: {vm.swappiness: 10, kernel.sysrq: 0, vm.dirty_ratio: 10}\n");
        _host.Workspace.Write("outside.conf", "vm.dirty_ratio = 10\n");
        _host.File("/etc/sysctl.conf", "vm.swappiness = 10\n");
        _host.File("/usr/share/x.conf", "kernel.sysrq = 0\n");
        _host.Link("/etc/sysctl.d/99-sysctl.conf", "../sysctl.conf");
        _host.Link("/etc/sysctl.d/50-absolute.conf", "/usr/share/x.conf");
        _host.Link("/etc/sysctl.d/51-out.conf", _host.Workspace.PathOf("outside.conf"));
        _host.Link("/etc/sysctl.d/52-up.conf", "../../../../../../outside.conf");
        _host.Link("/etc/sysctl.d/53-loop.conf", "53-loop.conf");

        Assert.Equal(
            "web.yaml on host, debian-12\n  in force    kernel.sysrq: 0\n  not set     vm.dirty_ratio: the spec wants 10\n              no file sets it\n  in force    vm.swappiness: 10\n",
            _host.Run("verify", "--all", "--effective", "--root", "host", "web.yaml").Out);
    }

    [Fact]
    public void A_link_to_dev_null_hides_a_file()
    {
        _host.Spec("sysctl: {vm.swappiness: 10}\n");
        _host.File("/usr/lib/sysctl.d/60-web.conf", "vm.swappiness = 10\n");
        _host.Link("/etc/sysctl.d/60-web.conf", "/dev/null");

        Assert.Equal(1, _host.Run("verify", "--effective", "--root", "host", "web.yaml").Code);
    }

    [Fact]
    public void Whoever_writes_after_boot_has_the_last_word()
    {
        _host.Spec("sysctl: {net.ipv4.ip_forward: {value: 0, pin: true}}\n");
        _host.File("/etc/sysctl.d/60-web.conf", "net.ipv4.ip_forward = 0\n");
        _host.File("/etc/ufw/ufw.conf", "ENABLED=yes\n");
        _host.File("/etc/ufw/sysctl.conf", "# ufw\nnet/ipv4/ip_forward=1\n");

        Assert.Equal(
            "web.yaml on host, debian-12\n  different   net.ipv4.ip_forward: 1, where the spec wants 0\n              /etc/sysctl.d/60-web.conf:1 sets 0 (read last at boot)\n              /etc/ufw/sysctl.conf:2 sets 1 (applied by ufw after boot)\n",
            _host.Run("verify", "--effective", "--root", "host", "web.yaml").Out);
    }

    [Fact]
    public void Units_are_their_file_and_their_drop_ins()
    {
        _host.Spec("""
            units:
              a-b.service:
                Service: {LimitNOFILE: "65536", Restart: always, TimeoutStopSec: 5s, Nice: 5}
              lost.service:
                Service: {Nice: 5}

            """);
        _host.File("/usr/lib/systemd/system/a-b.service", "[Service]\nExecStart=/bin/a\nLimitNOFILE=1024\nNice=1\n");
        _host.File("/etc/systemd/system/a-b.service.d/60-web.conf", "[Service]\nLimitNOFILE=65536\nRestart=always\n");
        _host.File("/etc/systemd/system/a-.service.d/70-theirs.conf", "[Service]\nRestart=no\n");
        _host.File("/usr/lib/systemd/system/service.d/10-all.conf", "[Service]\nNice=5\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml on host, debian-12
                  different   a-b.service Service.Restart: no, where the spec wants always
                              /etc/systemd/system/a-.service.d/70-theirs.conf:2 sets no (drop-in)
                  not set     a-b.service Service.TimeoutStopSec: the spec wants 5s
                              no file sets it
                  absent      lost.service Service.Nice: the spec wants 5
                              there is no such unit, nor a drop-in for it

                """,
                "1 spec on 1 host: 2 in force, 1 different, 1 absent, 1 not set\n"),
            _host.Run("verify", "--effective", "--root", "host", "web.yaml"));
    }
}
