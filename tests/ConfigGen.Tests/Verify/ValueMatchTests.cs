using ConfigGen.Core.Text;
using ConfigGen.Core.Verify;

namespace ConfigGen.Tests.Verify;

public sealed class ValueMatchTests
{
    [Theory]
    [InlineData("net.ipv4.tcp_rmem", "4096 131072 6291456", "4096\t131072\t6291456", true)]
    [InlineData("net.ipv4.tcp_rmem", "4096 131072 6291456", "4096\t131072\t4194304", false)]
    [InlineData("kernel.printk", "4", "4\t4\t1\t7", true)]
    [InlineData("kernel.sysrq", "0x10", "16", true)]
    [InlineData("kernel.core_pattern", "core", "core.%p", false)]
    [InlineData("kernel.core_pattern", "|/bin/x %p", "|/bin/x %p", true)]
    [InlineData("net.ipv4.tcp_congestion_control", "bbr", "cubic", false)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "9000-9001,8080", "8080,9000-9001", true)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "8080", "8080-8081", false)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "", "", true)]
    [InlineData("vm.swappiness", "", "60", false)]
    public void Read_back_is_compared_field_by_field(string key, string wanted, string found, bool expected) => Assert.Equal(expected, ValueMatch.IsSame(key, wanted, found));

    [Fact]
    public void The_output_of_sysctl_is_read_with_its_complaints()
    {
        var (values, odd, count) = SysctlListing.Read(new SourceText("x", """
            vm.swappiness = 60
            dev.cdrom.info = CD-ROM information
            dev.cdrom.info = drive name:
            net.ipv4.conf.eth0/100.rp_filter = 2
            kernel.core_pattern = |/bin/x a=b
            sysctl: permission denied on key "fs.protected_fifos"
            sysctl: reading key "net.ipv6.conf.all.stable_secret"
            sysctl: error reading key 'kernel.cad_pid': Permission denied
            what is this

            """));

        Assert.Equal(
            "dev.cdrom.info=CD-ROM information\ndrive name:;fs.protected_fifos=?;kernel.cad_pid=?;kernel.core_pattern=|/bin/x a=b;net.ipv4.conf.eth0/100.rp_filter=2;net.ipv6.conf.all.stable_secret=?;vm.swappiness=60",
            string.Join(';', values.Select(v => $"{v.Key}={v.Value ?? "?"}")));
        Assert.Equal(("what is this", 1), (Assert.Single(odd).Text, count));
    }

    [Theory]
    [InlineData("a.service", "a.service.d service.d")]
    [InlineData("a-b-c.service", "a-b-c.service.d a-b-.service.d a-.service.d service.d")]
    [InlineData("app@one.socket", "app@one.socket.d app@.socket.d socket.d")]
    [InlineData("x-y@1.service", "x-y@1.service.d x-y@.service.d x-.service.d service.d")]
    public void Folders_of_drop_ins_have_the_names_that_systemd_looks_for(string unit, string expected) => Assert.Equal(expected, string.Join(' ', UnitTree.DropInFolders(unit)));
}
