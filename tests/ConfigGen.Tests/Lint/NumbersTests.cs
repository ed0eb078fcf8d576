using ConfigGen.Core.Lint;

namespace ConfigGen.Tests.Lint;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("10", 10)]
    [InlineData("-1", -1)]
    [InlineData("0", 0)]
    [InlineData("0x1e", 30)]
    [InlineData("00", 0)]
    [InlineData("07", 7)]
    public void Numbers_that_yaml_and_the_kernel_read_alike_are_read(string text, int expected)
    {
        Assert.True(KernelNumber.TryParse(text, out var value));
        Assert.Equal(expected, (int)value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+5")]
    [InlineData("010")]
    [InlineData("08")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("5k")]
    [InlineData("1.5")]
    [InlineData("0o17")]
    [InlineData(" 7")]
    [InlineData("true")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void Everything_else_is_no_number(string text) => Assert.False(KernelNumber.TryParse(text, out _));

    [Theory]
    [InlineData("010", 10, 8)]
    [InlineData("-010", -10, -8)]
    [InlineData("030", 30, 24)]
    [InlineData("07", 7, 7)]
    public void A_leading_zero_has_two_readings(string text, int yaml, int kernel)
    {
        Assert.True(KernelNumber.TryLeadingZero(text, out var yamlReads, out var kernelReads));
        Assert.Equal((yaml, kernel), ((int)yamlReads, (int)kernelReads!.Value));
    }

    [Fact]
    public void Eight_and_nine_are_no_octal_digits()
    {
        Assert.True(KernelNumber.TryLeadingZero("09", out var yamlReads, out var kernelReads));
        Assert.Equal(9, (int)yamlReads);
        Assert.Null(kernelReads);
    }

    [Theory]
    [InlineData("true", "write 1", "1")]
    [InlineData("No", "write 0", "0")]
    [InlineData("1_000", "write 1000", "1000")]
    [InlineData("1e3", "write 1000", "1000")]
    [InlineData("+5", "write 5", "5")]
    [InlineData("0o17", "write 15", "15")]
    [InlineData("\"30\"", "write 30", "30")]
    [InlineData("5k", "write the number in full: the kernel reads no suffix", null)]
    [InlineData("1.5", "write a whole number", null)]
    [InlineData("1,2", "write several numbers as a list, as in [4096, 87380], or with blanks between them", null)]
    [InlineData("{{ x }}", "write the number: values are not templates", null)]
    [InlineData("many", "write a whole number in decimal digits", null)]
    public void Advice_names_the_number_where_there_is_no_doubt(string text, string help, string? replacement) =>
        Assert.Equal((help, replacement), NumberAdvice.For(text));

    // 1 GiB: what every measured kernel shows. 8 GiB: 32768, as the article found on CentOS 7.
    [Theory]
    [InlineData(1, 4096)]
    [InlineData(4, 16384)]
    [InlineData(8, 32768)]
    [InlineData(12, 65536)]
    [InlineData(16, 65536)]
    [InlineData(17, 65536)]
    [InlineData(64, 262144)]
    [InlineData(1024, 262144)]
    public void Half_of_the_connection_table_follows_memory(int gibibytes, int expected) =>
        Assert.Equal(expected, (int)BootDefaults.HalfOfConnectionTable((Int128)gibibytes << 30));

    [Theory]
    [InlineData(36000, 8192)]
    [InlineData(32768, 8192)]
    [InlineData(32767, 4096)]
    [InlineData(16384, 4096)]
    [InlineData(1024, 256)]
    public void The_largest_memory_whose_default_is_not_above_a_value(int value, int mebibytes) =>
        Assert.Equal(mebibytes, (int)(BootDefaults.LargestMemoryNotAbove(value)!.Value >> 20));

    [Fact]
    public void Tiny_values_are_below_every_default()
    {
        Assert.Null(BootDefaults.LargestMemoryNotAbove(100));
        Assert.Null(BootDefaults.LargestMemoryNotAbove(0));
        Assert.Null(BootDefaults.LargestMemoryNotAbove(-5));
    }

    // The sums that ip-sysctl.rst itself gives.
    [Theory]
    [InlineData(6, 0, 127)]
    [InlineData(6, 4, 131)]
    [InlineData(5, 0, 63)]
    [InlineData(1, 0, 3)]
    [InlineData(1, 4, 7)]
    public void Handshake_time_doubles_from_one_second(int retries, int linear, int seconds) =>
        Assert.Equal(seconds, RetryTime.Handshake(retries, linear));

    [Fact]
    public void Eight_retries_reach_the_hundred_seconds_of_rfc_1122()
    {
        Assert.Equal(1022, RetryTime.EstablishedTenths(8));
        Assert.Equal(510, RetryTime.EstablishedTenths(7));
    }
}
