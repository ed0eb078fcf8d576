using System.Text.Json;

namespace ConfigGen.Tests.Cli;

/// <summary>The screens of <c>explain</c>.</summary>
public sealed class ExplainPageSpecs : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_wide_pattern_fits_on_a_screen_and_json_has_every_key()
    {
        using var page = JsonDocument.Parse(_workspace.Run("explain", "net.ipv4.*", "--format", "json").Out);
        var lines = _workspace.Run("explain", "net.ipv4.*").Out.TrimEnd('\n').Split('\n');

        var keys = page.RootElement.GetProperty("keys").GetArrayLength();
        Assert.Equal(44, lines.Length);
        Assert.Equal($"  … and {keys - 40} more: --format json has them all", lines[^1]);
    }

    [Fact]
    public void A_directive_that_was_removed() => Shows(
        """
        CPUShares  (cpu)

          Share of CPU time among the units of a slice, on the old cgroup hierarchy.

          takes         number from 2 to 262144
          default       1024
          scale         CPUShares=1024 is the default as CPUWeight=100 is; the range 2 to 262144 became
                        1 to 10000
          parser        SHARES
          see also      CPUWeight
          obsolete      discouraged since systemd 252, ignored since systemd 258; write CPUWeight
                        (another scale: shares default to 1024, weights to 100 (1 to 10000))

        Sections:
          [Mount] [Scope] [Service] [Slice] [Socket] [Swap]  systemd 247, 252 and 257; not 262

        Sources:
          systemd.resource-control(5), systemd 239:
            https://github.com/redhat-plumbers/systemd-rhel8/blob/main/man/systemd.resource-control.xml
          systemd.resource-control(5), systemd 257:
            https://github.com/redhat-plumbers/systemd-rhel10/blob/main/man/systemd.resource-control.xml

        """,
        "CPUShares=");

    [Fact]
    public void A_directive_whose_parser_and_sections_changed() => Shows(
        """
        OOMPolicy  (oom)

          What happens to the rest of the unit after the out-of-memory killer has killed one of its
          processes.

          takes         continue, stop or kill
          values        continue: it is logged, the unit goes on
                        stop: systemd stops the unit in good order
                        kill: the kernel kills every process of the unit
          default       what DefaultOOMPolicy in system.conf says; continue where Delegate is on
          since         systemd 243
          parser        OTHER

        Sections:
          [Scope]    systemd 252, 257 and 262; not 247
          [Service]  systemd 247, 252, 257 and 262

        Sources:
          systemd.service(5), systemd 257:
            https://github.com/redhat-plumbers/systemd-rhel10/blob/main/man/systemd.service.xml

        """,
        "OOMPolicy");

    [Fact]
    public void A_directive_of_which_only_the_dumps_know() => Shows(
        """
        RestrictNetworkInterfaces

          parser        OTHER

        Sections:
          [Service]  systemd 252, 257 and 262; not 247

        """,
        "Service.RestrictNetworkInterfaces");

    [Fact]
    public void A_deprecated_value_and_a_section_that_is_discouraged()
    {
        Assert.Contains(
            """
              obsolete      none: discouraged since systemd 246; write mixed or control-group (with none,
                            processes are left behind when the service stops)

            """,
            Page("KillMode"), StringComparison.Ordinal);
        Assert.Contains("  obsolete      [Service]: discouraged since systemd 229; write StartLimitBurst in [Unit]\n", Page("StartLimitBurst"), StringComparison.Ordinal);
        Assert.DoesNotContain("obsolete", Page("Unit.StartLimitBurst"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_of_system_conf() => Shows(
        """
        DefaultRestartSec  (manager-defaults)

          RestartSec of services that do not set it.

          takes         time span
          unit          seconds
          default       100ms

        Sections:
          [Manager] of system.conf; the versions that were asked list units only

        Sources:
          systemd-system.conf(5), systemd 257:
            https://github.com/redhat-plumbers/systemd-rhel10/blob/main/man/systemd-system.conf.xml

        """,
        "Manager.DefaultRestartSec");

    [Theory]
    [InlineData("debian-11", "247", "not known: the line is ignored")]
    [InlineData("debian-12", "252", "not known: the line is ignored")]
    [InlineData("ubuntu-24.04", "255", "known")]
    [InlineData("debian-13", "257", "known")]
    public void A_directive_on_one_platform(string platform, string systemd, string says) =>
        Assert.Contains($"\nSections, for {platform} with systemd {systemd}:\n  [Service]  {says}\n\n", Page("RestartSteps", "--target", platform), StringComparison.Ordinal);

    [Theory]
    [InlineData("RestartSteps", "ubuntu-24.04", "exists")]
    [InlineData("RestartSteps", "debian-12", "absent")]
    [InlineData("LimitNOFILE", "debian-12", "exists")]
    public void Json_says_whether_the_platform_knows_a_directive(string name, string platform, string existence)
    {
        using var json = JsonDocument.Parse(Page("Service." + name, "--format", "json", "--target", platform));

        var section = Assert.Single(json.RootElement.GetProperty("sections").EnumerateArray());
        Assert.Equal(("Service", existence), (section.GetProperty("section").GetString(), section.GetProperty("existence").GetString()));
        Assert.Equal(platform, json.RootElement.GetProperty("target").GetString());
    }

    [Fact]
    public void A_topic_lists_keys_and_directives()
    {
        var lines = Page("keepalive").Split('\n');

        Assert.Equal(["keepalive", "", "Sysctl keys:"], lines[..3]);
        Assert.Equal(["net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time"], lines[3..6].Select(FirstWord));
        Assert.Equal(["", "Directives of systemd:"], lines[6..8]);
        Assert.Equal("  KeepAliveIntervalSec  Time between two probes that got no answer (TCP_KEEPINTVL).", lines[9]);
        Assert.Equal("  KeepAliveTimeSec      How long a connection must be idle before the first probe…", lines[11]);
        Assert.Equal("", Assert.Single(lines[12..]));
    }

    [Fact]
    public void A_pattern_lists_its_keys_one_line_each()
    {
        var lines = Page("net.core.*mem_max").Split('\n');

        Assert.Equal(["net.core.*mem_max", "", "Sysctl keys:"], lines[..3]);
        Assert.Equal(["net.core.optmem_max", "net.core.rmem_max", "net.core.wmem_max", ""], lines[3..].Select(FirstWord));
    }

    [Fact]
    public void A_list_says_what_a_target_has_not_got()
    {
        var page = Page("net.core.*", "--target", "5.10");

        Assert.StartsWith("net.core.*  (for 5.10)\n", page, StringComparison.Ordinal);
        Assert.Contains("  net.core.mem_pcpu_rsv                    not there on 5.10\n", page, StringComparison.Ordinal);
        Assert.Contains("  RestartSteps              not known to debian-12\n", Page("restart", "--target", "debian-12"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_one_platform_has_its_kernels_alone()
    {
        var page = Page("net.core.somaxconn", "--target", "debian-12");

        Assert.Contains("\nKernels of debian-12:\n  6.1.192  default 4096, accepts 0..2147483647 [measured]\n\n", page, StringComparison.Ordinal);
    }

    private static string FirstWord(string line) => line.Trim().Split(' ')[0];

    private void Shows(string page, params string[] args) => Assert.Equal(page.ReplaceLineEndings("\n"), Page(args));

    private string Page(params string[] args)
    {
        var result = _workspace.Run(["explain", .. args]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Out;
    }
}
