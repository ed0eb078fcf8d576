using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Systemd;

/// <summary>The keepalive intent on socket units.</summary>
public sealed class SocketKeepaliveTests
{
    private const string Child = "spec: v1\nname: t\ntargets: [{platform: debian-12}]\nextends: [base.yaml]\n";

    [Fact]
    public void The_intent_becomes_four_directives() => Assert.Equal(
        ["[Socket] KeepAlive=yes", "[Socket] KeepAliveTimeSec=120s", "[Socket] KeepAliveIntervalSec=30s", "[Socket] KeepAliveProbes=3"],
        Directives(("spec.yaml", Specs.On("{platform: debian-12}", "keepalive: {idle: 2m, interval: 30s, probes: 3, units: [a.socket]}\n"))));

    [Fact]
    public void A_unit_without_times_only_asks_for_keepalive() => Assert.Equal(
        ["[Socket] KeepAlive=yes"],
        Directives(("spec.yaml", Specs.On("{platform: debian-12}", "keepalive: {units: [a.socket]}\n"))));

    [Fact]
    public void A_layer_may_give_the_times_and_the_spec_the_unit() => Assert.Equal(
        ["[Socket] KeepAlive=yes", "[Socket] KeepAliveTimeSec=120s", "[Socket] KeepAliveProbes=5"],
        Directives(
            ("spec.yaml", Child + "keepalive: {probes: 5, units: [a.socket]}\n"),
            ("base.yaml", "spec: v1\nlayer: true\nkeepalive: {idle: 2m, probes: 3}\n")));

    [Fact]
    public void What_the_unit_says_itself_stays_beside_it() => Assert.Equal(
        ["[Unit] Description=app", "[Socket] Backlog=4096", "[Socket] KeepAlive=on", "[Socket] KeepAliveTimeSec=120s"],
        Directives(("spec.yaml", Specs.On("{platform: debian-12}", "keepalive: {idle: 2m, units: [a.socket]}\nunits: {a.socket: {Unit: {Description: app}, Socket: {KeepAlive: on, Backlog: 4096}}}\n"))));

    private static string[] Directives(params (string Path, string Text)[] files)
    {
        var compilation = Specs.Compile(files);
        Assert.False(compilation.HasErrors, Specs.Lines(compilation));
        var unit = Assert.Single(compilation.Spec!.Units);
        Assert.Equal("a.socket", unit.Name.Value);
        return
        [
            .. from section in unit.Sections
               from directive in section.Directives
               from value in directive.Values
               select $"[{section.Name.Value}] {directive.Name.Value}={value.Text}",
        ];
    }
}
