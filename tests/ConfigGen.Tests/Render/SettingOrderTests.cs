namespace ConfigGen.Tests.Render;

public class SettingOrderTests
{
    [Fact]
    public void Forwarding_comes_first_because_it_resets_other_keys()
    {
        string[] expected =
        [
            "net.ipv4.ip_forward = 1",
            "net.ipv4.conf.all.forwarding = 1",
            "net.ipv6.conf.all.forwarding = 1",
            "fs.file-max = 1",
            "net.ipv4.conf.all.accept_redirects = 1",
        ];
        Assert.Equal(expected, Sorted("net.ipv6.conf.all.forwarding", "fs.file-max", "net.ipv4.conf.all.accept_redirects", "net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"));
    }

    [Fact]
    public void All_comes_before_default_before_interfaces()
    {
        string[] expected =
        [
            "net.ipv4.conf.all.rp_filter = 1",
            "net.ipv4.conf.default.arp_filter = 1",
            "net.ipv4.conf.default.rp_filter = 1",
            "net.ipv4.conf.a0.rp_filter = 1",
            "net.ipv4.conf.br0/5.rp_filter = 1",
            "net.ipv4.neigh.default.gc_thresh1 = 1",
            "net.ipv4.neigh.a0.gc_stale_time = 1",
        ];
        Assert.Equal(
            expected,
            Sorted(
                "net.ipv4.conf.br0/5.rp_filter",
                "net.ipv4.conf.a0.rp_filter",
                "net.ipv4.neigh.a0.gc_stale_time",
                "net.ipv4.neigh.default.gc_thresh1",
                "net.ipv4.conf.default.rp_filter",
                "net.ipv4.conf.default.arp_filter",
                "net.ipv4.conf.all.rp_filter"));
    }

    [Fact]
    public void One_way_keys_come_last_and_modules_disabled_after_them()
    {
        string[] expected =
        [
            "vm.swappiness = 1",
            "kernel.example_lock = 1",
            "kernel.kexec_load_disabled = 1",
            "kernel.unprivileged_bpf_disabled = 1",
            "kernel.yama.ptrace_scope = 1",
            "kernel.modules_disabled = 1",
        ];
        Assert.Equal(
            expected,
            Sorted("kernel.modules_disabled", "kernel.example_lock", "kernel.yama.ptrace_scope", "kernel.unprivileged_bpf_disabled", "kernel.kexec_load_disabled", "vm.swappiness"));
    }

    [Theory]
    [InlineData("80", "net.ipv4.ip_unprivileged_port_start = 80", "net.ipv4.ip_local_port_range = 1024 60999")]
    [InlineData("2000", "net.ipv4.ip_local_port_range = 1024 60999", "net.ipv4.ip_unprivileged_port_start = 2000")]
    public void The_port_keys_make_room_for_each_other(string start, string first, string second)
    {
        var spec = new SpecBuilder().Set("net.ipv4.ip_local_port_range", "1024 60999").Set("net.ipv4.ip_unprivileged_port_start", start).Build();
        Assert.Equal([first, second], Rendering.Assignments(Rendering.Text(spec)));
    }

    [Theory]
    [InlineData("1048576", "2097152", "net.ipv4.ipfrag_low_thresh = 1048576", "net.ipv4.ipfrag_high_thresh = 2097152")]
    [InlineData("4194304", "8388608", "net.ipv4.ipfrag_low_thresh = 4194304", "net.ipv4.ipfrag_high_thresh = 8388608")]
    [InlineData("6291456", "8388608", "net.ipv4.ipfrag_high_thresh = 8388608", "net.ipv4.ipfrag_low_thresh = 6291456")]
    public void The_thresholds_for_fragments_make_room_for_each_other(string low, string high, string first, string second)
    {
        var spec = new SpecBuilder().Set("net.ipv4.ipfrag_high_thresh", high).Set("net.ipv4.ipfrag_low_thresh", low).Build();
        Assert.Equal([first, second], Rendering.Assignments(Rendering.Text(spec)));
    }

    private static string[] Sorted(params string[] keys)
    {
        var spec = new SpecBuilder();
        foreach (var key in keys)
        {
            spec.Set(key, "1");
        }

        return Rendering.Assignments(Rendering.Text(spec.Build(), Rendering.SomeFacts));
    }
}
