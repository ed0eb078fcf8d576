namespace ConfigGen.Tests.Lint;

public sealed class RelationRuleTests
{
    private static SpecBuilder Debian12() => new SpecBuilder().On("debian-12", "6.1.192");

    [Fact]
    public void CG4001_shows_the_arithmetic() =>
        Assert.Equal(
            ["On debian-12 a dead peer is noticed after 120 + 30 × 9 = 390 seconds, not within 240."],
            Debian12().Keepalive(idle: 120, interval: 30, probes: 9, detectWithin: 240).Messages("CG4001"));

    [Fact]
    public void CG4001_takes_defaults_for_what_is_not_set() =>
        Assert.Equal(
            ["On debian-12 a dead peer is noticed after 7200 + 75 × 9 = 7875 seconds, not within 7874."],
            Debian12().Keepalive(detectWithin: 7874).Messages("CG4001"));

    [Fact]
    public void CG4001_keeps_quiet_when_the_promise_holds() =>
        Assert.Empty(Debian12().Keepalive(idle: 120, interval: 30, probes: 3, detectWithin: 210).Messages("CG4001"));

    [Fact]
    public void CG4001_takes_what_is_rendered_over_the_intent() =>
        Assert.Equal(
            ["On debian-12 a dead peer is noticed after 600 + 30 × 3 = 690 seconds, not within 240."],
            Debian12().Keepalive(idle: 120, interval: 30, probes: 3, detectWithin: 240).Set("net.ipv4.tcp_keepalive_time", "600").Messages("CG4001"));

    [Theory]
    [InlineData(350, 30, "CG4002")]
    [InlineData(600, 30, "CG4002")]
    [InlineData(340, 30, "CG4005")]
    [InlineData(320, 30, "CG4005")]
    public void CG4002_and_CG4005_want_room_for_two_probes(int idle, int interval, string code) =>
        Assert.Contains(code, Debian12().Keepalive(idle: idle, interval: interval, probes: 3, middlebox: 350).Codes());

    [Fact]
    public void CG4002_and_CG4005_are_silent_with_room() =>
        Assert.Empty(Debian12().Keepalive(idle: 319, interval: 30, probes: 3, middlebox: 350).Codes());

    [Fact]
    public void CG4003_a_range_upside_down() =>
        Assert.Equal(
            ["net.ipv4.ip_local_port_range = 60999 32768 ends before it begins, and the kernel refuses it."],
            Debian12().Set("net.ipv4.ip_local_port_range", "60999", "32768").Messages("CG4003"));

    [Fact]
    public void CG4003_privileged_ports_where_the_kernel_knows_them()
    {
        var spec = Debian12().On("rhel-7", "3.10-rhel7.7").Set("net.ipv4.ip_local_port_range", "1023", "65000");
        Assert.Equal(["net.ipv4.ip_local_port_range = 1023 65000 begins below the first unprivileged port (1024) of debian-12, and the kernel refuses it."], spec.Messages("CG4003"));
        Assert.Empty(spec.Messages("CG2004"));
        Assert.Empty(Debian12().Set("net.ipv4.ip_unprivileged_port_start", "80").Set("net.ipv4.ip_local_port_range", "1023", "65000").Messages("CG4003"));
    }

    [Theory]
    [InlineData("1024", "65535", 0)]
    [InlineData("32768", "60999", 0)]
    [InlineData("10240", "61000", 1)]
    [InlineData("10241", "65535", 1)]
    public void CG4006_ends_of_the_same_parity(string low, string high, int findings) =>
        Assert.Equal(findings, Debian12().Set("net.ipv4.ip_local_port_range", low, high).Messages("CG4006").Length);

    [Fact]
    public void CG4006_does_not_suggest_a_port_above_the_last() =>
        Assert.Equal("write [10242, 65535]", Debian12().Set("net.ipv4.ip_local_port_range", "10241", "65535").Lint().Single().Help);

    [Fact]
    public void CG4004_names_the_two_fields() =>
        Assert.Equal(
            ["net.ipv4.tcp_rmem = 4096 16777216 131072: default (16777216) is above max (131072); the fields are min, default and max."],
            Debian12().Set("net.ipv4.tcp_rmem", "4096", "16777216", "131072").Messages("CG4004"));

    [Fact]
    public void CG4004_equal_fields_are_in_order() => Assert.Empty(Debian12().Set("net.ipv4.tcp_wmem", "4096", "4096", "4096").Messages("CG4004"));
}
