using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint;

/// <summary>What platforms change about findings.</summary>
public sealed class PlatformRuleTests
{
    private const string Unit = "units:\n  a.service:\n    Service: {Nice: 5}\n";

    [Fact]
    public void CG5006_names_every_target_without_systemd() => Assert.Equal(
        "spec.yaml:5:3 CG5006 a.service does nothing on alpine-3.22 and alpine-3.23: there is no systemd.",
        Specs.Findings(Specs.On("{platform: alpine-3.22}, {platform: debian-13}, {platform: alpine-3.23}", Unit)));

    [Fact]
    public void CG5006_is_quiet_where_a_condition_keeps_the_unit_away() => Assert.Equal("", Specs.Findings(Specs.On(
        "{platform: alpine-3.22}, {platform: debian-13}",
        "units: {a.service: {Service: {CPUWeight: {value: 200, when: {platform: debian-13}}}}}\n")));

    [Theory]
    [InlineData("{platform: alpine-3.23, systemd: 257}")]
    [InlineData("{platform: sles-16.0}")]
    [InlineData("{kernel: \"6.12\"}")]
    public void CG5006_is_quiet_where_there_is_or_may_be_one(string target) => Assert.Empty(Specs.Findings(Specs.On(target, Unit)));

    [Fact]
    public void CG2012_is_quiet_about_a_default_that_the_distribution_changes()
    {
        const string Body = "sysctl: {vm.max_map_count: 65530}\n";
        Assert.Contains("CG2012 vm.max_map_count = 65530", Specs.Findings(Specs.On("{platform: debian-12}", Body)), StringComparison.Ordinal);
        Assert.DoesNotContain("CG2012", Specs.Findings(Specs.On("{platform: debian-13}", Body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ubuntu-22.04")]
    [InlineData("fedora-44")]
    [InlineData("sles-16.0")]
    public void CG2012_is_quiet_where_the_files_of_the_distribution_are_not_known_and_others_change_the_key(string platform)
    {
        Assert.DoesNotContain("CG2012", Specs.Findings(Specs.On($"{{platform: {platform}}}", "sysctl: {net.ipv4.conf.default.rp_filter: 0}\n")), StringComparison.Ordinal);
        Assert.Contains("CG2012", Specs.Findings(Specs.On($"{{platform: {platform}}}", "sysctl: {net.ipv4.tcp_sack: 1}\n")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.ipv6.conf.all.disable_ipv6: 1, net.ipv6.conf.eth0.disable_ipv6: 0")]
    [InlineData("net.ipv4.conf.default.accept_redirects: 0, net.ipv4.conf.eth0.accept_redirects: 1")]
    [InlineData("net.ipv4.ip_forward: 1, net.ipv4.conf.eth0.forwarding: 0")]
    [InlineData("kernel.panic: -1")]
    [InlineData("kernel.printk: [4, 4, 1, 7]")]
    public void CG2012_is_quiet_about_exceptions_and_what_the_boot_decides(string settings) =>
        Assert.DoesNotContain("CG2012", Specs.Findings(Specs.On("{platform: debian-12}", $"sysctl: {{{settings}}}\n")), StringComparison.Ordinal);

    [Fact]
    public void A_minor_release_is_judged_by_its_own_kernel()
    {
        const string Body = "sysctl: {vm.swappiness: 150}\n";
        Assert.Contains("CG2004", Specs.Findings(Specs.On("{platform: almalinux-8.3}", Body)), StringComparison.Ordinal);
        Assert.DoesNotContain("CG2004", Specs.Findings(Specs.On("{platform: almalinux-8.4}", Body)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_on_a_release_holds_on_its_minor_releases()
    {
        const string Body = "sysctl: {vm.swappiness: [{when: {platform: rhel-9}, value: 7}]}\n";
        Assert.Equal("7", Specs.Value(Specs.Compile(Specs.On("{platform: rhel-9.4}", Body)), "vm.swappiness"));
        Assert.Equal("(nothing)", Specs.Value(Specs.Compile(Specs.On("{platform: almalinux-9}", Body)), "vm.swappiness"));
    }
}
