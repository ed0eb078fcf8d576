namespace ConfigGen.Tests.Lint;

/// <summary>The list that articles on keepalive and web servers have been copying for years: every line gets its verdict.</summary>
public sealed class ArticleTests
{
    private const string Settings = """
        sysctl:
          net.ipv4.tcp_fin_timeout: 2
          net.ipv4.tcp_tw_reuse: 1
          net.ipv4.tcp_tw_recycle: 1
          net.ipv4.tcp_syncookies: 1
          net.ipv4.tcp_keepalive_time: 600
          net.ipv4.ip_local_port_range:
          net.ipv4.tcp_max_syn_backlog: 16384
          net.ipv4.tcp_max_tw_buckets: 36000
          net.ipv4.route.gc_timeout: 100
          net.ipv4.tcp_syn_retries: 1
          net.ipv4.tcp_synack_retries: 1
          net.core.somaxconn: 16384
          net.core.netdev_max_backlog: 16384
          net.ipv4.tcp_max_orphans: 16384

        """;

    [Fact]
    public void Every_line_of_the_list_gets_its_verdict() =>
        Assert.Equal(
            [
                "CG2002 net.ipv4.tcp_tw_recycle",
                "CG2003 net.ipv4.route.gc_timeout",
                "CG2006 net.ipv4.ip_local_port_range",
                "CG2010 net.ipv4.tcp_keepalive_time",
                "CG2103 net.ipv4.tcp_tw_reuse",
                "CG2104 net.ipv4.tcp_fin_timeout",
                "CG2105 net.ipv4.tcp_syn_retries",
                "CG2105 net.ipv4.tcp_synack_retries",
                "CG2106 net.ipv4.tcp_max_tw_buckets",
                "CG2110 net.ipv4.tcp_max_orphans",
                "CG2111 net.ipv4.tcp_max_syn_backlog",
            ],
            Verdicts("{platform: debian-12}", "{platform: ubuntu-24.04}", "{platform: rhel-9}"));

    [Fact]
    public void With_memory_the_two_limits_are_judged()
    {
        var verdicts = Verdicts("{platform: debian-12, memory: 16G}");
        Assert.Contains("CG2102 net.ipv4.tcp_max_tw_buckets", verdicts);
        Assert.Contains("CG2107 net.ipv4.tcp_max_orphans", verdicts);
        Assert.DoesNotContain("CG2106 net.ipv4.tcp_max_tw_buckets", verdicts);
    }

    [Fact]
    public void On_rhel_7_tcp_tw_recycle_is_dangerous_instead_of_gone()
    {
        var verdicts = Verdicts("{platform: rhel-7}");
        Assert.Contains("CG2101 net.ipv4.tcp_tw_recycle", verdicts);
        Assert.DoesNotContain("CG2002 net.ipv4.tcp_tw_recycle", verdicts);
    }

    private static string[] Verdicts(params string[] targets)
    {
        var yaml = "spec: v1\nname: web\ntargets:\n" + string.Concat(targets.Select(t => $"  - {t}\n")) + Settings;
        return PageSpecs.Verdicts(PageSpecs.Compile(yaml).Findings);
    }
}
