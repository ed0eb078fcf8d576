namespace ConfigGen.Tests.Cli;

public sealed class VerifySpecs : IDisposable
{
    private const string Title = "web.yaml on this host, kernel 6.1.0-42-amd64, debian-12\n";

    private readonly FakeHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Every_setting_is_held_against_the_host()
    {
        _host.Spec("""
            sysctl:
              fs.pipe-max-size: 1000000
              kernel.sysrq: 0
              net.core.somaxconn: 16384
              net.ipv4.icmp_ratelimit: 998
              net.ipv4.tcp_fin_timeout: 30
              net.netfilter.nf_conntrack_max: 262144
              vm.swappiness: {at_least: 10}

            """);
        _host.Key("fs.pipe-max-size", "1048576");
        _host.Key("kernel.sysrq", "0");
        _host.Key("net.core.somaxconn", "4096");
        _host.Key("net.ipv4.icmp_ratelimit", "1000");
        _host.Key("net.ipv4.tcp_fin_timeout", "60");
        _host.Key("vm.swappiness", "60");
        _host.File("/etc/sysctl.d/60-web.conf", "net.core.somaxconn = 16384\nnet.ipv4.tcp_fin_timeout = 30\n");
        _host.File("/etc/sysctl.d/99-theirs.conf", "# theirs\nnet.core.somaxconn = 4096\n");

        Assert.Equal(
            new CliResult(
                1,
                Title + """
                  clamped     fs.pipe-max-size: 1048576, where the spec wants 1000000
                              the kernel makes 1048576 of 1000000: write what it holds
                  different   net.core.somaxconn: 4096, where the spec wants 16384
                              /etc/sysctl.d/99-theirs.conf:2 sets 4096 (read last at boot)
                  clamped     net.ipv4.icmp_ratelimit: 1000, where the spec wants 998
                              the kernel makes 1000 of 998: write what it holds
                  different   net.ipv4.tcp_fin_timeout: 60, where the spec wants 30
                              /etc/sysctl.d/60-web.conf:2 sets 30 (read last at boot)
                              the files are as they should be: something wrote the key after they were applied, or they have not been applied since they changed (systemctl restart systemd-sysctl)
                  absent      net.netfilter.nf_conntrack_max: the spec wants 262144
                              the module nf_conntrack brings it, and is not loaded

                """,
                "1 spec on 1 host: 2 in force, 2 clamped, 2 different, 1 absent\n"),
            _host.Run("verify", "web.yaml"));
    }

    [Fact]
    public void What_is_in_force_is_listed_when_asked_for()
    {
        _host.Spec("sysctl:\n  net.ipv4.tcp_rmem: [4096, 131072, 33554432]\n  vm.swappiness: 10\n");
        _host.Key("net.ipv4.tcp_rmem", "4096\t131072\t33554432");
        _host.Key("vm.swappiness", "10");

        Assert.Equal(new CliResult(0, Title + "  all 2 in force\n", "1 spec on 1 host: 2 in force\n"), _host.Run("verify", "web.yaml"));
        Assert.Equal(
            new CliResult(0, Title + "  in force    net.ipv4.tcp_rmem: 4096 131072 33554432\n  in force    vm.swappiness: 10\n", "1 spec on 1 host: 2 in force\n"),
            _host.Run("verify", "--all", "web.yaml"));
    }

    [Fact]
    public void Conditions_are_evaluated_with_the_hosts_own_facts()
    {
        _host.Spec("""
            outputs: {ansible: {role: web_tuning}}
            sysctl:
              vm.dirty_ratio: [{when: {memory: ">=8G"}, value: 10}, {value: 20}]
              vm.dirty_background_ratio: [{when: {cpus: ">=4"}, value: 3}, {value: 5}]
              vm.min_free_kbytes: {of_memory: 1%}

            """);
        _host.Key("vm.dirty_ratio", "20");
        _host.Key("vm.dirty_background_ratio", "5");
        _host.Key("vm.min_free_kbytes", "163034");

        Assert.Equal(
            new CliResult(
                1,
                Title + "  different   vm.dirty_ratio: 20, where the spec wants 10\n              no file sets it, and this is what the kernel starts with\n",
                "1 spec on 1 host: 2 in force, 1 different\n"),
            _host.Run("verify", "web.yaml"));
    }

    [Fact]
    public void A_pattern_is_every_key_that_it_stands_for_but_those_spelt_out()
    {
        _host.Spec("sysctl:\n  net.ipv4.conf.*.rp_filter: 2\n  net.ipv4.conf.eth0.rp_filter: 1\n");
        _host.Key("net.ipv4.conf.all.rp_filter", "2");
        _host.Key("net.ipv4.conf.eth0.rp_filter", "1");
        _host.Key("net.ipv4.conf.eth1.rp_filter", "0");

        Assert.Equal(
            Title + "  different   net.ipv4.conf.eth1.rp_filter: 0, where the spec wants 2\n              no file sets it, and this is what the kernel starts with\n",
            _host.Run("verify", "web.yaml").Out);
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_no_drift_and_no_success()
    {
        _host.Spec("sysctl: {vm.swappiness: 10}\n");
        _host.Key("vm.swappiness", "10", mode: 128);

        Assert.Equal(
            new CliResult(2, Title + "  unreadable  vm.swappiness: the spec wants 10\n              the key is there and cannot be read\n", "1 spec on 1 host: 1 unreadable\n"),
            _host.Run("verify", "web.yaml"));
    }

    [Fact]
    public void A_key_that_can_only_be_written_is_not_known()
    {
        _host.Spec("sysctl: {vm.compact_memory: 1}\n");
        _host.Key("vm.compact_memory", "", mode: 128);

        Assert.Equal(
            (0, Title + "  not known   vm.compact_memory: the spec wants 1\n              the key can only be written: what was written to it cannot be read back\n"),
            (_host.Run("verify", "web.yaml").Code, _host.Run("verify", "web.yaml").Out));
    }

    [Fact]
    public void A_list_that_only_procps_reads_is_named()
    {
        _host.Spec("sysctl: {vm.swappiness: 10}\n");
        _host.Key("vm.swappiness", "33");
        _host.File("/etc/sysctl.conf", "vm.swappiness = 33\n");

        Assert.EndsWith("\n              /etc/sysctl.conf:1 sets 33 (read by sysctl --system alone, not at boot)\n", _host.Run("verify", "web.yaml").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ufw", "/etc/ufw/sysctl.conf:1 sets 1 (applied by ufw after boot)")]
    [InlineData("tuned", "/usr/lib/tuned/base/tuned.conf:2 sets 1 (TuneD's profile, applied after boot)")]
    [InlineData("docker", "docker.service sets 1 (when it starts, unless /etc/docker/daemon.json has \"ip-forward\": false)")]
    [InlineData("libvirt", "/etc/libvirt/qemu/networks/autostart/default.xml sets 1 (libvirt, when it starts this network)")]
    [InlineData("unit", "/etc/systemd/system/fwd.service:2 sets 1 (a unit that is enabled)")]
    [InlineData("script", "/etc/rc.local:2 sets 1 (a script that runs at boot, or when an interface comes up)")]
    public void Who_else_sets_it_is_named(string writer, string expected)
    {
        _host.Spec("sysctl: {net.ipv4.ip_forward: {value: 0, pin: true}}\n");
        _host.Key("net.ipv4.ip_forward", "1");
        _host.File("/etc/sysctl.d/60-web.conf", "net.ipv4.ip_forward = 0\n");
        Install(writer);

        Assert.Equal(
            Title + $"  different   net.ipv4.ip_forward: 1, where the spec wants 0\n              /etc/sysctl.d/60-web.conf:1 sets 0 (read last at boot)\n              {expected}\n",
            _host.Run("verify", "web.yaml").Out);
    }

    [Theory]
    [InlineData("protectKernelDefaults: false\n", "kubelet.service sets 1 (when it starts, unless /var/lib/kubelet/config.yaml has protectKernelDefaults: true)")]
    [InlineData("protectKernelDefaults: true\n", "no file says what is there: something wrote it after boot")]
    public void The_kubelet_is_named_unless_it_leaves_the_kernel_alone(string configuration, string expected)
    {
        _host.Spec("sysctl: {vm.overcommit_memory: 2}\n");
        _host.Key("vm.overcommit_memory", "1");
        _host.File("/etc/sysctl.d/60-web.conf", "vm.overcommit_memory = 0\n");
        _host.File("/etc/systemd/system/multi-user.target.wants/kubelet.service", "");
        _host.File("/var/lib/kubelet/config.yaml", configuration);

        Assert.EndsWith($"\n              /etc/sysctl.d/60-web.conf:1 sets 0 (read last at boot)\n              {expected}\n", _host.Run("verify", "web.yaml").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_that_says_nothing_plain_is_not_verified()
    {
        _host.Spec("sysctls: {vm.swappiness: 10}\n");

        var result = _host.Run("verify", "web.yaml");

        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.EndsWith("\nnothing verified\n", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("web.yaml:4:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_is_left_to_the_specs_that_extend_it()
    {
        _host.Workspace.Write("layer.yaml", "spec: v1\nlayer: true\nsysctl: {vm.swappiness: 10}\n");

        Assert.Equal(new CliResult(0, "", "configgen: layer.yaml is a layer: verify the specs that extend it\nnothing verified\n"), _host.Run("verify", "layer.yaml"));
    }

    [Fact]
    public void A_spec_comes_from_standard_input()
    {
        _host.Key("vm.swappiness", "10");
        _host.Workspace.Input = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl: {vm.swappiness: 10}\n"u8.ToArray();

        Assert.Equal(new CliResult(0, "<stdin> on this host, kernel 6.1.0-42-amd64, debian-12\n  all 1 in force\n", "1 spec on 1 host: 1 in force\n"), _host.Run("verify", "-"));
    }

    [Theory]
    [InlineData("--dump x --effective web.yaml", "--dump is what was in force, --effective what the files say: name one of them.")]
    [InlineData("--root / web.yaml", "--root needs --effective: what is in force can be asked of this host only.")]
    [InlineData("--effective --root nowhere web.yaml", "--root \"nowhere\" is not a folder.")]
    [InlineData("--effective --root . web.yaml", "--root \".\" holds neither etc nor usr: it is no root folder of a system.")]
    [InlineData("--dump - -", "standard input cannot be both the spec and the dump.")]
    [InlineData("", "name at least one spec, or - for standard input.")]
    [InlineData("--format yaml web.yaml", "--format takes text or json or junit, not \"yaml\".")]
    public void Command_lines_that_make_no_sense(string arguments, string expected) => Assert.Equal(
        new CliResult(2, "", $"configgen verify: {expected}\nRun 'configgen verify --help' to see what it takes.\n"),
        _host.Run(["verify", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    [Fact]
    public void Without_proc_there_is_nothing_to_look_at()
    {
        using var workspace = new Workspace();

        Assert.Equal(
            new CliResult(2, "", "configgen verify: there is no /proc/sys here: name a dump of a host with --dump, or a root folder with --effective --root.\nRun 'configgen verify --help' to see what it takes.\n"),
            workspace.Run("verify", "web.yaml"));
    }

    private void Install(string writer)
    {
        const string Wants = "/etc/systemd/system/multi-user.target.wants/";
        switch (writer)
        {
            case "ufw":
                _host.File("/etc/ufw/ufw.conf", "ENABLED=yes\n");
                _host.File("/etc/default/ufw", "IPT_SYSCTL=/etc/ufw/sysctl.conf\n");
                _host.File("/etc/ufw/sysctl.conf", "net/ipv4/ip_forward=1\n");
                break;
            case "tuned":
                _host.File(Wants + "tuned.service", "");
                _host.File("/etc/tuned/tuned-main.conf", "reapply_sysctl = 0\n");
                _host.File("/etc/tuned/active_profile", "mine\n");
                _host.File("/etc/tuned/mine/tuned.conf", "[main]\ninclude=base\n");
                _host.File("/usr/lib/tuned/base/tuned.conf", "[sysctl]\nnet.ipv4.ip_forward=1\n");
                break;
            case "docker":
                _host.File(Wants + "docker.service", "");
                break;
            case "libvirt":
                _host.File(Wants + "virtnetworkd.socket", "");
                _host.File("/etc/libvirt/qemu/networks/autostart/default.xml", "<network>\n  <name>default</name>\n  <forward mode='nat'/>\n</network>\n");
                break;
            case "unit":
                _host.File(Wants + "fwd.service", "");
                _host.File("/etc/systemd/system/fwd.service", "[Service]\nExecStart=/usr/sbin/sysctl -w net.ipv4.ip_forward=1\n");
                break;
            default:
                _host.Script("/etc/rc.local", "#!/bin/sh\necho 1 > /proc/sys/net/ipv4/ip_forward\n");
                break;
        }
    }
}
