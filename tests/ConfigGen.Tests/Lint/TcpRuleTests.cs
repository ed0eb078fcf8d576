namespace ConfigGen.Tests.Lint;

public sealed class TcpRuleTests
{
    private static SpecBuilder Debian12() => new SpecBuilder().On("debian-12", "6.1.192");

    [Fact]
    public void CG2010_comes_once_and_names_the_values()
    {
        var finding = Debian12()
            .Set("net.ipv4.tcp_keepalive_time", "30").Set("net.ipv4.tcp_keepalive_intvl", "3").Set("net.ipv4.tcp_keepalive_probes", "2")
            .Lint().Single();
        Assert.Equal(
            "net.ipv4.tcp_keepalive_time = 30, net.ipv4.tcp_keepalive_intvl = 3 and net.ipv4.tcp_keepalive_probes = 2 only apply to sockets that ask for keepalive with SO_KEEPALIVE; they do not turn it on.",
            finding.Message);
    }

    [Fact]
    public void CG2010_of_one_key_is_said_of_one_key() =>
        Assert.Equal(
            ["net.ipv4.tcp_keepalive_time = 600 only applies to sockets that ask for keepalive with SO_KEEPALIVE; it does not turn it on."],
            Debian12().Set("net.ipv4.tcp_keepalive_time", "600").Messages("CG2010"));

    [Fact]
    public void CG2010_is_silent_where_a_unit_asks_for_keepalive() =>
        Assert.Empty(Debian12().Set("net.ipv4.tcp_keepalive_time", "120").Unit("app.socket", "Socket", "KeepAlive", "yes").Messages("CG2010"));

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_probes", "1", "net.ipv4.tcp_keepalive_probes = 1 resets the connection when one probe or its answer is lost.")]
    [InlineData("net.ipv4.tcp_keepalive_probes", "0", "net.ipv4.tcp_keepalive_probes = 0 resets an idle connection without sending a single probe.")]
    [InlineData("net.ipv4.tcp_keepalive_intvl", "1", "net.ipv4.tcp_keepalive_intvl = 1 sends a probe every second at least: with 9 probes an outage of 9 seconds resets every connection that uses keepalive.")]
    public void CG2011_counts_lost_packets(string key, string value, string message) => Assert.Equal([message], Debian12().Set(key, value).Messages("CG2011"));

    [Fact]
    public void CG2011_two_probes_are_enough() => Assert.Empty(Debian12().Set("net.ipv4.tcp_keepalive_probes", "2").Messages("CG2011"));

    [Fact]
    public void CG2101_only_where_the_key_still_exists()
    {
        Assert.Equal(
            ["net.ipv4.tcp_tw_recycle = 1 on rhel-7 drops connections of clients that share an address behind NAT; Linux 4.12 removed the key for it."],
            Debian12().On("rhel-7", "3.10-rhel7.7").Set("net.ipv4.tcp_tw_recycle", "1").Messages("CG2101"));
        Assert.Equal(["CG2002"], Debian12().Set("net.ipv4.tcp_tw_recycle", "1").Codes());
    }

    [Fact]
    public void CG2102_judges_by_the_memory_of_each_target() =>
        Assert.Equal(
            ["net.ipv4.tcp_max_tw_buckets = 36000 is below the default of mid (65536 with 16 GiB) and big (262144 with 256 GiB): over it, sockets are destroyed instead of staying in TIME_WAIT."],
            new SpecBuilder().On("small", 8, "6.1.192").On("mid", 16, "6.1.192").On("big", 256, "6.1.192").Set("net.ipv4.tcp_max_tw_buckets", "36000").Messages("CG2102"));

    [Theory]
    [InlineData(16, "65536")]
    [InlineData(8, "36000")]
    [InlineData(1024, "262144")]
    public void CG2102_the_default_and_more_are_fine(int gibibytes, string value) =>
        Assert.Empty(new SpecBuilder().On("host", gibibytes, "6.1.192").Set("net.ipv4.tcp_max_tw_buckets", value).Lint());

    [Fact]
    public void CG2102_targets_of_one_size_share_the_figures() =>
        Assert.Equal(
            ["net.ipv4.tcp_max_tw_buckets = 36000 is below the default of a and b (65536 with 16 GiB): over it, sockets are destroyed instead of staying in TIME_WAIT."],
            new SpecBuilder().On("a", 16, "6.1.192").On("b", 16, "6.12.117").Set("net.ipv4.tcp_max_tw_buckets", "36000").Messages("CG2102"));

    [Fact]
    public void CG2106_says_from_which_size_on_it_is_a_cut() =>
        Assert.Equal(
            ["net.ipv4.tcp_max_tw_buckets = 36000 cannot be judged for debian-12: it lowers the default on hosts with more than 8 GiB of memory, and the target does not say how much it has."],
            Debian12().On("known", 4, "6.1.192").Set("net.ipv4.tcp_max_tw_buckets", "36000").Messages("CG2106"));

    [Fact]
    public void CG2106_what_no_host_has_by_default_is_no_cut() => Assert.Empty(Debian12().Set("net.ipv4.tcp_max_tw_buckets", "262144").Lint());

    [Fact]
    public void CG2107_and_CG2110_judge_orphans_alike()
    {
        Assert.Equal(["CG2107"], new SpecBuilder().On("host", 16, "6.1.192").Set("net.ipv4.tcp_max_orphans", "16384").Codes());
        Assert.Equal(["CG2110"], Debian12().Set("net.ipv4.tcp_max_orphans", "16384").Codes());
        Assert.Empty(new SpecBuilder().On("host", 4, "6.1.192").Set("net.ipv4.tcp_max_orphans", "16384").Codes());
    }

    [Fact]
    public void CG2103_two_means_on_where_the_key_is_a_switch()
    {
        var messages = Debian12().On("ubuntu-18.04", "4.15-ubuntu18.04").Set("net.ipv4.tcp_tw_reuse", "2").Messages("CG2103");
        Assert.Equal(["net.ipv4.tcp_tw_reuse = 2 means \"for all connections\" on ubuntu-18.04: there the key is a switch, and loopback only does not exist."], messages);
        Assert.Empty(Debian12().Set("net.ipv4.tcp_tw_reuse", "2").Messages("CG2103"));
        Assert.Empty(Debian12().Set("net.ipv4.tcp_tw_reuse", "0").Lint());
    }

    [Fact]
    public void CG2104_speaks_below_seven_seconds()
    {
        Assert.Equal(
            ["net.ipv4.tcp_fin_timeout = 2 does not shorten TIME_WAIT, which is always 60 seconds: it limits how long a closed connection waits in FIN_WAIT_2 for the peer's FIN, and 2 seconds is less than three retransmissions take (1 + 2 + 4 seconds)."],
            Debian12().Set("net.ipv4.tcp_fin_timeout", "2").Messages("CG2104"));
        Assert.Equal(["CG2104"], Debian12().Set("net.ipv4.tcp_fin_timeout", "6").Codes());
        Assert.Empty(Debian12().Set("net.ipv4.tcp_fin_timeout", "7").Codes());
    }

    [Fact]
    public void CG2105_knows_the_linear_timeouts_of_newer_kernels()
    {
        Assert.Equal(
            ["net.ipv4.tcp_syn_retries = 1 makes connect() give up after 3 seconds on debian-12 and after 7 seconds on debian-13."],
            Debian12().On("debian-13", "6.12.117").Set("net.ipv4.tcp_syn_retries", "1").Messages("CG2105"));
        Assert.Equal(
            ["net.ipv4.tcp_syn_retries = 1 makes connect() give up after 3 seconds."],
            new SpecBuilder().On("debian-13", "6.12.117").Set("net.ipv4.tcp_syn_linear_timeouts", "0").Set("net.ipv4.tcp_syn_retries", "1").Messages("CG2105"));
    }

    [Fact]
    public void CG2105_counts_linear_timeouts_on_newer_kernels_without_a_table()
    {
        var kernels = new SpecBuilder().On("newer", "6.6").On("older", "6.3").Set("net.ipv4.tcp_syn_retries", "2").Messages("CG2105");
        Assert.Equal(["net.ipv4.tcp_syn_retries = 2 makes connect() give up after 7 seconds on older and after 11 seconds on newer."], kernels);
    }

    [Theory]
    [InlineData("net.ipv4.tcp_synack_retries", "1", "net.ipv4.tcp_synack_retries = 1 drops a client's half-open connection after 3 seconds, with one repetition of a lost SYN-ACK.")]
    [InlineData("net.ipv4.tcp_retries2", "5", "net.ipv4.tcp_retries2 = 5 can end an established connection after 12.6 seconds without an answer; RFC 1122 asks for at least 100 seconds.")]
    public void CG2105_gives_the_time(string key, string value, string message) => Assert.Equal([message], Debian12().Set(key, value).Messages("CG2105"));

    [Theory]
    [InlineData("net.ipv4.tcp_syn_retries", "3")]
    [InlineData("net.ipv4.tcp_synack_retries", "2")]
    [InlineData("net.ipv4.tcp_retries2", "8")]
    public void CG2105_leaves_ordinary_values_alone(string key, string value) => Assert.Empty(Debian12().Set(key, value).Lint());

    [Fact]
    public void CG2111_says_that_the_limit_is_not_looked_at()
    {
        Assert.Equal(
            ["net.ipv4.tcp_max_syn_backlog = 16384 is not used on debian-12 while net.ipv4.tcp_syncookies is on: a full queue answers with cookies, and the length of the queue comes from listen() and net.core.somaxconn."],
            Debian12().Set("net.ipv4.tcp_max_syn_backlog", "16384").Messages("CG2111"));
        Assert.Empty(Debian12().Set("net.ipv4.tcp_max_syn_backlog", "16384").Set("net.ipv4.tcp_syncookies", "0").Messages("CG2111"));
    }

    [Fact]
    public void CG2108_compares_with_the_cap_that_holds_on_each_target()
    {
        Assert.Equal(
            ["net.ipv4.tcp_max_syn_backlog = 16384 is above net.core.somaxconn on debian-12 (4096) and rhel-8 (128), and no listener gets a backlog longer than that."],
            Debian12().On("rhel-8", "4.18-rhel8.10").Set("net.ipv4.tcp_max_syn_backlog", "16384").Messages("CG2108"));
        Assert.Empty(Debian12().Set("net.core.somaxconn", "16384").Set("net.ipv4.tcp_max_syn_backlog", "16384").Messages("CG2108"));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    public void CG2109_off_and_always_are_reported(string value, int findings) =>
        Assert.Equal(findings, Debian12().Set("net.ipv4.tcp_syncookies", value).Messages("CG2109").Length);
}
