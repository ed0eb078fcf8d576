using System.Text.Json;
using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

public sealed class CompareSpecs : IDisposable
{
    private const string Usage = "Run 'configgen compare --help' to see what it takes.\n";

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void An_upgrade_tells_what_goes_comes_and_changes()
    {
        var result = _workspace.Run("compare", "debian-12", "debian-13");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("debian-12 → debian-13\n\nsysctl, kernel 6.1.192 → 6.12.43, 6.12.117: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  buffers\n    net.core.optmem_max  now refused: -2147483648..-1\n    net.core.optmem_max  default 20480 → 131072\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n    fs.quota.warnings  gone\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n    net.ipv6.conf.{all,default,lo}.ra_honor_pio_life   new\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n    kernel.nmi_watchdog  read-only now\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n\nsystemd 252 → 257: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  [Install]\n    UpheldBy  new\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_back_is_the_other_way_round()
    {
        var back = _workspace.Run("compare", "6.12.117", "6.1.192").Out;

        Assert.Contains("\n    net.core.optmem_max  now accepted: -2147483648..-1\n    net.core.optmem_max  default 131072 → 20480\n", back, StringComparison.Ordinal);
        Assert.Contains("\n    fs.quota.warnings  new\n", back, StringComparison.Ordinal);
        Assert.DoesNotContain("systemd", back, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("systemd-257")]
    [InlineData("6.12.117")]
    public void Nothing_changes_from_something_to_itself(string side)
    {
        var result = _workspace.Run("compare", side, side);

        Assert.Matches("\n\n[^\n]+: [0-9]+ compared, no change(; [0-9]+ facts not known)?\n$", result.Out);
    }

    [Fact]
    public void What_is_not_known_is_counted_and_listed_when_asked_for()
    {
        var (some, all) = (_workspace.Run("compare", "systemd-247", "systemd-249").Out, _workspace.Run("compare", "--all", "systemd-247", "systemd-249").Out);

        Assert.Matches(": [0-9]+ compared, no change; [0-9]+ facts not known\n$", some);
        Assert.StartsWith(some + "  not known\n", all, StringComparison.Ordinal);
        Assert.Contains("\n    ConditionFirmware in [Unit]: whether it is there\n", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_become_discouraged()
    {
        var result = _workspace.Run("compare", "--only", "systemd", "debian-11", "debian-12");

        Assert.DoesNotContain("sysctl", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n    MemoryLimit                           deprecated since 252; use MemoryMax\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_that_lost_its_effect_is_told_once()
    {
        var lines = _workspace.Run("compare", "systemd-257", "systemd-262").Out.Split('\n').Where(l => l.StartsWith("    MemoryLimit ", StringComparison.Ordinal));

        Assert.Equal("has no effect since 258; use MemoryMax", Assert.Single(lines)["    MemoryLimit ".Length..].Trim());
    }

    [Fact]
    public void A_spec_is_told_what_becomes_of_its_own_settings()
    {
        _workspace.Write("web.yaml", """
            spec: v1
            name: web
            targets: [{platform: debian-12}]
            sysctl:
              net.core.optmem_max: 131072
              net.ipv4.tcp_fin_timeout: 30
              net.ipv4.tcp_tw_recycle: 1
              fs.quota.warnings: 0
              vm.page-cluster: 40
            units:
              app.service:
                Service: {MemoryLimit: 1G, LimitNOFILE: "1024"}
            """);

        var result = _workspace.Run("compare", "debian-12", "debian-13", "web.yaml");

        Assert.Equal(
            new CliResult(
                1,
                """
                debian-12 → debian-13, web.yaml

                sysctl, kernel 6.1.192 → 6.12.43, 6.12.117: 5 of the spec compared, 2 gone, 1 refused, 1 equal to the default now
                  buffers
                    net.core.optmem_max  = 131072: equals the default now (was 20480)
                  memory
                    ! vm.page-cluster  = 40: refused
                  quota
                    ! fs.quota.warnings  = 0: not there
                  time-wait
                    net.ipv4.tcp_tw_recycle  = 1: not there, as on debian-12

                systemd 252 → 257: 2 of the spec compared, no change

                """,
                ""),
            result);
    }

    [Fact]
    public void A_spec_that_nothing_breaks_is_exit_code_0_and_one_without_targets_will_do()
    {
        _workspace.Write("layer.yaml", "spec: v1\nname: layer\nlayer: true\nsysctl:\n  net.ipv4.tcp_rmem: [{when: {kernel: \">=6.6\"}, value: [4096, 131072, 33554432]}, {value: [4096, 87380, 16777216]}]\n");

        var result = _workspace.Run("compare", "6.1.192", "6.12.117", "layer.yaml");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("the spec sets 4096 131072 33554432 there, 4096 87380 16777216 before\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_of_a_spec_lose_their_effect()
    {
        _workspace.Write("web.yaml", "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nunits:\n  app.service:\n    Service: {MemoryLimit: 1G, NoSuchThing: 1}\n");

        var result = _workspace.Run("compare", "systemd-257", "systemd-262", "web.yaml", "--all");

        Assert.Equal(1, result.Code);
        Assert.Contains("  app.service\n    ! Service.MemoryLimit  has no effect since 258; use MemoryMax\n", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("  not known\n    app.service Service.NoSuchThing: whether it is there\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_taken_and_not_kept_is_altered_in_silence()
    {
        _workspace.Write("web.yaml", "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl:\n  net.ipv4.tcp_fin_timeout: -5\n");

        var result = _workspace.Run("compare", "6.18.15", "7.1.13", "web.yaml");

        Assert.Equal(1, result.Code);
        Assert.EndsWith("1 of the spec compared, 1 silently altered\n  time-wait\n    ! net.ipv4.tcp_fin_timeout  = -5: accepted, and another value is in force\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_move_between_point_releases() =>
        Assert.Contains(
            "\n    net.ipv4.tcp_reordering      now refused: -2147483648..0, 301..2147483647\n",
            _workspace.Run("compare", "6.12.43", "6.12.117").Out,
            StringComparison.Ordinal);

    [Fact]
    public void A_directive_that_neither_version_knows_breaks_nothing_new()
    {
        _workspace.Write("web.yaml", "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nunits:\n  app.service:\n    Unit: {WantsMountsFor: /srv}\n");

        var result = _workspace.Run("compare", "systemd-247", "systemd-252", "web.yaml");

        Assert.Equal(0, result.Code);
        Assert.EndsWith("  app.service\n    Unit.WantsMountsFor  systemd 252 passes over the line, as 247 does\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_and_json_say_the_same()
    {
        var markdown = _workspace.Run("compare", "6.1.192", "6.12.117", "--format", "markdown").Out;
        using var json = JsonDocument.Parse(_workspace.Run("compare", "6.1.192", "6.12.117", "--format", "json").Out);

        Assert.StartsWith("# 6.1.192 → 6.12.117\n\n## sysctl, kernel 6.1.192 → 6.12.117\n\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n### buffers\n\n- `net.core.optmem_max` now refused: -2147483648..-1\n- `net.core.optmem_max` default 20480 → 131072\n", markdown, StringComparison.Ordinal);
        var changes = json.RootElement.GetProperty("comparisons")[0].GetProperty("sysctl").GetProperty("changes");
        Assert.Equal(markdown.Split("\n- ").Length - 1, changes.GetArrayLength());
        Assert.Contains(changes.EnumerateArray(), c => c.GetProperty("name").GetString() == "fs.quota.warnings" && c.GetProperty("kind").GetString() == "gone");
    }

    [Fact]
    public void A_broken_spec_is_told_on_standard_error()
    {
        _workspace.Write("web.yaml", "spec: v1\nname: [\n");

        var broken = _workspace.Run("compare", "debian-12", "debian-13", "web.yaml");
        var missing = _workspace.Run("compare", "debian-12", "debian-13", "nowhere.yaml");

        Assert.Equal((1, ""), (broken.Code, broken.Out));
        Assert.Contains("error CG0005", broken.Error, StringComparison.Ordinal);
        Assert.Equal(new CliResult(2, "", "nowhere.yaml: error CG0001 nowhere.yaml does not exist [file-not-found]\n"), missing);
    }

    [Theory]
    [InlineData("", "name two platforms, kernels or versions of systemd: configgen compare debian-12 debian-13.\n")]
    [InlineData("debian-12", "name two platforms, kernels or versions of systemd: configgen compare debian-12 debian-13.\n")]
    [InlineData("debain-12 debian-13", "\"debain-12\" is not a platform, a kernel version or a version of systemd. Did you mean 'debian-12', 'debian-11' or 'debian-13'? ")]
    [InlineData("debian-12 Debian13", "\"Debian13\" is not a platform, a kernel version or a version of systemd. Did you mean 'debian-13', ")]
    [InlineData("bookworm trixie", "\"bookworm\" is not a platform, a kernel version or a version of systemd. Did you mean 'debian-12'? ")]
    [InlineData("systemd-x debian-13", "\"systemd-x\" names no version of systemd: write systemd-262.\n")]
    [InlineData("systemd-252 6.1", "systemd-252 and 6.1 do not both have kernels or systemd that could be compared.\n")]
    [InlineData("--only systemd 6.1 6.12", "6.1 and 6.12 do not both have systemd that could be compared.\n")]
    [InlineData("--only units 6.1 6.12", "--only takes sysctl or systemd, not \"units\".\n")]
    public void A_command_line_that_makes_no_sense_is_exit_code_2(string args, string problem)
    {
        var result = _workspace.Run(["compare", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith($"configgen compare: {problem}", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(Usage, result.Error, StringComparison.Ordinal);
    }
}
