using System.Collections.Immutable;
using ConfigGen.Core.Verify;

namespace ConfigGen.Tests.Verify;

public sealed class UnitPropertyTests
{
    [Theory]
    [InlineData("TimeoutStopSec", "90", "TimeoutStopUSec=1min 30s", true)]
    [InlineData("TimeoutStopSec", "90s", "TimeoutStopUSec=1min 31s", false)]
    [InlineData("TimeoutStopSec", "infinity", "TimeoutStopUSec=infinity", true)]
    [InlineData("TimeoutSec", "5s", "TimeoutStartUSec=5s;TimeoutStopUSec=6s", false)]
    [InlineData("KeepAliveTimeSec", "5s", "KeepAliveTimeUSec=5s", true)]
    [InlineData("KeepAlive", "true", "KeepAlive=yes", true)]
    [InlineData("KeepAlive", "on", "KeepAlive=no", false)]
    [InlineData("LimitNOFILE", "65536", "LimitNOFILE=65536;LimitNOFILESoft=65536", true)]
    [InlineData("LimitNOFILE", "65536", "LimitNOFILE=65536;LimitNOFILESoft=1024", false)]
    [InlineData("LimitCORE", "infinity", "LimitCORE=infinity;LimitCORESoft=infinity", true)]
    [InlineData("LimitMEMLOCK", "64M", "LimitMEMLOCK=67108864;LimitMEMLOCKSoft=67108864", true)]
    [InlineData("MemoryMax", "1G", "MemoryMax=1073741824", true)]
    [InlineData("MemoryMax", "1G", "MemoryMax=infinity", false)]
    [InlineData("CPUQuota", "150%", "CPUQuotaPerSecUSec=1.5s", true)]
    [InlineData("CPUQuota", "50%", "CPUQuotaPerSecUSec=infinity", false)]
    [InlineData("Restart", "on-failure", "Restart=no", false)]
    public void What_systemctl_shows_is_read_in_its_own_words(string directive, string value, string properties, bool expected) =>
        Assert.Equal(expected, UnitProperty.Compare(directive, value, Of(properties))?.IsSame);

    [Theory]
    [InlineData("MemoryMax", "50%", "MemoryMax=8589934592")]
    [InlineData("Environment", "A=1 B=2", "Environment=B=2 A=1")]
    [InlineData("ExecStart", "/bin/a", "ExecStart={ path=/bin/a }")]
    [InlineData("LimitCPU", "30s", "LimitCPU=30;LimitCPUSoft=30")]
    [InlineData("ReadWritePaths", "/a", "")]
    public void What_may_only_be_spelt_otherwise_is_left_to_the_files(string directive, string value, string properties) =>
        Assert.Null(UnitProperty.Compare(directive, value, Of(properties)));

    private static ImmutableDictionary<string, string> Of(string properties) =>
        properties.Split(';', StringSplitOptions.RemoveEmptyEntries).ToImmutableDictionary(p => p.Split('=')[0], p => p.Split('=', 2)[1], StringComparer.Ordinal);
}
