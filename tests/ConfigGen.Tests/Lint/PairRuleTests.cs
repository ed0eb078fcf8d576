using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>Rules on two settings: their boundaries, and what they take for the one that is not set.</summary>
public sealed class PairRuleTests
{
    private const string Debian12 = "{platform: debian-12, memory: 16G}";

    [Theory]
    [InlineData("vm.dirty_bytes: 1048576; vm.dirty_ratio: 20", "CG4007")]
    [InlineData("vm.dirty_bytes: 1048576; vm.dirty_ratio: 0", "")]
    [InlineData("vm.dirty_bytes: 1048576", "")]
    [InlineData("vm.dirty_background_bytes: 1048576; vm.dirty_background_ratio: 5", "CG4007")]
    [InlineData("vm.dirty_background_bytes: 1048576; vm.dirty_ratio: 30", "")]
    [InlineData("vm.overcommit_memory: 2; vm.admin_reserve_kbytes: 131072; vm.overcommit_kbytes: 4096; vm.overcommit_ratio: 80", "CG4007")]
    [InlineData("vm.dirty_background_ratio: 19", "")]
    [InlineData("vm.dirty_background_ratio: 20", "CG4008")]
    [InlineData("vm.dirty_background_ratio: 20; vm.dirty_ratio: 21", "")]
    [InlineData("vm.dirty_ratio: 11", "")]
    [InlineData("vm.dirty_ratio: 10", "CG4008")]
    [InlineData("vm.dirty_ratio: 10; vm.dirty_background_ratio: 5", "")]
    [InlineData("vm.dirty_ratio: 5; vm.dirty_background_bytes: 1048576", "")]
    [InlineData("vm.dirty_background_ratio: 30; vm.dirty_bytes: 1073741824", "")]
    [InlineData("vm.dirty_background_bytes: 1048576; vm.dirty_bytes: 1048576", "CG4008")]
    [InlineData("vm.dirty_background_bytes: 1048575; vm.dirty_bytes: 1048576", "")]
    [InlineData("vm.overcommit_ratio: 80", "CG4009")]
    [InlineData("vm.overcommit_ratio: 80; vm.overcommit_memory: 1", "CG4009")]
    [InlineData("vm.overcommit_ratio: 80; vm.overcommit_memory: 2; vm.admin_reserve_kbytes: 131072", "")]
    [InlineData("vm.overcommit_kbytes: 4194304", "CG4009")]
    [InlineData("vm.overcommit_memory: 2", "CG4010")]
    [InlineData("vm.overcommit_memory: 2; vm.admin_reserve_kbytes: 127999", "CG4010")]
    [InlineData("vm.overcommit_memory: 2; vm.admin_reserve_kbytes: 128000", "")]
    [InlineData("vm.overcommit_memory: 1", "")]
    public void Memory(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Theory]
    [InlineData("net.ipv4.tcp_mem: [1, 2, 4194304]", "")]
    [InlineData("net.ipv4.tcp_mem: [1, 2, 4194305]", "CG4011")]
    [InlineData("net.ipv4.udp_mem: [4096, 87380, 16777216]", "CG4011")]
    [InlineData("net.ipv4.tcp_mem: [4096, 16384, 4000000]; net.ipv4.tcp_wmem: [4096, 16384, 4000000]", "CG4011")]
    [InlineData("net.ipv4.tcp_mem: [4096, 16384, 4000000]; net.ipv4.tcp_wmem: [4096, 16384, 4000001]", "")]
    [InlineData("net.core.rmem_default: 212993", "CG4012")]
    [InlineData("net.core.rmem_default: 262144; net.core.rmem_max: 262144", "")]
    [InlineData("net.core.wmem_default: 262145; net.core.wmem_max: 262144", "CG4012")]
    [InlineData("net.ipv4.tcp_tw_reuse: 1; net.ipv4.tcp_timestamps: 0", "CG2103 CG2112 CG4013")]
    [InlineData("net.ipv4.tcp_tw_reuse: 1", "CG2103")]
    [InlineData("net.ipv4.tcp_tw_reuse: 0; net.ipv4.tcp_timestamps: 0", "CG2112")]
    public void Tcp(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Theory]
    [InlineData("net.ipv4.conf.all.rp_filter: 1; net.ipv4.conf.eth0.rp_filter: 0", "CG4014")]
    [InlineData("net.ipv4.conf.all.rp_filter: 2; net.ipv4.conf.default.rp_filter: 1", "CG4014")]
    [InlineData("net.ipv4.conf.all.rp_filter: 1; net.ipv4.conf.eth0.rp_filter: 2", "")]
    [InlineData("net.ipv4.conf.eth0.rp_filter: 0", "")]
    [InlineData("net.ipv4.conf.all.send_redirects: 0", "CG4015")]
    [InlineData("net.ipv4.conf.all.send_redirects: 0; net.ipv4.conf.default.send_redirects: 0", "")]
    [InlineData("net.ipv4.conf.all.send_redirects: 0; net.ipv4.conf.eth0.send_redirects: 0", "")]
    [InlineData("net.ipv4.conf.all.accept_redirects: 0", "CG4015")]
    [InlineData("net.ipv4.conf.all.accept_redirects: 0; net.ipv4.ip_forward: 1", "")]
    [InlineData("net.ipv4.conf.all.send_redirects: 0; net.ipv4.ip_forward: 1", "CG4015")]
    [InlineData("net.ipv6.conf.all.forwarding: 1; net.ipv6.conf.eth0.accept_ra: 1", "CG4016")]
    [InlineData("net.ipv6.conf.all.forwarding: 1; net.ipv6.conf.eth0.accept_ra: 2", "")]
    [InlineData("net.ipv6.conf.all.forwarding: 0; net.ipv6.conf.eth0.accept_ra: 1", "")]
    [InlineData("net.ipv6.conf.eth0.accept_ra: 1", "")]
    [InlineData("net.ipv4.neigh.default.gc_thresh1: 512", "")]
    [InlineData("net.ipv4.neigh.default.gc_thresh1: 513", "CG4018")]
    [InlineData("net.ipv6.neigh.default.gc_thresh3: 511", "CG4018")]
    [InlineData("net.ipv6.neigh.default.gc_thresh3: 512", "")]
    [InlineData("net.ipv4.neigh.default.gc_thresh2: 4096; net.ipv4.neigh.default.gc_thresh3: 4095", "CG4018")]
    public void Network(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Theory]
    [InlineData("net.netfilter.nf_conntrack_buckets: 1024; net.netfilter.nf_conntrack_max: 8192", "")]
    [InlineData("net.netfilter.nf_conntrack_buckets: 1024; net.netfilter.nf_conntrack_max: 8193", "CG4019")]
    [InlineData("net.netfilter.nf_conntrack_max: 4000000", "")]
    [InlineData("net.netfilter.nf_conntrack_tcp_timeout_established: 7200", "CG4020")]
    [InlineData("net.netfilter.nf_conntrack_tcp_timeout_established: 7201", "")]
    [InlineData("kernel.panic: 0; kernel.panic_on_oops: 1", "CG4021")]
    [InlineData("kernel.panic: 0; vm.panic_on_oom: 2", "CG4021")]
    [InlineData("kernel.panic: 0; kernel.panic_on_oops: 0", "")]
    [InlineData("kernel.panic: 1; kernel.panic_on_oops: 1", "")]
    [InlineData("kernel.panic_on_oops: 1", "")]
    [InlineData("kernel.shmall: 2; kernel.shmmax: 8192", "")]
    [InlineData("kernel.shmall: 2; kernel.shmmax: 8193", "CG4022")]
    [InlineData("kernel.shmall: 2", "")]
    [InlineData("net.core.default_qdisc: fq_codel; net.ipv4.tcp_congestion_control: bbr", "CG4024")]
    [InlineData("net.core.default_qdisc: fq_codel; net.ipv4.tcp_congestion_control: cubic", "")]
    [InlineData("net.ipv4.tcp_congestion_control: bbr", "")]
    [InlineData("fs.suid_dumpable: 2; kernel.core_pattern: core", "CG4025")]
    [InlineData("fs.suid_dumpable: 2; kernel.core_pattern: '|/bin/false'", "")]
    [InlineData("fs.suid_dumpable: 0; kernel.core_pattern: core", "")]
    [InlineData("fs.suid_dumpable: 2", "")]
    [InlineData("kernel.sem: [250, 250, 32, 128]", "")]
    [InlineData("kernel.sem: [250, 249, 32, 128]", "CG4026")]
    public void Kernel(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Theory]
    [InlineData("router", "net.ipv4.ip_forward: 0", "CG4017")]
    [InlineData("k8s-node", "net.ipv4.conf.all.forwarding: 0", "CG4017")]
    [InlineData("web", "net.ipv4.ip_forward: 0", "")]
    [InlineData("k8s-node", "kernel.modules_disabled: 1", "CG2301 CG4023")]
    [InlineData("web", "kernel.modules_disabled: 1", "CG2301")]
    [InlineData("router", "net.ipv4.conf.all.rp_filter: 1", "CG4027")]
    [InlineData("router", "net.ipv4.conf.all.rp_filter: 2", "")]
    [InlineData("web", "net.ipv4.conf.all.rp_filter: 1", "")]
    public void Purpose(string purpose, string settings, string expected) => Assert.Equal(expected, Codes(settings, $"purpose: [{purpose}]\n"));

    [Theory]
    [InlineData("8080", "", "")]
    [InlineData("32767", "", "")]
    [InlineData("32768", "", "CG4028")]
    [InlineData("'[::1]:60999'", "", "CG4028")]
    [InlineData("61000", "", "")]
    [InlineData("10240", "net.ipv4.ip_local_port_range: [10240, 60999]", "CG4028")]
    [InlineData("10240", "net.ipv4.ip_local_port_range: [10242, 60999]", "")]
    [InlineData("40005", "net.ipv4.ip_local_reserved_ports: '80,40000-40010'", "")]
    [InlineData("40011", "net.ipv4.ip_local_reserved_ports: '80,40000-40010'", "CG4028")]
    [InlineData("/run/40000", "", "")]
    [InlineData("'vsock:2:40000'", "", "")]
    public void CG4028_knows_the_range_and_what_is_reserved(string listen, string setting, string expected) =>
        Assert.Equal(expected, Codes(setting, $"units: {{a.socket: {{Socket: {{ListenStream: {listen}}}}}}}\n"));

    [Theory]
    [InlineData("vm.oom_kill_allocating_task: 1; vm.panic_on_oom: 2", "CG4029")]
    [InlineData("vm.oom_kill_allocating_task: 1; vm.panic_on_oom: 1", "")]
    [InlineData("kernel.core_uses_pid: 1; kernel.core_pattern: /c/%p", "CG4029")]
    [InlineData("kernel.core_uses_pid: 0; kernel.core_pattern: /c/%p", "")]
    [InlineData("kernel.core_uses_pid: 1; kernel.core_pattern: /c/%e", "")]
    public void CG4029_names_what_overrules(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Theory]
    [InlineData("net.ipv4.ipfrag_high_thresh: 3145727", "CG4030")]
    [InlineData("net.ipv4.ipfrag_high_thresh: 3145728", "")]
    [InlineData("net.ipv4.ipfrag_high_thresh: 2097152; net.ipv4.ipfrag_low_thresh: 2097152", "")]
    [InlineData("net.ipv4.ipfrag_high_thresh: 2097152; net.ipv4.ipfrag_low_thresh: 2097153", "CG4030")]
    [InlineData("net.ipv6.ip6frag_low_thresh: 4194305", "CG4030")]
    [InlineData("kernel.sched_rt_runtime_us: 1000001", "CG4030")]
    [InlineData("kernel.sched_rt_runtime_us: 999999", "")]
    [InlineData("kernel.sched_rt_runtime_us: -1", "")]
    [InlineData("net.sctp.rto_max: 999", "CG4030")]
    public void CG4030_limits_bound_each_other(string settings, string expected) => Assert.Equal(expected, Codes(settings));

    [Fact]
    public void A_pair_is_judged_target_by_target()
    {
        var findings = Specs.Compile(Specs.On(
            "{platform: debian-12}, {platform: debian-13}",
            "sysctl: {vm.dirty_background_ratio: 15, vm.dirty_ratio: [{when: {platform: debian-13}, value: 15}, {value: 30}]}\n")).Findings;
        var found = Assert.Single(findings);
        Assert.Equal("CG4008 vm.dirty_background_ratio = 15 is not below vm.dirty_ratio = 15, on debian-13: the kernel then starts writing back at half of the limit for writers.", $"{found.Code} {found.Message}");
        Assert.Equal("write less than 15, as in 7", found.Help);
        Assert.Equal("vm.dirty_ratio is set here", Assert.Single(found.Related).Message);
    }

    [Fact]
    public void What_only_the_host_decides_is_not_taken_for_the_default() =>
        Assert.DoesNotContain("CG4009", Codes("vm.overcommit_ratio: 80; vm.overcommit_memory: [{when: {memory: '>=64G'}, value: 2}, {value: 0}]", targets: "{platform: debian-12}"), StringComparison.Ordinal);

    [Fact]
    public void CG4011_gives_sizes_to_a_tenth() => Assert.Equal(
        "net.ipv4.tcp_mem = 4388608 4388608 4388608 counts pages, not bytes: the last number is 16.7 GiB, more than the memory of debian-12 (16 GiB): the limit never holds.",
        Assert.Single(Specs.Compile(Specs.On(Debian12, "sysctl: {net.ipv4.tcp_mem: [4388608, 4388608, 4388608]}\n")).Findings).Message);

    [Theory]
    [InlineData(
        "vm.dirty_bytes: 1048576; vm.dirty_ratio: 20",
        "vm.dirty_bytes = 1048576 and vm.dirty_ratio = 20 on debian-12 are the same limit in two forms: the kernel sets the one to 0 when the other is written, so only the later line holds.",
        "delete one of vm.dirty_bytes and vm.dirty_ratio")]
    [InlineData(
        "vm.overcommit_ratio: 80",
        "vm.overcommit_ratio = 80 has no effect with vm.overcommit_memory, 0 by default, on debian-12: the kernel limits promised memory in mode 2 only.",
        "delete the line, or set vm.overcommit_memory to 2 if promises are to be limited")]
    [InlineData(
        "vm.overcommit_memory: 2",
        "vm.overcommit_memory = 2 with the default of vm.admin_reserve_kbytes, 8192 at most, on debian-12: once all memory is promised, root may be unable to log in and end a process; the kernel documentation asks for about 128 MB in this mode.",
        "set vm.admin_reserve_kbytes to 131072")]
    [InlineData(
        "net.ipv4.conf.all.rp_filter: 1; net.ipv4.conf.eth0.rp_filter: 0",
        "net.ipv4.conf.eth0.rp_filter = 0 does not hold beside net.ipv4.conf.all.rp_filter = 1, on debian-12: the kernel takes the higher of the two for each interface, which is 1.",
        "set net.ipv4.conf.all.rp_filter to the lowest that any interface needs, and raise the others one by one")]
    [InlineData(
        "net.ipv4.conf.all.send_redirects: 0",
        "net.ipv4.conf.all.send_redirects = 0 alone switches nothing off, on debian-12: one of all and the interface being 1 is enough, and interfaces start with net.ipv4.conf.default.send_redirects, 1 by default.",
        "set net.ipv4.conf.default.send_redirects to 0 as well")]
    [InlineData(
        "kernel.panic: 0; kernel.panic_on_oops: 1; vm.panic_on_oom: 1",
        "kernel.panic = 0 lets a host that has panicked stand still until somebody resets it, and kernel.panic_on_oops = 1 and vm.panic_on_oom = 1 ask for panics.",
        "write the seconds after which it restarts, as in 10")]
    public void Words(string settings, string message, string help)
    {
        var found = Assert.Single(Specs.Compile(Specs.On("{platform: debian-12}", Sysctl(settings))).Findings, f => f.Code.Id.StartsWith("CG4", StringComparison.Ordinal));
        Assert.Equal((message, help), (found.Message, found.Help));
    }

    private static string Codes(string settings, string head = "", string targets = Debian12) =>
        string.Join(' ', Specs.Compile(Specs.On(targets, head + Sysctl(settings))).Findings
            .Select(f => f.Code.Id)
            .Where(id => id is not ("CG2012" or "CG2010"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    private static string Sysctl(string settings) =>
        settings.Length == 0 ? "" : $"sysctl:\n  {settings.Replace("; ", "\n  ", StringComparison.Ordinal)}\n";
}
