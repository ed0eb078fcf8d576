using System.Globalization;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Capture;

public sealed class RangeProbeTests
{
    [Theory]
    [InlineData(0, 1, "0..1")]
    [InlineData(-1, 255, "-1..255")]
    [InlineData(300, 300, "300")]
    [InlineData(12345, 2147483647, "12345..2147483647")]
    [InlineData(-8589934, 8589934, "-8589934..8589934")]
    public void Bounds_are_exact(long low, long high, string expected)
    {
        Int128 standing = low;

        var (accepts, holds, notHeld) = RangeProbe.Run(value => Write(ref standing, value, v => v >= low && v <= high ? v : null), standing);

        Assert.Equal((expected, accepts, 0), (RangeText.Write(accepts!), holds, notHeld.Length));
    }

    [Fact]
    public void What_takes_everything_has_open_ends()
    {
        Int128 standing = 0;

        Assert.Equal("-inf..+inf", RangeText.Write(RangeProbe.Run(value => Write(ref standing, value, v => v), 0).Accepts!));
    }

    [Fact]
    public void What_takes_nothing_has_no_range() => Assert.Equal((null, null), (RangeProbe.Run(_ => new Trial(false, 7), 7).Accepts, RangeProbe.Run(_ => new Trial(false, 7), 7).Holds));

    [Fact]
    public void A_hole_makes_two_runs()
    {
        Int128 standing = 0;

        Assert.Equal("0,512..1024", RangeText.Write(RangeProbe.Run(value => Write(ref standing, value, v => v == 0 || v >= 512 && v <= 1024 ? v : null), 0).Accepts!));
    }

    [Fact]
    public void A_clamped_value_is_accepted_and_not_held()
    {
        Int128 standing = 0;

        var (accepts, holds, notHeld) = RangeProbe.Run(value => Write(ref standing, value, v => v < 0 ? null : Int128.Min(v, 100)), 0);

        Assert.Equal(("0..+inf", "0..100"), (RangeText.Write(accepts!), RangeText.Write(holds!)));
        Assert.Equal(("101", 100, true), (notHeld[0].Low.ToString(CultureInfo.InvariantCulture), (int)notHeld[0].Gives, notHeld[0].WasThere));
    }

    [Theory]
    [InlineData("net.ipv4.tcp_keepalive_time", true)]
    [InlineData("net.ipv4.conf.eth0.rp_filter", true)]
    [InlineData("net.netfilter.nf_hooks_lwtunnel", false)]
    [InlineData("net.ipv4.tcp_fastopen_key", false)]
    [InlineData("vm.swappiness", false)]
    [InlineData("net.acme.limit", false)]
    public void Only_what_was_measured_to_be_a_namespaces_own_is_written(string key, bool expected) => Assert.Equal(expected, Probing.IsSafe(key, SysctlCatalog.BuiltIn));

    private static Trial Write(ref Int128 standing, Int128 value, Func<Int128, Int128?> kernel)
    {
        if (kernel(value) is not { } kept)
        {
            return new Trial(false, standing);
        }

        standing = kept;
        return new Trial(true, standing);
    }
}
