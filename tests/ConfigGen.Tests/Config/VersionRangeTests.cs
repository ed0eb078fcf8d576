using ConfigGen.Core.Config;

namespace ConfigGen.Tests.Config;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(">=0.1 <2", "0.1.0", true)]
    [InlineData(">=0.1 <2", "1.99.99", true)]
    [InlineData(">=0.1 <2", "2.0.0", false)]
    [InlineData(">=0.1 <2", "0.0.9", false)]
    [InlineData(">=0.1.3", "0.1.2", false)]
    [InlineData(">=0.1.3", "0.1.10", true)]
    [InlineData("<=0.1", "0.1.7", true)]
    [InlineData("<=0.1", "0.2.0", false)]
    [InlineData(">0.1", "0.1.7", false)]
    [InlineData(">0.1", "0.2.0", true)]
    [InlineData("=0.1", "0.1.7", true)]
    [InlineData("=0.1.6", "0.1.7", false)]
    [InlineData("  >=0.1   <1 ", "0.5.0", true)]
    [InlineData(">=1", "1.0.0-rc.1", true)]
    [InlineData("<1", "1.0.0+build", false)]
    public void A_version_is_in_a_range_when_every_comparison_holds(string range, string version, bool isInside) =>
        Assert.Equal(isInside, VersionRange.Parse(range)!.Contains(version));

    [Theory]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData(">=1 || <3")]
    [InlineData(">=1.x")]
    [InlineData(">= 1")]
    [InlineData(">=-1")]
    [InlineData(">=99999999999")]
    public void Anything_else_is_no_range(string range) => Assert.Null(VersionRange.Parse(range));
}
