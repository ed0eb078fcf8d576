using ConfigGen.Core.Catalog;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint.Raw;

/// <summary>What systemd-sysctl 252 and procps 4.0.2 were seen to do with the same files; tests/real/import runs them again.</summary>
public sealed class SysctlTreeTests
{
    private const string Time = "net.ipv4.tcp_keepalive_time";

    [Fact]
    public void Files_are_read_by_name_whatever_folder_they_stand_in()
    {
        var tree = Tree(("/usr/lib/sysctl.d/50-a.conf", ""), ("/etc/sysctl.d/10-b.conf", ""), ("/run/sysctl.d/Z.conf", ""), ("/usr/local/lib/sysctl.d/60.conf", ""), ("/lib/sysctl.d/55.conf", ""));

        Assert.Equal(["/etc/sysctl.d/10-b.conf", "/usr/lib/sysctl.d/50-a.conf", "/lib/sysctl.d/55.conf", "/usr/local/lib/sysctl.d/60.conf", "/run/sysctl.d/Z.conf"], tree.Systemd.Files.Select(f => f.Path));
        Assert.Equal(tree.Systemd.Files, tree.Procps.Files);
    }

    [Fact]
    public void A_file_hides_those_of_the_same_name_in_weaker_folders()
    {
        var tree = Tree(("/usr/lib/sysctl.d/20-c.conf", $"{Time} = 13\n"), ("/run/sysctl.d/20-c.conf", $"{Time} = 14\n"), ("/lib/sysctl.d/20-c.conf", ""));

        Assert.Equal("14", tree.Systemd.For(new SysctlKey(Time))!.Value);
        var lost = Assert.Single(tree.Systemd.Lost);
        Assert.Equal(("13", SysctlLoss.HiddenFile, "/run/sysctl.d/20-c.conf"), (lost.Line.Value, lost.Loss, lost.By.Path));
        Assert.Equal(["/lib/sysctl.d/20-c.conf", "/usr/lib/sysctl.d/20-c.conf"], tree.Procps.Unread.Select(u => u.File.Path));
        Assert.All(tree.Procps.Unread, u => Assert.Equal("/run/sysctl.d/20-c.conf", u.By!.Path));
    }

    [Fact]
    public void Only_procps_reads_sysctl_conf_and_it_does_so_last()
    {
        var tree = Tree(("/etc/sysctl.conf", $"{Time} = 1\n"), ("/etc/sysctl.d/zz.conf", $"{Time} = 2\n"));

        Assert.Equal(("2", "1"), (tree.Systemd.For(new SysctlKey(Time))!.Value, tree.Procps.For(new SysctlKey(Time))!.Value));
        var unread = Assert.Single(tree.Systemd.Unread);
        Assert.Equal(("/etc/sysctl.conf", null), (unread.File.Path, unread.By));
        Assert.Empty(tree.Procps.Unread);
    }

    [Fact]
    public void Only_procps_reads_hidden_files_and_neither_reads_other_endings()
    {
        var tree = Tree(("/etc/sysctl.d/.41.conf", $"{Time} = 8\n"), ("/etc/sysctl.d/40.txt", $"{Time} = 7\n"));

        Assert.Equal((null, "8"), (tree.Systemd.For(new SysctlKey(Time))?.Value, tree.Procps.For(new SysctlKey(Time))!.Value));
        Assert.Equal(["/etc/sysctl.d/.41.conf", "/etc/sysctl.d/40.txt"], tree.Systemd.Unread.Select(u => u.File.Path));
        Assert.Equal(["/etc/sysctl.d/40.txt"], tree.Procps.Unread.Select(u => u.File.Path));
    }

    [Fact]
    public void A_plain_line_and_an_exclusion_go_before_a_pattern_wherever_they_stand()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "net.ipv4.conf.*.rp_filter = 2\n-net.ipv4.conf.lo.rp_filter\nnet.ipv4.conf.all.rp_filter=1\n"));

        Assert.All([tree.Systemd, tree.Procps], load => Assert.Equal(
            ["1", "2", "", "2"],
            new[] { "all", "default", "lo", "eth0/5" }.Select(name => load.For(new SysctlKey($"net.ipv4.conf.{name}.rp_filter"))?.Value ?? "")));
    }

    [Fact]
    public void An_exclusion_by_pattern_excludes_nothing()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "net.ipv4.conf.*.rp_filter = 2\n-net.ipv4.conf.l*.rp_filter\n"));

        Assert.All([tree.Systemd, tree.Procps], load => Assert.Equal("2", load.For(new SysctlKey("net.ipv4.conf.lo.rp_filter"))?.Value));
    }

    [Fact]
    public void A_later_exclusion_takes_a_line_back_in_systemd_alone()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "net.ipv4.tcp_syn_retries = 3\n-net.ipv4.tcp_syn_retries\n"), ("/etc/sysctl.d/b.conf", "-net.ipv4.tcp_synack_retries\nnet.ipv4.tcp_synack_retries = 4\n"));

        Assert.Equal(["4"], tree.Systemd.Settings.Select(s => s.Value));
        Assert.Equal(["3", "4"], tree.Procps.Settings.Select(s => s.Value));
        Assert.Equal([SysctlLoss.Exclusion, SysctlLoss.LaterLine], tree.Systemd.Lost.Select(l => l.Loss));
        Assert.Empty(tree.Procps.Lost);
    }

    [Fact]
    public void Of_two_patterns_the_later_counts_but_a_repeated_one_keeps_its_place_in_systemd()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "net.ipv4.conf.?ll.arp_ignore = 1\nnet.ipv4.conf.a*.arp_ignore = 2\nnet.ipv4.conf.?ll.arp_ignore = 1\n"));
        var key = new SysctlKey("net.ipv4.conf.all.arp_ignore");

        Assert.Equal(("2", "1"), (tree.Systemd.For(key)!.Value, tree.Procps.For(key)!.Value));
    }

    [Fact]
    public void Values_are_kept_to_the_letter()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "kernel.hostname = \"a  b\" # c\r\nkernel/domainname=x\ty \nnet.ipv4.tcp_retries2 =\nnet.ipv4.ip_default_ttl == 62\n/net/ipv4/tcp_retries1 = 010\n"));

        Assert.Equal(["\"a  b\" # c", "x\ty", "", "= 62", "010"], tree.Systemd.Settings.Select(s => s.Value));
        Assert.Equal(tree.Systemd.Settings, tree.Procps.Settings);
    }

    [Fact]
    public void What_nobody_can_take_is_listed()
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", "= 5\nnot a setting\n- net.ipv4.tcp_retries1 = 4\n..net.ipv4.tcp_syncookies = 0\nnet.ipv4.ip default_ttl = 63\n# fine\n; fine\n\n"));

        Assert.Equal([1, 2, 3, 4, 5], tree.Systemd.Odd.Select(o => o.Span.Start.Line));
        Assert.Empty(tree.Systemd.Settings);
    }

    [Fact]
    public void Another_writer_is_told_apart() =>
        Assert.Equal(["/etc/ufw/sysctl.conf"], Tree(("/etc/ufw/sysctl.conf", $"{Time} = 1\n"), ("/home/x.conf", "")).OtherWriters.Select(f => f.Path));

    [Theory]
    [InlineData("net.ipv4.conf.[ad]*.x", "net.ipv4.conf.all.x", true)]
    [InlineData("net.ipv4.conf.[!a]*.x", "net.ipv4.conf.all.x", false)]
    [InlineData("net.ipv4.conf.[]a]ll.x", "net.ipv4.conf.all.x", true)]
    [InlineData("net.ipv4.conf.[a.x", "net.ipv4.conf.[a.x", true)]
    [InlineData("net.ipv4.conf.eth[0-3].x", "net.ipv4.conf.eth2.x", true)]
    [InlineData("net.ipv4.conf.eth[0-3].x", "net.ipv4.conf.eth4.x", false)]
    [InlineData("net.ipv4.*.x", "net.ipv4.conf.all.x", false)]
    [InlineData("net.ipv4.conf.e*h*.x", "net.ipv4.conf.enth/5.x", true)]
    [InlineData("net.ipv4.conf.e*h?.x", "net.ipv4.conf.eth.x", false)]
    public void Patterns_match_as_glob_does(string pattern, string key, bool matches)
    {
        var tree = Tree(("/etc/sysctl.d/a.conf", pattern + " = 1\n"));

        Assert.Equal(matches, tree.Systemd.For(new SysctlKey(key)) is not null);
    }

    private static SysctlTree Tree(params (string Path, string Text)[] files) => SysctlTree.Of(files.Select(f => new SysctlTreeFile(f.Path, new SourceText(f.Path, f.Text))));
}
