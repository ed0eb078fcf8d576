using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Tests.Render;

/// <summary>What the two loaders make of odd spellings; the expectations were tried with systemd-sysctl 252 and procps 4.0.2.</summary>
public class SysctlFragmentReaderTests
{
    [Theory]
    [InlineData("vm.swappiness = 10", "vm/swappiness", "10")]
    [InlineData("vm.swappiness=10", "vm/swappiness", "10")]
    [InlineData("  vm.swappiness \t=\t 10  ", "vm/swappiness", "10")]
    [InlineData("vm/swappiness = 10", "vm/swappiness", "10")]
    [InlineData("net.ipv4.conf.br0/5.rp_filter = 2", "net/ipv4/conf/br0.5/rp_filter", "2")]
    [InlineData("net/ipv4/conf/br0.5/rp_filter = 2", "net/ipv4/conf/br0.5/rp_filter", "2")]
    [InlineData("net.ipv4.ip_local_reserved_ports =", "net/ipv4/ip_local_reserved_ports", "")]
    [InlineData("kernel.core_pattern = |/bin/x = %p # %e", "kernel/core_pattern", "|/bin/x = %p # %e")]
    public void An_assignment_is_read(string line, string file, string value) =>
        Assert.Equal([new SysctlAssignment(1, file, value, false)], SysctlFragmentReader.Read(line).Assignments);

    [Fact]
    public void Comments_and_empty_lines_are_passed_over()
    {
        var read = SysctlFragmentReader.Read("# a = 1\n; b = 2\n\n   # c = 3\n \t\nvm.swappiness = 1\n");
        Assert.Equal([new SysctlAssignment(6, "vm/swappiness", "1", false)], read.Assignments);
        Assert.Empty(read.OddLines);
    }

    [Fact]
    public void A_leading_dash_is_not_part_of_the_key() =>
        Assert.Equal([new SysctlAssignment(1, "vm/swappiness", "1", true)], SysctlFragmentReader.Read("-vm.swappiness = 1").Assignments);

    [Theory]
    [InlineData("vm.swappiness 10", "it is no assignment")]
    [InlineData("-vm.swappiness", "it is no assignment")]
    [InlineData("net.ipv4.conf.*.rp_filter = 1", "its key is a pattern that may match other keys")]
    [InlineData("net.ipv4.conf.eth[01].rp_filter = 1", "its key is a pattern that may match other keys")]
    [InlineData("vm. swappiness = 1", "its key holds a blank")]
    [InlineData("vm.swappiness = 1\r", "it holds a control character")]
    [InlineData("vm.swappiness = 1\0", "it holds a control character")]
    [InlineData("# comment\rvm.swappiness = 1", "it holds a control character")]
    [InlineData("net//x = 1", "its key names no file below /proc/sys")]
    [InlineData("net/../x = 1", "its key names no file below /proc/sys")]
    [InlineData("= 1", "its key names no file below /proc/sys")]
    public void What_the_loaders_do_not_both_take_as_one_assignment_is_odd(string line, string why)
    {
        var read = SysctlFragmentReader.Read(line);
        Assert.Empty(read.Assignments);
        Assert.Equal(why, Assert.Single(read.OddLines).Why);
    }
}
