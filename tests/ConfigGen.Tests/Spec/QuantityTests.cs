using ConfigGen.Core.Spec;

namespace ConfigGen.Tests.Spec;

/// <summary>Durations and sizes as people write them.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("2m", 120)]
    [InlineData("1h 30m", 5400)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d", 86400)]
    [InlineData("0.5m", 30)]
    [InlineData("5000ms", 5)]
    [InlineData("0", 0)]
    public void Durations(string text, long seconds)
    {
        Assert.True(Quantities.TrySeconds(text, out var actual));
        Assert.Equal(seconds, actual);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1500ms")]
    [InlineData("2 minutes")]
    [InlineData("m")]
    [InlineData("1.2.3s")]
    [InlineData("1_000")]
    [InlineData("99999999999999999999d")]
    [InlineData("2m,")]
    public void Not_durations_in_whole_seconds(string text) => Assert.False(Quantities.TrySeconds(text, out _));

    [Theory]
    [InlineData("65536", 65536)]
    [InlineData("64Ki", 65536)]
    [InlineData("64K", 65536)]
    [InlineData("16M", 16777216)]
    [InlineData("1.5G", 1610612736)]
    [InlineData("2GiB", 2147483648)]
    [InlineData("1T", 1099511627776)]
    public void Sizes(string text, long bytes)
    {
        Assert.True(Quantities.TryBytes(text, out var actual));
        Assert.Equal(bytes, (long)actual);
    }

    [Theory]
    [InlineData("16 M B")]
    [InlineData("-1")]
    [InlineData("1.0001K")]
    [InlineData("9999999999999999999T")]
    [InlineData("1e3")]
    [InlineData("M")]
    public void Not_sizes(string text) => Assert.False(Quantities.TryBytes(text, out _));

    [Theory]
    [InlineData(17179869184, "16 GiB")]
    [InlineData(1610612736, "1.5 GiB")]
    [InlineData(1000, "1000 bytes")]
    public void Bytes_in_words(long bytes, string words) => Assert.Equal(words, Quantities.BytesInWords(bytes));
}
