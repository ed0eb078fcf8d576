using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

public sealed class RangeTextTests
{
    [Theory]
    [InlineData("0..1,3")]
    [InlineData("~0..~3")]
    [InlineData("-inf..-1,~65535..+inf")]
    [InlineData("0..?")]
    [InlineData("all:1..2147483647")]
    public void A_range_is_written_as_it_is_read(string text) => Assert.Equal(text, RangeText.Write(RangeText.Parse(text)!));

    [Theory]
    [InlineData("-8589934..8589934", 0L, null, "~0..8589934")]
    [InlineData("-inf..-9223372036854775808,-8589934..8589934", 0L, null, "~0..8589934")]
    [InlineData("4..10,20..30", 0L, 25L, "~4..10,20..~25")]
    [InlineData("4..10,20..30", 15L, null, "~20..30")]
    [InlineData("4..10", 11L, null, null)]
    public void Outside_of_two_bounds_nothing_is_said(string text, long? low, long? high, string? left) =>
        Assert.Equal(left, RangeText.Parse(text)!.Within(low, high) is { } range ? RangeText.Write(range) : null);
}
