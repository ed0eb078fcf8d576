using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>The expected answers are lines of rhel-minor-changes.tsv and of the tables 4.18-rhel8.10 and 5.14-rhel9.6.</summary>
public sealed class RedHatMinorTests
{
    private static readonly SysctlCatalog Catalog = SysctlCatalog.BuiltIn;

    [Theory]
    [InlineData("kernel.io_uring_disabled", "5.14-rhel9.2", Existence.Absent)]
    [InlineData("kernel.io_uring_disabled", "5.14-rhel9.3", Existence.Exists)]
    [InlineData("kernel.io_uring_group", "5.14-rhel9.3", Existence.Absent)]
    [InlineData("kernel.random.add_interrupt_avg_cycles", "5.14-rhel9.0", Existence.Exists)]
    [InlineData("net.netfilter.nf_conntrack_sctp_timeout_heartbeat_acked", "5.14-rhel9.2", Existence.Exists)]
    [InlineData("net.netfilter.nf_conntrack_sctp_timeout_heartbeat_acked", "5.14-rhel9.3", Existence.Absent)]
    [InlineData("fs.protected_regular", "4.18-rhel8.0", Existence.Absent)]
    [InlineData("fs.protected_regular", "4.18-rhel8.2", Existence.Unknown)]
    [InlineData("fs.protected_regular", "4.18-rhel8.3", Existence.Exists)]
    [InlineData("vm.swappiness", "4.18-rhel8.2", Existence.Exists)]
    public void A_key_is_there_from_the_release_that_brought_it(string key, string table, Existence expected) =>
        Assert.Equal(expected, Catalog.Lookup(key, Kernel(table)).Existence);

    [Theory]
    [InlineData("vm.swappiness", "4.18-rhel8.3", "200", Verdict.Refused)]
    [InlineData("vm.swappiness", "4.18-rhel8.3", "100", Verdict.Accepted)]
    [InlineData("vm.swappiness", "4.18-rhel8.4", "200", Verdict.Accepted)]
    [InlineData("vm.watermark_scale_factor", "5.14-rhel9.1", "2000", Verdict.Refused)]
    [InlineData("net.ipv4.tcp_app_win", "5.14-rhel9.2", "100", Verdict.Accepted)]
    [InlineData("net.ipv4.tcp_app_win", "5.14-rhel9.3", "100", Verdict.Refused)]
    public void A_range_is_that_of_the_release(string key, string table, string value, Verdict expected) =>
        Assert.Equal(expected, Catalog.Accepts(key, Kernel(table), value));

    [Fact]
    public void Defaults_and_modes_are_those_of_the_release()
    {
        Assert.Equal("4096", Catalog.Lookup("net.ipv6.route.max_size", Kernel("5.14-rhel9.1")).Default);
        Assert.Equal("2147483647", Catalog.Lookup("net.ipv6.route.max_size", Kernel("5.14-rhel9.2")).Default);
        Assert.Equal("0644", Catalog.Lookup("kernel.msg_next_id", Kernel("5.14-rhel9.4")).Mode);
        Assert.Equal("0444", Catalog.Lookup("kernel.msg_next_id", Kernel("5.14-rhel9.5")).Mode);
    }

    [Fact]
    public void What_did_not_change_is_as_in_the_table()
    {
        var (minor, later) = (Catalog.Lookup("net.core.somaxconn", Kernel("5.14-rhel9.4")), Catalog.Lookup("net.core.somaxconn", Kernel("5.14-rhel9.6")));
        Assert.Equal(["5.14-rhel9.4"], minor.Evidence.Tables);
        Assert.Equal((later.Type, later.Mode, later.Accepts), (minor.Type, minor.Mode, minor.Accepts));
    }

    [Fact]
    public void Releases_that_nobody_compared_are_answered_by_the_tables_around_them()
    {
        foreach (var table in new[] { "5.14-rhel9.8", "3.10-rhel7.6" })
        {
            var fact = Catalog.Lookup("net.ipv4.tcp_syncookies", Kernel(table));
            Assert.Equal(EvidenceLayer.Interpolated, fact.Evidence.Layer);
        }
    }

    [Fact]
    public void Beyond_the_last_table_mainline_is_the_other_side()
    {
        var next = Kernel("6.12-rhel10.2");
        Assert.Equal(Existence.Exists, Catalog.Lookup("net.core.somaxconn", next).Existence);
        Assert.Equal(Existence.Exists, Catalog.Lookup("kernel.io_uring_disabled", next).Existence);
        Assert.Equal(Existence.Unknown, Catalog.Lookup("net.ipv6.icmp.errors_extension_mask", next).Existence);
        Assert.Equal(Existence.Absent, Catalog.Lookup("net.ipv4.tcp_tw_recycle", next).Existence);
    }

    [Fact]
    public void What_another_distribution_may_have_carried_back_is_not_known()
    {
        var sles = new Kernel(new KernelVersion(6, 4, null), KernelFamily.Other, null);
        Assert.Equal(Existence.Unknown, Catalog.Lookup("kernel.io_uring_disabled", sles).Existence);
        Assert.Equal(Existence.Exists, Catalog.Lookup("net.core.somaxconn", sles).Existence);
        Assert.Equal(Existence.Absent, Catalog.Lookup("net.ipv4.tcp_tw_recycle", sles).Existence);
    }

    private static Kernel Kernel(string table) =>
        new(KernelVersion.TryParse(table[..table.IndexOf('-', StringComparison.Ordinal)], out var version) ? version : default, KernelFamily.RedHat, table);
}
